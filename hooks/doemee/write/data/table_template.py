"""The table to download and fill in, from the declaration of the fields: as CSV and as a workbook.

The same campaign gives the same bytes. Its one example is skipped on import, so who sends it back
unchanged sends nothing.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime, time

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from doemee.load.declared import INITIATIVE, Declaration
from doemee.load.fields import DAY_OR_MONTH
from doemee.load.marks import Setter
from doemee.model.campaign import Campaign
from doemee.write.data.choices import Choices, options
from doemee.write.data.columns import EXAMPLE, Column, columns

ROWS = 500
"""So many rows get the lists to choose from."""

_WIDE, _NARROW = 40, 20
"""Widths of a column, in characters."""

_ZIPPED_AT = (1980, 1, 1, 0, 0, 0)
_MADE_AT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_EXPLANATION = (
    "Vul op het eerste tabblad één rij in per initiatief. Kolommen met een * zijn verplicht.",
    "Heeft een initiatief meer momenten? Zet ze op de volgende rijen, met dezelfde titel.",
    "Zeg ook waar het is: vul een postcode in, of Online, of Bereik.",
    "Meer dan één keuze in een cel? Zet er een komma tussen.",
    "De rij met VOORBEELD lezen we niet. Wat je invult, wordt openbaar.",
)


def csv_template(campaign: Campaign, declared: Declaration = INITIATIVE) -> bytes:
    """The table as CSV, as Excel in Belgium opens it at once: with semicolons and a mark that it is UTF-8."""
    declared = campaign.declared(declared)
    known = _offered(Choices(campaign), declared)
    example = _example(known, campaign, declared)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([defused(column.heading) for column in known])
    writer.writerow([defused(example.get(column.key, "")) for column in known])
    return out.getvalue().encode("utf-8-sig")


def xlsx_template(campaign: Campaign, declared: Declaration = INITIATIVE) -> bytes:
    """The same as a workbook, with lists to choose from and a sheet that explains each column."""
    declared = campaign.declared(declared)
    known = _offered(Choices(campaign), declared)
    example = _example(known, campaign, declared)
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Initiatieven"
    sheet.append([defused(column.heading) for column in known])
    sheet.append([defused(example.get(column.key, "")) for column in known])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    for cell in sheet[2]:
        cell.font = Font(italic=True, color="666666")
    for number, column in enumerate(known, 1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = _WIDE if column.field.in_table.wide else _NARROW
        if column.required:
            sheet.cell(1, number).fill = PatternFill("solid", fgColor="FFE0B2")
        # Everything is text: a spreadsheet that reads 9:30 or 7/3 as it likes helps nobody. A date cell is read too.
        sheet.column_dimensions[letter].number_format = "@"
        sheet.cell(2, number).number_format = "@"
    sheet.freeze_panes = "B2"
    _explain(book.create_sheet("Uitleg"), known, campaign)
    _offer(book.create_sheet("Keuzes"), sheet, known)
    facts = campaign.facts
    book.properties.creator = facts.organiser.name
    book.properties.title = f"{facts.name} – initiatieven"
    book.properties.created = datetime.combine(facts.start, time())
    packed = io.BytesIO()
    book.save(packed)
    return _repacked(packed.getvalue(), f"{facts.start}T00:00:00Z".encode())


def defused(text: str) -> str:
    """A text that no spreadsheet takes for a formula: one that starts like it gets an apostrophe in front."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _offered(choices: Choices, declared: Declaration) -> list[Column]:
    """The columns for whoever sends something in; a table of editors may have the others too."""
    return [column for column in columns(choices, declared) if column.field.setter is not Setter.EDITORS]


def _example(known: list[Column], campaign: Campaign, declared: Declaration) -> dict[str, str]:
    """The one example row, of the examples in the declaration; its date lies in the campaign."""
    day = campaign.facts.start
    found: dict[str, str] = {}
    for column in known:
        if column.field.kind is DAY_OR_MONTH and column.required:
            found[column.key] = f"{day.day}/{day.month}/{day.year}"
        elif column.field.shown:
            found[column.key] = column.example or next(iter(column.choices), "")
    title = declared.title.key
    return found | {title: f"{EXAMPLE} {found[title] or title} (deze rij lezen we niet)"}


def _explain(sheet: Worksheet, known: list[Column], campaign: Campaign) -> None:
    """What each column asks, and what may be chosen with its name."""
    for text in _EXPLANATION:
        sheet.append([text])
    sheet.append([])
    sheet.append(["Kolom", "Verplicht", "Uitleg", "Bijvoorbeeld", "Kies uit"])
    for cell in sheet[sheet.max_row]:
        cell.font = Font(bold=True)
    for column in known:
        row = [
            column.heading,
            "ja" if column.required else "",
            column.description,
            column.example,
            "\n".join(_allowed(column, campaign)),
        ]
        sheet.append([defused(text) for text in row])
    for letter, width in zip("ABCDE", (40, 12, 60, 30, 60), strict=True):
        sheet.column_dimensions[letter].width = width
    for cells in sheet.iter_rows(min_row=len(_EXPLANATION) + 2):
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def _allowed(column: Column, campaign: Campaign) -> Iterator[str]:
    """What may be chosen: the words, or the ids of a table, each with the name that people read."""
    for option in options(column.field, campaign):
        yield option.value if column.field.words else f"{option.value}: {option.name}"


def _offer(sheet: Worksheet, rows: Worksheet, known: list[Column]) -> None:
    """A list to choose from in each column that takes one of a few words."""
    number = 0
    for position, column in enumerate(known, 1):
        if not column.choices or column.field.listed:
            continue
        number += 1
        letter = get_column_letter(number)
        for row, word in enumerate((column.key, *column.choices), 1):
            sheet.cell(row, number, defused(word))
        source = f"Keuzes!${letter}$2:${letter}${len(column.choices) + 1}"
        rule = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=True)
        rule.errorTitle, rule.error = "Kies uit de lijst", f"Kies een van de woorden bij {column.title}"
        at = get_column_letter(position)
        rule.add(f"{at}2:{at}{ROWS + 1}")
        rows.add_data_validation(rule)


def _repacked(data: bytes, made_at: bytes) -> bytes:
    """The workbook with fixed dates, and stored as it is: how small zlib makes it differs between machines."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as fixed:
        for part in sorted(packed.namelist()):
            content = packed.read(part)
            if part == "docProps/core.xml":
                content = _MADE_AT.sub(rb"\g<1>" + made_at + rb"\g<2>", content)
            info = zipfile.ZipInfo(part, _ZIPPED_AT)
            info.create_system = 0
            fixed.writestr(info, content)
    return out.getvalue()
