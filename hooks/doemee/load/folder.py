"""A folder of files: which ones count, and what their bytes are."""

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
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix in _SUFFIXES
        and not any(part.startswith(("_", ".")) for part in path.relative_to(folder).parts)
        and not path.is_symlink()
        and path.is_file()
    )


def load_folder(folder: Path, shown: Path) -> Iterator[Loaded]:
    """Every initiative of a folder. `shown` is the folder that their paths start from in messages."""
    for path in initiative_paths(folder):
        yield load(path.relative_to(shown).as_posix(), path.read_bytes())


def image_names(folder: Path) -> frozenset[str]:
    """The names of the images that initiatives can use."""
    images = folder / IMAGES
    return frozenset(path.name for path in images.iterdir() if path.is_file() and not path.is_symlink()) if images.is_dir() else frozenset()
