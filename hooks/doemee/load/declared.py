"""The one tree of the fields, built once from the models in submission.py: who knows a field by name reads it here.

    INITIATIVE, TIP   a Declaration each: the fields in their order, groups with their fields in them
    field.leaves()    what holds a value of its own, at any depth

Nothing else walks an annotation. Who adds a field writes it in submission.py, and finds it everywhere.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any

from annotated_types import MaxLen, MinLen
from pydantic.fields import FieldInfo

from doemee.load.fields import Kind, Many, Setter, Short
from doemee.load.submission import Model, Submission, Tip

BODY = "beschrijving"
"""The description: the text below the front matter of an `.md` file, a key of its own in a `.yml` file."""

MOST_CHARACTERS = 8000
"""Of the description."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field, or a group of `fields`.

    `path` are the keys from the root of the file on, without positions in lists. `kind` says how one value of it is
    read; None for a group and for one of a few words (`words`). `many` says that there may be more of it, from
    `least_items` to `most_items`. `required` counts within its group. `short` is the key of the one field of a group
    that may stand for the whole. `setter` is who fills it in.
    """

    path: tuple[str, ...]
    title: str
    help: str
    examples: tuple[str, ...]
    kind: Kind | None
    required: bool
    default: Any = None
    many: bool = False
    least_items: int = 0
    most_items: int | None = None
    words: tuple[str, ...] = ()
    fields: tuple["Field", ...] = ()
    short: str = ""
    setter: Setter = Setter.SENDER

    @property
    def key(self) -> str:
        """`locatie.postcode`: the path as messages and tables write it."""
        return ".".join(self.path)

    @property
    def name(self) -> str:
        """`postcode`: the last key."""
        return self.path[-1]

    @property
    def example(self) -> str:
        """The first example, or nothing."""
        return self.examples[0] if self.examples else ""

    @property
    def table(self) -> str:
        """The table of data/*.yml that its values are ids of, or nothing."""
        return self.kind.table if self.kind else ""

    @property
    def least(self) -> int:
        """Of the length of a text, or of a number."""
        return self.kind.least if self.kind else 0

    @property
    def most(self) -> int:
        """Of the length of a text, or of a number."""
        return self.kind.most if self.kind else 0

    @property
    def free(self) -> bool:
        """Whether words of the sender's own may stand right behind its key."""
        return self.kind.free if self.kind else bool(self.short) and self.field(self.short).free

    def leaves(self) -> Iterator["Field"]:
        """The fields in it that hold a value of their own, itself when it is one."""
        if not self.fields:
            yield self
        for inner in self.fields:
            yield from inner.leaves()

    def walk(self) -> Iterator["Field"]:
        """Itself and every field in it, groups before what is in them."""
        yield self
        for inner in self.fields:
            yield from inner.walk()

    def field(self, name: str) -> "Field":
        """The field of a group by its key. Raises KeyError when there is none."""
        for inner in self.fields:
            if inner.name == name:
                return inner
        raise KeyError(name)

    def values(self, submission: Any) -> Iterator[tuple[tuple[str | int, ...], Any]]:
        """Every value of it in what was sent, each with its path in the file; a list item by item. None is no value."""
        return _values(submission, self.path, ())


@dataclass(frozen=True, slots=True)
class FieldWords:
    """What is said of a field in one campaign; what is empty stays as it is declared."""

    help: str = ""
    example: str = ""


@dataclass(frozen=True)
class Declaration:
    """The fields of one model in their order."""

    model: type[Model]
    fields: tuple[Field, ...]

    @cached_property
    def by_key(self) -> dict[str, Field]:
        """Every field and group by its dotted key."""
        return {field.key: field for field in self.walk()}

    @cached_property
    def tables(self) -> dict[str, str]:
        """Key → table of data/*.yml, for the fields that hold ids."""
        return {field.key: field.table for field in self.leaves() if field.table}

    def worded(self, words: Mapping[str, FieldWords]) -> "Declaration":
        """The same fields with other words, by their key."""
        return dataclasses.replace(self, fields=tuple(_worded(field, words) for field in self.fields))

    def walk(self) -> Iterator[Field]:
        """Every field and group, in order."""
        for field in self.fields:
            yield from field.walk()

    def leaves(self) -> Iterator[Field]:
        """Every field that holds a value of its own, in order."""
        for field in self.fields:
            yield from field.leaves()

    def at(self, path: tuple[str | int, ...]) -> Field | None:
        """The field at a path in a file, positions in lists passed over; None at the root or where none is declared."""
        return self.by_key.get(".".join(step for step in path if isinstance(step, str)))


def _worded(field: Field, words: Mapping[str, FieldWords]) -> Field:
    own = words.get(field.key, FieldWords())
    return dataclasses.replace(
        field,
        help=own.help or field.help,
        examples=(own.example,) if own.example else field.examples,
        fields=tuple(_worded(inner, words) for inner in field.fields),
    )


def declaration(model: type[Model]) -> Declaration:
    """The tree of a model: also for one that a test makes up."""
    return Declaration(model, _fields(model, ()))


def _fields(model: type[Model], path: tuple[str, ...], setter: Setter = Setter.SENDER) -> tuple[Field, ...]:
    return tuple(_field((*path, name), info, setter) for name, info in model.model_fields.items())


def _field(path: tuple[str, ...], info: FieldInfo, setter: Setter) -> Field:
    parts = list(_parts(info))
    setter = next((part for part in parts if isinstance(part, Setter)), setter)
    many = next((part for part in parts if isinstance(part, Many)), None)
    group = next((part for part in parts if isinstance(part, type) and issubclass(part, Model)), None)
    words = next((part for part in parts if isinstance(part, type) and issubclass(part, Enum)), None)
    most = many.most if many else next((part.max_length for part in parts if isinstance(part, MaxLen)), None)
    least = many.least if many else next((part.min_length for part in parts if isinstance(part, MinLen)), 0)
    return Field(
        path=path,
        title=info.title or path[-1],
        help=info.description or "",
        examples=tuple(info.examples or ()),
        kind=many.kind if many else next((part for part in parts if isinstance(part, Kind)), None),
        required=info.is_required(),
        default=None if info.is_required() else info.get_default(call_default_factory=True),
        many=many is not None or (group is not None and list in parts),
        least_items=least,
        most_items=most,
        words=tuple(str(word.value) for word in words) if words else (),
        fields=_fields(group, path, setter) if group else (),
        short=next((part.key for part in parts if isinstance(part, Short)), ""),
        setter=setter,
    )


def _values(
    thing: Any, steps: tuple[str, ...], at: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    if isinstance(thing, list):
        for position, item in enumerate(thing):
            yield from _values(item, steps, (*at, position))
    elif steps and thing is not None:
        yield from _values(getattr(thing, steps[0]), steps[1:], (*at, steps[0]))
    elif thing is not None:
        yield at, thing


def _parts(info: FieldInfo) -> Iterator[Any]:
    """The type of a field and all that is said of it, at any depth. The only place that takes an annotation apart."""
    pending = [*info.metadata, info.annotation]
    while pending:
        part = pending.pop(0)
        yield getattr(part, "__origin__", part)
        pending += [*getattr(part, "__metadata__", ()), *getattr(part, "__args__", ())]


INITIATIVE = declaration(Submission)
TIP = declaration(Tip)

_ALL = (*INITIATIVE.walk(), *TIP.walk())

KEYS_OF_TEXTS = frozenset({BODY, *(field.name for field in _ALL if field.free)})
"""Bare keys of what holds words of the sender's own, in which any character may occur."""

KEYS_OF_LISTS = frozenset(field.name for field in _ALL if field.many or (field.kind and field.kind.name == "op"))
"""Bare keys of what may be written as a list."""

KEYS_OF_GROUPS = frozenset(field.name for field in _ALL if field.fields)
"""Bare keys of what holds fields of its own."""

FIRST_FIELDS = {field.name: field.fields[0].name for field in _ALL if field.fields and not field.many}
"""Group → the field that a lone text behind its key most likely is: the first one."""

SHORT_FORMS = {field.name: field.short for field in _ALL if field.short}
"""Group → the one field of it that may be written alone."""
