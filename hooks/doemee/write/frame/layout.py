"""The layout that the theme draws around a page, drawn once and filled many times.

The theme's template takes milliseconds a page. MkDocs renders it for one page per depth of folders
(links to the root differ), with markers in the places that differ; filling those in is a join.
"""

import re
from html import escape

ROOT = "\ue000"
"""Stands in `head` and `body` for the way back to the root, which differs with the depth of the page."""

_OPEN, _CLOSE = "\ue001", "\ue002"  # private use: refused in submissions, so never part of a text
_MARKER = re.compile(f"{_OPEN}([a-z]+){_CLOSE}")
_TEXTS = frozenset({"title", "description", "canonical", "image"})
_MARKUP = frozenset({"head", "body"})


class _Blocks(dict[str, str]):
    """`blocks.title` in the template is the marker of `title`."""

    def __missing__(self, name: str) -> str:
        if name not in _TEXTS | _MARKUP:
            raise KeyError(name)
        return marker(name)


BLOCKS = _Blocks()


def marker(name: str) -> str:
    """What stands in the layout where the block `name` comes."""
    return f"{_OPEN}{name}{_CLOSE}"


class Layout:
    """A rendered page of the theme with its markers. `back` is the way to the root from pages of its depth."""

    def __init__(self, html: str, back: str):
        parts = _MARKER.split(html)
        # Text, name, text, name, …: what stays the same is encoded once.
        self._parts = [part if index % 2 else part.encode() for index, part in enumerate(parts)]
        self._back = back

    def fill(self, values: dict[str, str]) -> bytes:
        """The page in UTF-8. Texts are escaped here, `head` and `body` are HTML already.

        Raises KeyError when a value is missing.
        """
        ready = {name: self._ready(name, value) for name, value in values.items()}
        return b"".join(ready[part] if isinstance(part, str) else part for part in self._parts)

    def _ready(self, name: str, value: str) -> bytes:
        return (escape(value) if name in _TEXTS else value.replace(ROOT, self._back)).encode()
