"""Pictures as the site publishes them: without where and when they were taken, and no wider than needed."""

import warnings
from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

MAX_WIDTH = 1600
_FORMATS = ("JPEG", "PNG", "WEBP")
_ORIENTATION = 0x0112
_ON_ITS_SIDE = (5, 6, 7, 8)


def published_size(path: Path) -> tuple[int, int]:
    """Width and height of a checked picture as it is published, from its first bytes: a page keeps its place free."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # twisted EXIF: it stays behind anyhow
        with Image.open(path, formats=_FORMATS) as image:
            turned = image.getexif().get(_ORIENTATION) in _ON_ITS_SIDE
            return _fitted(*(reversed(image.size) if turned else image.size))


def published(path: Path) -> bytes:
    """A checked picture, written anew in its own format: same picture in, same bytes out.

    EXIF (the place where a photo was taken, and by which camera), XMP and comments stay behind; the
    way up that EXIF names is applied first. Wider ones are scaled down to MAX_WIDTH.
    """
    facts = path.stat()
    return _published(path, facts.st_mtime_ns, facts.st_size)


@lru_cache(maxsize=64)  # for who serves the site and changes one thing at a time
def _published(path: Path, _changed: int, _size: int) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(path, formats=_FORMATS) as original:
            # Many telephones write MPO: a JPEG with a second one behind it, that nobody needs.
            kind = "JPEG" if original.format == "MPO" else str(original.format)
            image = ImageOps.exif_transpose(original)
            image.load()
    if image.mode.startswith("I"):  # 16 bits of grey; Pillow would cut off instead of scale
        image = image.convert("I").point(lambda value: value / 257).convert("L")
    image = image.convert("RGBA" if kind != "JPEG" and image.has_transparency_data else "RGB")
    if image.size != _fitted(*image.size):
        image = image.resize(_fitted(*image.size), Image.Resampling.LANCZOS)
    clean = Image.new(image.mode, image.size)  # pixels alone: everything else was left in `image`
    clean.paste(image)
    buffer = BytesIO()
    options: dict[str, dict[str, Any]] = {
        "JPEG": {"quality": 82, "optimize": True, "progressive": True},
        "PNG": {"optimize": True},
        "WEBP": {"quality": 82, "method": 4},
    }
    clean.save(buffer, kind, **options[kind])
    return buffer.getvalue()


def _fitted(width: int, height: int) -> tuple[int, int]:
    return (width, height) if width <= MAX_WIDTH else (MAX_WIDTH, max(1, round(height * MAX_WIDTH / width)))


def publish(names: Iterable[str], source: Path, target: Path) -> None:
    """Write the images of these names anew, from one folder to another."""
    target.mkdir(parents=True, exist_ok=True)
    for name in names:
        (target / name).write_bytes(published(source / name))
