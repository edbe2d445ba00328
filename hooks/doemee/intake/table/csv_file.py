"""Tables as text (`.csv`): in Belgium Excel puts semicolons between cells and saves as Windows-1252."""

import csv
import io

from doemee.intake.found import Reading, Unreadable
from doemee.intake.table.header import Row
from doemee.intake.table.rows import MAX_CELL, MAX_ROWS, read_rows
from doemee.load.trouble import BrokenFile
from doemee.load.wrong_encoding import FIRST_BYTES, decoded, other_kind
from doemee.model.campaign import Campaign
from doemee.write.data.choices import Choices


def read(source: str, data: bytes, campaign: Campaign) -> Reading:
    """The initiatives of a table. Raises Unreadable when it is none."""
    reading = Reading(source)
    text = _text(data, reading)
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        text, delimiter, skipped = rest, first.strip()[4], 1  # Excel's own way to say what stands between cells
    else:
        delimiter, skipped = _delimiter(text), 0
    rows: list[Row] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for cells in reader:
            if len(rows) >= MAX_ROWS:
                reading.todo(f"er staan meer dan {MAX_ROWS} rijen in, we lazen de eerste", "Splits de tabel")
                break
            # The number of the line on which a row ends; a row is where a person would look for it.
            start = reader.line_num - sum(cell.count("\n") for cell in cells) + skipped
            rows.append(Row(start, [cell[:MAX_CELL] for cell in cells]))
    except csv.Error as error:
        message = f"vanaf regel {reader.line_num} is dit geen tabel ({error})"
        raise Unreadable(message, "Bewaar ze opnieuw als CSV") from error
    read_rows(rows, reading, Choices(campaign))
    return reading


def _text(data: bytes, reading: Reading) -> str:
    """The text of the file, as it was saved. Raises Unreadable when it is none."""
    if data.startswith(FIRST_BYTES) and (trouble := other_kind(data)):
        raise Unreadable(trouble.message, "Bewaar het als CSV (UTF-8), of geef het de juiste extensie")
    try:
        text = data.decode("utf-8-sig")
        if "\0" not in text:
            return text
    except UnicodeDecodeError:
        pass
    try:
        text, trouble = decoded(data)
    except BrokenFile as broken:
        raise Unreadable(str(broken), "Bewaar de tabel opnieuw als “CSV UTF-8”") from broken
    name = "Windows-1252" if trouble and trouble.code == "geen-utf8" else "UTF-16"
    message = f"deze tabel is bewaard als {name}, niet als UTF-8; we lazen ze zo"
    reading.info(message, "Kijk letters met accenten na")
    return text.replace("\0", "")


def _delimiter(text: str) -> str:
    """What stands between cells: of the three, the one that the first filled line has most of outside quotes."""
    line = next((line for line in text.split("\n") if line.strip()), "")
    outside = "".join(line.split('"')[::2])
    return max(";\t,", key=outside.count)
