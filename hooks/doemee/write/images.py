"""Pictures as the site publishes them: without where and when they were taken, and no wider than needed."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

MAX_WIDTH = 1600


def published(path: Path) -> bytes:
    """A checked picture, written anew in its own format: same picture in, same bytes out.

    EXIF (the place where a photo was taken, and by which camera), XMP and comments stay behind; the
    way up that EXIF told is applied first. Wider ones are scaled down to MAX_WIDTH.
    """
    with Image.open(path, formats=("JPEG", "PNG", "WEBP")) as original:
        kind = original.format
        image = ImageOps.exif_transpose(original)
        image.load()
    if image.width > MAX_WIDTH:
        image = image.resize((MAX_WIDTH, max(1, round(image.height * MAX_WIDTH / image.width))), Image.Resampling.LANCZOS)
    image = image.convert("RGBA" if kind != "JPEG" and image.has_transparency_data else "RGB")
    clean = Image.new(image.mode, image.size)  # pixels alone: everything else was left in `image`
    clean.paste(image)
    buffer = BytesIO()
    options = {
        "JPEG": {"quality": 82, "optimize": True, "progressive": True},
        "PNG": {"optimize": True},
        "WEBP": {"quality": 82, "method": 4},
    }
    clean.save(buffer, kind, **options[kind])
    return buffer.getvalue()
