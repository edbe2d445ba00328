"""A table that editors write, data/*.yml, as rows of a model; what is wrong with it in Dutch, with its place.

First in `model`, above load/editors.py, which makes a tree of the bytes.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from doemee.load.editors import read_yaml
from doemee.load.folder import readable
from doemee.load.messages import field_name, suggestion
from doemee.load.spelling import Misspelled
from doemee.load.strict_yaml import Tree
from doemee.problems import Problem

Row = TypeVar("Row", bound=BaseModel)

Keys = tuple[str | int, ...]
"""Keys and positions in lists: where something stands in a file."""

_ABOVE = "rows:\n"
"""A table is a list; strict_yaml reads groups of fields, so the list gets a name on a line of its own."""

_WORDS: Mapping[str, tuple[str, str]] = {
    "missing": ("deze sleutel ontbreekt", "Voeg een regel `{key}: …` toe"),
    "string_type": ("hier hoort een tekst te staan", "Zet er aanhalingstekens rond"),
    "int_parsing": ("hier hoort een getal te staan", "Schrijf het in cijfers"),
    "int_type": ("hier hoort een getal te staan", "Schrijf het in cijfers"),
    "greater_than_equal": ("dit getal moet minstens {ge} zijn", "Verbeter het getal"),
    "less_than_equal": ("dit getal mag hoogstens {le} zijn", "Verbeter het getal"),
    "list_type": ("hier hoort een lijst te staan", "Begin elke regel van de lijst met een streepje"),
    "too_short": ("deze lijst is te kort", "Vul er minstens {min_length} in"),
    "model_type": ("hier horen sleutels te staan, elk met een waarde", "Schrijf {keys}"),
}
"""What pydantic finds, by its name for it: what is wrong, and what to do."""


def matches(pattern: Callable[[str], object], hint: str) -> AfterValidator:
    """For `Annotated[str, …]`: a text that `pattern` finds something in; `hint` says how to write it."""

    def check(text: str) -> str:
        if not pattern(text):
            raise PydanticCustomError("spelling", "{message}", {"message": _refused(text), "hint": hint})
        return text

    return AfterValidator(check)


def spelled(parse: Callable[[str], object]) -> BeforeValidator:
    """For `Annotated[date, …]`: what `parse` makes of a text, with its own answer when it cannot."""

    def read(value: Any) -> Any:
        try:
            return parse(value) if isinstance(value, str) else value
        except Misspelled as error:
            context = {"message": error.message, "hint": error.hint}
            raise PydanticCustomError("spelling", "{message}", context) from None

    return BeforeValidator(read)


def read_rows(path: Path, shown: Path, model: type[Row]) -> tuple[list[Row], list[Problem]]:
    """The rows of a table of data/, and everything that is wrong with it.

    Paths in messages start from the folder `shown`. Raises OSError when the file is not there.
    """
    name = readable(path, shown)
    tree, problems = read_yaml(name, path.read_bytes(), above=_ABOVE)
    if tree is None:
        return [], problems
    given = tree.data.get("rows") or []
    if not isinstance(given, list):
        said = ("tabel", "hier hoort een lijst te staan", "Begin elke rij met een streepje")
        return [], [*problems, Problem(name, 1, 1, "", *said)]
    rows: list[Row] = []
    for number, row in enumerate(given):
        at: Keys = ("rows", number)
        try:
            rows.append(model.model_validate(row))
        except ValidationError as error:
            problems += (_problem(name, tree, at, *explained(found, model), lines=1) for found in _found(error))
            continue
        if sum(_identity(other) == _identity(rows[-1]) for other in rows) > 1:
            message = f"id {_identity(rows[-1])} staat er al"
            problems.append(_problem(name, tree, at, ("id",), message, "Geef elke rij een eigen id", lines=1))
    return rows, problems


def read_settings(path: Path, shown: Path, model: type[Row]) -> tuple[Row | None, Tree | None, list[Problem]]:
    """A file of keys with their values, its tree for their places, and everything that is wrong with it.

    Paths in messages start from the folder `shown`. Raises OSError when the file is not there.
    """
    name = readable(path, shown)
    tree, problems = read_yaml(name, path.read_bytes())
    if tree is None:
        return None, None, problems
    try:
        return model.model_validate(tree.data), tree, problems
    except ValidationError as error:
        problems += (_problem(name, tree, (), *explained(found, model)) for found in _found(error))
        return None, tree, problems


def explained(error: ErrorDetails, model: type[BaseModel]) -> tuple[Keys, str, str]:
    """One entry of `ValidationError.errors()`: where, what is wrong, and what to do."""
    keys, kind, context = error["loc"], error["type"], error.get("ctx", {})
    if "hint" in context:
        return keys, context["message"], context["hint"]
    if kind == "extra_forbidden":
        return keys, "deze sleutel kennen we niet", suggestion(str(keys[-1]), _known_keys(model, keys[:-1]), 40)
    if kind == "literal_error":
        allowed = str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
        return keys, _refused(error["input"]), suggestion(str(error["input"]), allowed)
    if error["input"] is None:
        return keys, "hier staat niets", "Vul een waarde in"
    message, hint = _WORDS.get(kind, (_refused(error["input"]), "Vergelijk met wat er in de andere regels staat"))
    words = {**context, "key": keys[-1] if keys else "", "keys": ", ".join(_known_keys(model, keys))}
    return keys, message.format_map(words), hint.format_map(words)


def _problem(name: str, tree: Tree, at: Keys, inside: Keys, message: str, hint: str, lines: int = 0) -> Problem:
    """`lines` are those that stand above the text of the file in its tree."""
    line, column = tree.position((*at, *inside))
    return Problem(name, max(1, line - lines), column, field_name(inside), "tabel", message, hint)


def _found(error: ValidationError) -> list[ErrorDetails]:
    return error.errors(include_url=False)


def _identity(row: BaseModel) -> object:
    return getattr(row, "id", None)


def _refused(value: object) -> str:
    return f"“{str(value)[:40]}” past hier niet"


def _known_keys(model: type[BaseModel], keys: Keys) -> list[str]:
    """The keys that a group may have: that of the model, or one that stands in it."""
    inside: Any = model
    for key in (key for key in keys if isinstance(key, str)):
        field = next(info for name, info in inside.model_fields.items() if key in (name, info.alias))
        parts = (field.annotation, *get_args(field.annotation))
        inside = next((part for part in parts if isinstance(part, type) and issubclass(part, BaseModel)), None)
        if inside is None:
            return []
    return [info.alias or name for name, info in inside.model_fields.items()]
