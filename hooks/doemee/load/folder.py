"""A folder of files: which ones count, and what their bytes are."""

import os
from collections.abc import Iterator
from pathlib import Path

from doemee.load.loader import Loaded, load

IMAGES = "afbeeldingen"
_SUFFIXES = (".md", ".yml")


def initiative_paths(folder: Path) -> list[Path]:
    """The files of initiatives below `folder`, sorted.

    A name that starts with `_` or `.` is a template or a note, not an initiative. Symbolic links
    are left out: they could point at any file of the machine.
    """
    found: list[Path] = []
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(("_", "."))]
        names = (name for name in files if name.endswith(_SUFFIXES) and not name.startswith(("_", ".")))
        found += (path for path in map(Path(parent).joinpath, names) if not path.is_symlink())
    return sorted(found)


def load_folder(folder: Path, shown: Path) -> Iterator[Loaded]:
    """Every initiative of a folder. `shown` is the folder that their paths start from in messages."""
    for path in initiative_paths(folder):
        # A name on disk may hold bytes that are no text; a message must be able to show it all the same.
        name = path.relative_to(shown).as_posix().encode("utf-8", "backslashreplace").decode()
        yield load(name, path.read_bytes())


def image_names(folder: Path) -> frozenset[str]:
    """The names of the images that initiatives can use."""
    images = folder / IMAGES
    return frozenset(path.name for path in images.iterdir() if path.is_file() and not path.is_symlink()) if images.is_dir() else frozenset()
