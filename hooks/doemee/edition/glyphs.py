"""Which signs the fonts of the PDF have. PDF/UA forbids a sign without a shape, and Typst then gives no PDF at all.

So what no font can show is taken out beforehand: an emoji without a word, other writing as `[…]`. The EPUB keeps
everything: there the reader's own device brings the fonts.
"""

import re
import struct
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
    (0x2717, 0x2726),  # signs
)
_ALWAYS = frozenset((0x0A, 0x20, 0xA0))


def shapes(fonts: Iterable[Path]) -> frozenset[int]:
    """The code points that every one of the fonts has, with those of the fonts that Typst brings."""
    each = [_code_points(font.read_bytes()) for font in fonts]
    return frozenset.intersection(*map(frozenset, each)).union(
        _ALWAYS, *(range(first, last + 1) for first, last in _OF_TYPST)
    )


def showable(data: Any, shapes: frozenset[int]) -> Any:
    """The same data with nothing in its texts that has no shape."""
    if isinstance(data, str):
        return data if data.isascii() else _showable(data, shapes)
    if isinstance(data, dict):
        return {key: showable(value, shapes) for key, value in data.items()}
    return [showable(item, shapes) for item in data] if isinstance(data, list | tuple) else data


def _showable(text: str, shapes: frozenset[int]) -> str:
    text = unicodedata.normalize("NFC", text)
    if all(ord(sign) in shapes for sign in text):
        return text
    shown = "".join(_replaced(sign, shapes) for sign in text)
    shown = _UNSHOWN.sub(LEFT_OUT, re.sub(" {2,}", " ", shown))
    # Space at an end stays only where it was before: an emoji at the start of a title takes its space along.
    shown = shown if text[:1].isspace() else shown.lstrip()
    return shown if text[-1:].isspace() else shown.rstrip()


def _replaced(sign: str, shapes: frozenset[int]) -> str:
    """The sign, or what comes nearest: without its accent, nothing for a picture, else a mark that something is left out."""
    if ord(sign) in shapes:
        return sign
    bare = "".join(part for part in unicodedata.normalize("NFKD", sign) if ord(part) in shapes)
    if bare:
        return bare
    kind = unicodedata.category(sign)
    if kind in ("Zs", "Cc"):
        return " "
    return "\0" if kind[0] in "LN" else ""


def _code_points(font: bytes) -> set[int]:
    """The code points of a TrueType font: its `cmap` in format 4 or 12 (OpenType, "cmap")."""
    count = struct.unpack_from(">H", font, 4)[0]
    tables = {font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0] for at in range(12, 12 + 16 * count, 16)}
    start = tables[b"cmap"]
    found: set[int] = set()
    for number in range(struct.unpack_from(">H", font, start + 2)[0]):
        at = start + struct.unpack_from(">I", font, start + 4 + 8 * number + 4)[0]
        kind = struct.unpack_from(">H", font, at)[0]
        if kind == 4:
            segments = struct.unpack_from(">H", font, at + 6)[0] // 2
            ends = struct.unpack_from(f">{segments}H", font, at + 14)
            starts = struct.unpack_from(f">{segments}H", font, at + 16 + 2 * segments)
            for first, last in zip(starts, ends, strict=True):
                found.update(range(first, last + 1))
        elif kind == 12:
            for group in range(struct.unpack_from(">I", font, at + 12)[0]):
                first, last = struct.unpack_from(">II", font, at + 16 + 12 * group)
                found.update(range(first, last + 1))
    return found - {0xFFFF}
