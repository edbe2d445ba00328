"""The campaign: its name and period, and the tables of data/*.yml. Another campaign is other data."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from doemee.load.editors import read_yaml
from doemee.load.folder import load_folder, readable
from doemee.load.loader import Loaded
from doemee.load.messages import field_name
from doemee.load.spelling import Month, parse_day
from doemee.load.strict_yaml import Tree
from doemee.load.submission import Tip
from doemee.model.months import months_between
from doemee.model.places import Places, load_places
from doemee.problems import Problem, errors

Date = Annotated[date, BeforeValidator(parse_day)]
Color = Annotated[str, Field(pattern="^#[0-9A-Fa-f]{6}$")]


_Place = tuple[str | int, ...]
"""Keys and numbers that lead to a value of a table."""


class Row(BaseModel):
    """A row of a table: an id that never changes and the name that people read."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern="^[a-z0-9]+(-[a-z0-9]+)*$")
    name: str
    description: str | None = None


class Region(Row):
    kind: str = Field(pattern="^(provincie|gewest|geheel)$")
    iso: str | None
    within: str = Field(alias="in")
    color: Color


class TaxonomyTerm(BaseModel):
    """A term of UiTdatabank: id and label as publiq publishes them."""

    id: str
    label: str


class Type(Row):
    plural: str
    color: Color
    uitdatabank: TaxonomyTerm


class ThemeTip(BaseModel):
    id: str
    title: str


class Theme(Row):
    color: Color
    tips: list[ThemeTip]


class Goal(BaseModel):
    """A Sustainable Development Goal; `text` is the colour that reads on `color`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: int = Field(ge=1, le=17)
    name: str
    color: Color
    text: Color


class Accessibility(Row):
    uitdatabank: str | None


class HouseStyle(BaseModel):
    """What we do not write, and what we write instead."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    wrong: str
    right: str


class Organiser(BaseModel):
    name: str
    website: str


class Postcodes(BaseModel):
    """How postcodes are written in the country of the campaign: a pattern of the whole, and in words."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    pattern: str = "[A-Z0-9][A-Z0-9 -]{1,9}"
    spelled: str = "de postcode"


class Facts(BaseModel):
    """data/campaign.yml. `area` is what the regions together are called, in one name or more."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern="^[a-z0-9]+(-[a-z0-9]+)*$")
    name: str
    short_name: str
    description: str
    start: Date
    end: Date
    hashtags: list[str]
    organiser: Organiser
    site: str
    repository: str
    branch: str
    editors_mail: str | None = None
    color: str
    area: list[str] = Field(["deze streek"], min_length=1)
    postcodes: Postcodes = Postcodes()


_TABLES: dict[str, type[BaseModel]] = {
    "regions": Region,
    "types": Type,
    "themes": Theme,
    "sdgs": Goal,
    "audiences": Row,
    "accessibility": Accessibility,
    "series": Row,
    "house_style": HouseStyle,
}


@dataclass(frozen=True, slots=True)
class Campaign:
    """Everything that is the same for all initiatives. The tables keep the order of their files."""

    facts: Facts
    places: Places
    regions: dict[str, Region]
    types: dict[str, Type]
    themes: dict[str, Theme]
    sdgs: dict[int, Goal]
    audiences: dict[str, Row]
    accessibility: dict[str, Accessibility]
    series: dict[str, Row]
    house_style: dict[str, HouseStyle]
    tips: dict[str, str]
    """Id and title of every tip of the publication: those that the themes name, and every file of data/tips/."""
    warnings: tuple[Problem, ...] = ()
    """What is odd in the tables. An error in them is a BrokenCampaign."""

    def months(self) -> tuple[Month, ...]:
        """Every month that the campaign touches, from its start to its end, were it for one day."""
        return months_between(self.facts.start, self.facts.end)

    def runs_on(self, day: date) -> bool:
        """Whether a day lies within the campaign."""
        return self.facts.start <= day <= self.facts.end


class BrokenCampaign(Exception):
    """data/*.yml is wrong; `problems` says where. Only an editor can cause this."""

    def __init__(self, problems: list[Problem]):
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def load_campaign(folder: Path, tips: Iterable[Loaded] | None = None) -> Campaign:
    """Read campaign.yml, the tables and places.csv of a `data/` folder.

    `tips` are the files of its tips, when somebody has read them already. Raises BrokenCampaign with every problem of
    every table, OSError when a file is missing.
    """
    problems: list[Problem] = []
    facts = _read(folder, "campaign", Facts, problems)
    tables = {name: _read(folder, name.replace("_", "-"), row, problems) for name, row in _TABLES.items()}
    if errors(problems):
        raise BrokenCampaign(problems)
    files = load_folder(folder / "tips", folder.parent, Tip) if tips is None else tips
    titles = {tip.id: tip.title for theme in tables["themes"] for tip in theme.tips}
    titles |= {loaded.slug: loaded.submission.titel for loaded in files if loaded.complete}
    rows = {name: {row.id: row for row in found} for name, found in tables.items()}
    places = load_places(folder / "places.csv")
    return Campaign(facts=facts[0], places=places, tips=titles, warnings=tuple(problems), **rows)


def _read(folder: Path, table: str, model: type[BaseModel], problems: list[Problem]) -> list[Any]:
    """The rows of one table; campaign.yml counts as a table of one row. Problems are added to those that there are."""
    path = folder / f"{table}.yml"
    name = readable(path, folder.parent)
    # A table is a list; strict_yaml reads groups of fields, so the list gets a name on a line of its own.
    prefix = "" if model is Facts else "rows:\n"
    tree, in_file = read_yaml(name, path.read_bytes(), above=prefix)
    problems += in_file
    if tree is None:
        return []
    rows = [tree.data] if model is Facts else tree.data.get("rows") or []
    if not isinstance(rows, list):
        problems.append(
            Problem(name, 1, 1, "", "tabel", "hier hoort een lijst te staan", "Begin elke rij met een streepje")
        )
        return []
    result: list[Any] = []
    for number, row in enumerate(rows):
        at: _Place = () if model is Facts else ("rows", number)
        try:
            result.append(model.model_validate(row))
        except ValidationError as error:
            wrong = error.errors(include_url=False)
            problems += (_problem(name, tree, at, found["loc"], found["msg"], prefix) for found in wrong)
            continue
        if sum(getattr(other, "id", None) == result[-1].id for other in result) > 1:
            problems.append(_problem(name, tree, at, ("id",), f"id {result[-1].id} staat er al", prefix))
    return result


def _problem(name: str, tree: Tree, at: _Place, inside: _Place, said: str, prefix: str) -> Problem:
    """What pydantic says of a row. Only editors of the tables meet it, hence its own words in the middle."""
    line, column = tree.position((*at, *inside))
    message = f"deze rij klopt niet: {said}"
    return Problem(
        name, line - prefix.count("\n"), column, field_name(inside), "tabel", message, "Vergelijk met de andere rijen"
    )
