"""The house style, for the pages in content/ and the tips: each rule a small function whose docstring is the rule.

A rule gets the lines of a text that people read, each with its number in the file, and gives problems.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from doemee.load.editors import read_page
from doemee.load.loader import Loaded
from doemee.model.campaign import Campaign
from doemee.problems import Problem, Severity

MAX_WORDS = 30
"""A sentence of more words is hard to follow at level B1."""

DESCRIPTION = range(50, 161)
"""So many signs a search engine shows of the description of a page."""

_HEADING = re.compile(r"(#{1,6}) +\S")
_LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")
_ADDRESS = re.compile(r"https?://\S+|`[^`]*`")
_SENTENCE_END = re.compile(r"[.!?:](?=[\s*_”\"')]|$)")
_WORD = re.compile(r"[^\W_][\w'’-]*")

Line = tuple[int, str]


def pages(folder: Path, shown: Path, campaign: Campaign) -> list[Problem]:
    """What is wrong with the editors' pages below `folder`; `shown` is where paths start from in messages."""
    found: list[Problem] = []
    for path in sorted(folder.rglob("*.md")):
        name = path.relative_to(shown).as_posix()
        page, problems = read_page(name, path.read_bytes())
        found += problems
        if page is None:
            continue
        lines = list(enumerate(page.body.split("\n"), page.body_line))
        found += _head(name, page.head)
        found += headings(name, lines, highest=2 if page.head.get("template") else 1)
        found += texts(name, lines, campaign)
    return sorted(set(found))


def tips(files: Iterable[Loaded], campaign: Campaign) -> list[Problem]:
    """What is wrong with the texts of tips, besides their fields."""
    found: list[Problem] = []
    for loaded in files:
        lines = list(enumerate(loaded.body.split("\n"), loaded.body_line))
        found += headings(loaded.path, lines, highest=2)
        found += texts(loaded.path, lines, campaign)
    return sorted(set(found))


def _head(name: str, head: dict[str, Any]) -> Iterator[Problem]:
    """A page has a title and a description, long enough to say something and short enough to be shown."""
    for key in ("title", "description"):
        if not head.get(key):
            yield Problem(
                name,
                1,
                1,
                key,
                "pagina",
                "deze regel ontbreekt bovenaan de pagina",
                f"Voeg `{key}: …` toe tussen de streepjes",
            )
    length = len(str(head.get("description") or ""))
    if length and length not in DESCRIPTION:
        message = f"deze beschrijving telt {length} tekens"
        hint = f"Zoekmachines tonen er {DESCRIPTION.start} tot {DESCRIPTION.stop - 1}"
        yield Problem(name, 1, 1, "description", "pagina", message, hint, Severity.WARNING)


def headings(name: str, lines: list[Line], highest: int) -> Iterator[Problem]:
    """Headings start at the highest level, which stands once when it is 1, and no level is skipped on the way down (WCAG 1.3.1)."""
    before = highest - 1
    for number, line in lines:
        match = _HEADING.match(line)
        if not match:
            continue
        level = len(match[1])
        if level > before + 1:
            hint = f"Begin deze kop met {'#' * (before + 1)}"
            yield Problem(
                name, number, 1, "", "kop", f"hier wordt een niveau van koppen overgeslagen ({'#' * level})", hint
            )
        if level < highest or (level == 1 and before >= 1):
            hint = f"Begin deze kop met {'#' * max(2, highest)}"
            yield Problem(
                name, number, 1, "", "kop", "deze kop is van het niveau van de titel, en die staat er al", hint
            )
        before = max(level, highest)


def texts(name: str, lines: list[Line], campaign: Campaign) -> Iterator[Problem]:
    """What people read: no sentence is too long, and words are those of the house style."""
    paragraph: list[Line] = []
    for number, line in (*lines, (0, "")):
        plain = _ADDRESS.sub("", _LINK.sub(r"\1", line)).strip()
        if not plain or re.match(r"[#|>\[]|[-*+] |[0-9]+\. ", plain):
            yield from _long_sentences(name, paragraph)
            paragraph = []
            plain = re.sub(r"^(?:[-*+]|[0-9]+\.|#+|>) *(?:\[ \] )?", "", plain)
        if plain:
            paragraph.append((number, plain))
            yield from _words(name, number, line, plain, campaign)


def _long_sentences(name: str, paragraph: list[Line]) -> Iterator[Problem]:
    words: list[int] = []
    for number, line in paragraph:
        for part in _SENTENCE_END.split(line + " ")[:-1] or [None]:
            if part is None:
                break
            words += [number] * len(_WORD.findall(part))
            yield from _too_long(name, words)
            words = []
        rest = _SENTENCE_END.split(line + " ")[-1]
        words += [number] * len(_WORD.findall(rest))
    yield from _too_long(name, words)


def _too_long(name: str, words: list[int]) -> Iterator[Problem]:
    if len(words) > MAX_WORDS:
        message = f"deze zin telt {len(words)} woorden"
        yield Problem(
            name,
            words[0],
            1,
            "",
            "lange-zin",
            message,
            f"Maak er twee van, elk korter dan {MAX_WORDS}",
            Severity.WARNING,
        )


def _words(name: str, number: int, line: str, plain: str, campaign: Campaign) -> Iterator[Problem]:
    for row in campaign.house_style.values():
        flags = 0 if any(sign.isupper() for sign in row.wrong) else re.IGNORECASE
        if re.search(rf"\b{re.escape(row.wrong)}\b", plain, flags):
            column = max(0, line.lower().find(row.wrong.lower())) + 1
            yield Problem(
                name,
                number,
                column,
                "",
                "huisstijl",
                f"“{row.wrong}” schrijven we niet",
                f"Schrijf `{row.right}`",
                Severity.WARNING,
            )
