"""The law for the pictures on disk: what a file names must be one that a browser shows, and not too large."""

import warnings
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from doemee.check.rules import FolderRule, Problems, of_file
from doemee.load.answers import Said, say
from doemee.load.folder import IMAGES, README, image_names, readable
from doemee.load.loader import Loaded
from doemee.problems import Problem

MAX_BYTES = 5 * 1024 * 1024
MAX_PIXELS = 25_000_000
FORMATS = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",), "WEBP": (".webp",)}

# What people send in the place of a picture: how it starts, and what is said of it.
_IMPOSTORS = (
    (b"version https://git-lfs", say("beeld-git-lfs")),
    (b"<!doctype html", say("beeld-webpagina")),
    (b"<html", say("beeld-webpagina")),
    (b"<svg", say("beeld-svg")),
    (b"<?xml", say("beeld-svg")),
    (b"GIF8", say("beeld-andere-soort", kind="GIF")),
    (b"BM", say("beeld-andere-soort", kind="BMP")),
    (b"II*\0", say("beeld-andere-soort", kind="TIFF")),
    (b"MM\0*", say("beeld-andere-soort", kind="TIFF")),
    (b"%PDF", say("beeld-andere-soort", kind="pdf")),
)


def images_are_usable(files: Sequence[Loaded], folder: Path, _: Path) -> Problems:
    """Every image that a file names is a real JPEG, PNG or WebP that stands still, of at most 5 MB and 25 megapixels.

    Each is opened once, whoever names it.
    """
    faults: dict[str, Said | None] = {}
    for file in files:
        image = file.submission.afbeelding if file.submission else None
        if image is None:
            continue
        path = folder / IMAGES / image.bestand
        if image.bestand not in faults:
            faults[image.bestand] = fault(path) if path.is_file() and not path.is_symlink() else None
        if found := faults[image.bestand]:
            line, column = file.tree.position(("afbeelding", "bestand")) if file.tree else (1, 1)
            yield Problem(file.path, line, column, "afbeelding.bestand", *found)


def images_are_used(files: Sequence[Loaded], folder: Path, shown: Path) -> Problems:
    """Every image in the folder of images is named by a file; else nobody will ever see it.

    `folder` is the one that the initiatives lie in. What a file names that cannot be read in full, counts too.
    """
    named = {file.submission.afbeelding.bestand for file in files if file.submission and file.submission.afbeelding}
    unread = [file.data for file in files if not file.complete]
    for name in sorted(image_names(folder) - named):
        ours = name.startswith(("_", ".")) or name == README
        if not ours and not any(name.encode("utf-8", "surrogateescape") in data for data in unread):
            yield of_file(readable(folder / IMAGES / name, shown), "beeld-ongebruikt")


def fault(path: Path) -> Said | None:
    """What is wrong with a picture, or None; found out once as long as the file stays the same."""
    if path.is_symlink():
        return say("beeld-is-een-koppeling")
    facts = path.stat()
    if facts.st_size > MAX_BYTES:
        return say("afbeelding-te-zwaar", megabytes=f"{facts.st_size / 1024 / 1024:.1f}".replace(".", ","))
    return _fault(path, facts.st_mtime_ns, facts.st_size)


@lru_cache(maxsize=4096)
def _fault(path: Path, _changed: int, size: int) -> Said | None:
    if not size:
        return say("beeld-leeg")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=tuple(FORMATS)) as image:
                if refused := _refused(image, path):
                    return refused
                # All of it is read, or raises. A JPEG at an eighth of its size: the same bytes, in less time.
                image.draft("RGB", (image.width // 8, image.height // 8))
                image.load()
                return None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return say("afbeelding-te-groot")
    except UnidentifiedImageError:
        return _impostor(path)
    except Exception:  # noqa: BLE001 - a twisted file makes Pillow raise whatever its parsers stumble over
        return say("beeld-beschadigd")


def _refused(image: Image.Image, path: Path) -> Said | None:
    """What its first bytes tell. Its size is known before it is unpacked, so a bomb does not go off."""
    width, height = image.size
    if width * height > MAX_PIXELS:
        return say("afbeelding-veel-pixels", width=width, height=height)
    # Many telephones write MPO: a JPEG with a second one behind it, that nobody needs.
    kind = "JPEG" if image.format == "MPO" else str(image.format)
    if path.suffix not in FORMATS[kind]:
        return say("verkeerde-extensie", kind=kind, name=f"{path.stem}{FORMATS[kind][0]}")
    if image.format != "MPO" and getattr(image, "n_frames", 1) > 1:
        return say("beweegt")
    return None


def _impostor(path: Path) -> Said:
    with open(path, "rb") as file:
        start = file.read(400).removeprefix(b"\xef\xbb\xbf").lstrip()
    for first, said in _IMPOSTORS:
        if start[: len(first)].lower() == first.lower():
            return said
    return say("beeld-telefoon" if start[4:8] == b"ftyp" else "geen-afbeelding")


RULES: tuple[FolderRule, ...] = (images_are_usable, images_are_used)
