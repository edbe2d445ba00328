"""One file in, one submission out, with every problem that the file by itself shows.

The flow: bytes → text (source) → YAML tree with lines (strict_yaml) → typed fields (submission).
A mistake in the bytes or the YAML is mended where it can be (yaml_mistakes, yaml_misreadings), so
that it never hides what is wrong in the other fields.
"""

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel, ValidationError

from doemee.load import answers, description, source, strict_yaml
from doemee.load.declared import BODY, MOST_CHARACTERS
from doemee.load.hidden_characters import without_hidden
from doemee.load.messages import explained
from doemee.load.strict_yaml import Marks, Tree
from doemee.load.submission import Submission, Tip
from doemee.load.trouble import Trouble
from doemee.load.yaml_lines import field_at
from doemee.load.yaml_misreadings import look_again, may_be_misread
from doemee.problems import Problem, Severity

_SLUG = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(slots=True)
class Loaded:
    """A file as far as it could be read.

    `submission` holds the fields that are right: all of them when `complete`, else the wrong ones
    are None, so that the rules can still look at the rest. `body` is the description in Markdown.
    """

    path: str
    slug: str
    data: bytes
    submission: Any = None
    complete: bool = False
    body: str = ""
    body_line: int = 1
    tree: Tree | None = None
    problems: list[Problem] = field(default_factory=list)

    def problem(self, at: tuple[str | int, ...], key: str, /, **values: object) -> Problem:
        """The answer of that key, to the value at `at`: a path of keys and list positions in the file."""
        line, column = self.tree.position(at) if self.tree else (1, 1)
        name = ".".join(step for step in at if isinstance(step, str))
        return Problem(self.path, line, column, name, *answers.say(key, **values))


def load(path: str, data: bytes, model: type[BaseModel] = Submission) -> Loaded:
    """Read one file.

    `path` is what the problems call it (relative, with slashes); its last part gives the slug.
    Never raises for what is in the file: everything wrong is in `problems` of the result.
    """
    name = PurePosixPath(path)
    loaded = Loaded(path=path, slug=name.stem, data=data)
    if not _SLUG.fullmatch(name.stem) or not 3 <= len(name.stem) <= 80:
        loaded.problems.append(
            Problem(
                path,
                1,
                1,
                "",
                "bestandsnaam",
                "de naam van dit bestand kan geen adres worden",
                f"Noem het bijvoorbeeld `{_slugged(name.stem)}{name.suffix}`: 3 tot 80 kleine letters, cijfers en enkele koppeltekens",
            )
        )
    told: list[Trouble] = []
    try:
        text, told = source.readable(data)
        parts = source.split_markdown(text) if name.suffix == ".md" else source.split_yaml(text)
        told += parts.troubles
        loaded.tree = strict_yaml.parse_mended(parts.yaml)
    except Trouble as last:
        loaded.problems += (_problem(path, trouble) for trouble in (*told, *last.others, last))
        return loaded
    loaded.body, loaded.body_line = parts.body, parts.body_line
    if may_be_misread(parts.yaml):
        _look_again(loaded, parts.yaml, wrong=False)
    if told:
        _name_fields(told, parts)
    described = name.suffix != ".md"
    found = _validated(loaded, parts.yaml, model, described)
    if found and _look_again(loaded, parts.yaml, wrong=True):
        found = _validated(loaded, parts.yaml, model, described)
    told += (*loaded.tree.troubles, *found)
    if (length := len(loaded.body)) > MOST_CHARACTERS:
        sizes = {"length": length, "most": MOST_CHARACTERS}
        told.append(answers.trouble("te-lange-beschrijving", line=loaded.body_line, field=BODY, **sizes))
        loaded.body = loaded.body[:MOST_CHARACTERS]
    for trouble in description.mistakes(loaded.body, internal=model is Tip):
        _place(trouble, loaded, text if name.suffix != ".md" else "")
        told.append(trouble)
    if told:
        loaded.problems += dict.fromkeys(_problem(path, trouble) for trouble in told)
        loaded.complete = loaded.complete and all(trouble.severity is Severity.WARNING for trouble in told)
    return loaded


def _validated(loaded: Loaded, yaml: str, model: type[BaseModel], described: bool) -> list[Trouble]:
    """Fill `loaded.submission` from its tree; what is wrong with the values.

    `described` says that the description is a field. Silent about what was dropped while mending:
    it is there, and its own problem has been told.
    """
    if "\\" in yaml:
        _without_escaped(loaded.tree)
    fields = dict(loaded.tree.data)
    found: list[Trouble] = []
    if described:
        loaded.body = _description(loaded, fields.pop("beschrijving", None), found)
    try:
        loaded.submission = model.model_validate(fields)
        loaded.complete = True
    except ValidationError as error:
        mended = loaded.tree.mended
        for entry in error.errors(include_url=False):
            trouble = explained(entry, model)
            trouble.line, trouble.column = loaded.tree.position(entry["loc"])
            if mended and (
                trouble.line - 1 in mended.broken or (entry["type"] == "missing" and entry["loc"][-1] in mended.lost)
            ):
                continue
            found.append(trouble)
        loaded.submission = _what_is_right(fields, model)
        loaded.complete = False
    return found


def _look_again(loaded: Loaded, yaml: str, wrong: bool) -> bool:
    """Whether the YAML said something else than was meant; then the tree is the one that was meant."""
    mending = look_again(yaml, loaded.tree, wrong)
    if mending is None:
        return False
    repeated = [trouble for trouble in loaded.tree.troubles if trouble not in mending.troubles]
    try:
        loaded.tree = strict_yaml.again(mending)
    except Trouble as last:
        loaded.tree.troubles = [*repeated, *last.others, last]
        return False
    return True


def _without_escaped(tree: Tree) -> None:
    """Tell of signs that only an escape such as "\\u202e" makes, and take them out."""

    def cleaned(value: Any, marks: Marks, field: str) -> Any:
        line, column, inside = marks
        if isinstance(value, dict):
            return {key: cleaned(item, inside[key], f"{field}.{key}".strip(".")) for key, item in value.items()}
        if isinstance(value, list):
            return [cleaned(item, below, field) for item, below in zip(value, inside, strict=True)]
        text, troubles = without_hidden(value or "")
        for trouble in troubles:
            trouble.line, trouble.column, trouble.field = line, column, field
            trouble.hint = "Verwijder de code met \\ uit deze tekst"
        tree.troubles += troubles
        return text if troubles else value

    for key in tree.data:
        if troubles := without_hidden(key)[1]:
            line, column = tree.position((key,))
            hint = "Schrijf de naam van het veld zonder codes met \\"
            tree.troubles.append(Trouble(troubles[0].code, troubles[0].message, hint, line=line, column=column))
    tree.data = cleaned(tree.data, tree.marks, "")


def _name_fields(told: list[Trouble], parts: source.Source) -> None:
    """Give what was found in the bytes and the text the field on whose line it stands."""
    lines = parts.yaml.split("\n")
    for trouble in told:
        if trouble.code in ("onzichtbaar-teken", "verloren-letter", "geen-utf8", "gemengd-schrift", "stapel-accenten"):
            row = trouble.line - 1
            if row < len(lines):
                trouble.field = field_at(lines, row)
            elif parts.body and trouble.line >= parts.body_line:
                trouble.field = "beschrijving"


def _place(trouble: Trouble, loaded: Loaded, yaml: str) -> None:
    """From a line of the description to one of the file. In a .yml file its text may be indented or folded: it is looked up."""
    row = trouble.line - 1
    trouble.line = loaded.body_line + row
    if yaml:
        wanted = loaded.body.split("\n")[row]
        lines = yaml.split("\n")
        for number in range(loaded.body_line - 1, len(lines)):
            if wanted and wanted in lines[number]:
                trouble.line, trouble.column = number + 1, trouble.column + lines[number].index(wanted)
                return
        trouble.line, trouble.column = loaded.body_line, 1


def _what_is_right(fields: dict[str, Any], model: type[BaseModel]) -> BaseModel:
    """The fields that are right by themselves, with None for the others.

    So one wrong field never hides what the rules would say of the next.
    """
    right: dict[str, Any] = dict.fromkeys(model.model_fields)
    for name, declared in model.model_fields.items():
        if name in fields:
            try:
                probe = model.__pydantic_validator__.validate_assignment(model.model_construct(), name, fields[name])
            except ValidationError:
                continue
            right[name] = (probe[0] if isinstance(probe, tuple) else probe.__dict__)[name]
        elif not declared.is_required():
            right[name] = declared.get_default(call_default_factory=True)
    return model.model_construct(**right)


def _description(loaded: Loaded, value: Any, found: list[Trouble]) -> str:
    line, column = loaded.tree.position(("beschrijving",))
    if value is None or isinstance(value, str):
        loaded.body_line = line
        return (value or "").strip("\n")
    hint = "Schrijf `beschrijving: |` en zet de tekst eronder, met twee spaties ervoor"
    found.append(Trouble("geen-tekst", "hier hoort een tekst", hint, line=line, column=column, field="beschrijving"))
    return ""


def _problem(path: str, trouble: Trouble) -> Problem:
    return Problem(
        path,
        trouble.line,
        trouble.column,
        trouble.field,
        trouble.code,
        trouble.message,
        trouble.hint,
        trouble.severity,
        trouble.form_hint,
    )


def _slugged(stem: str) -> str:
    slug = re.sub("-{2,}", "-", re.sub("[^a-z0-9]+", "-", stem.lower())).strip("-")
    return slug if len(slug) >= 3 else "mijn-initiatief"
