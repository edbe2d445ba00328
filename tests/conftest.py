"""What many tests start from."""

from pathlib import Path

import pytest

from doemee.model.campaign import Campaign, load_campaign


@pytest.fixture(scope="session")
def campaign() -> Campaign:
    """The campaign of this project: real tables, real postcodes."""
    return load_campaign(Path(__file__).resolve().parent.parent / "data")
