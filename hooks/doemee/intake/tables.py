"""The rows of a table become initiatives, whatever program made it. csv_file.py and xlsx_file.py read the cells."""

from dataclasses import dataclass, field
from typing import Any

from doemee.intake.found import MAX_FOUND, Found, Reading, Unreadable, shown
from doemee.intake.places_in_text import place
from doemee.load.declared import BODY
from doemee.load.messages import suggestion
from doemee.model.campaign import Campaign
from doemee.text import slugify
from doemee.write.data.choices import Choices
from doemee.write.data.columns import EXAMPLE, SLUG, Column, clock_in, column_of, columns, value, weekday_and_day

KIND = "tabel"
MAX_COLUMNS = 200
_OF_A_MOMENT = ("locatie", "online", "status")
"""What a further row of the same initiative may say of its own moment."""


@dataclass(slots=True)
class Row:
    """A row with its number in the file, and what its cells say by column."""

    number: int
    cells: list[str]


@dataclass(slots=True)
class _Group:
    """The rows of one initiative."""

    where: str
    first: int
    fields: dict[str, Any]
    moments: list[dict[str, Any]] = field(default_factory=list)


class Table:
    """A header and rows below it, of which `reading` hears what found no place."""

    def __init__(self, reading: Reading, campaign: Campaign):
        self.reading = reading
        self.choices = Choices(campaign)
        self.known = columns(self.choices)
        self.by_key = {column.key: column for column in self.known}
        self.groups: list[_Group] = []

    def read(self, rows: list[Row]) -> None:
        """Every row below the first that looks like a header."""
        header = next((row for row in rows[:20] if self._is_header(row.cells)), None)
        if header is None:
            titles = ", ".join(column.title for column in self.known if column.required)
            raise Unreadable(
                "er is geen rij met namen van kolommen", f"Zet op de eerste rij: {titles}. Of begin van het sjabloon"
            )
        if len(header.cells) > MAX_COLUMNS:
            raise Unreadable(f"er zijn meer dan {MAX_COLUMNS} kolommen", "Behoud alleen de kolommen met gegevens")
        keys = self._keys(header)
        below = [row for row in rows if row.number > header.number and any(cell.strip() for cell in row.cells)]
        self._unknown(header, keys, below)
        for row in below:
            self._row(row, keys)
        for group in self.groups[:MAX_FOUND]:
            self._finish(group)
        if len(self.groups) > MAX_FOUND:
            self.reading.to_do(
                "", f"er staan meer dan {MAX_FOUND} initiatieven in, we namen de eerste", "Splits de tabel"
            )

    def _is_header(self, cells: list[str]) -> bool:
        found = {column_of(cell, self.known) for cell in cells[:MAX_COLUMNS] if cell.strip()} - {None}
        return "titel" in found and len(found) > 1

    def _keys(self, header: Row) -> list[str | None]:
        keys: list[str | None] = []
        for cell in header.cells:
            key = column_of(cell, self.known) if cell.strip() else None
            if key in keys and key is not None:
                self.reading.to_do(
                    f"rij {header.number}",
                    f"twee kolommen zijn `{key}`: de tweede ({shown(cell)}) lezen we niet",
                    "Geef ze een andere naam",
                )
                key = None
            keys.append(key)
        return keys

    def _unknown(self, header: Row, keys: list[str | None], below: list[Row]) -> None:
        names = [column.key for column in self.known]
        for position, (cell, key) in enumerate(zip(header.cells, keys, strict=True)):
            filled = sum(position < len(row.cells) and bool(row.cells[position].strip()) for row in below)
            if key is None and filled and column_of(cell, self.known) is None:
                many = "1 waarde" if filled == 1 else f"{filled} waarden"
                what = (
                    f"de kolom {shown(cell)} kennen we niet ({many})"
                    if cell.strip()
                    else f"kolom {position + 1} heeft geen naam ({many})"
                )
                hint = suggestion(slugify(cell), names, 0)
                advice = (
                    hint if hint.startswith("Bedoel") else "Gebruik de namen uit het sjabloon, of verwijder deze kolom"
                )
                self.reading.to_do(f"rij {header.number}", what, advice)
        widest = max((len(row.cells) for row in below), default=0)
        if widest > len(keys):
            row = next(row for row in below if len(row.cells) > len(keys))
            if any(cell.strip() for cell in row.cells[len(keys) :]):
                self.reading.to_do(
                    f"rij {row.number}",
                    "deze rij heeft meer cellen dan er kolommen zijn",
                    "Kijk de aanhalingstekens na",
                )

    def _row(self, row: Row, keys: list[str | None]) -> None:
        where = f"rij {row.number}"
        flat: dict[str, Any] = {}
        for key, cell in zip(keys, row.cells, strict=False):
            text = cell.strip()
            if key is None or not text:
                continue
            if text.startswith("="):
                message = f"in {key} staat een formule ({shown(text)}), en die lezen we niet"
                self.reading.to_do(where, message, "Kopieer de cel en plak ze als waarde")
                continue
            if len(text) > 1 and text[0] == "'" and text[1] in "=+-@":
                text = text[1:]  # the sign with which a spreadsheet is told that this is text
            flat |= self._cell(self.by_key[key], text, flat)
        title = str(flat.get("titel", ""))
        if title.upper().startswith(EXAMPLE):
            self.reading.mention(where, "het voorbeeld uit het sjabloon is overgeslagen")
            return
        moment = {key.removeprefix("momenten."): flat.pop(key) for key in list(flat) if key.startswith("momenten.")}
        group = self._group_of(flat, moment, where)
        if group is None:
            group = _Group(where, row.number, flat)
            self.groups.append(group)
        else:
            self._merge(group, flat, moment, where)
        if moment:
            group.moments.append(moment)

    def _cell(self, column: Column, text: str, flat: dict[str, Any]) -> dict[str, Any]:
        if column.key != "momenten.datum":
            return {column.key: text if column.key == BODY else value(column, text, self.choices)}
        weekday, rest = weekday_and_day(text)
        found = {column.key: value(column, rest, self.choices)}
        if weekday:
            found["momenten.weekdag"] = weekday
        if (hour := clock_in(rest)) and "momenten.van" not in flat:
            found["momenten.van"] = hour
        return found

    def _group_of(self, flat: dict[str, Any], moment: dict[str, Any], where: str) -> _Group | None:
        """The initiative that a row continues: the same name of file, or title and organisation; or no title at all."""
        if not flat.get("titel") and not flat.get(SLUG):
            if self.groups and moment:
                return self.groups[-1]
            self.reading.to_do(where, "deze rij heeft geen titel", "Vul de titel in")
            return None
        for group in reversed(self.groups):
            if flat.get(SLUG) or group.fields.get(SLUG):
                if flat.get(SLUG) and flat.get(SLUG) == group.fields.get(SLUG):
                    return group
                if flat.get(SLUG):
                    continue
            who, theirs = flat.get("organisatie.naam"), group.fields.get("organisatie.naam")
            if _same(flat.get("titel"), group.fields.get("titel")) and (not who or not theirs or _same(who, theirs)):
                return group
        return None

    def _merge(self, group: _Group, flat: dict[str, Any], moment: dict[str, Any], where: str) -> None:
        """A further row: its own moment, and what it says of the whole besides."""
        place = {key: flat[key] for key in flat if key.split(".")[0] == "locatie"}
        ours = {key: group.fields[key] for key in group.fields if key.split(".")[0] == "locatie"}
        if place and place != ours and moment:
            moment["locatie"] = {key.removeprefix("locatie."): item for key, item in place.items()}
        for key in ("online", "status"):
            if key in flat and flat[key] != group.fields.get(key) and moment:
                moment.setdefault(key, flat[key])
        for key, item in flat.items():
            if key.split(".")[0] in _OF_A_MOMENT and moment:
                continue
            if key not in group.fields:
                group.fields[key] = item
            elif not _same(item, group.fields[key]):
                message = f"{key} is hier {shown(item)} en op rij {group.first} {shown(group.fields[key])}; we houden dat van rij {group.first}"
                self.reading.to_do(where, message, "Kijk na of dit hetzelfde initiatief is")

    def _finish(self, group: _Group) -> None:
        fields: dict[str, Any] = {}
        for key, item in group.fields.items():
            if key in (BODY, SLUG):
                continue
            parent, _, leaf = key.partition(".")
            if leaf:
                fields.setdefault(parent, {})[leaf] = item
            else:
                fields[key] = item
        if set(fields.get("locatie", {})) == {"naam"}:
            found, left = place(str(fields["locatie"]["naam"]), self.choices.campaign)
            self.reading.without_field(group.where, [shown(item) for item in left])
            del fields["locatie"]
            fields = found | fields if "online" in found else fields | found
        if group.moments:
            moments = [moment for number, moment in enumerate(group.moments) if moment not in group.moments[:number]]
            if len(moments) < len(group.moments):
                self.reading.mention(group.where, "hetzelfde moment staat er meer dan één keer")
            fields["momenten"] = moments
        asked = str(group.fields.get(SLUG, "")).removesuffix(".md")
        uid = (
            asked
            or slugify(f"{group.fields.get('titel', '')} {group.fields.get('organisatie.naam', '')}")
            or f"rij {group.first}"
        )
        self.reading.found.append(Found(KIND, uid, group.where, fields, str(group.fields.get(BODY, "")), asked))


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
    return one == other
