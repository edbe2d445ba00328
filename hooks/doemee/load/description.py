"""The description in Markdown: what of it will not arrive on the page, told to the sender.

What is shown is decided in text.py, which keeps a list of what may; here only the answers are given.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

from doemee.load.trouble import Trouble
from doemee.problems import Severity

MAX_LINKS = 20

KEPT_TAGS = frozenset(
    {
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
    }
)
"""HTML that text.py lets through; a test compares."""

_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]{0,20})(?=[\s/>])[^<>\n]{0,300}>|<!--")
_LINK = re.compile(
    r"(!?)\[(?:[^]\[\n\\]|\\.){0,200}\]\([ \t]*<?([^\s()<>]{0,500})"  # [tekst](adres), ![beeld](adres)
    r"|^ {0,3}\[[^]\n]{1,100}\]:[ \t]*<?(\S{1,500}?)>?[ \t]*(?:$|[\"'(])"  # [1]: adres
    r"|<([A-Za-z][A-Za-z0-9+.-]{1,20}:[^\s<>]{0,500})>"  # <adres>
)
_INTERNAL = re.compile(r"/(?:[a-z0-9-]+/)*(?:#[a-z0-9-]+)?")
_SCHEME = re.compile(r"[\x00-\x20]*([A-Za-z][A-Za-z0-9+.-]{0,30})\s*:")
_ALLOWED = frozenset({"http", "https", "mailto", "tel"})
_CODE = re.compile(r"`[^`\n]{1,300}`")
_MAIL = re.compile(r"[^\s@/:]+@[^\s@/]+\.[a-z]{2,}", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}(?:[/?#].*)?", re.IGNORECASE)


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
        for tag in _TAG.finditer(_without_code(line)):
            if (tag[1] or "").lower() in KEPT_TAGS:
                continue
            gone = (tag[1] or "").lower() in ("script", "style")
            what = "ook wat erin staat, valt weg" if gone else "de tekst ertussen blijft staan"
            yield Trouble(
                "html",
                f"HTML wordt niet overgenomen: `{tag.group()[:60]}`; {what}",
                "Gebruik Markdown: **vet**, *schuin*, [tekst](https://adres), een streepje voor een lijst",
                line=number,
                column=tag.start() + 1,
                field="beschrijving",
                severity=Severity.WARNING,
            )
            return


def _without_code(line: str) -> str:
    """What stands between back-ticks is shown as it is; its place stays, for the columns."""
    return _CODE.sub(lambda code: " " * len(code.group()), line) if "`" in line else line


def _links(lines: list[str], internal: bool) -> Iterator[Trouble]:
    count = 0
    for number, line in enumerate(lines, 1):
        if "](" not in line and "]:" not in line and "<" not in line:
            continue
        for link in _LINK.finditer(_without_code(line)):
            address = link[2] if link[2] is not None else link[3] or link[4]
            count += 1
            if count == MAX_LINKS + 1:
                yield Trouble(
                    "veel-links",
                    f"deze beschrijving telt meer dan {MAX_LINKS} links",
                    "Behoud de belangrijkste en verwijs voor de rest naar je website",
                    line=number,
                    column=link.start() + 1,
                    field="beschrijving",
                    severity=Severity.WARNING,
                )
            at = link.start(2) if link[2] is not None else link.start(3) if link[3] else link.start(4)
            if internal and _INTERNAL.fullmatch(address) and not link[1]:
                continue
            if trouble := _refused(address, bool(link[1])):
                yield replace(trouble, line=number, column=at + 1)


def _refused(address: str, image: bool) -> Trouble | None:
    """The answer to a link that leads nowhere from a page of ours."""
    plain = unescape(address)
    scheme = _SCHEME.match(plain)
    if scheme and scheme[1].lower() in _ALLOWED and not _HOST.fullmatch(scheme[1]):
        return None
    shown = address if len(address) <= 60 else address[:60] + "…"
    if image:
        hint = "Zet de foto in data/initiatives/afbeeldingen/ en schrijf de naam in het veld `afbeelding`"
        return Trouble("link", f"een afbeelding kan niet in de beschrijving: “{shown}”", hint, field="beschrijving")
    if not address:
        return Trouble(
            "link",
            "deze link heeft geen adres",
            "Zet het adres tussen de haakjes: [tekst](https://adres)",
            field="beschrijving",
        )
    if scheme and not re.fullmatch(r"[\w.-]+\.[a-z]{2,}", scheme[1]):
        hint = "Gebruik een adres dat met https:// begint, of mailto: of tel:"
        return Trouble("link", f"een link met “{scheme[1]}:” kan niet", hint, field="beschrijving")
    if _MAIL.fullmatch(plain):
        hint = f"Schrijf `(mailto:{shown})`"
    elif _HOST.fullmatch(plain) and not plain.lower().endswith((".md", ".html", ".pdf", ".jpg", ".png", ".docx")):
        hint = f"Schrijf `(https://{shown})`"
    else:
        hint = "Schrijf het volledige adres, bijvoorbeeld https://www.mijnvereniging.be/activiteit"
    return Trouble("link", f"dit adres werkt hier niet: “{shown}”", hint, field="beschrijving")
