"""Descriptions of a source become a summary and a description in Markdown.

Calendars hold plain text or HTML, UiTdatabank HTML, and none of them a summary: the first paragraph
or the first sentences serve as one. Nothing is made up: without a sentence there is no summary.
"""

import re
from html.parser import HTMLParser

from doemee.load.declared import INITIATIVE

LEAST, MOST = INITIATIVE.by_key["samenvatting"].least, INITIATIVE.by_key["samenvatting"].most
"""Characters of a summary."""

MAX_SOURCE = 50_000
"""Characters of a description that are looked at."""


_HTML = re.compile(
    r"</?(?:p|br|div|span|a|b|i|u|em|strong|ul|ol|li|h[1-6]|html|body|font|table|td|tr|blockquote|script|style)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"<(?:p|br|div|li)\b", re.IGNORECASE)
_URL = re.compile(r"(?<![<(\[\"\w])https?://[^\s<>\"'()\[\]]{1,400}[^\s<>\"'()\[\].,;:!?]")
_TAG_LIKE = re.compile(r"<(?=[A-Za-z/!?])")
_LINK = re.compile(r"!?\[([^][\n]{0,300})\]\([^()\s]{0,500}\)|<(https?://[^<>\s]{0,500})>")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]?(?=\s|$)")
_BULLET = re.compile(r"(?:[-*•·▪‣–—]|\u2022)[ \t]+")
_ITEM = re.compile(r"- |[0-9]{1,3}[.)] ")
_RULE = re.compile(r"[-=_*~ ]{3,}")
_MEETING = "-::~:~::~:"


def _is_html(text: str) -> bool:
    """Whether a text is written in HTML, and not only holds a `<`."""
    return bool(_HTML.search(text))


def summary_and_description(text: str) -> tuple[str, str]:
    """A summary and what is left for the description, in Markdown, from the plain text or HTML of a source."""
    return summary_and_body(markdown(text[:MAX_SOURCE]))


def markdown(text: str) -> str:
    """Plain text or HTML as Markdown that looks the same: lists, paragraphs, line ends, links."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    if not _is_html(text):
        return _paragraphs(_of_plain(text))
    if not _BREAKS.search(text):
        text = text.replace("\n", "<br>")
    reader = _Markdown()
    reader.feed(text)
    reader.close()
    return _paragraphs("".join(reader.parts))


def without_meeting_notes(text: str) -> str:
    """A description without the block that Google adds about its own video calls."""
    lines = text.split("\n")
    marked = [number for number, line in enumerate(lines) if line.startswith(_MEETING)]
    return "\n".join(lines[: marked[0]] + lines[marked[-1] + 1 :]) if marked else text


def summary_and_body(text: str) -> tuple[str, str]:
    """A summary of LEAST to MOST characters, or none, and what is left for the description, from Markdown.

    What becomes the summary leaves the description, unless it held more than plain text can say.
    """
    paragraphs = [part for part in text.split("\n\n") if part.strip()]
    if not paragraphs:
        return "", ""
    whole = plain(text)
    simple = _is_plain(text)
    if (
        simple
        and LEAST <= len(whole) <= MOST
        and all(part.rstrip("\\").rstrip().endswith((".", "!", "?", "…")) for part in paragraphs[:-1])
    ):
        return whole, ""
    line, _, more = paragraphs[0].partition("\\\n")
    if more and _is_plain(line) and LEAST <= len(line) <= MOST and _SENTENCE_END.search(line[-2:]):
        return line, "\n\n".join([more, *paragraphs[1:]])
    first = plain(paragraphs[0])
    if LEAST <= len(first) <= MOST:
        return first, "\n\n".join(paragraphs[1:] if _is_plain(paragraphs[0]) else paragraphs)
    source = first if len(first) > MOST else whole
    ends = [match.end() for match in _SENTENCE_END.finditer(source) if match.end() <= MOST]
    if not ends or ends[-1] < LEAST:
        return "", text
    summary = source[: ends[-1]]
    if source is first and _is_plain(paragraphs[0]) and "\n" not in paragraphs[0]:
        return summary, "\n\n".join([paragraphs[0][len(summary) :].strip(), *paragraphs[1:]])
    return summary, text


def plain(text: str) -> str:
    """Markdown as one line of plain text."""
    text = _LINK.sub(lambda link: link[1] or link[2] or "", text)
    lines = (
        _BULLET.sub("", line.strip(), count=1) if _BULLET.match(line.strip()) else line.strip()
        for line in text.split("\n")
    )
    joined = " ".join(line.removesuffix("\\").lstrip("#>").strip() for line in lines)
    joined = re.sub(r"\\([\\*_\[\]#>`~-])", r"\1", re.sub(r"(?<!\\)(?:\*\*|\*)", "", joined))
    return " ".join(joined.replace("&lt;", "<").replace("&amp;", "&").split())


def _is_plain(text: str) -> bool:
    """Whether it loses nothing as plain text."""
    return not (
        _LINK.search(text)
        or re.search(r"(?<!\\)\*|^#|^>|^[-0-9]+[.)]? ", text, re.MULTILINE)
        or "\\" in text
        or "&lt;" in text
        or "&amp;" in text
    )


def _of_plain(text: str) -> str:
    """Plain text as Markdown; ends of lines stay."""
    lines = [_line(line.strip()) for line in text.split("\n")]
    listed = [bool(_ITEM.match(line)) for line in lines]
    result = []
    for number, line in enumerate(lines):
        last = number + 1 == len(lines) or not lines[number + 1]
        if line and not last and listed[number] is not listed[number + 1]:
            line += "\n"  # a list stands apart
        elif line and not last and not listed[number]:
            line += "\\"
        result.append(line)
    return "\n".join(result)


def _line(line: str) -> str:
    if _RULE.fullmatch(line):
        return ""
    bullet = "- " if _BULLET.match(line) else ""
    line = _literal_with_links(_BULLET.sub("", line, count=1) if bullet else line)
    if not bullet and re.match(r"#{1,6}(?: |$)|>|\+ ", line):
        line = "\\" + line
    return bullet + line


def _literal_with_links(text: str) -> str:
    """Plain text as Markdown of one line that reads the same; addresses as links."""
    parts = []
    position = 0
    for link in _URL.finditer(text):
        parts += [_literal(text[position : link.start()]), f"<{link.group()}>"]
        position = link.end()
    return "".join((*parts, _literal(text[position:])))


def _literal(text: str) -> str:
    """Characters that would mean something in Markdown, written so that they mean themselves."""
    text = re.sub(r"&(?=#?\w{1,30};)", "&amp;", text)
    text = re.sub(r"([\\*`])", r"\\\1", text)
    text = re.sub(r"(?<!\w)_|_(?!\w)", r"\\_", text)
    return _TAG_LIKE.sub("&lt;", text).replace("](", "]\\(")


def _paragraphs(text: str) -> str:
    text = re.sub(r"\n[ \t]+\n", "\n\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).replace("\\\n\n", "\n\n").strip().removesuffix("\\")


class _Markdown(HTMLParser):
    """HTML as Markdown: what pages show of it and no more."""

    _BLOCKS = frozenset({"p", "div", "ul", "ol", "blockquote", "table", "h1", "h2", "h3", "h4", "h5", "h6"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.skipped = 0
        self.address = ""
        self.link: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Start a block, a line or a link."""
        if tag in ("script", "style"):
            self.skipped += 1
        elif tag in self._BLOCKS:
            self._add("\n\n")
        elif tag == "li":
            self._add("\n- ")
        elif tag in ("br", "tr"):
            self._add("\n" if "".join(self.parts[-2:]).endswith("\n") else "\\\n")
        elif tag == "a":
            self.address, self.link = dict(attrs).get("href") or "", []

    def handle_endtag(self, tag: str) -> None:
        """End it."""
        if tag in ("script", "style"):
            self.skipped = max(0, self.skipped - 1)
        elif tag in self._BLOCKS:
            self._add("\n\n")
        elif tag == "a" and self.link is not None:
            text, self.link = "".join(self.link).strip(), None
            usable = re.fullmatch(r"(?:https?://|mailto:|tel:)[^\s()<>\"]{1,400}", self.address)
            bare = text in (self.address, f"<{self.address}>")
            self._add((f"<{self.address}>" if bare else f"[{text}]({self.address})") if usable and text else text)

    def handle_data(self, data: str) -> None:
        """Text between tags: spaces and line ends are one space in HTML."""
        if self.skipped:
            return
        text = re.sub(r"\s+", " ", data)
        if not self.link and "".join(self.parts[-2:]).endswith("\n"):
            text = text.lstrip()
        self._add(_literal(text) if self.link is not None else _literal_with_links(text))

    def _add(self, text: str) -> None:
        (self.parts if self.link is None else self.link).append(text)
