"""Submitted Markdown and names, made safe: HTML, plain text, slugs; words in a row."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from html import unescape

import cmarkgfm
import nh3
from cmarkgfm.cmark import Options

_OPTIONS = Options.CMARK_OPT_VALIDATE_UTF8 | Options.CMARK_OPT_UNSAFE  # nh3 is what makes it safe
_TAGS = {
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
    "h3",
    "h4",
    "h5",
    "code",
    "pre",
    "hr",
}
_SCHEMES = {"http", "https", "mailto", "tel"}
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes={"a": {"href", "title"}, "ol": {"start"}},
    url_schemes=_SCHEMES,
    clean_content_tags={"script", "style"},
    link_rel="nofollow ugc noopener noreferrer",
    url_relative="deny",
)
_EDITORS_CLEANER = nh3.Cleaner(
    tags=_TAGS | {"h2"},
    attributes={"a": {"href", "title"}, "ol": {"start"}},
    url_schemes=_SCHEMES,
    clean_content_tags={"script", "style"},
    link_rel="noopener",
    url_relative="pass_through",
)
_ASTRAY = re.compile(r'(<a) href="(?!/[a-z0-9]|https?:|mailto:|tel:)[^"]*"')
_HEADING = re.compile(r"<(/?)h([1-6])>")
_IMAGE = re.compile(r'<img src="([^"]*)" alt="([^"]*)"[^>]*>')
_BLOCK_END = re.compile(r"</(?:p|li|h3|h4|h5|blockquote|pre)>|<br>|<hr>")
_ITEM = re.compile(r"<li>\s*(?:<p>)?")
_LINK = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def listed(words: Sequence[str], last: str = "en") -> str:
    """`a`, `a en b`, `a, b en c`; `last` is the word before the last one. At least one word."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


def to_html(markdown: str) -> str:
    """The HTML of a submitted description, through an allow-list.

    GitHub's own CommonMark parser runs in linear time on what takes others minutes; nh3 then keeps
    only the tags, attributes and schemes named above, and the text inside the others. Headings
    become h3 to h5, the highest h3: h1 and h2 belong to the page, and no level may be skipped.
    An image becomes a link: it may come from elsewhere.
    """
    if not markdown:
        return ""
    html = cmarkgfm.markdown_to_html(markdown, options=_OPTIONS)
    if "<img" in html:
        html = _IMAGE.sub(r'<a href="\1">\2</a>', html)
    if "<h" in html:
        highest = min((int(level) for _, level in _HEADING.findall(html)), default=1)
        html = _HEADING.sub(lambda m: f"<{m[1]}h{min(int(m[2]) - highest + 3, 5)}>", html)
    return _CLEANER.clean(html)


def to_editors_html(markdown: str) -> str:
    """The HTML of a tip: the same allow-list, with headings from h2 on and links from the root of the site."""
    html = _IMAGE.sub(r'<a href="\1">\2</a>', cmarkgfm.markdown_to_html(markdown, options=_OPTIONS))
    html = _HEADING.sub(lambda match: f"<{match[1]}h{min(max(int(match[2]), 2), 5)}>", html)
    return _ASTRAY.sub(r"\1", _EDITORS_CLEANER.clean(html))


def to_plain(html: str) -> str:
    """Readable text of HTML that came out of `to_html`: for calendar apps, which show tags raw.

    Only for cleaned HTML: its tags are known and balanced, which is why expressions suffice.
    """
    text = _LINK.sub(lambda m: m[2] if m[2] == m[1] else f"{m[2]} ({m[1]})", html)
    text = _ITEM.sub("- ", text.replace("\n", " "))
    text = _BLOCK_END.sub("\n", text)
    lines = (" ".join(line.split()) for line in unescape(_TAG.sub("", text)).split("\n"))
    return "\n".join(line for line in lines if line)


@lru_cache(maxsize=8192)
def slugify(name: str) -> str:
    """`Coöperatie De Lelie vzw` → `cooperatie-de-lelie-vzw`; empty when nothing Latin is in it."""
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub("[^a-z0-9]+", "-", ascii_only).strip("-")[:80].rstrip("-")
