"""The JSON Schemas, used as an editor with VS Code meets them: on YAML 1.2, where 9800 is a number."""

import json
import re

import jsonschema
import pytest
import yaml

from doemee.load.source import split_markdown
from doemee.write.data.schema import initiative_schema, tip_schema
from tests import example_campaign as example

SCHEMA = json.loads(initiative_schema(example.campaign(), "https://ivy2026.example/schema/initiatief.json"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


class CoreLoader(yaml.CBaseLoader):
    """YAML 1.2's core schema, as editors follow it: numbers and true are read, dates and hours stay text."""


def _core(loader, node):
    value = loader.construct_scalar(node)
    if node.style is None or node.style == "":
        if value in ("true", "false"):
            return value == "true"
        if re.fullmatch(r"[-+]?[0-9]+", value):
            return int(value)
        if re.fullmatch(r"[-+]?[0-9]+\.[0-9]+", value):
            return float(value)
    return value


CoreLoader.add_constructor("tag:yaml.org,2002:str", _core)


def document(path) -> dict:
    text = path.read_text(encoding="utf-8")
    return yaml.load(split_markdown(text).yaml if path.suffix == ".md" else text, Loader=CoreLoader)  # noqa: S506


FILES = sorted(path for path in example.FOLDER.rglob("*") if path.suffix in (".md", ".yml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_example_fits_the_schema(path):
    """What the check accepts, an editor does not underline."""
    VALIDATOR.validate(document(path))


@pytest.mark.parametrize(
    "change",
    [
        {"type": "aktie"},
        {"themas": ["iets-anders"]},
        {"sdgs": [18]},
        {"titell": "x"},
        {"titel": None},
        {"momenten": []},
        {"status": "afgelast"},
    ],
    ids=str,
)
def test_a_mistake_does_not_fit(change):
    """What the check refuses by its shape, the schema refuses too."""
    good = document(FILES[0])
    changed = {key: value for key, value in (good | change).items() if value is not None}
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(changed)


def test_the_schemas_are_valid_and_explain_every_field():
    """Each key has a Dutch title and description: that is what an editor shows while typing."""
    tip = json.loads(tip_schema(example.campaign(), "https://ivy2026.example/schema/tip.json"))
    for schema in (SCHEMA, tip):
        jsonschema.Draft202012Validator.check_schema(schema)
        groups = [schema, *schema.get("$defs", {}).values()]
        for group in groups:
            for name, field in group.get("properties", {}).items():
                assert field.get("title"), name
                assert field.get("description"), name
