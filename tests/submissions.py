"""Initiative files for the tests of load/ and check/: one that is right, and what a change does to it."""

from doemee.check import check
from doemee.load.loader import Loaded, load
from doemee.model.campaign import Campaign

PATH = "data/initiatives/soep.md"
IMAGES = frozenset({"soep.jpg", "buurt-feest.png"})

# One line each, so a test can count: titel is line 2 of the .md file, locatie line 7.
_RIGHT = {
    "titel": "Soep op de stoep",
    "samenvatting": "Een kom soep voor de hele straat.",
    "organisatie": "Buurthuis De Linde",
    "type": "actie",
    "momenten": "[{datum: 2026-03-07}]",
    "locatie": "{postcode: 9800, gemeente: Deinze}",
}


def fields(**changes: str | None) -> str:
    """The YAML of a file without problems, with other or more fields (from line 8 on); None leaves one out."""
    values = {key: value for key, value in (_RIGHT | changes).items() if value is not None}
    return "".join(f"{key}: {value}\n" for key, value in values.items())


def markdown(body: str = "", **changes: str | None) -> str:
    """The same as an `.md` file."""
    return f"---\n{fields(**changes)}---\n{body}"


def loaded(text: str | bytes | None = None, path: str = PATH, **changes: str | None) -> Loaded:
    """What loading makes of a text, or of the right file with changes."""
    if text is None:
        text = markdown(**changes) if path.endswith(".md") else fields(**changes)
    return load(path, text if isinstance(text, bytes) else text.encode())


def found_by_loading(text: str | bytes | None = None, path: str = PATH, **changes: str | None) -> list[str]:
    """The problems that one file shows by itself, as they are printed."""
    return [str(problem) for problem in loaded(text, path, **changes).problems]


def found_by_checking(campaign: Campaign, **changes: str | None) -> list[str]:
    """Every problem of one file, as it is printed."""
    return [str(problem) for problem in check([loaded(**changes)], campaign, IMAGES)]
