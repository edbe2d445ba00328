"""The one tree of the fields, built once from the models in submission.py: who knows a field by name reads it here.

    INITIATIVE, TIP   a Declaration each: the fields in their order, groups with their fields in them
    field.leaves()    what holds a value of its own, at any depth

Nothing else walks an annotation. Who adds a field writes it in submission.py, and finds it everywhere.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property
from typing import Any, TypeVar

from annotated_types import MaxLen, MinLen
from pydantic.fields import FieldInfo

from doemee.load.fields import Description, Kind, Many, On, Short
from doemee.load.marks import Each, InExample, InForm, InIssueForm, InTable, Section, Setter
from doemee.load.submission import Model, Submission, Tip

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Field:
    """One field, or a group of `fields`.

    `path` are the keys from the root of the file on, without positions in lists. `kind` says how one value of it is
    read; None for a group and for one of a few words (`words`). `many` says that there may be more of it, from
    `least_items` to `most_items`; `too_many` is the key of the answer to more. `required` counts within its group,
    `needed` says that every file has it. `short` is the key of the one field of a group that may stand for the whole,
    `model` what declares the group. `setter` is who fills it in. `section` is the heading that the form asks it under,
    `sections` those of what is in it. `shown` says that it is filled in where people copy an example, `in_list` that it
    occurs once for each group of a list, `stands_for_group` that it is the short form of its group. The others are the
    marks of its declaration.
    """

    path: tuple[str, ...]
    title: str
    help: str
    examples: tuple[str, ...] = ()
    kind: Kind | None = None
    required: bool = False
    default: Any = None
    many: bool = False
    least_items: int = 0
    most_items: int | None = None
    too_many: str = ""
    words: tuple[str, ...] = ()
    fields: tuple["Field", ...] = ()
    short: str = ""
    model: type[Model] | None = None
    setter: Setter = Setter.SENDER
    section: Section | None = None
    sections: tuple[Section, ...] = ()
    needed: bool = False
    shown: bool = False
    in_list: bool = False
    stands_for_group: bool = False
    full_title: str = ""
    in_form: InForm = dataclasses.field(default_factory=InForm)
    in_issue_form: InIssueForm = dataclasses.field(default_factory=InIssueForm)
    in_table: InTable = dataclasses.field(default_factory=InTable)
    in_example: InExample = dataclasses.field(default_factory=InExample)
    each: Each | None = None

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

    @property
    def listed(self) -> bool:
        """Whether it may be written as a list of values."""
        return (self.many and not self.fields) or isinstance(self.kind, On)

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

    def by_section(self) -> tuple[tuple[Section, tuple["Field", ...]], ...]:
        """The fields of a group under the headings of the form: those that everybody needs, and the others.

        A group without headings is one section without a title.
        """
        return _by_section(self.fields, self.sections)

    def values(self, submission: Any) -> Iterator[tuple[tuple[str | int, ...], Any]]:
        """Every value of it in what was sent, each with its path in the file; a list item by item. None is no value."""
        return _values(submission, self.path, ())


@dataclass(frozen=True, slots=True)
class FieldWords:
    """What is said of a field in one campaign; what is empty stays as it is declared.

    `in_file` and `note` are for the file that people copy, as in InExample.
    """

    help: str = ""
    example: str = ""
    in_file: str = ""
    note: str = ""


@dataclass(frozen=True)
class Declaration:
    """The fields of one model in their order. `body` is the description, None when a file has none."""

    model: type[Model]
    fields: tuple[Field, ...]
    body: Field | None = None

    @property
    def title(self) -> Field:
        """What people call the whole by, and its address is made of: the first field."""
        return self.fields[0]

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

    def by_section(self) -> tuple[tuple[Section, tuple[Field, ...]], ...]:
        """The fields under the headings of the form: (Section, its fields in the order of the declaration), …"""
        return _by_section(self.fields, self.model.sections)

    def one_of(self) -> tuple[Field, ...]:
        """The fields of which at least one must be filled in; none when there are no such."""
        return next((fields for section, fields in self.by_section() if section.one_of), ())

    def at(self, path: tuple[str | int, ...]) -> Field | None:
        """The field at a path in a file, positions in lists passed over; None at the root or where none is declared."""
        return self.by_key.get(".".join(step for step in path if isinstance(step, str)))

    def of(self, model: type[Model]) -> Field | None:
        """The field of the whole whose group is this model, such as that of the moments; None when there is none."""
        return next((field for field in self.fields if field.model is model), None)


def _worded(field: Field, words: Mapping[str, FieldWords]) -> Field:
    own = words.get(field.key, FieldWords())
    in_example = field.in_example
    return dataclasses.replace(
        field,
        help=own.help or field.help,
        examples=(own.example,) if own.example else field.examples,
        in_example=dataclasses.replace(
            in_example, value=own.in_file or in_example.value, note=own.note or in_example.note
        ),
        fields=tuple(_worded(inner, words) for inner in field.fields),
    )


@dataclass(frozen=True, slots=True)
class _Around:
    """What the fields of a group get from where the group stands."""

    model: type[Model]
    path: tuple[str, ...] = ()
    title: str = ""
    needed: bool = True
    shown: bool = True
    in_list: bool = False
    short: str = ""
    setter: Setter = Setter.SENDER
    titles: frozenset[str] = frozenset()
    """Titles of the fields of the whole, which are no field's in a group."""


@cache
def declaration(model: type[Model]) -> Declaration:
    """The tree of a model: also for one that a test makes up."""
    titles = frozenset(str(info.title) for info in model.model_fields.values())
    bodies = _fields(_Around(model.body)) if model.body else ()
    return Declaration(model, _fields(_Around(model, titles=titles)), next(iter(bodies), None))


def _fields(around: _Around) -> tuple[Field, ...]:
    return tuple(_field(name, info, around) for name, info in around.model.model_fields.items())


def _field(name: str, info: FieldInfo, around: _Around) -> Field:
    parts = list(_parts(info))
    path = (*around.path, name)
    title = info.title or name
    required = info.is_required()
    setter = _first(Setter, parts) or around.setter
    example = _first(InExample, parts) or InExample()
    needed, shown = around.needed and required, around.shown and (required or example.shown)
    many = _first(Many, parts)
    short = _first(Short, parts)
    model = next((part for part in parts if isinstance(part, type) and issubclass(part, Model)), None)
    words = next((part for part in parts if isinstance(part, type) and issubclass(part, Enum)), None)
    longest, shortest = _first(MaxLen, parts), _first(MinLen, parts)
    is_list = many is not None or (model is not None and list in parts)
    inside = _Around(
        model or around.model,
        path,
        title,
        needed,
        shown,
        in_list=around.in_list or is_list,
        short=short.key if short else "",
        setter=setter,
        titles=around.titles,
    )
    return Field(
        path=path,
        title=title,
        help=info.description or "",
        examples=tuple(info.examples or ()),
        kind=many.kind if many else next((part for part in parts if isinstance(part, Kind)), None),
        required=required,
        default=None if required else info.get_default(call_default_factory=True),
        many=is_list,
        least_items=many.least if many else shortest.min_length if shortest else 0,
        most_items=many.most if many else longest.max_length if longest else None,
        too_many=many.too_many if many else "te-veel-momenten" if is_list else "",
        words=tuple(str(word.value) for word in words) if words else (),
        fields=_fields(inside) if model else (),
        short=short.key if short else "",
        model=model,
        setter=setter,
        section=_first(Section, parts) or _section_for(setter, around.model.sections),
        sections=model.sections if model else (),
        needed=needed,
        shown=shown,
        in_list=around.in_list,
        stands_for_group=name == around.short,
        full_title=_full_title(title, around),
        in_form=_first(InForm, parts) or InForm(),
        in_issue_form=_first(InIssueForm, parts) or InIssueForm(),
        in_table=_first(InTable, parts) or InTable(),
        in_example=example,
        each=_first(Each, parts),
    )


def _full_title(title: str, around: _Around) -> str:
    """`Contact: naam`: with the title of its group, unless its own says enough and is no other field's."""
    own = around.model.own_titles and title not in around.titles
    if own or not around.title or around.title == title:
        return title
    return f"{around.title}: {title[:1].lower()}{title[1:]}"


def _section_for(setter: Setter, sections: tuple[Section, ...]) -> Section | None:
    """Of a field that names none: the later one when others fill it in, else the last ordinary one."""
    ordinary = [section for section in sections if not section.later]
    later = [section for section in sections if section.later and setter is not Setter.SENDER]
    return next(reversed([*ordinary, *later]), None)


def _by_section(
    fields: tuple[Field, ...], sections: tuple[Section, ...]
) -> tuple[tuple[Section, tuple[Field, ...]], ...]:
    if not sections:
        return ((Section(""), fields),)
    return tuple((section, tuple(field for field in fields if field.section == section)) for section in sections)


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


def _first(kind: type[Part], parts: list[Any]) -> Part | None:
    return next((part for part in parts if isinstance(part, kind)), None)


INITIATIVE = declaration(Submission)
TIP = declaration(Tip)

BODY = "beschrijving"
"""The key of the description in a `.yml` file; in an `.md` file it is the text below the front matter."""

MOST_CHARACTERS = Description.most
"""Of the description."""


def keys_of_texts(declared: Declaration) -> frozenset[str]:
    """Bare keys of what holds words of the sender's own, in which any character may occur."""
    return frozenset({BODY, *(field.name for field in declared.walk() if field.free)})


def keys_of_lists(declared: Declaration) -> frozenset[str]:
    """Bare keys of what may be written as a list."""
    return frozenset(field.name for field in declared.walk() if field.many or field.listed)


def keys_of_groups(declared: Declaration) -> frozenset[str]:
    """Bare keys of what holds fields of its own."""
    return frozenset(field.name for field in declared.walk() if field.fields)


def first_fields(declared: Declaration) -> dict[str, str]:
    """Group → the field that a lone text behind its key most likely is: the first one."""
    return {field.name: field.fields[0].name for field in declared.walk() if field.fields and not field.many}


def short_forms(declared: Declaration) -> dict[str, str]:
    """Group → the one field of it that may be written alone."""
    return {field.name: field.short for field in declared.walk() if field.short}


# The YAML of a file is mended before anybody knows which model it is of: what is true of either.
KEYS_OF_TEXTS = keys_of_texts(INITIATIVE) | keys_of_texts(TIP)
KEYS_OF_LISTS = keys_of_lists(INITIATIVE) | keys_of_lists(TIP)
KEYS_OF_GROUPS = keys_of_groups(INITIATIVE) | keys_of_groups(TIP)
FIRST_FIELDS = first_fields(TIP) | first_fields(INITIATIVE)
SHORT_FORMS = short_forms(TIP) | short_forms(INITIATIVE)
