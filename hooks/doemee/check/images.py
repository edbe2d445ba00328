"""The law for images: what a file names must be a picture that a browser shows, and not too large."""

import warnings
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from PIL import Image, UnidentifiedImageError

from doemee.load.folder import IMAGES, README, image_names, readable
from doemee.load.loader import Loaded
from doemee.problems import Problem, Severity

MAX_BYTES = 5 * 1024 * 1024
MAX_PIXELS = 25_000_000
FORMATS = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",), "WEBP": (".webp",)}

_EMPTY_ALTS = frozenset({"foto", "afbeelding", "beeld", "image", "logo", "illustratie", "tekening"})
_EMPTY_ALTS |= {f"{article} {word}" for article in ("een", "de", "het") for word in _EMPTY_ALTS}
_SAVE_AGAIN = "Open het beeld in een fotoprogramma en bewaar het als JPEG, PNG of WebP"

_WEB_PAGE = ("dit is een webpagina, geen beeld", "Bewaar op die pagina het beeld zelf, met een rechterklik")
_SVG = ("een SVG kunnen we niet aannemen: er kan van alles in zitten", "Bewaar het beeld als PNG of JPEG")

# What people send in the place of a picture: how it starts, what it is, and what to do then.
_IMPOSTORS = (
    (
        b"version https://git-lfs",
        "hier staat alleen een verwijzing (Git LFS), niet het beeld zelf",
        "Voeg het beeld zelf toe",
    ),
    (b"<!doctype html", *_WEB_PAGE),
    (b"<html", *_WEB_PAGE),
    (b"<svg", *_SVG),
    (b"<?xml", *_SVG),
    (b"GIF8", "dit is eigenlijk een GIF", _SAVE_AGAIN),
    (b"BM", "dit is eigenlijk een BMP", _SAVE_AGAIN),
    (b"II*\0", "dit is eigenlijk een TIFF", _SAVE_AGAIN),
    (b"MM\0*", "dit is eigenlijk een TIFF", _SAVE_AGAIN),
    (b"%PDF", "dit is eigenlijk een pdf", _SAVE_AGAIN),
)


class Fault(NamedTuple):
    """Why a picture cannot be used."""

    code: str
    message: str
    hint: str


def images_exist(loaded: Loaded, images: frozenset[str]) -> Iterator[Problem]:
    """An image is in the folder of images."""
    image = loaded.submission.afbeelding
    if image and image.bestand not in images:
        close = get_close_matches(image.bestand, sorted(images), n=1)
        hint = f"Bedoel je `{close[0]}`?" if close else "Zet het bestand in data/initiatives/afbeeldingen/"
        yield loaded.problem(
            ("afbeelding", "bestand"), "afbeelding-ontbreekt", f"“{image.bestand}” vinden we niet", hint
        )


def images_are_described(loaded: Loaded) -> Iterator[Problem]:
    """The words for who does not see the image say what is on it."""
    image = loaded.submission.afbeelding
    words = image.alt.lower().rstrip(".") if image else ""
    if image and (words in _EMPTY_ALTS or words.endswith((".jpg", ".jpeg", ".png", ".webp"))):
        message = f"“{image.alt}” zegt niet wat er op het beeld staat"
        hint = "Beschrijf het in een zin, bijvoorbeeld: Drie mensen roeren in een grote pot soep"
        yield loaded.problem(("afbeelding", "alt"), "alt-zegt-niets", message, hint, severity=Severity.WARNING)


def images_are_usable(files: list[Loaded], folder: Path) -> Iterator[Problem]:
    """Every image that a file names is a real JPEG, PNG or WebP, of at most 5 MB and 25 million pixels, that stands still.

    `folder` is the folder of images. Each is opened once, whoever names it.
    """
    faults: dict[str, Fault | None] = {}
    for loaded in files:
        image = loaded.submission.afbeelding if loaded.submission else None
        if image is None:
            continue
        path = folder / image.bestand
        if image.bestand not in faults:
            faults[image.bestand] = fault(path) if path.is_file() and not path.is_symlink() else None
        if found := faults[image.bestand]:
            yield loaded.problem(("afbeelding", "bestand"), found.code, found.message, found.hint)


def images_are_used(files: list[Loaded], folder: Path, shown: Path) -> Iterator[Problem]:
    """Every image in the folder of images is named by a file; else nobody will ever see it.

    `folder` is the one that the initiatives lie in. What a file names that cannot be read in full, counts too.
    """
    named = {
        loaded.submission.afbeelding.bestand for loaded in files if loaded.submission and loaded.submission.afbeelding
    }
    unread = [loaded.data for loaded in files if not loaded.complete]
    for name in sorted(image_names(folder) - named):
        path = readable(folder / IMAGES / name, shown)
        if (
            name.startswith(("_", "."))
            or name == README
            or any(name.encode("utf-8", "surrogateescape") in data for data in unread)
        ):
            continue
        hint = "Zet de naam bij `afbeelding` in een initiatief, of verwijder het bestand"
        yield Problem(
            path, 1, 1, "", "beeld-ongebruikt", "geen enkel initiatief gebruikt dit bestand", hint, Severity.WARNING
        )


def fault(path: Path) -> Fault | None:
    """What is wrong with a picture, or None; found out once as long as the file stays the same."""
    if path.is_symlink():
        return Fault("koppeling", "dit is een koppeling naar een ander bestand", "Zet het beeld zelf in de map")
    facts = path.stat()
    if facts.st_size > MAX_BYTES:
        megabytes = f"{facts.st_size / 1024 / 1024:.1f}".replace(".", ",")
        message = f"dit beeld is {megabytes} MB groot, het mag hoogstens 5 MB zijn"
        return Fault("afbeelding-te-zwaar", message, "Maak het kleiner: 1600 pixels breed is genoeg")
    return _fault(path, facts.st_mtime_ns, facts.st_size)


@lru_cache(maxsize=4096)
def _fault(path: Path, _changed: int, size: int) -> Fault | None:
    if not size:
        return Fault("geen-afbeelding", "dit bestand is leeg", "Voeg het beeld opnieuw toe")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=tuple(FORMATS)) as image:
                return _refused(image, path) or _unpacked(image)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return Fault(
            "afbeelding-te-groot", "dit beeld telt te veel pixels", "Maak het kleiner: 1600 pixels breed is genoeg"
        )
    except UnidentifiedImageError:
        return _impostor(path)
    except Exception:  # noqa: BLE001 - a twisted file makes Pillow raise whatever its parsers stumble over
        return Fault("geen-afbeelding", "dit beeld is beschadigd", "Bewaar het opnieuw als JPEG, PNG of WebP")


def _refused(image: Image.Image, path: Path) -> Fault | None:
    """What its first bytes tell. Its size is known before it is unpacked, so a bomb does not go off."""
    width, height = image.size
    if width * height > MAX_PIXELS:
        message = f"dit beeld is {width} bij {height} pixels groot, en dat is te veel"
        return Fault("afbeelding-te-groot", message, "Maak het kleiner: 1600 pixels breed is genoeg")
    # Many telephones write MPO: a JPEG with a second one behind it, that nobody needs.
    kind = "JPEG" if image.format == "MPO" else image.format
    if path.suffix not in FORMATS[kind]:
        message = f"dit is eigenlijk een {kind}-bestand"
        return Fault("verkeerde-extensie", message, f"Noem het {path.stem}{FORMATS[kind][0]}, ook bij `bestand`")
    if image.format != "MPO" and getattr(image, "n_frames", 1) > 1:
        return Fault("beweegt", "dit beeld beweegt", "Gebruik een beeld dat stilstaat")
    return None


def _unpacked(image: Image.Image) -> None:
    """Read all of it, or raise. A JPEG is read at an eighth of its size: the same bytes, in a fraction of the time."""
    image.draft("RGB", (image.width // 8, image.height // 8))
    image.load()


def _impostor(path: Path) -> Fault:
    with open(path, "rb") as file:
        start = file.read(400).removeprefix(b"\xef\xbb\xbf").lstrip()
    for sign, message, hint in _IMPOSTORS:
        if start[: len(sign)].lower() == sign.lower():
            return Fault("geen-afbeelding", message, hint)
    if start[4:8] == b"ftyp":
        return Fault(
            "geen-afbeelding", "dit is een foto zoals een telefoon ze bewaart (HEIC of AVIF)", "Bewaar ze als JPEG"
        )
    return Fault("geen-afbeelding", "dit is geen beeld dat we kunnen tonen", "Bewaar het als JPEG, PNG of WebP")
