"""The house style, for the pages in content/ and the tips: each rule a small function whose docstring is the rule."""

import re
from collections.abc import Iterator
from pathlib import Path

from doemee.check.rules import Page, PageRule, Problems
from doemee.load.answers import say
from doemee.load.editors import read_page
from doemee.load.loader import Loaded
from doemee.model.campaign import Campaign
from doemee.problems import Problem

MAX_WORDS = 30
"""A sentence of more words is hard to follow at level B1."""

DESCRIPTION = range(50, 161)
"""So many characters a search engine shows of the description of a page."""

_HEADING = re.compile(r"(#{1,6}) +\S")
_LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")
_ADDRESS = re.compile(r"https?://\S+|`[^`]*`")
_APART = re.compile(r"[#|>\[]|[-*+] |[0-9]+\. ")
_MARKS = re.compile(r"^(?:[-*+]|[0-9]+\.|#+|>) *(?:\[ \] )?")
_SENTENCE_END = re.compile(r"[.!?:](?=[\s*_”\"')]|$)")
_WORD = re.compile(r"[^\W_][\w'’-]*")


def read_pages(folder: Path, shown: Path) -> tuple[list[Page], list[Problem]]:
    """The editors' pages below `folder`, and the problems of those that cannot be read."""
    pages: list[Page] = []
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*.md")):
        name = path.relative_to(shown).as_posix()
        page, found = read_page(name, path.read_bytes())
        problems += found
        if page is not None:
            lines = list(enumerate(page.body.split("\n"), page.body_line))
            pages.append(Page(name, page.head, lines, highest=2 if page.head.get("template") else 1))
    return pages, problems


def of_tip(file: Loaded) -> Page:
    """The text of a tip. Its title and description are fields, and its page writes the title."""
    return Page(file.path, None, list(enumerate(file.body.split("\n"), file.body_line)), highest=2)


def it_is_introduced(page: Page, _: Campaign) -> Problems:
    """A page has a title and a description, long enough to say something and short enough to be shown."""
    if page.head is None:
        return
    for key in ("title", "description"):
        if not page.head.get(key):
            yield Problem(page.name, 1, 1, key, *say("pagina", key=key))
    length = len(str(page.head.get("description") or ""))
    if length and length not in DESCRIPTION:
        bounds = {"least": DESCRIPTION.start, "most": DESCRIPTION.stop - 1}
        yield Problem(page.name, 1, 1, "description", *say("pagina-beschrijving", length=length, **bounds))


def headings_go_down_by_one(page: Page, _: Campaign) -> Problems:
    """Headings start at the highest level, and no level is skipped on the way down (WCAG 1.3.1).

    Level 1 is that of the title, which stands once.
    """
    before = page.highest - 1
    for number, line in page.lines:
        match = _HEADING.match(line)
        if not match:
            continue
        level = len(match[1])
        if level > before + 1:
            values = {"marks": "#" * level, "right": "#" * (before + 1)}
            yield Problem(page.name, number, 1, "", *say("kop-overgeslagen", **values))
        if level < page.highest or (level == 1 and before >= 1):
            yield Problem(page.name, number, 1, "", *say("kop-te-hoog", right="#" * max(2, page.highest)))
        before = max(level, page.highest)


def sentences_are_short(page: Page, _: Campaign) -> Problems:
    """No sentence is longer than people read at once."""
    paragraph: list[tuple[int, str]] = []
    for number, line in (*page.lines, (0, "")):
        plain = _plain(line)
        if not plain or _APART.match(plain):
            yield from _long_sentences(page.name, paragraph)
            paragraph = []
            plain = _MARKS.sub("", plain)
        if plain:
            paragraph.append((number, plain))


def words_are_ours(page: Page, campaign: Campaign) -> Problems:
    """Words are those of the house style."""
    for number, line in page.lines:
        plain = _plain(line)
        plain = _MARKS.sub("", plain) if _APART.match(plain) else plain
        for row in campaign.house_style.values() if plain else ():
            flags = 0 if any(letter.isupper() for letter in row.wrong) else re.IGNORECASE
            if re.search(rf"\b{re.escape(row.wrong)}\b", plain, flags):
                column = max(0, line.lower().find(row.wrong.lower())) + 1
                yield Problem(page.name, number, column, "", *say("huisstijl", wrong=row.wrong, right=row.right))


def _plain(line: str) -> str:
    """What people read of a line: of a link its text, of an address nothing."""
    return _ADDRESS.sub("", _LINK.sub(r"\1", line)).strip()


def _long_sentences(name: str, paragraph: list[tuple[int, str]]) -> Iterator[Problem]:
    words: list[int] = []
    for number, line in paragraph:
        *ended, rest = _SENTENCE_END.split(line + " ")
        for part in ended:
            words += [number] * len(_WORD.findall(part))
            yield from _too_long(name, words)
            words = []
        words += [number] * len(_WORD.findall(rest))
    yield from _too_long(name, words)


def _too_long(name: str, words: list[int]) -> Iterator[Problem]:
    """`words` holds the line of each word of a sentence."""
    if len(words) > MAX_WORDS:
        yield Problem(name, words[0], 1, "", *say("lange-zin", words=len(words), most=MAX_WORDS))


RULES: tuple[PageRule, ...] = (it_is_introduced, headings_go_down_by_one, sentences_are_short, words_are_ours)
