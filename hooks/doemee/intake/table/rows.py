"""The rows of a table become initiatives: what their cells say, and which of them belong together."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, cast

from doemee.intake.found import MAX_FOUND, Fields, Found, Reading, shown
from doemee.intake.places_in_text import place
from doemee.intake.table.header import Row, header_of, keys_of, report_unknown
from doemee.load.declared import BODY
from doemee.text import slugify
from doemee.write.data.choices import Choices
from doemee.write.data.columns import EXAMPLE, SLUG, Column, clock_in, columns, value, weekday_and_day

FORMAT = "tabel"

MAX_ROWS = 5000
MAX_CELL = 20_000
"""Characters."""

_OF_A_MOMENT = ("locatie", "online", "status")
"""What a further row of the same initiative may say of its own moment."""

Cells: TypeAlias = dict[str, object]
"""What the filled cells of a row say, by the key of their column; text, unless columns.py makes more of it."""


@dataclass(slots=True)
class _Group:
    """The rows of one initiative, and what they say of the whole."""

    first: Row
    cells: Cells
    moments: list[Cells] = field(default_factory=list)

    @property
    def where(self) -> str:
        """How remarks name it."""
        return self.first.where

    def is_of(self, organisation: object) -> bool:
        """Whether it may be of an organisation: where one of both says none, it may."""
        ours = self.cells.get("organisatie.naam")
        return not ours or not organisation or _folded(ours) == _folded(organisation)


def read_rows(rows: Sequence[Row], reading: Reading, choices: Choices) -> None:
    """Add the initiatives below the header. Raises Unreadable when there is none."""
    known = columns(choices)
    header = header_of(rows, known)
    below = [row for row in rows if row.number > header.number and row.filled]
    table = _Table(keys_of(header, known, reading), known, reading, choices)
    report_unknown(header, below, known, reading)
    for row in below:
        table.add(row)
    reading.found += [table.found(group) for group in table.groups[:MAX_FOUND]]
    if len(table.groups) > MAX_FOUND:
        reading.todo(f"er staan meer dan {MAX_FOUND} initiatieven in, we namen de eerste", "Splits de tabel")


class _Table:
    """The rows below a header, put together by initiative."""

    def __init__(self, keys: Sequence[str | None], known: list[Column], reading: Reading, choices: Choices):
        self.keys = keys
        self.columns = {column.key: column for column in known}
        self.reading = reading
        self.choices = choices
        self.groups: list[_Group] = []
        self.by_slug: dict[object, _Group] = {}
        self.by_title: dict[object, list[_Group]] = defaultdict(list)

    def add(self, row: Row) -> None:
        """Take in one row: it begins an initiative, or is a further moment of one."""
        cells = self._cells(row)
        if str(cells.get("titel", "")).upper().startswith(EXAMPLE):
            self.reading.at(row.where).info("het voorbeeld uit het sjabloon is overgeslagen")
            return
        moment = {key.removeprefix("momenten."): cells.pop(key) for key in list(cells) if key.startswith("momenten.")}
        group = self._group_of(cells, moment, row)
        if group is None:
            group = _Group(row, cells)
            self.groups.append(group)
            self.by_slug[cells.get(SLUG)] = group
            self.by_title[_folded(cells.get("titel"))].append(group)
        else:
            self._merge(group, cells, moment, row)
        if moment:
            group.moments.append(moment)

    def found(self, group: _Group) -> Found:
        """The initiative of a group of rows."""
        remarks = self.reading.at(group.where)
        fields = _fields(group.cells)
        if fields.get("locatie", {}).keys() == {"naam"}:
            of_text, left = place(str(fields.pop("locatie").get("naam")), self.choices.campaign)
            remarks.no_field([shown(item) for item in left])
            if "online" in fields:
                of_text.pop("online", None)
            fields |= of_text
        if group.moments:
            each_once = {json.dumps(moment, sort_keys=True): moment for moment in group.moments}
            if len(each_once) < len(group.moments):
                remarks.info("hetzelfde moment staat er meer dan één keer")
            fields |= cast(Fields, {"momenten": list(each_once.values())})
        title, organisation = group.cells.get("titel", ""), group.cells.get("organisatie.naam", "")
        slug = str(group.cells.get(SLUG, "")).removesuffix(".md")
        uid = slug or slugify(f"{title} {organisation}") or group.where
        return Found(FORMAT, uid, group.where, fields, str(group.cells.get(BODY, "")), slug)

    def _cells(self, row: Row) -> Cells:
        """What the filled cells of a row say."""
        said: Cells = {}
        for key, cell in zip(self.keys, row.cells, strict=False):
            text = cell.strip()
            if key is None or not text:
                continue
            if text.startswith("="):
                message = f"in {key} staat een formule ({shown(text)}), en die lezen we niet"
                self.reading.at(row.where).todo(message, "Kopieer de cel en plak ze als waarde")
                continue
            if len(text) > 1 and text[0] == "'" and text[1] in "=+-@":
                text = text[1:]  # the character with which a spreadsheet is told that this is text
            said |= self._cell(self.columns[key], text, said)
        return said

    def _cell(self, column: Column, text: str, before: Cells) -> Cells:
        """What one cell says; in that of the day a weekday and an hour may stand too."""
        if column.key == BODY:
            return {BODY: text}
        if column.key != "momenten.datum":
            return {column.key: value(column, text, self.choices)}
        weekday, rest = weekday_and_day(text)
        found: Cells = {column.key: value(column, rest, self.choices)}
        if weekday:
            found["momenten.weekdag"] = weekday
        if (hour := clock_in(rest)) and "momenten.van" not in before:
            found["momenten.van"] = hour
        return found

    def _group_of(self, cells: Cells, moment: Cells, row: Row) -> _Group | None:
        """The initiative that a row continues: the same name of file, or title and organisation; or no title at all."""
        if slug := cells.get(SLUG):
            return self.by_slug.get(slug)
        title, organisation = cells.get("titel"), cells.get("organisatie.naam")
        if title:
            alike = [group for group in self.by_title[_folded(title)] if group.is_of(organisation)]
            return max(alike, key=lambda group: group.first.number, default=None)
        if self.groups and moment:
            return self.groups[-1]
        self.reading.at(row.where).todo("deze rij heeft geen titel", "Vul de titel in")
        return None

    def _merge(self, group: _Group, cells: Cells, moment: Cells, row: Row) -> None:
        """A further row: its own moment, and what it says of the whole besides."""
        here, there = _of_place(cells), _of_place(group.cells)
        if here and here != there and moment:
            moment["locatie"] = here
        for key in ("online", "status"):
            if key in cells and cells[key] != group.cells.get(key) and moment:
                moment.setdefault(key, cells[key])
        for key, item in cells.items():
            if key.split(".")[0] in _OF_A_MOMENT and moment:
                continue
            if key not in group.cells:
                group.cells[key] = item
                if key == "titel":
                    self.by_title[_folded(item)].append(group)
            elif _folded(item) != _folded(group.cells[key]):
                first = f"op {group.where} {shown(group.cells[key])}"
                message = f"{key} is hier {shown(item)} en {first}; we houden dat van {group.where}"
                self.reading.at(row.where).todo(message, "Kijk na of dit hetzelfde initiatief is")


def _fields(cells: Cells) -> Fields:
    """`locatie.postcode` becomes `postcode` in `locatie`; what is no field is left out."""
    nested: Cells = {}
    for key, item in cells.items():
        parent, _, leaf = key.partition(".")
        if not leaf and key not in (BODY, SLUG):
            nested[key] = item
        elif leaf:
            group = nested.setdefault(parent, {})
            if isinstance(group, dict):
                group[leaf] = item
    return cast(Fields, nested)  # the columns come from the declaration, and so do these keys


def _of_place(cells: Cells) -> Cells:
    return {key.removeprefix("locatie."): item for key, item in cells.items() if key.startswith("locatie.")}


def _folded(item: object) -> object:
    """A value to compare: for a text, its capitals and spaces do not count."""
    return " ".join(item.split()).casefold() if isinstance(item, str) else item
