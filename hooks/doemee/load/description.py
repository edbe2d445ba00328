"""The description in Markdown: what of it will not arrive on the page, reported to the sender.

What is shown is decided in text.py, which keeps a list of what may; here only the answers are given.
"""

import re
from collections.abc import Iterator
from html import unescape

from doemee.load.answers import trouble
from doemee.load.declared import BODY
from doemee.load.trouble import Trouble

MAX_LINKS = 20

KEPT_TAGS = frozenset(
    [
        "p",
        "em",
        "strong",
        "b",
        "i",
        "ul",
        "ol",
        "li",
        "a",
        "br",
        "blockquote",
        "code",
        "pre",
        "hr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    ]
)
"""HTML that text.py lets through; a test compares."""

LEFT_OUT_WHOLE = ("script", "style")
"""HTML of which not even the text stays."""

# Expressions that JavaScript reads alike: the form looks with them too (write/pages/form.py).
TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]{0,20})(?=[\s/>])[^<>\n]{0,300}>|<!--")
LINK = re.compile(
    r"(!?)\[(?:[^\]\[\n\\]|\\.){0,200}\]\([ \t]*<?([^\s()<>]{0,500})"  # [tekst](adres), ![beeld](adres)
    r"|^ {0,3}\[[^\]\n]{1,100}\]:[ \t]*<?(\S{1,500}?)>?[ \t]*(?:$|[\x22'(])"  # [1]: adres
    r"|<([A-Za-z][A-Za-z0-9+.-]{1,20}:[^\s<>]{0,500})>"  # <adres>
)
CODE = re.compile(r"`[^`\n]{1,300}`")
INTERNAL = re.compile(r"^/(?:[a-z0-9-]+/)*(?:#[a-z0-9-]+)?$")
SCHEME = re.compile(r"^[\x00-\x20]*([A-Za-z][A-Za-z0-9+.-]{0,30})\s*:")
ALLOWED = re.compile(r"^(?:https?|mailto|tel)$", re.IGNORECASE)
MAIL = re.compile(r"^[^\s@/:]+@[^\s@/]+\.[a-z]{2,}$", re.IGNORECASE)
HOST = re.compile(r"^(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}(?:[/?#].*)?$", re.IGNORECASE)
LOOKS_LIKE_HOST = re.compile(r"^[A-Za-z0-9.+-]+\.[a-z]{2,}$")
FILE = re.compile(r"\.(?:md|html|pdf|jpg|png|docx)$", re.IGNORECASE)


def mistakes(body: str, internal: bool = False) -> Iterator[Trouble]:
    """What is wrong in a description; the lines count from 1 at its own start.

    `internal` allows links that start at the root of the site (`/tips/`): the build checks where those lead.
    """
    if "<" in body or "[" in body:
        lines = body.split("\n")
        if "<" in body:
            yield from _html(lines)
        yield from _links(lines, internal)


def _html(lines: list[str]) -> Iterator[Trouble]:
    """One warning for all HTML: at the first tag that does not come along."""
    for number, line in enumerate(lines, 1):
        if "<" not in line:
            continue
        for tag in TAG.finditer(_without_code(line)):
            name = (tag[1] or "").lower()
            if name not in KEPT_TAGS:
                key = "html-met-inhoud" if name in LEFT_OUT_WHOLE else "html"
                yield trouble(key, line=number, column=tag.start() + 1, field=BODY, tag=tag.group()[:60])
                return


def _without_code(line: str) -> str:
    """What stands between back-ticks is shown as it is; its place stays, for the columns."""
    return CODE.sub(lambda code: " " * len(code.group()), line) if "`" in line else line


def _links(lines: list[str], internal: bool) -> Iterator[Trouble]:
    count = 0
    for number, line in enumerate(lines, 1):
        if "](" not in line and "]:" not in line and "<" not in line:
            continue
        for link in LINK.finditer(_without_code(line)):
            count += 1
            if count == MAX_LINKS + 1:
                yield trouble("veel-links", line=number, column=link.start() + 1, field=BODY, most=MAX_LINKS)
            group = next(group for group in (2, 3, 4) if link[group] is not None)
            address, image = link[group], bool(link[1])
            if internal and INTERNAL.search(address) and not image:
                continue
            if refused := _refused(address, image):
                key, values = refused
                yield trouble(key, line=number, column=link.start(group) + 1, field=BODY, **values)


def _refused(address: str, image: bool) -> tuple[str, dict[str, str]] | None:
    """The answer to a link that leads nowhere from a page of ours: its key and values."""
    plain = unescape(address)
    scheme = SCHEME.match(plain)
    if scheme and ALLOWED.search(scheme[1]):
        return None
    shown = {"address": address if len(address) <= 60 else address[:60] + "…"}
    if image:
        return "link-beeld", shown
    if not address:
        return "link-zonder-adres", {}
    if scheme and not LOOKS_LIKE_HOST.search(scheme[1]):
        return "link-schema", {"scheme": scheme[1]}
    if MAIL.search(plain):
        return "link-mail", shown
    if HOST.search(plain) and not FILE.search(plain):
        return "link-zonder-https", shown
    return "link", shown
