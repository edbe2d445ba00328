"""One file in, one submission out, with every problem that the file by itself shows.

The flow: bytes → text (source) → YAML tree with lines (strict_yaml) → typed fields (submission).
A mistake in the bytes or the YAML is mended where it can be (wrong_encoding, mending), so that it
never hides what is wrong in the other fields.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from pydantic import ValidationError

from doemee.load import answers, description, source
from doemee.load.declared import BODY, MOST_CHARACTERS
from doemee.load.hidden_characters import without_hidden
from doemee.load.mending import may_be_misread
from doemee.load.messages import explained, field_name
from doemee.load.strict_yaml import Mending, Tree, Value
from doemee.load.submission import Model, Submission, Tip
from doemee.load.trouble import BrokenFile, Trouble
from doemee.load.yaml_lines import field_at
from doemee.problems import Problem, Severity

_SLUG = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
_IN_ANY_LINE = frozenset({"onzichtbaar-teken", "verloren-letter", "geen-utf8", "gemengd-schrift", "stapel-accenten"})
"""What is found in the bytes and the text, before it is known which fields there are."""


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


def load(path: str, data: bytes, model: type[Model] = Submission) -> Loaded:
    """Read one file.

    `path` is what the problems call it (relative, with slashes); its last part gives the slug.
    Never raises for what is in the file: everything wrong is in `problems` of the result.
    """
    name = PurePosixPath(path)
    loaded = Loaded(path=path, slug=name.stem, data=data)
    if not _SLUG.fullmatch(name.stem) or not 3 <= len(name.stem) <= 80:
        loaded.problems.append(_bad_name(name).problem(path))
    troubles: list[Trouble] = []
    try:
        text, troubles = source.clean_text(data)
        parts = source.split_markdown(text) if name.suffix == ".md" else source.split_yaml(text)
        troubles += parts.troubles
        mending = Mending(parts.yaml)
        tree = mending.tree()
    except BrokenFile as broken:
        loaded.problems += (trouble.problem(path) for trouble in (*troubles, *broken.troubles))
        return loaded
    loaded.body, loaded.body_line = parts.body, parts.body_line
    if may_be_misread(parts.yaml):
        tree = mending.reread(tree, odd=False) or tree
    described = name.suffix != ".md"
    loaded.tree = tree = _without_escaped(tree, mending.text)
    wrong = _validate(loaded, tree, mending, model, described)
    if wrong and (meant := mending.reread(tree, odd=True)):
        loaded.tree = tree = _without_escaped(meant, mending.text)
        wrong = _validate(loaded, tree, mending, model, described)
    troubles = [_with_field(trouble, parts) for trouble in troubles]
    troubles += (*mending.troubles, *tree.troubles, *wrong)
    troubles += _in_description(loaded, text if described else "", internal=model is Tip)
    if troubles:
        loaded.problems += dict.fromkeys(trouble.problem(path) for trouble in troubles)
        loaded.complete = loaded.complete and all(trouble.severity is Severity.WARNING for trouble in troubles)
    return loaded


def _bad_name(name: PurePosixPath) -> Trouble:
    slug = re.sub("-{2,}", "-", re.sub("[^a-z0-9]+", "-", name.stem.lower())).strip("-")
    proposal = f"{slug if len(slug) >= 3 else 'mijn-initiatief'}{name.suffix}"
    hint = f"Noem het bijvoorbeeld `{proposal}`: 3 tot 80 kleine letters, cijfers en enkele koppeltekens"
    return Trouble("bestandsnaam", "de naam van dit bestand kan geen adres worden", hint)


def _validate(loaded: Loaded, tree: Tree, mending: Mending, model: type[Model], described: bool) -> list[Trouble]:
    """Fill `loaded` from a tree; what is wrong with the values.

    `described` says that the description is a field. Silent about what was dropped while mending:
    it is there, and its own problem has been reported.
    """
    fields = dict(tree.data)
    wrong: list[Trouble] = []
    if described:
        loaded.body_line, column = tree.position((BODY,))
        body = fields.pop(BODY, None)
        loaded.body = body.strip("\n") if isinstance(body, str) else ""
        if isinstance(body, list | dict):
            hint = f"Schrijf `{BODY}: |` en zet de tekst eronder, met twee spaties ervoor"
            message = "hier hoort een tekst"
            wrong.append(Trouble("geen-tekst", message, hint, line=loaded.body_line, column=column, field=BODY))
    try:
        loaded.submission = model.model_validate(fields)
        loaded.complete = True
    except ValidationError as error:
        for entry in error.errors(include_url=False):
            line, column = tree.position(entry["loc"])
            lost = entry["type"] == "missing" and entry["loc"][-1] in mending.lost
            if not lost and line - 1 not in mending.dropped:
                wrong.append(replace(explained(entry, model), line=line, column=column))
        loaded.submission = _what_is_right(fields, model)
        loaded.complete = False
    return wrong


def _without_escaped(tree: Tree, yaml: str) -> Tree:
    """The tree without hidden characters that an escape such as "\\u202e" makes; its troubles tell of them.

    What stands in the text as it is was looked at there.
    """
    if "\\" not in yaml:
        return tree
    troubles = list(tree.troubles)
    seen = {trouble.message for trouble in without_hidden(yaml)[1]}

    def cleaned(value: Value, path: tuple[str | int, ...]) -> Value:
        if isinstance(value, dict):
            return {key: cleaned(item, (*path, key)) for key, item in value.items()}
        if isinstance(value, list):
            return [cleaned(item, (*path, number)) for number, item in enumerate(value)]
        text, found = without_hidden(value or "")
        if not value or not found or value in yaml:
            return value
        for trouble in (trouble for trouble in found if trouble.message not in seen):
            line, column = tree.position(path)
            hint = "Verwijder de code met \\ uit deze tekst"
            troubles.append(replace(trouble, hint=hint, line=line, column=column, field=field_name(path)))
        return text

    for key in tree.data:
        for trouble in without_hidden(key)[1][:1]:
            line, column = tree.position((key,))
            hint = "Schrijf de naam van het veld zonder codes met \\"
            troubles.append(Trouble(trouble.code, trouble.message, hint, line=line, column=column))
    return Tree({key: cleaned(value, (key,)) for key, value in tree.data.items()}, tree.marks, tuple(troubles))


def _what_is_right(fields: dict[str, Value], model: type[Model]) -> Model:
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


def _with_field(trouble: Trouble, parts: source.Source) -> Trouble:
    """What was found in the bytes or the text, with the field on whose line it stands."""
    if trouble.code not in _IN_ANY_LINE:
        return trouble
    lines = parts.yaml.split("\n")
    if trouble.line <= len(lines):
        return replace(trouble, field=field_at(lines, trouble.line - 1))
    return replace(trouble, field=BODY) if parts.body and trouble.line >= parts.body_line else trouble


def _in_description(loaded: Loaded, yaml: str, internal: bool) -> Iterator[Trouble]:
    """What is wrong with the description, which is cut when it is too long.

    `yaml` is the text of a file in which it is a field: there it may be indented or folded, and is looked up.
    """
    if len(loaded.body) > MOST_CHARACTERS:
        sizes = {"length": len(loaded.body), "most": MOST_CHARACTERS}
        yield answers.trouble("te-lange-beschrijving", line=loaded.body_line, field=BODY, **sizes)
        loaded.body = loaded.body[:MOST_CHARACTERS]
    rows = loaded.body.split("\n")
    lines = yaml.split("\n")
    for trouble in description.mistakes(loaded.body, internal=internal):
        row = trouble.line - 1
        if not yaml:
            yield replace(trouble, line=loaded.body_line + row)
            continue
        below = range(loaded.body_line - 1, len(lines))
        found = next((number for number in below if rows[row] and rows[row] in lines[number]), None)
        if found is None:
            yield replace(trouble, line=loaded.body_line, column=1)
        else:
            yield replace(trouble, line=found + 1, column=trouble.column + lines[found].index(rows[row]))
