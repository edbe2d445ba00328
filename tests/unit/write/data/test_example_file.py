"""The file that people copy: what the declaration says, and right however somebody uses it."""

import re

import pytest

from doemee.check import check
from doemee.load.declared import INITIATIVE
from doemee.load.loader import load
from doemee.write.data.example_file import PATH, example_file
from doemee.write.data.field_reference import allowed
from tests.example_campaign import ROOT, campaign

TEXT = (ROOT / PATH).read_text(encoding="utf-8")
BLOCKS = re.findall(r"^#\w.*(?:\n#  .*)*", TEXT, re.MULTILINE)
"""What stands behind a #: a field, or a group with its fields."""


def problems(text: str) -> list[str]:
    loaded = load("data/initiatives/een-voorbeeld.md", text.encode())
    return [str(problem) for problem in check([loaded], campaign(), frozenset({"soep.jpg"}))]


def test_the_example_is_up_to_date():
    """Else: scripts/create-generated-files.py, and commit what it writes."""
    assert example_file(campaign()) == TEXT


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.split(":")[0])
def test_a_field_may_be_used_by_taking_its_hash_away(block):
    """Nothing but that character, as the file says; of a repetition one of its two ends, of a group its long form."""
    lines = [line[1:] for line in block.split("\n") if not line.startswith("#  aantal")]
    text = TEXT.replace(block, "\n".join(lines))
    name = lines[0].split(":")[0]
    assert problems(re.sub(rf"^{name}: .*\n(?={name}:$)", "", text, flags=re.MULTILINE)) == []


@pytest.mark.parametrize("line", re.findall(r"^#    .*", TEXT, re.MULTILINE), ids=lambda line: line.split(":")[0][5:])
def test_a_field_of_the_moment_may_be_used_likewise(line):
    """In its place among those that are filled in."""
    assert problems(TEXT.replace(line, line[1:], 1)) == []


def test_every_field_says_whether_it_must_be_there_and_what_may_be_written():
    """On its own line: (verplicht), and the words or the table that there is to choose from."""
    for field in INITIATIVE.walk():
        if len(field.path) > 2:
            continue  # of a group in a group there is one line
        indent = "(?:  - |    |  )" if len(field.path) == 2 else ""
        lines = re.findall(rf"^#?{indent}{field.name}:.*", TEXT, re.MULTILINE)
        assert any("(verplicht)" in line for line in lines) or not field.required, field.key
        assert any(allowed(field) in line for line in lines) or not (field.words or field.table), field.key
        assert all(" # " in line for line in lines) or field.short, field.key
