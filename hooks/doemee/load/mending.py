"""YAML that does not parse, or says something else than was meant: each mistake that people make is one function.

PyYAML says where it stumbled, which is often a line too late, and in words for programmers. So the lines around that
place are held against the mistakes in `FIXERS`, at the end of this module: the first that knows its own gives a Fix.
What does parse may still say something else than was meant: `MISREADINGS` and `ODDITIES`. A fixer is given a Place and
changes nothing: strict_yaml applies the Fix and reads on, so that the sender hears of the other mistakes in one run.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from doemee.load.declared import FIRST_FIELDS, KEYS_OF_GROUPS, KEYS_OF_LISTS, KEYS_OF_TEXTS
from doemee.load.trouble import Trouble
from doemee.load.yaml_lines import COMMENT, LOOK_BACK, QUOTED, Fix, Line, Place, field_at, parts, quoted, shown
from doemee.problems import Severity

# --- all lines at once ---


def second_document(at: Place) -> Fix | None:
    """A second `---`: what stands below it is not ours to read."""
    return Fix(at.refused, {}, end=at.row) if at.code == "twee-documenten" else None


_HARD_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_HARD_LEAD = re.compile("[- \u00a0\u2000-\u200a\u202f\u205f\u3000]*(?=[a-z_]{2,20}:)(?:[a-z_]+:[\u00a0\u202f\u3000]+)?")


def hard_spaces(at: Place) -> Fix | None:
    """A hard space, of a word processor or a web page, where YAML needs a real one. What was pasted has many."""
    fixed: dict[int, str] = {}
    index = 0
    for row, line in enumerate(at.lines):
        if line.isascii() or not (space := _HARD_SPACE.search(line)):
            continue
        lead = _HARD_LEAD.match(line)
        if lead and space.start() < lead.end():
            index = index if fixed else space.start()
            fixed[row] = _HARD_SPACE.sub(" ", lead.group()) + line[lead.end() :]
    if not fixed:
        return None
    first = min(fixed)
    message = f"hier staat een harde spatie, en dat is voor YAML geen spatie{_and_others(len(fixed))}"
    hint = shown(fixed[first], "Typ gewone spaties", "Typ gewone spaties in de plaats")
    return Fix(at.on(first).trouble("harde-spatie", message, hint, index, fixed), fixed)


def tabs(at: Place) -> Fix | None:
    """A tab in the indentation, on this row or above it: YAML wants spaces. One tab is seldom alone."""
    indents = {row: line[: len(line) - len(line.lstrip())] for row, line in enumerate(at.lines) if "\t" in line}
    with_tab = {row: indent for row, indent in indents.items() if "\t" in indent}
    first = min(with_tab, default=len(at.lines))
    if first > at.row:
        return None
    fixed = {row: indent.replace("\t", "  ") + at.lines[row][len(indent) :] for row, indent in with_tab.items()}
    message = f"deze regel springt in met een tab{_and_others(len(fixed))}"
    hint = "Gebruik spaties in plaats van een tab: twee per niveau"
    return Fix(at.on(first).trouble("tab", message, hint, with_tab[first].index("\t"), fixed), fixed)


def _and_others(rows: int) -> str:
    return f" (en op {rows - 1} andere {'regel' if rows == 2 else 'regels'} ook)" if rows > 1 else ""


# --- a space that is missing ---

_GLUED_DASH = re.compile(r"( *)-([^\W\d][\w-]{0,40}:(?: .*|$))")
_GLUED_COLON = re.compile(r"( *(?:- +)*[a-z_]{2,20}):([^\s/].*)")


def field_with_dash(at: Place) -> Fix | None:
    """`-datum: 7 maart` by itself: to YAML a field named `-datum`."""
    if not (glued := _GLUED_DASH.fullmatch(at.lines[at.row])):
        return None
    line = f"{glued[1]}- {glued[2]}"
    hint = shown(line, "Zet een spatie na het streepje")
    return at.fix("streepje", "na het streepje ontbreekt een spatie", hint, glued.end(1), line)


def dash_without_space(at: Place) -> Fix | None:
    """`-datum: 7 maart` above the other fields of an item: YAML stumbles over those, for there is no list yet."""
    fix = field_with_dash(at)
    return replace(fix, trouble=replace(fix.trouble, field=field_at(at.lines, at.row))) if fix and fix.trouble else None


def colon_without_space(at: Place) -> Fix | None:
    """`titel:Samen`: to YAML a text. Two colons are another mistake, unless that is where it stumbled."""
    glued = _GLUED_COLON.fullmatch(at.lines[at.row])
    if not glued or (glued[2].startswith(":") and not at.column):
        return None
    line = f"{glued[1]}: {glued[2]}"
    hint = shown(line, "Zet een spatie na de dubbelepunt")
    # Not done: the value was not looked at yet.
    return at.fix("spatie", "na de dubbelepunt ontbreekt een spatie", hint, glued.end(1), line, done=False)


def item_without_space(at: Place) -> Fix | None:
    """`- datum:2026`: an item of a list that is a text to YAML."""
    return colon_without_space(at) if "-" in at.line.lead else None


# --- quotes ---


def lost_quote(at: Place) -> Fix | None:
    """A quote without its second one, on this row or above it, swallows the lines below until the next quote."""
    for row in range(at.row, max(-1, at.row - LOOK_BACK), -1):
        if row not in at.done and _opens_quote(parts(at.lines[row])):
            return _closed(at.on(row)) if row == at.row or _field_follows(at.lines, row) else None
    return None


def swallowed_fields(at: Place) -> Fix | None:
    """A lost quote that the next quote in the file happens to close, with whole fields in between."""
    return _closed(at) if at.line.key and _opens_quote(at.line) and _field_follows(at.lines, at.row) else None


def open_quote(at: Place) -> Fix | None:
    """A quote without its second one on the line: it may be closed below, but that is where YAML stumbled."""
    return _closed(at) if _starts_text(at.line) and _opens_quote(at.line) else None


def backslash(at: Place) -> Fix | None:
    r"""`"C:\map"`: between double quotes a backslash says that something special follows."""
    line = at.line
    if "escape" not in at.words or not _starts_text(line) or line.value[:1] not in ("'", '"'):
        return None
    fixed = quoted(line, COMMENT.sub("", line.value).strip().strip(line.value[0]))
    message = "een \\ tussen dubbele aanhalingstekens heeft een eigen betekenis"
    hint = shown(fixed, "Schrijf \\\\ in plaats van \\")
    return at.fix("schuine-streep", message, hint, line.at + max(line.value.find("\\"), 0), fixed)


def quote_inside(at: Place) -> Fix | None:
    """`'Soep in 't park'`: the text ends at the second quote, and more follows."""
    line = at.line
    closed = QUOTED.match(line.value)
    if not closed or not _starts_text(line):
        return None
    if closed.end() == len(line.value) or COMMENT.fullmatch(line.value[closed.end() :]):
        return None
    mark, text = line.value[0], COMMENT.sub("", line.value).strip()
    whole = len(text) > 1 and text.endswith(mark)
    fixed = quoted(line, text[1:-1].replace("\\" + mark, mark) if whole else text)
    message = f"de tekst eindigt al bij dit aanhalingsteken ({mark}), maar er staat nog iets achter"
    hint = shown(fixed, f"Verwijder de {mark} binnen de tekst")
    return at.fix("aanhalingsteken", message, hint, line.at + closed.end() - 1, fixed)


_CURLY = re.compile(r"([“”„‟‘’‚‛«»])(.*)([“”‟‘’‛«»])(\s+#\s.*)?")


def curly_quotes(at: Place) -> Fix | None:
    """`titel: “Samen”`: the quotes of a word processor are letters to YAML. In a text they may stay: a warning."""
    line = at.line
    curly = _CURLY.fullmatch(line.value.rstrip())
    if not curly or not (line.key or line.lead) or curly[1] in curly[2] or curly[3] in curly[2]:
        return None
    text, fixed = at.key in KEYS_OF_TEXTS, quoted(line, curly[2])
    what = "horen bij de tekst en komen zo op de site" if text else "zijn voor YAML geen aanhalingstekens"
    message = f"de gekrulde aanhalingstekens {curly[1]} {curly[3]} {what}"
    hint = shown(fixed, "Gebruik rechte aanhalingstekens", "Laat ze weg of gebruik rechte")
    lines = {} if text else {at.row: fixed}
    severity = Severity.WARNING if text else Severity.ERROR
    return Fix(at.trouble("gekrulde-aanhalingstekens", message, hint, line.at, lines, severity), lines, done={at.row})


def _opens_quote(line: Line) -> bool:
    return line.value.startswith(("'", '"')) and not QUOTED.match(line.value)


def _field_follows(lines: Sequence[str], row: int) -> bool:
    """Whether the next line that is not empty is a field of its own."""
    return bool(parts(next((line for line in lines[row + 1 : row + LOOK_BACK] if line.strip()), "")).key)


def _closed(at: Place) -> Fix:
    """The quote closed at the end of its line."""
    line = at.line
    fixed = quoted(line, line.value[1:].replace('\\"', '"'))
    hint = shown(fixed, f"Zet op het einde van de tekst ook een {line.value[0]}")
    return at.fix("aanhalingsteken", "na dit aanhalingsteken ontbreekt het tweede", hint, line.at, fixed)


# --- a text that needs quotes ---

_BRACKETS = {"[": ("]", KEYS_OF_LISTS), "{": ("}", KEYS_OF_GROUPS)}
"""What closes each, and the keys after which it opens a list or a group and is no part of a text."""

_OF_YAML = "@`%*&!|>[]{}-?,"
_CUT_OFF = re.compile(r"(?:(?<=\s)|^)#(?=\w)|(?<=\S) #(?= \d)")
_SURE_COMMENT = re.compile(r"\s{2,}#(?:\s.*)?$")


def bracket_left_open(at: Place) -> Fix | None:
    """`sdgs: [3, 4`: a list or a group that does not end on its line."""
    line = at.line
    if not _starts_text(line) or not _opens_group(line):
        return None
    opens, closes = line.value[0], _BRACKETS[line.value[0]][0]
    if line.value.count(opens) == line.value.count(closes):
        return None
    fixed = f"{line.lead}{line.key}: {line.value}{closes}" if line.key else f"{line.lead}{line.value}{closes}"
    hint = shown(fixed, f"Zet een {closes} op het einde")
    return at.fix("haakje", f"na deze {opens} ontbreekt de {closes}", hint, line.at, fixed)


def character_of_yaml(at: Place) -> Fix | None:
    """`titel: @buurthuis`: a text may not start with a character that means something to YAML."""
    line = at.line
    if not line.value or line.value[0] not in _OF_YAML or not _starts_text(line) or _opens_group(line):
        return None
    message = f"een tekst die met {line.value[0]} begint, moet tussen aanhalingstekens staan"
    fixed = quoted(line, line.value)
    return at.fix(at.code or "begin-van-tekst", message, _put_quotes(fixed), line.at, fixed)


def colon_in_text(at: Place) -> Fix | None:
    """`titel: Repair café: breng je fiets`: to YAML a field starts there, and a field within a text cannot be."""
    line = at.line
    inner = re.search(r":(?= |$)", line.value)
    if not inner or not line.key or line.value[0] in _OF_YAML + "\"'" or at.column == line.colon:
        return None
    message = "in deze tekst staat een dubbelepunt en dan denkt YAML dat er een veld begint"
    fixed = quoted(line, line.value)
    return at.fix("dubbelepunt", message, _put_quotes(fixed), line.at + inner.start(), fixed)


def anchor_or_tag(at: Place) -> Fix | None:
    """`type: &a actie`, `sdgs: !!int 5`: what programmers put before a value goes. (A text may start with one.)"""
    line = at.line
    mark = re.match(r"(?:&|!+|\*)\S*\s*", line.value)
    if not at.refused or not mark or not line.key or line.key in KEYS_OF_TEXTS:
        return None
    rest = line.value[mark.end() :]
    fixed = f"{line.lead}{line.key}: {rest}".rstrip()
    hint = shown(fixed, "Schrijf alleen de waarde") if rest else "Schrijf hier de waarde zelf"
    trouble = replace(at.refused, hint=hint, field=field_at(at.lines, at.row))
    return Fix(trouble, {at.row: fixed}, done={at.row}, dropped=frozenset() if rest else {at.row})


def text_cut_off(at: Place) -> Fix | None:
    """`titel: Actie #2 in Gent`: YAML keeps `Actie`. The text may go on below.

    A # directly before a letter or digit belongs to the text (`Actie #2`, `#SamenSterk`), and so does one with a single
    space before it and a digit behind (`Fietsen # 2`). Any other # with a space before it starts a comment.
    """
    if at.key not in KEYS_OF_TEXTS:
        return None
    line = at.line
    pieces = {at.row: line.value} | dict(_more_text(at))
    cuts = [(row, cut.end() - 1) for row, piece in pieces.items() if (cut := _CUT_OFF.search(piece))]
    text = " ".join(filter(None, pieces.values()))
    if not cuts or text[0] in "\"'[{|>":
        return None
    row, index = cuts[0]
    fixed = quoted(line, text, _SURE_COMMENT)
    lines = dict.fromkeys(pieces, "") | {at.row: fixed}
    message = "alles vanaf # valt weg: YAML leest het als een opmerking"
    trouble = at.on(row).trouble("hekje", message, _put_quotes(fixed), parts(at.lines[row]).at + index, lines)
    return Fix(trouble, lines, done=set(lines))


def _more_text(at: Place) -> Iterator[tuple[int, str]]:
    """The rows below on which a text without quotes goes on: deeper than its field, and no field, item or comment."""
    spaces = at.line.spaces
    for row in range(at.row + 1, min(len(at.lines), at.row + LOOK_BACK)):
        below = parts(at.lines[row])
        if below.key or below.spaces <= spaces or below.lead.strip() or below.value[:1] in ("", "#"):
            return
        yield row, below.value.strip()


def _put_quotes(fixed: str) -> str:
    return shown(fixed, "Zet aanhalingstekens rond de tekst van dit veld", "Zet aanhalingstekens rond de tekst")


def _starts_text(line: Line) -> bool:
    """Whether the line is a field or an item of a list with something in it, and not more of what stands above it."""
    return bool(line.key or (line.lead.strip() and line.value))


def _opens_group(line: Line) -> bool:
    """Whether the value starts with a bracket that opens a list or a group here."""
    bracket = line.value[:1]
    return bracket in _BRACKETS and (not line.key or line.key in _BRACKETS[bracket][1])


# --- indentation ---


def group_with_text(at: Place) -> Fix | None:
    """`locatie: De Linde` with more fields under it: the text is most likely the first of them."""
    above_row, above = next(_fields_above(at), (0, parts("")))
    inner = FIRST_FIELDS.get(above.key)
    if not inner or not _starts_field(at) or len(above.lead) >= at.line.spaces or above.value[:1] in ("", "{"):
        return None
    message = f"achter `{above.key}:` staat al een tekst, dus eronder kunnen geen velden meer staan"
    text = COMMENT.sub("", above.value).strip()
    hint = f"Schrijf `{above.key}:` alleen op een regel en zet eronder `  {inner}: {text[:80]}`"
    fix = at.on(above_row).fix("groep-met-tekst", message, hint, above.at, f"{above.lead}{above.key}:")
    return replace(fix, lost={inner})


def wrong_indentation(at: Place) -> Fix | None:
    """A line that starts in a column in which none above it does: the nearest one in which one does is right."""
    if not _starts_field(at):
        return None
    spaces = at.line.spaces
    columns: list[int] = []
    limit = 1 << 30
    for _, above in _fields_above(at):
        if not columns and not above.value:
            columns.append(len(above.lead) + 2)
        if len(above.lead) < limit:
            limit = len(above.lead)
            columns.append(above.spaces if "-" in at.line.lead else limit)
        if limit == 0:
            break
    columns = [column for column in columns if column != spaces]
    if not columns:
        return None
    best = min(columns, key=lambda column: (abs(column - spaces), -column))
    fixed = " " * best + at.lines[at.row].lstrip(" ")
    wanted = "Begin helemaal links" if best == 0 else f"Zet er precies {_counted(best)} voor"
    hint = f"{wanted}: `{fixed}`" if len(fixed) <= 160 else wanted
    message = f"deze regel springt verkeerd in (met {_counted(spaces)})" if spaces else "deze regel springt niet in"
    return at.fix("inspringen", message, hint, spaces, fixed)


def _starts_field(at: Place) -> bool:
    """Whether a field or an item starts here, and what YAML stumbled over is not a colon in its text."""
    line = at.line
    return bool(line.key or line.lead.strip()) and ("mapping values" not in at.words or at.column == line.colon)


def _fields_above(at: Place) -> Iterator[tuple[int, Line]]:
    """The fields above a row, nearest first."""
    for row in range(at.row - 1, max(-1, at.row - LOOK_BACK), -1):
        line = parts(at.lines[row])
        if line.key:
            yield row, line


def _counted(spaces: int) -> str:
    return f"{spaces} {'spatie' if spaces == 1 else 'spaties'}"


# --- what is not understood ---

_FINAL = frozenset({"te-lang", "leeg", "geen-velden"})
_CURE = "Schrijf `veld: waarde`, spring met twee spaties in en zet bijzondere tekst tussen aanhalingstekens"
_NO_FIELD = (
    "Hoort de tekst bij de regel erboven? Zet er dan twee spaties voor. "
    "Verwijder hem anders, of zet hem in de beschrijving"
)


def text_above_fields(at: Place) -> Fix | None:
    """A loose text at the very top: to YAML the lines below it belong to it, and there are no fields."""
    if at.code != "geen-velden" or at.line.key or at.line.lead.strip():
        return None
    fields = any(parts(line).key for line in at.lines[at.row : at.row + LOOK_BACK])
    return _dropped(at, unreadable(at)) if fields else None


def unknown(at: Place) -> Fix | None:
    """Anything else: the name of the field is kept and its value dropped, or else the whole line."""
    row = at.row
    if not at.refused:
        if "simple key" in at.words or row in at.dropped or not at.lines[row].strip():
            row = at.begin
        while row and not at.lines[row].strip(" "):
            row -= 1  # YAML often stumbles at the very end
    if at.code in _FINAL or not at.lines[row].strip(" "):
        return None
    at = replace(at, row=row)
    return _dropped(at, at.refused or unreadable(at))


def unreadable(at: Place) -> Trouble:
    """What is said of a line of which nothing is known."""
    line = at.line
    if line.key or not line.value:
        message = "we kunnen deze regel niet lezen"
        return Trouble("yaml", message, _CURE, line=at.row + 1, column=max(at.column, 1))
    message = "deze regel is geen veld: er staat geen naam met een dubbelepunt voor"
    return Trouble("geen-veld", message, _NO_FIELD, line=at.row + 1, column=len(line.lead) + 1)


def _dropped(at: Place, trouble: Trouble) -> Fix:
    line = at.line
    only_value = line.key and line.value and at.row not in at.dropped
    fixed = {at.row: f"{line.lead}{line.key}:" if only_value else ""}
    if at.code == "vreemde-sleutel" and at.row + 1 < len(at.lines) and at.lines[at.row + 1].lstrip().startswith(":"):
        fixed[at.row + 1] = ""  # the value of `? …`
    if line.key and not trouble.field:
        trouble = replace(trouble, field=field_at(at.lines, at.row, fixed))
    known = at.row in at.done or at.row in at.dropped
    lost = {line.key} if line.key and not only_value else frozenset()
    return Fix(None if known else trouble, fixed, dropped={at.row}, lost=lost)


# --- where each is looked for ---

Fixer = Callable[[Place], Fix | None]
"""Knows one mistake, which is its docstring. None when that is not what is wrong at a place."""


def _here(at: Place) -> Iterable[Place]:
    """Where reading stopped."""
    return (at,)


def _stumbled(at: Place) -> Iterable[Place]:
    """Where the parser stumbled."""
    return () if at.refused else (at,)


def _unmended(at: Place) -> Iterable[Place]:
    """Where the parser stumbled, if that line was not mended before."""
    return () if at.refused or at.row in at.done else (at,)


def _in_text(at: Place) -> Iterable[Place]:
    """Where the parser began with a text, and where it stumbled in it; or the text that was refused for its start."""
    if at.refused and at.code not in ("anker", "label"):
        return ()
    return (at.on(row) for row in dict.fromkeys((at.begin, at.row)) if row not in at.done)


def _nearby(at: Place) -> Iterable[Place]:
    """The same, and the rows above of the same item or group, nearest first; or the line that made all one text."""
    if at.refused:
        return (at,) if at.code == "geen-velden" else ()
    rows = [at.begin, at.row]
    for row in range(at.row - 1, max(-1, at.row - LOOK_BACK), -1):
        if line := at.lines[row].rstrip():
            rows.append(row)
            if not line.startswith(" ") or line.lstrip().startswith("- "):
                break
    return (at.on(row) for row in dict.fromkeys(rows) if row not in at.done)


FIXERS: tuple[tuple[Callable[[Place], Iterable[Place]], Fixer], ...] = (
    (_here, second_document),
    (_here, hard_spaces),
    (_here, tabs),
    (_stumbled, lost_quote),
    (_nearby, dash_without_space),
    (_nearby, colon_without_space),
    (_in_text, anchor_or_tag),
    (_in_text, backslash),
    (_in_text, quote_inside),
    (_in_text, open_quote),
    (_in_text, bracket_left_open),
    (_in_text, character_of_yaml),
    (_in_text, colon_in_text),
    (_unmended, group_with_text),
    (_unmended, wrong_indentation),
    (_here, text_above_fields),
    (_here, unknown),
)
"""What stops the reading, tried in this order; each mistake with the places where it is looked for."""

MISREADINGS: tuple[Fixer, ...] = (text_cut_off, curly_quotes)
"""What is surely read otherwise than it was meant, looked for on each row on which a field or an item starts."""

ODDITIES: tuple[Fixer, ...] = (field_with_dash, item_without_space, swallowed_fields)
"""What is odd and could be right: only looked for when the values did not pass."""

# Looked for one by one: that is many times faster than one regular expression.
_OFTEN_HARD = "\u00a0\u202f\u2003\u2009\u3000"
_OFTEN_CURLY = "“”„‘’‚«»"
_CUTS = re.compile(r" #(?:\w|(?<=[^ ] #) \d)")


def may_be_misread(yaml: str) -> bool:
    """A quick look, for most files have none: is there anything of hard spaces and MISREADINGS?"""
    if _CUTS.search(yaml):
        return True
    return not yaml.isascii() and any(
        character in yaml and (character in _OFTEN_HARD or f": {character}" in yaml or f"- {character}" in yaml)
        for character in _OFTEN_HARD + _OFTEN_CURLY
    )
