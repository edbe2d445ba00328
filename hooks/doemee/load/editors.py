"""What editors write: the tables of data/*.yml, settings, the pages in content/. Bytes become a tree, or problems.

Unlike in what senders write, nothing may be wrong in it: an error stops the file, and all of its errors are reported
at once. A warning stops nothing.
"""

from dataclasses import dataclass

from doemee.load import source, strict_yaml
from doemee.load.strict_yaml import Tree, Value
from doemee.load.trouble import BrokenFile, Trouble
from doemee.problems import Problem, errors


@dataclass(frozen=True, slots=True)
class Page:
    """The fields at the head of a page, and its Markdown, which starts on line `body_line` of the file."""

    head: dict[str, Value]
    body: str
    body_line: int


def read_yaml(file: str, data: bytes, above: str = "") -> tuple[Tree | None, list[Problem]]:
    """The tree of a YAML file, None when there is an error in it; and everything wrong with `file`.

    Lines that are put `above` its text count in the positions of the tree, and not in the problems.
    """
    tree: Tree | None = None
    troubles: list[Trouble] = []
    in_yaml: list[Trouble] = []
    try:
        text, troubles = source.clean_text(data)
        tree = strict_yaml.parse(above + text)
        in_yaml += tree.troubles
    except BrokenFile as broken:
        in_yaml += broken.troubles
    first_line = 1 - above.count("\n")
    problems = [trouble.problem(file) for trouble in troubles]
    problems += [trouble.problem(file, first_line=first_line) for trouble in in_yaml]
    return None if errors(problems) else tree, problems


def read_page(file: str, data: bytes) -> tuple[Page | None, list[Problem]]:
    """A page, with or without a head, None when there is an error in it; and everything wrong with `file`."""
    page: Page | None = None
    troubles: list[Trouble] = []
    try:
        text, found = source.clean_text(data)
        troubles += found
        parts = source.split_markdown(text) if text.startswith("---\n") else source.Source("", text, 1)
        troubles += parts.troubles
        tree = strict_yaml.parse(parts.yaml) if parts.yaml else Tree({}, (1, 1, None))
        troubles += tree.troubles
        page = Page(tree.data, parts.body, parts.body_line)
    except BrokenFile as broken:
        troubles += broken.troubles
    problems = [trouble.problem(file) for trouble in troubles]
    return None if errors(problems) else page, problems
