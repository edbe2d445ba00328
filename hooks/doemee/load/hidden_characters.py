"""Characters that nobody sees, and words that are not what they seem: found, named and taken out.

A reviewer must be able to trust what stands on the screen. So a text may hold no character that turns the
direction of reading, hides, or leaves a blank where a letter seems to be. Source: Unicode TR36 and
TR39; "Trojan Source" (CVE-2021-42574).
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from doemee.load.trouble import Trouble
from doemee.problems import Severity

MOST = 20
"""More problems of this kind in one file help nobody."""

# Latin letters, arrows and the punctuation of word processors; what is outside gets a closer look.
_UNUSUAL = re.compile("[^\n\t -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u20ac\u2190-\u21ff]")
_ACCENT = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_STACKED = re.compile(f"({_ACCENT}{{5}}){_ACCENT}+")
_OTHER_SCRIPT = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_MIXED = re.compile(r"(?=\w*[A-Za-z\u00c0-\u024f])(?=\w*[\u0370-\u03ff\u0400-\u052f])\w+")
_WORD = re.compile(r"\w{1,60}")

_BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u180f\u2800\u3164\uffa0")
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_NAMES = {
    "\u00ad": "een zacht koppelteken",
    "\u200b": "een spatie zonder breedte",
    "\u200c": "een onzichtbaar scheidingsteken",
    "\u200d": "een onzichtbaar verbindingsteken",
    "\u2060": "een onzichtbaar verbindingsteken",
    "\u2028": "een onzichtbaar regeleinde",
    "\u2029": "een onzichtbaar regeleinde",
    "\ufeff": "een onzichtbaar merkteken (BOM)",
    "\ufffc": "de plaats van een voorwerp uit een tekstverwerker",
}
_CATEGORIES = {
    "Cc": "een onzichtbaar stuurteken",
    "Cs": "een half teken",
    "Co": "een teken dat alleen in één lettertype bestaat",
    "Cn": "een code die geen teken is",
}


def without_hidden(text: str) -> tuple[str, list[Trouble]]:
    """The text without hidden characters, and a Trouble for each line and kind of character.

    A text in which all is well comes back as it is, after one search.
    """
    if _UNUSUAL.search(text) is None:
        return text, []
    troubles: list[Trouble] = []
    reported: set[tuple[int, str]] = set()
    parts: list[str] = []
    kept = counted = line_start = 0
    line = 1
    for match in _UNUSUAL.finditer(text):
        character, at = match.group(), match.start()
        name = _hidden(character, text, at)
        if not name:
            continue
        parts.append(text[kept:at])
        kept = at + 1
        if len(troubles) >= MOST:
            continue
        # Counted from the last one on: the whole text is walked once, however many there are.
        line += text.count("\n", counted, at)
        line_start = max(line_start, text.rfind("\n", counted, at) + 1)
        counted = at
        if (line, character) not in reported:
            reported.add((line, character))
            troubles.append(_trouble(character, name, line, at - line_start + 1))
    text = "".join((*parts, text[kept:]))
    if stack := _STACKED.search(text):
        message, hint = (
            "hier staan meer dan vijf accenten op één letter",
            "Typ dit woord opnieuw zonder de losse accenten",
        )
        line = text.count("\n", 0, stack.start()) + 1
        column = stack.start() - text.rfind("\n", 0, stack.start())
        troubles.append(Trouble("stapel-accenten", message, hint, line=line, column=column))
        text = _STACKED.sub(r"\1", text)
    if _OTHER_SCRIPT.search(text):
        troubles += islice(_mixed(text), MOST)
    return text, troubles


def _hidden(character: str, text: str, at: int) -> str:
    """What kind of hidden character this is; empty when it may stand here."""
    category = unicodedata.category(character)
    if character in _BLANKS:
        return "een teken dat leeg lijkt"
    if character in _TURNS:
        return "een onzichtbaar teken dat de leesrichting verandert"
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if "\ufe00" <= character <= "\ufe0f":
        # The form of an emoji or symbol: ❤️, ☀️, ‼️, and 1️⃣.
        picture = before and (
            unicodedata.category(before)[0] == "S"
            or before in "‼⁉〰〽"
            or (before in "0123456789#*" and after == "\u20e3")
        )
        return "" if picture else "een onzichtbaar vormteken"
    if "\U000e0100" <= character <= "\U000e01ef":
        return "een onzichtbaar vormteken"
    if character in "\u200c\u200d" and before and after:
        if (
            character == "\u200d"
            and unicodedata.category(after)[0] == "S"
            and (unicodedata.category(before)[0] == "S" or before == "\ufe0f")
        ):
            return ""  # it joins pictures into one, as in 👩‍🍳
        if "\u0600" <= before <= "\u0dff" and "\u0600" <= after <= "\u0dff":
            return ""  # Persian and the languages of India need it inside words
    if character == "\ufffc":
        return _NAMES[character]
    if character == "\ufffd":
        return "een letter die verloren is gegaan (�)"
    if category in ("Cf", "Zl", "Zp"):
        return _NAMES.get(character, "een onzichtbaar teken")
    return _CATEGORIES.get(category, "")


def _trouble(character: str, name: str, line: int, column: int) -> Trouble:
    if character == "\ufffd":
        hint = "Typ de juiste letter in de plaats, en bewaar het bestand als UTF-8"
        return Trouble("verloren-letter", f"hier staat {name}", hint, line=line, column=column)
    hint = "Verwijder het: typ deze regel opnieuw in plaats van hem te plakken"
    return Trouble("onzichtbaar-teken", f"hier staat {name} (U+{ord(character):04X})", hint, line=line, column=column)


def _mixed(text: str) -> Iterator[Trouble]:
    """A warning for each word in which Latin letters stand among Greek or Cyrillic ones."""
    hint = "Typ het woord opnieuw met de letters van je toetsenbord"
    for number, line in enumerate(text.split("\n"), 1):
        for word in _WORD.finditer(line) if _OTHER_SCRIPT.search(line) else ():
            odd = _OTHER_SCRIPT.search(word.group())
            if odd and _MIXED.match(word.group()):
                script = "Griekse" if odd.group() < "\u0400" else "cyrillische"
                letter = f"een {script} letter (“{odd.group()}”)"
                message = f"in het woord “{word.group()}” staat {letter} tussen gewone letters"
                column = word.start() + odd.start() + 1
                yield Trouble("gemengd-schrift", message, hint, line=number, column=column, severity=Severity.WARNING)
