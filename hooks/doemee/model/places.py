"""Postcode → municipality → region, from data/places.csv (source and licence: data/README.md)."""

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from doemee.load.folder import readable
from doemee.problems import Problem

COLUMNS = ("postcode", "place", "municipality", "region", "main", "listed", "former", "lat", "lon")


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality of today; `lat` and `lon` (WGS84) are its centre, good for distances only."""

    name: str
    region: str
    lat: float
    lon: float


class Places:
    """Every place name of the campaign's regions under its postcode.

    Some names exist twice (Halle, Tielt, Nieuwerkerken), so everything starts from the postcode. `pattern` is for
    postcodes of which only a part stands in the table: its group (`([0-9]{4}) [A-Z]{2}` for `1012 AB`).
    """

    def __init__(self, rows: Iterable[Mapping[str, str]], pattern: str = ""):
        self.pattern = pattern if re.compile(pattern).groups else ""
        self._by_postcode: dict[str, list[Municipality]] = defaultdict(list)
        self._names: dict[str, dict[str, tuple[str, Municipality]]] = defaultdict(dict)
        known: dict[str, Municipality] = {}
        for row in sorted(rows, key=lambda row: row["main"] != "1"):
            postcode, key = row["postcode"], row["region"] + row["municipality"]
            municipality = known.setdefault(
                key, Municipality(row["municipality"], row["region"], float(row["lat"]), float(row["lon"]))
            )
            if municipality not in self._by_postcode[postcode]:
                self._by_postcode[postcode].append(municipality)
            names = self._names[postcode]
            for name in (row["place"], row["municipality"], *filter(None, row["former"].split("|"))):
                names.setdefault(plain_name(name), (name, municipality))

    def municipality(self, postcode: str, name: str | None = None) -> Municipality | None:
        """The municipality of a postcode; `name` chooses where there are two (1040, 1050, 1060).

        None when the postcode does not exist here, or the name does not belong to it. A name may be
        that of the municipality, of a part of it, or of a municipality that merged into it.
        """
        if name is None:
            return next(iter(self.municipalities(postcode)), None)
        known = self._names.get(self._place_of(postcode), {}).get(plain_name(name))
        return known[1] if known else None

    def _place_of(self, postcode: str) -> str:
        found = re.fullmatch(self.pattern, postcode) if self.pattern else None
        return found[1] if found else postcode

    def named(self, postcode: str) -> dict[str, Municipality]:
        """The names that belong to a postcode, each with its municipality; those of municipalities of today first."""
        found = {municipality.name: municipality for municipality in self.municipalities(postcode)}
        for name, municipality in sorted(
            self._names.get(self._place_of(postcode), {}).values(), key=lambda named: named[0]
        ):
            found.setdefault(name, municipality)
        return found

    def names(self, postcode: str) -> list[str]:
        """The names that belong to a postcode, the municipality of today first."""
        return list(self.named(postcode))

    def municipalities(self, postcode: str) -> list[Municipality]:
        """The municipalities of a postcode: one, or two (1040, 1050, 1060); none when it does not exist here."""
        return self._by_postcode.get(self._place_of(postcode), [])

    def all_postcodes(self) -> list[str]:
        """Every postcode, in order."""
        return sorted(self._by_postcode)

    def postcodes(self, name: str) -> list[str]:
        """The postcodes under which a name is known, for a hint."""
        plain = plain_name(name)
        return sorted(postcode for postcode, names in self._names.items() if plain in names)


def read_places(
    path: Path, shown: Path, regions: Container[str], pattern: str = ""
) -> tuple[Places | None, list[Problem]]:
    """data/places.csv, and everything that is wrong with it: a row's `region` is one of `regions`, said once for each.

    Paths in messages start from the folder `shown`. Raises OSError when the file is not there.
    """
    name = readable(path, shown)
    with open(path, encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = [(reader.line_num, row) for row in reader]
    if missing := [column for column in COLUMNS if column not in (reader.fieldnames or ())]:
        hint = f"De eerste regel is `{','.join(COLUMNS)}`"
        return None, [Problem(name, 1, 1, "", "tabel", f"kolommen ontbreken: {', '.join(missing)}", hint)]
    problems = []
    strange: dict[str, list[int]] = defaultdict(list)
    for line, row in rows:
        if row["region"] not in regions:
            strange[row["region"]].append(line)
        for column in ("lat", "lon"):
            if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", row[column] or ""):
                hint = "Schrijf graden met een punt, zoals 50.856"
                problems.append(Problem(name, line, 1, column, "tabel", "hier hoort een getal te staan", hint))
    for region, lines in strange.items():
        message = f"de regio {region} bestaat niet (rijen: {len(lines)})"
        hint = "Gebruik een id van data/regions.yml"
        problems.append(Problem(name, lines[0], 1, "region", "tabel", message, hint))
    return (None if problems else Places((row for _, row in rows), pattern)), problems


@lru_cache(maxsize=8192)
def plain_name(name: str) -> str:
    """Without case, accents, hyphens and apostrophes: `Sint Niklaas` is `Sint-Niklaas`."""
    stripped = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub("[^a-z0-9]+", " ", stripped.casefold()).strip()
