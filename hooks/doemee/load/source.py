"""From bytes to text, and from text to the YAML and the description in it.

This is the first step of loading. Whatever an editor on Windows or a word processor does to a file
is settled or named here, so that the later steps meet clean lines only.
"""

import re
import unicodedata
from dataclasses import dataclass

from frontmatter.default_handlers import YAMLHandler

from doemee.load.trouble import Trouble

MAX_BYTES = 64 * 1024
"""A file with every field filled in and a long description stays under 20 KB."""

# str.splitlines and libyaml also end a line at these; GitHub and editors do not, and a calendar
# app that does (vdirsyncer) would break the feed. So they may not occur at all.
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff\ue000-\uf8ff]")


class FrontMatter(YAMLHandler):
    """The front matter of python-frontmatter, but strict about where it starts and ends.

    The stock boundary also takes `-----` and swallows blank lines, after which every line number
    is wrong. This one leaves the text before the first newline in place: the line that PyYAML
    counts in the part that `split` returns is the line in the file.
    """

    FM_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text in two parts; `body_line` is the line on which the description starts."""

    yaml: str
    body: str
    body_line: int


def read_text(data: bytes) -> str:
    """The text of a file, in Unicode NFC with `\\n` as line end.

    Raises Trouble when the file is too large, is not UTF-8 or holds control characters.
    """
    if len(data) > MAX_BYTES:
        raise Trouble(
            "te-groot",
            f"dit bestand is {len(data) // 1024} KB groot, er mag hoogstens {MAX_BYTES // 1024} KB in",
            "Kort de beschrijving in en verwijs voor de rest naar je website",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        raise Trouble(
            "geen-utf8",
            "hier staat een letter die niet als UTF-8 bewaard is",
            "Bewaar het bestand opnieuw met de codering UTF-8",
            line=before.count(b"\n") + 1,
            column=error.start - (before.rfind(b"\n") + 1) + 1,
        ) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if unwanted := _UNWANTED.search(text):
        start = unwanted.start()
        raise Trouble(
            "onzichtbaar-teken",
            f"hier staat een onzichtbaar stuurteken (U+{ord(unwanted.group()):04X})",
            "Verwijder het: typ deze regel opnieuw in plaats van hem te plakken",
            line=text.count("\n", 0, start) + 1,
            column=start - (text.rfind("\n", 0, start) + 1) + 1,
        )
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def split_markdown(text: str) -> Source:
    """Front matter and description of an `.md` file. Raises Trouble when the dashes are wrong."""
    handler = FrontMatter()
    if not text.startswith("---") or not handler.detect(text):
        raise Trouble("geen-begin", "de eerste regel van het bestand is niet ---", "Zet bovenaan een regel met alleen drie streepjes: ---")
    try:
        front, body = handler.split(text)
    except ValueError:
        raise Trouble(
            "geen-einde",
            "na de velden ontbreekt de regel met drie streepjes",
            "Zet een regel met alleen --- tussen de velden en de beschrijving",
            line=max(1, len(text.rstrip("\n").split("\n"))),
        ) from None
    return Source(yaml=front, body=body.strip("\n"), body_line=front.count("\n") + 2)


def split_yaml(text: str) -> Source:
    """A `.yml` file is YAML alone; its description is the key `beschrijving`."""
    return Source(yaml=text, body="", body_line=1)
