"""One file in, one submission out, with every problem that the file by itself shows.

The flow: bytes → text (source) → YAML tree with lines (strict_yaml) → typed fields (submission).
"""

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel, ValidationError

from doemee.load import source, strict_yaml
from doemee.load.messages import explained
from doemee.load.strict_yaml import Tree
from doemee.load.submission import Submission
from doemee.load.trouble import Trouble
from doemee.problems import Problem, Severity

MAX_BODY = 8000
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

    def problem(
        self, at: tuple[str | int, ...], code: str, message: str, hint: str = "", *, severity: Severity = Severity.ERROR
    ) -> Problem:
        """A problem with the value at `at`, a path of keys and list positions in the file."""
        line, column = self.tree.position(at) if self.tree else (1, 1)
        name = ".".join(step for step in at if isinstance(step, str))
        return Problem(self.path, line, column, name, code, message, hint, severity)


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
    try:
        text = source.read_text(data)
        parts = source.split_markdown(text) if name.suffix == ".md" else source.split_yaml(text)
        loaded.tree = strict_yaml.parse(parts.yaml)
    except Trouble as trouble:
        loaded.problems.append(_problem(path, trouble))
        return loaded
    fields = loaded.tree.data
    loaded.body, loaded.body_line = parts.body, parts.body_line
    loaded.problems += (_problem(path, trouble) for trouble in loaded.tree.troubles)
    if name.suffix != ".md" and model is Submission:
        loaded.body = _description(loaded, fields.pop("beschrijving", None))
    if len(loaded.body) > MAX_BODY:
        loaded.problems.append(
            Problem(
                path,
                loaded.body_line,
                1,
                "beschrijving",
                "te-lang",
                f"de beschrijving telt {len(loaded.body)} tekens, er mogen er hoogstens {MAX_BODY} zijn",
                "Kort ze in en verwijs voor de rest naar je website",
            )
        )
        loaded.body = loaded.body[:MAX_BODY]
    _validate(loaded, fields, model)
    return loaded


def _validate(loaded: Loaded, fields: dict[str, Any], model: type[BaseModel]) -> None:
    try:
        loaded.submission = model.model_validate(fields)
        loaded.complete = True
    except ValidationError as error:
        for found in error.errors(include_url=False):
            trouble = explained(found, model)
            trouble.line, trouble.column = loaded.tree.position(found["loc"])
            loaded.problems.append(_problem(loaded.path, trouble))
        loaded.submission = _what_is_right(fields, model)


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


def _description(loaded: Loaded, value: Any) -> str:
    if value is None or isinstance(value, str):
        line, _ = loaded.tree.position(("beschrijving",))
        loaded.body_line = line
        return (value or "").strip("\n")
    loaded.problems.append(
        loaded.problem(
            ("beschrijving",),
            "geen-tekst",
            "hier hoort een tekst",
            "Schrijf `beschrijving: |` en zet de tekst eronder, met twee spaties ervoor",
        )
    )
    return ""


def _problem(path: str, trouble: Trouble) -> Problem:
    return Problem(path, trouble.line, trouble.column, trouble.field, trouble.code, trouble.message, trouble.hint)


def _slugged(stem: str) -> str:
    slug = re.sub("-{2,}", "-", re.sub("[^a-z0-9]+", "-", stem.lower())).strip("-")
    return slug if len(slug) >= 3 else "mijn-initiatief"
