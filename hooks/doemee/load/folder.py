"""A folder of files: which ones count, and what their bytes are."""

import os
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from doemee.load.loader import Loaded, load
from doemee.load.submission import Model, Submission
from doemee.problems import Problem

IMAGES = "afbeeldingen"
README = "README.md"
_SUFFIXES = (".md", ".yml")
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".heic", ".bmp", ".tif", ".tiff")
_OF_WINDOWS = frozenset({"Thumbs.db", "desktop.ini"})
_LINK = ("dit is een koppeling naar iets anders, en die volgen we niet", "Zet het bestand zelf in de map")


def initiative_paths(folder: Path) -> list[Path]:
    """The files of initiatives below `folder`, sorted.

    A name that starts with `_` or `.` is a template or a note, and README.md is for the editors: no
    initiatives. `stray_paths` reports everything else that is left out.
    """
    if folder.is_symlink():
        return []
    found: list[Path] = []
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(("_", "."))]
        names = (
            name for name in files if name.endswith(_SUFFIXES) and not name.startswith(("_", ".")) and name != README
        )
        found += (path for path in map(Path(parent).joinpath, names) if not path.is_symlink())
    return sorted(found)


def stray_paths(folder: Path, shown: Path) -> Iterator[Problem]:
    """What lies in the folder and is no initiative, so that nothing is passed over without a word.

    Symbolic links are never followed: they could lead to any file of the machine. Two names that differ
    only in capitals or in how an accent is written are one file on a Mac or on Windows. A README.md is
    for the editors, and so is what starts with `_`; a name that starts with a dot is a program's.
    """
    alike: dict[str, list[Path]] = defaultdict(list)
    if folder.is_symlink():
        yield _stray(folder, shown, "koppeling", *_LINK)
        return
    for parent, folders, files in os.walk(folder):
        inside = Path(parent)
        for name in (*folders, *files):
            path = inside / name
            if path.is_symlink():
                yield _stray(path, shown, "koppeling", *_LINK)
            elif not name.startswith("."):
                alike[unicodedata.normalize("NFC", str(path)).casefold()].append(path)
                if name in files and inside != folder / IMAGES and not _is_known(name):
                    yield _stray(path, shown, "vreemd-bestand", *_advice(path))
        folders[:] = [name for name in folders if not name.startswith(("_", "."))]
    for same in alike.values():
        for path in same if len(same) > 1 else ():
            other = readable(next(twin for twin in sorted(same) if twin != path), shown)
            message, hint = (
                f"deze naam is op een Mac of op Windows dezelfde als {other}",
                "Geef één van beide een andere naam",
            )
            yield _stray(path, shown, "zelfde-naam", message, hint)


def _is_known(name: str) -> bool:
    return name.startswith("_") or name.endswith(_SUFFIXES) or name in _OF_WINDOWS


def _advice(path: Path) -> tuple[str, str]:
    if path.suffix.lower() in _PICTURES:
        return "beelden horen in een eigen map", f"Verplaats het naar data/initiatives/{IMAGES}/"
    if path.suffix.lower() in (".yaml", ".markdown", ".txt", *_SUFFIXES):
        right = ".yml" if path.suffix.lower() in (".yaml", ".yml") else ".md"
        # Windows hides .txt: who saves soep.md in Kladblok has soep.md.txt.
        name = path.stem if path.stem.endswith(_SUFFIXES) else path.stem + right
        return f"een bestand met {path.suffix} lezen we niet", f"Noem het {name}"
    return "dit soort bestand lezen we niet", "Zet de tekst in een bestand met .md, zoals _voorbeeld.md"


def _stray(path: Path, shown: Path, code: str, message: str, hint: str) -> Problem:
    return Problem(readable(path, shown), 1, 1, "", code, message, hint)


def readable(path: Path, shown: Path) -> str:
    """A path as messages show it, from `shown` on: a name on disk may hold bytes that are no text."""
    below = path.relative_to(shown) if path.is_relative_to(shown) else path
    return below.as_posix().encode("utf-8", "backslashreplace").decode()


def load_folder(folder: Path, shown: Path, model: type[Model] = Submission) -> Iterator[Loaded]:
    """Every initiative, or tip, of a folder. `shown` is the folder that their paths start from in messages."""
    for path in initiative_paths(folder):
        yield load(readable(path, shown), path.read_bytes(), model)


def image_names(folder: Path) -> frozenset[str]:
    """The names of the images that initiatives can use."""
    images = folder / IMAGES
    if images.is_symlink() or not images.is_dir():
        return frozenset()
    return frozenset(path.name for path in images.iterdir() if path.is_file() and not path.is_symlink())
