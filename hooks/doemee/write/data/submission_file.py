"""The text of a file in data/, from its fields: what a form, an import or the questions in a terminal write.

The way back of load/: what is written here and read there gives the same values. The form in the browser
writes the same text, character for character (overrides/assets/form/file.js); a test compares them.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from doemee.load.declared import BODY, INITIATIVE, Declaration, Field

_PLAIN = re.compile(r"(?!- )[^\W_][\w '’.,()/+?!=&%;@€:–-]*")
"""A text that needs no quotes, whoever reads it: it starts with a letter or digit and holds only these characters."""

_NEEDS_QUOTES = re.compile(r":(?: |$)| $|^(?:true|false|null|yes|no|on|off|y|n)$", re.IGNORECASE)
_IN_FLOW = re.compile(r"[\w '’.()/+?!=&%;@€–-]+")

MAX_FLOW = 100


def file_text(
    fields: Mapping[str, Any], body: str = "", *, path: str = "x.md", declared: Declaration = INITIATIVE, hint: str = ""
) -> str:
    """The whole file, ending in a newline.

    `fields` holds texts, numbers, booleans, lists and groups of those, under the keys of the declaration; what is
    None or empty is left out. The order is that of the declaration, within a group the one given: a file that was
    written before must not change when it is written again. The suffix of `path` chooses between front matter and
    YAML alone; `hint` is a comment for the first line, such as where it comes from.
    """
    markdown = PurePosixPath(path).suffix == ".md"
    lines = [f"# {line}" for line in hint.splitlines()]
    order = [field.name for field in declared.fields if field.name in fields]
    lines += _group({key: fields[key] for key in (*order, *fields)}, declared.fields, "")
    body = body.replace("\r\n", "\n").strip("\n")
    if markdown:
        return "\n".join(["---", *lines, "---", *([body] if body else []), ""])
    if body:
        lines += _literal(BODY, body)
    return "\n".join([*lines, ""])


def _group(values: Mapping[str, Any], fields: Sequence[Field], indent: str) -> list[str]:
    """The lines of a group of fields."""
    declared = {field.name: field for field in fields}
    return [line for key, value in values.items() for line in _field(key, value, declared.get(key), indent)]


def _field(key: str, value: Any, field: Field | None, indent: str) -> list[str]:
    """The lines of one field; of one that is not declared too: what to write is not judged here."""
    inside = field.fields if field else ()
    value = _present(value)
    if value is None:
        return []
    if field and field.short and isinstance(value, Mapping) and list(value) == [field.short]:
        value = value[field.short]
    if isinstance(value, Mapping):
        return [f"{indent}{key}:", *_group(value, inside, indent + "  ")]
    if not isinstance(value, list):
        return [f"{indent}{key}: {scalar(value)}"]
    if any(isinstance(item, Mapping) for item in value):
        return [f"{indent}{key}:", *(line for item in value for line in _item(item, inside, indent + "  "))]
    words = [scalar(item) for item in value]
    flow = f"{indent}{key}: [{', '.join(words)}]"
    if len(flow) <= MAX_FLOW and all(_IN_FLOW.fullmatch(word) for word in words):
        return [flow]
    return [f"{indent}{key}:", *(f"{indent}  - {word}" for word in words)]


def _item(value: Any, fields: Sequence[Field], indent: str) -> list[str]:
    if not isinstance(value, Mapping):
        return [f"{indent}- {scalar(value)}"]
    first, *rest = _group(value, fields, indent + "  ")
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


def scalar(value: Any) -> str:
    """One value, in quotes when YAML or an editor would read it as something else."""
    if value is True or value is False:
        return str(value).lower()
    text = str(value)
    if _PLAIN.fullmatch(text) and (not _NEEDS_QUOTES.search(text) or not isinstance(value, str)):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _literal(key: str, text: str) -> list[str]:
    """A text over more lines; when it starts with a space, YAML must know how far the lines are indented."""
    mark = "|2-" if text.startswith(" ") else "|-"
    return [f"{key}: {mark}", *(f"  {line}" if line else "" for line in text.split("\n"))]
