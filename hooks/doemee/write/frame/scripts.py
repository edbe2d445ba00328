"""A script of the site with the modules that it imports in it: one request instead of twelve, and no comments.

overrides/assets/ holds the modules as people read them, and they work as they are; this only joins them.
"""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([a-z_]+\.js)";\n', re.MULTILINE)
_PASSED_ON = re.compile(r'^export (\{[^}]*\}) from "\./[a-z_]+\.js";', re.MULTILINE)
_NAME = re.compile(r"^(?:export )?(?:async )?(?:const|let|function|class) (\w+)", re.MULTILINE)
_COMMENT = re.compile(r"^\s*(?:/\*\*.*?\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)
_REMARK = re.compile(
    r"(?<=[;{]) // [^\"'`\n]*$", re.MULTILINE
)  # after the code; never where a text may hold two slashes


def joined(entry: Path, apart: Collection[str] = ()) -> bytes:
    """The module `entry` after those that it needs; the modules `apart` stay imports, for another script has them too.

    Raises ValueError when two modules have the same name on their first level, OSError when one is not there.
    """
    order: dict[str, str] = {}
    imports: dict[str, None] = {}
    for name, text in _with_needs(entry, apart, set()):
        order[name] = text
        imports |= dict.fromkeys(match[0] for match in _IMPORT.finditer(text) if match[1] in apart)
    names = [(own, name) for name, text in order.items() for own in _NAME.findall(text)]
    twice = sorted({own for own, name in names for other, where in names if own == other and name != where})
    if twice:
        raise ValueError(f"{', '.join(twice)}: in more than one module of {entry.name}")
    inner = (_PASSED_ON.sub(r"export \1;", _IMPORT.sub("", text)) for text in order.values())
    parts = [
        _bare(text if name == entry.name else text.replace("export ", ""))
        for name, text in zip(order, inner, strict=True)
    ]
    return "".join([*imports, *parts]).encode()


def _with_needs(path: Path, apart: Collection[str], seen: set[str]) -> Iterator[tuple[str, str]]:
    """A module after those that it imports, each once."""
    seen.add(path.name)
    text = path.read_text(encoding="utf-8")
    for name in _IMPORT.findall(text):
        if name not in seen and name not in apart:
            yield from _with_needs(path.with_name(name), apart, seen)
    yield path.name, text


def _bare(text: str) -> str:
    """Without comments, margins and empty lines."""
    return "".join(f"{line.strip()}\n" for line in _REMARK.sub("", _COMMENT.sub("", text)).splitlines() if line.strip())
