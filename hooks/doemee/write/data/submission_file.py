"""The text of a file in data/, from its fields: what a form, an import or the questions in a terminal write.

The way back of load/: what is written here and read there gives the same values. The form in the browser
writes the same text, sign for sign (overrides/assets/form/file.js); a test compares them.
"""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel

from doemee.load.submission import Submission

_PLAIN = re.compile(r"(?!- )[^\W_][\w '’.,()/+?!=&%;@€:–-]*")
"""A text that needs no quotes, whoever reads it: it starts with a letter or digit and holds only these signs."""

_NEEDS_QUOTES = re.compile(r":(?: |$)| $|^(?:true|false|null|yes|no|on|off|y|n)$", re.IGNORECASE)
_IN_FLOW = re.compile(r"[\w '’.()/+?!=&%;@€–-]+")
_SHORT = {"organisatie": "naam", "inschrijven": "url"}
"""Groups that may be written as just the one field that counts."""

MAX_FLOW = 100


def file_text(
    fields: Mapping[str, Any],
    body: str = "",
    *,
    path: str = "x.md",
    model: type[BaseModel] = Submission,
    hint: str = "",
) -> str:
    """The whole file, ending in a newline.

    `fields` holds texts, numbers, booleans, lists and groups of those, under the keys of `model`; what is
    None, empty or False-less is left out. The order is that of the declaration. The suffix of `path` chooses
    between front matter and YAML alone; `hint` is a comment for the first line, such as where it comes from.
    """
    markdown = PurePosixPath(path).suffix == ".md"
    lines = [f"# {line}" for line in hint.splitlines()]
    lines += _group(fields, model, "")
    body = body.replace("\r\n", "\n").strip("\n")
    if markdown:
        return "\n".join(["---", *lines, "---", *([body] if body else []), ""])
    if body:
        lines += _literal("beschrijving", body)
    return "\n".join([*lines, ""])


def _group(fields: Mapping[str, Any], model: type[BaseModel] | None, indent: str) -> list[str]:
    """The lines of a group of fields, in the order of its declaration."""
    order = [key for key in model.model_fields if key in fields] if model else []
    lines: list[str] = []
    for key in (*order, *(key for key in fields if key not in order)):
        lines += _field(key, fields[key], indent)
    return lines


def _field(key: str, value: Any, indent: str) -> list[str]:
    value = _present(value)
    if value is None:
        return []
    if isinstance(value, Mapping) and list(value) == [_SHORT.get(key)]:
        value = value[_SHORT[key]]
    if isinstance(value, Mapping):
        return [f"{indent}{key}:", *_group(value, None, indent + "  ")]
    if not isinstance(value, list):
        return [f"{indent}{key}: {_scalar(value)}"]
    if any(isinstance(item, Mapping) for item in value):
        return [f"{indent}{key}:", *(line for item in value for line in _item(item, indent + "  "))]
    words = [_scalar(item) for item in value]
    flow = f"{indent}{key}: [{', '.join(words)}]"
    if len(flow) <= MAX_FLOW and all(_IN_FLOW.fullmatch(word) for word in words):
        return [flow]
    return [f"{indent}{key}:", *(f"{indent}  - {word}" for word in words)]


def _item(value: Any, indent: str) -> list[str]:
    if not isinstance(value, Mapping):
        return [f"{indent}- {_scalar(value)}"]
    first, *rest = _group(value, None, indent + "  ")
    return [f"{indent}- {first.strip()}", *rest]


def _present(value: Any) -> Any:
    """Without what is empty, at any depth; None when nothing is left."""
    if isinstance(value, Mapping):
        value = {key: inner for key, item in value.items() if (inner := _present(item)) is not None}
    elif isinstance(value, list | tuple):
        value = [inner for item in value if (inner := _present(item)) is not None]
    elif isinstance(value, str):
        value = " ".join(value.split())
    return None if value in ("", [], {}, None) else value


def _scalar(value: Any) -> str:
    if value is True or value is False:
        return str(value).lower()
    text = str(value)
    if _PLAIN.fullmatch(text) and (not _NEEDS_QUOTES.search(text) or not isinstance(value, str)):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _literal(key: str, text: str) -> list[str]:
    """A text over more lines; when it starts with a space, YAML must be told how far the lines are indented."""
    mark = "|2-" if text.startswith(" ") else "|-"
    return [f"{key}: {mark}", *(f"  {line}" if line else "" for line in text.split("\n"))]
