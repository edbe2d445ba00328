"""The scripts of the site: each entry in one file with the modules that it imports, for one request instead of twelve.

overrides/assets/ holds the modules as people read them. A bundler joins and shortens them; it is a program, and the
core starts none, so it comes in as an argument (hooks/surroundings.py runs esbuild).
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

Bundle = Callable[[Path, Sequence[str]], Mapping[str, bytes]]
"""A bundler. Takes the folder of the modules and the paths of entries in it; gives the bytes of each entry by its path.

What one entry imports from another stays an import: finder.js is fetched later, and shares code with filter.js.
Raises UnbundledScripts.
"""

ENTRIES = ("filter/filter.js", "filter/finder.js", "form/form.js")
"""The scripts that pages ask for and that consist of modules; all others are published as they are."""

MODULES = ("assets/filter/", "assets/form/", "assets/shared/")
"""Where the modules stand that are published inside the entries only."""


class UnbundledScripts(Exception):
    """The bundler is not there, or refuses a script. The message is for people."""
