"""The campaign: its name and period, and the tables of data/*.yml. Another campaign is other data."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from doemee.load.declared import Declaration, FieldWords
from doemee.load.fields import POSTCODE
from doemee.load.folder import load_folder
from doemee.load.loader import Loaded
from doemee.load.spelling import Month, parse_day
from doemee.load.strict_yaml import Tree
from doemee.load.submission import Tip
from doemee.model.months import months_between
from doemee.model.places import Places, read_places
from doemee.model.shapes import Ring, read_shapes
from doemee.model.tables import matches, read_rows, read_settings, spelled
from doemee.problems import Problem, errors
from doemee.text import listed

Date = Annotated[date, spelled(parse_day)]
Id = Annotated[
    str, matches(re.compile("[a-z0-9]+(-[a-z0-9]+)*").fullmatch, "Gebruik kleine letters, cijfers en koppeltekens")
]
Color = Annotated[
    str, matches(re.compile("#[0-9A-Fa-f]{6}").fullmatch, 'Schrijf een kleur als `"#0f766e"`, met aanhalingstekens')
]
Country = Annotated[
    str, matches(re.compile("[A-Z]{2}").fullmatch, "Schrijf de twee hoofdletters van ISO 3166-1, zoals BE")
]
Kind = Literal["provincie", "gewest"]
"""Of a region that is a part of the whole."""

ALL_GOALS = frozenset(range(1, 18))
"""Of the United Nations, of which none can be left out: an initiative may name any."""

_TAKEN_BY_VIEWS = frozenset({"online", "organisatie"})
"""Words that stand in an address where the id of a region does."""


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True


class Row(BaseModel):
    """A row of a table: an id that never changes and the name that people read."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Id
    name: str
    description: str | None = None


class Region(Row):
    kind: Literal[Kind, "geheel"]
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


class Area(BaseModel):
    """Regions of one kind under one name, as people call them together: `Vlaanderen`, `Vlaamse gemeenten`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    adjective: str
    kind: Kind


class Postcodes(BaseModel):
    """How postcodes are written in the country of the campaign.

    `pattern` fits a whole one; of a pattern with a group, that is what stands in places.csv (`1012` of `1012 AB`).
    `spelled` says in words what to write, `help` and `example` are what forms say of the field.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    pattern: Annotated[str, matches(_compiles, "Schrijf een reguliere expressie, zoals `[1-9][0-9]{3}`")]
    spelled: str
    help: str
    example: str


class Facts(BaseModel):
    """data/campaign.yml. `country` is its code of ISO 3166-1; `areas` are what its regions are called together.

    `occasion` is what a sentence calls the campaign (`het vrijwilligersjaar`), `tagline` the sentence at the foot of
    each page, `search_example` what stands in the box to search. `edition` is the name of the PDF and the EPUB,
    `credits` whom to thank for the postcodes.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Id
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
    country: Country
    areas: list[Area] = Field(min_length=1)
    occasion: str
    tagline: str
    search_example: str
    edition: Id
    credits: str
    postcodes: Postcodes

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> "Facts":
        if self.end < self.start:
            context = {"message": "de campagne eindigt voor ze begint", "hint": "Verbeter `start` of `end`"}
            raise PydanticCustomError("spelling", "{message}", context)
        return self

    @property
    def area(self) -> list[str]:
        """The names of the areas: `Vlaanderen`, `Brussel`."""
        return [area.name for area in self.areas]

    @property
    def language(self) -> str:
        """Dutch, as it is written in the country (BCP 47)."""
        return f"nl-{self.country}"


_TABLES: dict[str, type[Row | Goal | HouseStyle]] = {
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
    shapes: dict[str, list[Ring]]
    """The outline of each region that has one, as rings on earth."""
    warnings: tuple[Problem, ...] = ()
    """What is odd in the tables. An error in them is a BrokenCampaign."""

    @property
    def whole(self) -> Region | None:
        """The region that is all of them together, if there is one: of the kind `geheel`."""
        return next((region for region in self.regions.values() if region.kind == "geheel"), None)

    def declared(self, declaration: Declaration) -> Declaration:
        """The fields in the words of this campaign: how a postcode is written, and which regions there are."""
        postcodes = self.facts.postcodes
        nearby = self.places.municipality(postcodes.example)
        others = [region.id for region in self.regions.values() if region.kind != "provincie"]
        reach = f"Voor een initiatief zonder één plaats: {listed(['de provincies', *others], 'of')}"
        widest = self.whole.id if self.whole else next(iter(self.regions))
        words: dict[str, FieldWords] = {}
        for field in declaration.walk():
            if field.kind is POSTCODE:
                words[field.key] = FieldWords(
                    postcodes.help, postcodes.example, note=postcodes.help[:1].lower() + postcodes.help[1:]
                )
                words[".".join((*field.path[:-1], "gemeente"))] = FieldWords(example=nearby.name if nearby else "")
            elif field.table == "regions":
                words[field.key] = FieldWords(reach, in_file=f"[{widest}]")
        return declaration.worded(words)

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
    """Read campaign.yml, the tables, places.csv and the outlines of a `data/` folder.

    `tips` are the files of its tips, when somebody has read them already. Raises BrokenCampaign with every problem of
    every table, OSError when a file is missing; only outlines may be.
    """
    root = folder.parent
    facts, tree, problems = read_settings(folder / "campaign.yml", root, Facts)
    tables: dict[str, dict[Any, Any]] = {}
    for name, model in _TABLES.items():
        rows, wrong = read_rows(folder / f"{name.replace('_', '-')}.yml", root, model)
        tables[name] = {row.id: row for row in rows}
        problems += wrong
    if facts is None or tree is None or errors(problems):
        raise BrokenCampaign(problems)
    regions: dict[str, Region] = tables["regions"]
    places, in_places = read_places(folder / "places.csv", root, regions, facts.postcodes.pattern)
    shapes, in_shapes = read_shapes(folder / "provinces.geojson", root, regions)
    problems += (*_contradictions(facts, tree, tables), *in_places, *in_shapes)
    if places is None or errors(problems):
        raise BrokenCampaign(problems)
    files = load_folder(folder / "tips", root, Tip) if tips is None else tips
    titles = {tip.id: tip.title for theme in tables["themes"].values() for tip in theme.tips}
    titles |= {loaded.slug: loaded.submission.titel for loaded in files if loaded.complete}
    return Campaign(facts=facts, places=places, tips=titles, shapes=shapes, warnings=tuple(problems), **tables)


def _contradictions(facts: Facts, tree: Tree, tables: Mapping[str, Mapping[Any, Any]]) -> Iterator[Problem]:
    """What each file says by itself, and not together with the others. `tree` is that of campaign.yml."""
    line, column = tree.position(("areas",))
    named = [area.kind for area in facts.areas]
    for kind in dict.fromkeys(region.kind for region in tables["regions"].values() if region.kind != "geheel"):
        if named.count(kind) != 1:
            message = f"de regio's van de soort {kind} horen bij {named.count(kind)} gebieden"
            hint = "Noem elke soort van data/regions.yml in één gebied"
            yield Problem("data/campaign.yml", line, column, "areas", "tabel", message, hint)
    for id in sorted(_TAKEN_BY_VIEWS & tables["regions"].keys()):
        hint = "Geef deze regio een ander id"
        yield Problem("data/regions.yml", 1, 1, "id", "tabel", f"{id} is al een deel van een adres", hint)
    for name in ("regions", "types"):
        if not tables[name]:
            hint = "Zet er minstens één rij in"
            yield Problem(f"data/{name}.yml", 1, 1, "", "tabel", "deze lijst is leeg", hint)
    if missing := sorted(ALL_GOALS - tables["sdgs"].keys()):
        message = f"niet alle SDG's staan hier: {listed(list(map(str, missing)))}"
        yield Problem("data/sdgs.yml", 1, 1, "", "tabel", message, "Zet ze er alle 17 in: ze veranderen niet")
