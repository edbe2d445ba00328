"""Create data/places.csv from the tables of postcodes, municipalities and mergers.

    python scripts/create-places.py FOLDER

FOLDER holds postcodes.csv, gemeenten.csv and fusies-2025.csv as described in data/README.md. Run it
again when a newer snapshot of those is there; the site itself only reads the result.
"""

import csv
import sys
from pathlib import Path

REGIONS = {
    "Antwerpen": "antwerpen",
    "Limburg": "limburg",
    "Oost-Vlaanderen": "oost-vlaanderen",
    "Vlaams-Brabant": "vlaams-brabant",
    "West-Vlaanderen": "west-vlaanderen",
    "Brussels Hoofdstedelijk Gewest": "brussel",
}
COLUMNS = ("postcode", "place", "municipality", "region", "main", "listed", "former", "lat", "lon")


def main(folder: Path) -> None:
    centres = {row["nis"]: row for row in _rows(folder / "gemeenten.csv")}
    former: dict[str, list[str]] = {}
    for row in _rows(folder / "fusies-2025.csv"):
        if row["oude_gemeente"] != row["nieuwe_gemeente"]:
            former.setdefault(row["nieuwe_nis"], []).append(row["oude_gemeente"])
    with open("data/places.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for row in _rows(folder / "postcodes.csv"):
            centre = centres[row["nis"]]
            writer.writerow(
                [
                    row["postcode"],
                    row["plaats"],
                    row["gemeente"],
                    REGIONS[row["provincie"]],
                    row["hoofdgemeente"],
                    int(row["soort"] == "gewoon"),
                    "|".join(former.get(row["nis"], [])),
                    centre["lat"],
                    centre["lon"],
                ]
            )


def _rows(path: Path) -> list[dict[str, str]]:
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
