"""Which characters the fonts of the PDF can show: pdf.py asks before it hands the book to Typst.

PDF/UA forbids a character without a glyph, and Typst then gives no PDF at all. So what no font can show is taken out
beforehand: an emoji without a word, other writing as `[…]`. The EPUB keeps everything: there the reader's own device
brings the fonts.
"""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

LEFT_OUT = "[…]"
_UNSHOWN = re.compile(r"\0(?:[\0 ,.]*\0)?")

# What the fonts that come with Typst have besides; a test sets every one of them.
_OF_TYPST = (
    (0x0384, 0x038A),
    (0x038E, 0x03A1),
    (0x03A3, 0x03FF),  # Greek
    (0x0400, 0x045F),  # Cyrillic
    (0x2000, 0x200A),
    (0x2010, 0x2027),
    (0x2030, 0x203F),  # spaces, dashes, quotes
    (0x2190, 0x219F),  # arrows
    (0x2200, 0x226F),  # mathematics
    (0x25A0, 0x2606),
    (0x2609, 0x262F),
    (0x2638, 0x267F),
    (0x270C, 0x2714),
    (0x2717, 0x2726),  # symbols
)
_ALWAYS = frozenset((0x0A, 0x20, 0xA0))


def covered(fonts: Iterable[Path]) -> frozenset[int]:
    """The code points that every one of the fonts has a glyph for, with those of the fonts that Typst brings."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it has no stubs; loaded for an edition only

    each = []
    for path in fonts:
        with TTFont(path, lazy=True) as font:
            each.append(frozenset(font.getBestCmap()))
    of_typst = (range(first, last + 1) for first, last in _OF_TYPST)
    return frozenset.intersection(*each).union(_ALWAYS, *of_typst)


def showable(data: Any, covered: frozenset[int]) -> Any:
    """The same data, of strings, lists and dictionaries, without what has no glyph in its texts."""
    if isinstance(data, str):
        return data if data.isascii() else _showable(data, covered)
    if isinstance(data, dict):
        return {key: showable(value, covered) for key, value in data.items()}
    return [showable(item, covered) for item in data] if isinstance(data, list | tuple) else data


def _showable(text: str, covered: frozenset[int]) -> str:
    text = unicodedata.normalize("NFC", text)
    if all(ord(character) in covered for character in text):
        return text
    shown = "".join(_replaced(character, covered) for character in text)
    shown = _UNSHOWN.sub(LEFT_OUT, re.sub(" {2,}", " ", shown))
    # Space at an end stays only where it was before: an emoji at the start of a title takes its space along.
    shown = shown if text[:1].isspace() else shown.lstrip()
    return shown if text[-1:].isspace() else shown.rstrip()


def _replaced(character: str, covered: frozenset[int]) -> str:
    """What comes nearest: without its accent, nothing for a picture, else a mark that something is left out."""
    if ord(character) in covered:
        return character
    bare = "".join(part for part in unicodedata.normalize("NFKD", character) if ord(part) in covered)
    if bare:
        return bare
    kind = unicodedata.category(character)
    if kind in ("Zs", "Cc"):
        return " "
    return "\0" if kind[0] in "LN" else ""
