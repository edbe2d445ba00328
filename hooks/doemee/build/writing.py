"""The outputs become files: on two cores where that is quicker, and one by one while somebody looks at them."""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from doemee.build.output import Output, Outputs
from doemee.build.parallel import in_parts
from doemee.build.site import Site

Together = tuple[Output, ...]


def write(site: Site, outputs: Outputs, folder: Path) -> None:
    """Write every file below `folder`. What the files of initiatives share with others comes back from each process."""

    def initiatives(part: Sequence[Together]) -> tuple[dict[str, str], dict[str, bytes]]:
        write_files(folder, (output for together in part for output in together))
        return site.events, site.feeds.events

    def views(part: Sequence[Together]) -> None:
        write_files(folder, (output for together in part for output in together))

    for as_json, as_vevent in in_parts(initiatives, outputs.initiatives):
        site.events |= as_json
        site.feeds.events |= as_vevent
    in_parts(views, outputs.views)
    write_files(folder, outputs.once)


def write_files(folder: Path, outputs: Iterable[Output]) -> None:
    """Write files below a folder; every address is made by us, so none leads out of it."""
    made: set[str] = set()
    for output in outputs:
        name = f"{folder}/{output.address}"
        parent = name[: name.rindex("/")]
        if parent not in made:
            Path(parent).mkdir(parents=True, exist_ok=True)
            made.add(parent)
        data = output.make()
        with open(name, "wb") as file:
            file.write(data)


def put_in_place(new: Path, target: Path) -> None:
    """Swap folders, so that a site is never half old and half new."""
    old = target.with_name(f".{target.name}-oud")
    shutil.rmtree(old, ignore_errors=True)
    try:
        if target.exists():
            target.rename(old)
        new.rename(target)
    except OSError:  # a mount point cannot be renamed: what is in it can be replaced
        for path in target.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copytree(new, target, dirs_exist_ok=True)
        shutil.rmtree(new)
    shutil.rmtree(old, ignore_errors=True)
