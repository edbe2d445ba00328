"""The typed fields that readers fill, held against the declaration."""

from typing import get_args, get_type_hints, is_typeddict

import pytest

from doemee.intake.found import Fields
from doemee.load.declared import INITIATIVE


def keys(group: type, prefix: str = "") -> list[str]:
    """The dotted keys of a typed group, with those of the groups in it."""
    found = []
    for name, annotation in get_type_hints(group).items():
        inner = [part for part in (annotation, *get_args(annotation)) if is_typeddict(part)]
        found += [f"{prefix}{name}", *(key for part in inner for key in keys(part, f"{prefix}{name}."))]
    return found


@pytest.mark.parametrize("key", keys(Fields))
def test_every_field_that_a_reader_fills_is_declared(key):
    """A field that gets another name there gets it here: a reader never writes one that the check does not know."""
    assert key in INITIATIVE.by_key
