"""The row with the names of the columns: which column is which field, and what of the table no field can hold."""

from collections.abc import Sequence
from dataclasses import dataclass

from doemee.intake.found import Reading, Unreadable, shown
from doemee.load.messages import suggestion
from doemee.text import slugify
from doemee.write.data.columns import Column, column_of

MAX_COLUMNS = 200
_FIRST_ROWS = 20
"""In these a header is looked for: above it may stand a title."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its number in the file, and the text of its cells by column."""

    number: int
    cells: list[str]

    @property
    def where(self) -> str:
        """How remarks name it."""
        return f"rij {self.number}"

    @property
    def filled(self) -> bool:
        """Whether anything stands in it."""
        return any(cell.strip() for cell in self.cells)

    def has(self, position: int) -> bool:
        """Whether anything stands in one of its cells, counted from 0."""
        return position < len(self.cells) and bool(self.cells[position].strip())


def header_of(rows: Sequence[Row], known: list[Column]) -> Row:
    """The first row with the title and one more column that we know. Raises Unreadable when there is none."""
    header = next((row for row in rows[:_FIRST_ROWS] if _is_header(row, known)), None)
    if header is None:
        titles = ", ".join(column.title for column in known if column.required)
        hint = f"Zet op de eerste rij: {titles}. Of begin van het sjabloon"
        raise Unreadable("er is geen rij met namen van kolommen", hint)
    if len(header.cells) > MAX_COLUMNS:
        raise Unreadable(f"er zijn meer dan {MAX_COLUMNS} kolommen", "Behoud alleen de kolommen met gegevens")
    return header


def keys_of(header: Row, known: list[Column], reading: Reading) -> list[str | None]:
    """The key of each column; None for one that is not read."""
    keys: list[str | None] = []
    for cell in header.cells:
        key = column_of(cell, known) if cell.strip() else None
        if key is not None and key in keys:
            message = f"twee kolommen zijn `{key}`: de tweede ({shown(cell)}) lezen we niet"
            reading.at(header.where).todo(message, "Geef ze een andere naam")
            key = None
        keys.append(key)
    return keys


def report_unknown(header: Row, below: Sequence[Row], known: list[Column], reading: Reading) -> None:
    """Remark on columns with values that nobody knows, and on cells to the right of all columns."""
    names = [column.key for column in known]
    for position, cell in enumerate(header.cells):
        filled = sum(row.has(position) for row in below)
        if not filled or (cell.strip() and column_of(cell, known) is not None):
            continue
        many = "1 waarde" if filled == 1 else f"{filled} waarden"
        if cell.strip():
            message = f"de kolom {shown(cell)} kennen we niet ({many})"
        else:
            message = f"kolom {position + 1} heeft geen naam ({many})"
        hint = suggestion(slugify(cell), names, 0)
        if not hint.startswith("Bedoel"):
            hint = "Gebruik de namen uit het sjabloon, of verwijder deze kolom"
        reading.at(header.where).todo(message, hint)
    longer = next((row for row in below if len(row.cells) > len(header.cells)), None)
    if longer and any(cell.strip() for cell in longer.cells[len(header.cells) :]):
        message = "deze rij heeft meer cellen dan er kolommen zijn"
        reading.at(longer.where).todo(message, "Kijk de aanhalingstekens na")


def _is_header(row: Row, known: list[Column]) -> bool:
    found = {column_of(cell, known) for cell in row.cells[:MAX_COLUMNS] if cell.strip()} - {None}
    return "titel" in found and len(found) > 1
