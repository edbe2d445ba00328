"""YAML as our senders mean it: keys, texts, lists. Nothing is ever a number, a boolean or a time.

PyYAML would read `10:30` as 630, `no` as False, `0123` as 83 and take the last of two equal keys
(YAML 1.1). So this loader walks the events of PyYAML's C parser itself, once: every scalar stays
text, every node keeps its line and column, and what no sender needs but an attacker likes (anchors,
aliases, tags, merge keys, deep nesting) is refused before anything is built from it.
"""

from dataclasses import dataclass
from typing import Any

from yaml import CBaseLoader, MarkedYAMLError, YAMLError, events

from doemee.load.mending import FIXERS, MISREADINGS, ODDITIES, Fixer, hard_spaces, unreadable
from doemee.load.trouble import BrokenFile, Trouble
from doemee.load.yaml_lines import Fix, Place

MAX_DEPTH = 6
MAX_EVENTS = 2000
"""More than the longest honest file has: 100 moments with all their keys are some 1,500 events."""

MOST = 25
"""After so many mistakes in one file the rest can wait: hostile input costs no more than a few readings of it."""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})

Value = dict[str, "Value"] | list["Value"] | str | None
Marks = tuple[int, int, "dict[str, Marks] | list[Marks] | None"]
"""Line, column (from 1) and the marks of what is inside."""


@dataclass(frozen=True, slots=True)
class Tree:
    """Plain dicts, lists, texts and None, with `marks` of the same shape beside it.

    `troubles` holds the keys that come twice: the first counts.
    """

    data: dict[str, Value]
    marks: Marks
    troubles: tuple[Trouble, ...] = ()

    def position(self, path: tuple[str | int, ...]) -> tuple[int, int]:
        """Line and column of the value at `path`, or of the deepest part of the path that exists.

        A path that ends in a key of a mapping points at the key, an index of a list at the item.
        """
        line, column, inside = self.marks
        for step in path:
            if isinstance(inside, dict) and isinstance(step, str):
                found = inside.get(step)
            elif isinstance(inside, list) and isinstance(step, int):
                found = inside[step] if step < len(inside) else None
            else:
                found = None
            if found is None:
                break
            line, column, inside = found
        return line, column

    def starts(self) -> list[int]:
        """The rows, from 0, on which a field or an item of a list starts."""
        rows: set[int] = set()
        pending = [self.marks]
        while pending:
            line, _, inside = pending.pop()
            rows.add(line - 1)
            pending += inside.values() if isinstance(inside, dict) else inside or ()
        return sorted(rows)


def parse(text: str) -> Tree:
    """The one YAML document in `text`. Raises BrokenFile with everything that is wrong in it, and the cure.

    A key that comes twice does not stop it: that is in the `troubles` of the tree.
    """
    mending = Mending(text)
    tree = mending.tree()
    if mending.troubles:
        raise BrokenFile(*mending.troubles)
    return tree


class Mending:
    """The YAML of one file while it is read: each mistake that can be seen through is mended, and reading goes on.

    `troubles` is what was reported. Of the rows `dropped` (from 0) and the keys `lost` nothing more need be said.
    """

    def __init__(self, text: str):
        self.lines = text.split("\n")
        self.troubles: list[Trouble] = []
        self.done: set[int] = set()
        self.dropped: set[int] = set()
        self.lost: set[str] = set()

    @property
    def text(self) -> str:
        """As it was mended so far."""
        return "\n".join(self.lines)

    def tree(self) -> Tree:
        """What the lines say. Raises BrokenFile, with everything that was reported, when it cannot go on."""
        while True:
            try:
                return _Builder(self.text).document()
            except (YAMLError, BrokenFile) as error:
                at = self._place(error)
            fix = next((fix for places, fixer in FIXERS for place in places(at) if (fix := fixer(place))), None)
            self._apply(fix or Fix(at.refused or unreadable(at), {}))
            if not fix or len(self.troubles) > MOST:
                raise BrokenFile(*self.troubles)

    def reread(self, tree: Tree, odd: bool) -> Tree | None:
        """What the lines were meant to say, when that is something else than this tree; None when it cannot be read.

        `odd` says whether to look for ODDITIES too. Only rows on which YAML sees a field or an item start are looked
        at: in a text over more lines anything may stand.
        """
        before = len(self.troubles)
        fixers = MISREADINGS + ODDITIES if odd else MISREADINGS
        self._try((hard_spaces,), 0)
        for row in tree.starts():
            self._try(fixers, row)
        try:
            return self.tree() if len(self.troubles) > before else None
        except BrokenFile:
            return None

    def _try(self, fixers: tuple[Fixer, ...], row: int) -> None:
        """Look for mistakes where nothing stopped the reading."""
        if row < len(self.lines) and len(self.troubles) <= MOST:
            at = Place(self.lines, row)
            for fixer in fixers:
                if (fix := fixer(at)) and fix.trouble not in self.troubles:
                    self._apply(fix)

    def _place(self, error: YAMLError | BrokenFile) -> Place:
        """The place in the lines that an error points at."""
        row, column, begin, words, refused = 0, 1, None, "", None
        if isinstance(error, BrokenFile):
            refused = error.troubles[-1]
            row, column = refused.line - 1, refused.column
        elif isinstance(error, MarkedYAMLError):
            words = f"{error.context}: {error.problem}"
            if mark := error.problem_mark or error.context_mark:
                row, column = mark.line, mark.column + 1
            if error.context_mark and any(word in (error.context or "") for word in ("scalar", "key", "flow")):
                begin = error.context_mark.line
        last = len(self.lines) - 1
        row, begin = min(row, last), min(row if begin is None else begin, last)
        return Place(self.lines, row, column, begin, words, refused, self.done, self.dropped)

    def _apply(self, fix: Fix) -> None:
        if fix.trouble:
            self.troubles.append(fix.trouble)
        for row, line in fix.lines.items():
            self.lines[row] = line
        del self.lines[len(self.lines) if fix.end is None else fix.end :]
        self.done |= fix.done
        self.dropped |= fix.dropped
        self.lost |= fix.lost


class _Builder:
    """Turns the stream of events into a Tree. One use only."""

    def __init__(self, text: str):
        self.take = CBaseLoader(text).get_event
        self.count = 0
        self.troubles: list[Trouble] = []

    def next(self) -> Any:  # an Event, of which the stubs do not know that it always has marks
        self.count += 1
        event = self.take()
        if self.count > MAX_EVENTS:
            message = "dit bestand heeft te veel velden en lijsten"
            raise _refused(event, "te-lang", message, "Splits het in meer initiatieven")
        return event

    def document(self) -> Tree:
        self.next()  # the start of the stream
        event = self.next()
        if isinstance(event, events.StreamEndEvent):
            raise BrokenFile(Trouble("leeg", "dit bestand bevat geen velden", "Begin met het voorbeeldbestand"))
        first = self.next()
        if not isinstance(first, events.MappingStartEvent):
            message = "hier horen velden te staan, elk op een regel: `naam: waarde`"
            raise _refused(first, "geen-velden", message, "Vergelijk met het voorbeeldbestand")
        _refuse_extras(first)
        data, inside = self.mapping(1)
        self.next()  # the end of the document
        following = self.next()
        if not isinstance(following, events.StreamEndEvent):
            message = "hier begint een tweede blok met velden"
            raise _refused(following, "twee-documenten", message, "Zet elk initiatief in een eigen bestand")
        return Tree(data, (*_position(first), inside), tuple(self.troubles))

    def node(self, event: Any, depth: int) -> tuple[Value, Marks]:
        line, column = _position(event)
        if type(event) is events.ScalarEvent and event.anchor is None and event.tag is None:
            value = event.value
            return (None if value in _NULLS and not event.style else value), (line, column, None)
        _refuse_extras(event)
        if isinstance(event, events.ScalarEvent):
            return event.value, (line, column, None)
        if depth > MAX_DEPTH:
            message = "hier zitten te veel lijsten in elkaar"
            raise _refused(event, "te-diep", message, "Vergelijk met het voorbeeldbestand")
        data, inside = self.sequence(depth) if isinstance(event, events.SequenceStartEvent) else self.mapping(depth)
        return data, (line, column, inside)

    def sequence(self, depth: int) -> tuple[list[Value], list[Marks]]:
        items: list[Value] = []
        inside: list[Marks] = []
        while type(event := self.next()) is not events.SequenceEndEvent:
            value, marks = self.node(event, depth + 1)
            items.append(value)
            inside.append(marks)
        return items, inside

    def mapping(self, depth: int) -> tuple[dict[str, Value], dict[str, Marks]]:
        pairs: dict[str, Value] = {}
        inside: dict[str, Marks] = {}
        while type(event := self.next()) is not events.MappingEndEvent:
            key, (line, column, _) = self.node(event, depth + 1)
            if not isinstance(key, str) or key == "<<":
                message = "dit kan geen naam van een veld zijn"
                raise _refused(event, "vreemde-sleutel", message, "Schrijf `naam: waarde`")
            value, (_, _, below) = self.node(self.next(), depth + 1)
            if key in inside:
                message = f"dit veld staat hier een tweede keer (ook op regel {inside[key][0]})"
                hint = "Behoud er één van"
                self.troubles.append(Trouble("dubbel-veld", message, hint, line=line, column=column, field=key))
                continue
            pairs[key] = value
            inside[key] = (line, column, below)
        return pairs, inside


def _refuse_extras(event: Any) -> None:
    """Raises BrokenFile for an anchor, an alias or a tag."""
    if isinstance(event, events.AliasEvent) or event.anchor:
        message = "ankers en verwijzingen (& en *) kunnen hier niet"
        raise _refused(event, "anker", message, "Zet aanhalingstekens rond een tekst die met & of * begint")
    if event.tag and event.tag != "!":
        raise _refused(event, "label", "een woord dat met ! begint kan hier niet", "Zet aanhalingstekens rond de tekst")


def _refused(event: Any, code: str, message: str, hint: str) -> BrokenFile:
    line, column = _position(event)
    return BrokenFile(Trouble(code, message, hint, line=line, column=column))


def _position(event: Any) -> tuple[int, int]:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1
