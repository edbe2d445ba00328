"""Workbooks (`.xlsx`): the cells as a person sees them, dates and hours from cells that are formatted as such.

A workbook is a zip: its sizes are looked at before anything is unpacked, and no formula is ever followed.
"""

import io
import warnings
import zipfile
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from doemee.intake.found import Reading, Unreadable
from doemee.intake.table.header import MAX_COLUMNS, Row
from doemee.intake.table.rows import MAX_CELL, MAX_ROWS, read_rows
from doemee.model.campaign import Campaign
from doemee.write.data.choices import Choices

if TYPE_CHECKING:
    from openpyxl.cell import _CellOrMergedCell
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MAX_UNPACKED = 40 * 1024 * 1024
"""Bytes."""

MAX_PARTS = 500
_OF_THE_TEMPLATE = ("Uitleg", "Keuzes")
"""Sheets of our own template that hold no initiatives."""

_ADVICE = "Open het in Excel en bewaar het opnieuw als .xlsx, of bewaar het als CSV (UTF-8)"


def read(source: str, data: bytes, campaign: Campaign) -> Reading:
    """The initiatives of the first sheet with a header; what other sheets hold is reported. Raises Unreadable."""
    reading, choices = Reading(source), Choices(campaign)
    _refuse_harm(data)
    used, trouble = "", None
    for name, rows in _sheets(data, reading):
        if used:
            if rows and name not in _OF_THE_TEMPLATE:
                reading.info(f"het tabblad “{name[:40]}” lezen we niet, alleen “{used[:40]}”")
            continue
        try:
            read_rows(rows, reading, choices)
            used = name
        except Unreadable as unreadable:
            trouble = trouble or unreadable
    if not used:
        raise trouble or Unreadable("dit werkblad is leeg", _ADVICE)
    return reading


def _refuse_harm(data: bytes) -> None:
    """Raise Unreadable for a zip that grows without end, and for a document type: with one, XML could fetch."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
                hint = "Behoud alleen de rijen en kolommen met gegevens"
                raise Unreadable("dit werkblad is uitgepakt veel te groot", hint)
            if any(part.flag_bits & 1 for part in parts):
                raise Unreadable("dit werkblad is met een wachtwoord beveiligd", "Bewaar het zonder wachtwoord")
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with packed.open(part) as file:
                        start = file.read(4096).replace(b"\0", b"")
                    if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
                        raise Unreadable("in dit werkblad zit iets wat er niet hoort (DOCTYPE)", _ADVICE)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError) as error:
        raise Unreadable("dit is geen werkblad van Excel (.xlsx)", _ADVICE) from error


def _sheets(data: bytes, reading: Reading) -> list[tuple[str, list[Row]]]:
    """The rows of every sheet that has cells, under its name. Raises Unreadable."""
    # Loaded here: it takes a tenth of a second that nobody should wait for who has no workbook.
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    unreadable = (KeyError, ValueError, TypeError, IndexError, AttributeError, SyntaxError, OSError)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl names every part of Excel's that it does not know
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
            sheets = [(sheet.title, _rows(sheet, reading)) for sheet in book.worksheets]
            book.close()
    except (InvalidFileException, zipfile.BadZipFile, *unreadable) as error:
        raise Unreadable(f"dit werkblad kunnen we niet lezen ({type(error).__name__})", _ADVICE) from error
    return sheets


def _rows(sheet: "ReadOnlyWorksheet", reading: Reading) -> list[Row]:
    sheet.reset_dimensions()  # what a file says of its own size is not to be trusted
    rows: list[Row] = []
    # The stubs bind the method to Worksheet: https://github.com/python/mypy/issues/6700
    cells_of_rows = sheet.iter_rows(max_col=MAX_COLUMNS + 1)  # type: ignore[misc]
    for number, cells in enumerate(cells_of_rows, 1):
        if number > MAX_ROWS:
            message = f"er staan meer dan {MAX_ROWS} rijen in, we lazen de eerste"
            reading.at(sheet.title[:40]).todo(message, "Splits de tabel")
            break
        texts = [_text(cell, reading, sheet.title) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        rows.append(Row(number, texts))
    return rows if any(row.cells for row in rows) else []


def _text(cell: "_CellOrMergedCell", reading: Reading, sheet: str) -> str:
    """A cell as text: `2026-03-07`, `14:00`, `9800`, `12.5`, `true`."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return value if isinstance(value, str) and value.startswith("=") else f"={getattr(value, 'text', '')}"
    if cell.data_type == "e":
        message = f"in deze cel staat de fout {value}"
        reading.at(f"{sheet[:40]} {cell.coordinate}").todo(message, "Verbeter de formule of typ de waarde")
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time(0) else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.10g}"
    return str(value)[:MAX_CELL]
