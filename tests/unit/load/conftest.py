"""A folder to load from."""

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path) -> Path:
    """Where initiatives would lie: it is not there yet."""
    return tmp_path / "data" / "initiatives"
