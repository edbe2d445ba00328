"""YAML as our senders mean it: keys, texts, lists. Nothing is ever a number, a boolean or a time.

PyYAML would read `10:30` as 630, `no` as False, `0123` as 83 and take the last of two equal keys
(YAML 1.1). So this loader walks the events of PyYAML's C parser itself, once: every scalar stays
text, every node keeps its line and column, and what no sender needs but an attacker likes (anchors,
aliases, tags, merge keys, deep nesting) is refused before anything is built from it.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml import CBaseLoader, events

from doemee.load.trouble import Trouble
from doemee.load.yaml_mistakes import Mending

MAX_DEPTH = 6
MAX_EVENTS = 2000
"""More than the longest honest file has: 100 moments with all their keys are some 1,500 events."""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})

Marks = tuple[int, int, Any]
"""Line, column (from 1) and the marks of what is inside: a dict, a list or None."""


@dataclass(slots=True)
class Tree:
    """Plain dicts, lists, texts and None, with `marks` of the same shape beside it."""

    data: Any
    marks: Marks
    troubles: list[Trouble] = field(default_factory=list)
    mended: Mending | None = None

    def position(self, path: tuple[str | int, ...]) -> tuple[int, int]:
        """Line and column of the value at `path`, or of the deepest part of the path that exists.

        A path that ends in a key of a mapping points at the key, an index of a list at the item.
        """
        line, column, inside = self.marks
        for step in path:
            if (isinstance(inside, dict) and step in inside) or (
                isinstance(inside, list) and isinstance(step, int) and step < len(inside)
            ):
                line, column, inside = inside[step]
            else:
                break
        return line, column


def parse(text: str) -> Tree:
    """The one YAML document in `text`. Raises Trouble, with the cure, when it is not YAML or not a mapping."""
    try:
        return _Builder(text).document()
    except (yaml.YAMLError, Trouble) as error:
        raise Mending(text).mend(error) from None


def parse_mended(text: str) -> Tree:
    """The same, but each mistake that can be seen through is mended, told in `troubles`, and reading goes on.

    Raises the Trouble beyond which there is nothing to read; its `others` holds what was told before.
    """
    try:
        return _Builder(text).document()
    except (yaml.YAMLError, Trouble) as error:
        mending = Mending(text)
        mending.mend(error)
    return again(mending)


def again(mending: Mending) -> Tree:
    """The tree of the lines as mended so far, mended on. Raises Trouble when it cannot be helped."""
    while True:
        try:
            tree = _Builder(mending.text).document()
        except (yaml.YAMLError, Trouble) as error:
            mending.mend(error)
        else:
            tree.troubles[:0] = mending.troubles
            tree.mended = mending
            return tree


class _Builder:
    """Turns the stream of events into a Tree. One use only."""

    def __init__(self, text: str):
        self.take = CBaseLoader(text).get_event
        self.count = 0
        self.troubles: list[Trouble] = []

    def next(self) -> Any:
        self.count += 1
        event = self.take()
        if self.count > MAX_EVENTS:
            raise _at(
                event, "te-lang", "dit bestand heeft te veel velden en lijsten", "Splits het in meer initiatieven"
            )
        return event

    def document(self) -> Tree:
        self.next()  # the start of the stream
        event = self.next()
        if isinstance(event, events.StreamEndEvent):
            raise Trouble("leeg", "dit bestand bevat geen velden", "Begin met het voorbeeldbestand")
        first = self.next()
        if not isinstance(first, events.MappingStartEvent):
            raise _at(
                first,
                "geen-velden",
                "hier horen velden te staan, elk op een regel: `naam: waarde`",
                "Vergelijk met het voorbeeldbestand",
            )
        data, marks = self.node(first, 1)
        self.next()  # the end of the document
        following = self.next()
        if not isinstance(following, events.StreamEndEvent):
            raise _at(
                following,
                "twee-documenten",
                "hier begint een tweede blok met velden",
                "Zet elk initiatief in een eigen bestand",
            )
        return Tree(data, marks, self.troubles)

    def node(self, event: Any, depth: int) -> tuple[Any, Marks]:
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        if type(event) is events.ScalarEvent and event.anchor is None and event.tag is None:
            value = event.value
            return (None if value in _NULLS and not event.style else value), (line, column, None)
        if isinstance(event, events.AliasEvent) or event.anchor:
            raise _at(
                event,
                "anker",
                "ankers en verwijzingen (& en *) kunnen hier niet",
                "Zet aanhalingstekens rond een tekst die met & of * begint",
            )
        if event.tag and event.tag != "!":
            raise _at(event, "label", "een woord dat met ! begint kan hier niet", "Zet aanhalingstekens rond de tekst")
        if isinstance(event, events.ScalarEvent):
            return event.value, (line, column, None)
        if depth > MAX_DEPTH:
            raise _at(event, "te-diep", "hier zitten te veel lijsten in elkaar", "Vergelijk met het voorbeeldbestand")
        if isinstance(event, events.SequenceStartEvent):
            return self.sequence(line, column, depth)
        return self.mapping(line, column, depth)

    def sequence(self, line: int, column: int, depth: int) -> tuple[list, Marks]:
        items: list = []
        inside: list = []
        while type(event := self.next()) is not events.SequenceEndEvent:
            value, marks = self.node(event, depth + 1)
            items.append(value)
            inside.append(marks)
        return items, (line, column, inside)

    def mapping(self, line: int, column: int, depth: int) -> tuple[dict, Marks]:
        pairs: dict = {}
        inside: dict = {}
        while type(event := self.next()) is not events.MappingEndEvent:
            key, (key_line, key_column, _) = self.node(event, depth + 1)
            if type(key) is not str or key == "<<":
                raise _at(event, "vreemde-sleutel", "dit kan geen naam van een veld zijn", "Schrijf `naam: waarde`")
            value, (_, _, value_marks) = self.node(self.next(), depth + 1)
            if key in inside:
                self.repeated(key, key_line, key_column, inside[key][0])
                continue
            pairs[key] = value
            inside[key] = (key_line, key_column, value_marks)
        return pairs, (line, column, inside)

    def repeated(self, key: str, line: int, column: int, first: int) -> None:
        message = f"dit veld staat hier een tweede keer (ook op regel {first})"
        self.troubles.append(Trouble("dubbel-veld", message, "Behoud er één van", line=line, column=column, field=key))


def _at(event: Any, code: str, message: str, hint: str) -> Trouble:
    mark = event.start_mark
    return Trouble(code, message, hint, line=mark.line + 1, column=mark.column + 1)
