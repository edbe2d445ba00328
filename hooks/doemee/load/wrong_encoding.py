"""Bytes that are no UTF-8 text: what kind of file it is instead, or which letter was meant.

Only asked when something is off. Where the text can be guessed, reading goes on with the guess, so
that the sender hears of the other mistakes in the same run.
"""

import re

from doemee.load.trouble import BrokenFile, Trouble

NOTEPAD = "in Kladblok: Bestand > Opslaan als, en kies bij Codering voor UTF-8"

_KINDS = (
    (b"%PDF-", "een pdf"),
    (b"{\\rtf", "een document van een tekstverwerker (.rtf)"),
    (b"\xd0\xcf\x11\xe0", "een oud Word- of Excel-document (.doc of .xls)"),
    (b"\x89PNG", "een afbeelding (.png)"),
    (b"\xff\xd8\xff", "een foto (.jpg)"),
    (b"GIF8", "een afbeelding (.gif)"),
    (b"\x1f\x8b", "een ingepakt bestand (.gz)"),
    (b"Rar!", "een ingepakt bestand (.rar)"),
    (b"7z\xbc\xaf", "een ingepakt bestand (.7z)"),
    (b"<!DOCTYPE", "een webpagina (.html)"),
    (b"<!doctype", "een webpagina (.html)"),
    (b"<html", "een webpagina (.html)"),
)
_ZIPPED = (
    (b"word/", "een Word-document (.docx)"),
    (b"xl/", "een Excel-werkblad (.xlsx)"),
    (b"opendocument.text", "een document van LibreOffice (.odt)"),
)
FIRST_BYTES = (b"PK\x03\x04", *(start for start, _ in _KINDS))
"""No file of ours starts with any of these."""


def other_kind(data: bytes) -> Trouble | None:
    """The answer to a Word document, a PDF or a picture that only has the name of a text file."""
    kind = next((name for start, name in _KINDS if data.startswith(start)), "")
    if data.startswith(b"PK\x03\x04"):
        kind = next((name for part, name in _ZIPPED if part in data), "een ingepakt bestand (.zip)")
    if not kind:
        return None
    hint = "Kopieer alleen de tekst naar een nieuw bestand in Kladblok of op GitHub en bewaar het als gewone tekst"
    return Trouble("geen-tekstbestand", f"dit is geen tekstbestand maar {kind}", hint)


def decoded(data: bytes) -> tuple[str, Trouble | None]:
    """Bytes that are no UTF-8 as text all the same, with the answer. Raises BrokenFile when that makes no sense."""
    if wide := _wide(data):
        trouble = Trouble("utf-16", "dit bestand is bewaard als UTF-16 (“Unicode”)", f"Bewaar als UTF-8; {NOTEPAD}")
        return data.decode(wide, "replace").removeprefix("\ufeff"), trouble
    data = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        start = error.start
    before = data[data.rfind(b"\n", 0, start) + 1 : start].decode("utf-8")
    line = data.count(b"\n", 0, start) + 1
    text = _guessed(data)
    shown = text.split("\n")[line - 1]
    letter = shown[len(before)]
    many = sum(byte > 127 for byte in data)
    if b"\0" in data or many > len(data) // 3:
        hint = "Schrijf je tekst in Kladblok of op GitHub en bewaar hem als UTF-8"
        raise BrokenFile(Trouble("geen-tekstbestand", "dit is geen tekstbestand", hint))
    hint = f"Bewaar het bestand opnieuw met de codering UTF-8; {NOTEPAD}"
    if len(shown) <= 120:
        hint = f"Deze regel moet zijn: `{shown.strip()}`. {hint}"
    message = f"hier staat een letter die niet als UTF-8 bewaard is (waarschijnlijk {letter})"
    return text, Trouble("geen-utf8", message, hint, line=line, column=len(before) + 1)


def _wide(data: bytes) -> str:
    """The name of the UTF-16 that this is, or nothing: by its mark, or because every other byte is zero."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    sample = data[:400]
    for name, offset in (("utf-16-le", 1), ("utf-16-be", 0)):
        half = sample[offset::2]
        if len(half) > 4 and half.count(0) > 0.8 * len(half) and sample[1 - offset :: 2].count(0) == 0:
            return name
    return ""


def _guessed(data: bytes) -> str:
    """UTF-8 where it is UTF-8; every other byte as Windows would show it."""
    return "".join(map(_piece, re.split(rb"([\x80-\xff]+)", data)))


def _piece(piece: bytes) -> str:
    try:
        return piece.decode("utf-8")
    except UnicodeDecodeError:
        return piece.decode("cp1252", "replace")
