"""The outlines of the regions, data/provinces.geojson: where on earth they lie. A campaign may do without."""

import json
from collections.abc import Callable, Container, Mapping
from pathlib import Path
from typing import Any

from doemee.load.folder import readable
from doemee.problems import Problem

Ring = list[tuple[float, float]]
"""Points as longitude and latitude (WGS84), of which the last is the first."""

_POLYGONS: Mapping[str, Callable[[Any], Any]] = {
    "Polygon": lambda rings: [rings],
    "MultiPolygon": lambda polygons: polygons,
}
"""The polygons in the coordinates of a geometry, by its type."""


def read_shapes(path: Path, shown: Path, regions: Container[str]) -> tuple[dict[str, list[Ring]], list[Problem]]:
    """The rings of each region that has an outline, in the order of the file, and what is wrong with the file.

    It is GeoJSON (RFC 7946) of polygons whose property `id` is one of `regions`. Without the file there are none.
    Paths in messages start from the folder `shown`.
    """
    name = readable(path, shown)
    if not path.is_file():
        return {}, []
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        rings = {feature["properties"]["id"]: _rings(feature["geometry"]) for feature in features}
    except (ValueError, KeyError, TypeError):
        hint = "Bewaar het als GeoJSON van vlakken, elk met de `id` van een regio"
        return {}, [Problem(name, 1, 1, "", "omtrek", "dit bestand kunnen we niet lezen", hint)]
    strange = [id for id in rings if id not in regions]
    hint = "Gebruik de id's van data/regions.yml, of verwijder de omtrek"
    return rings, [Problem(name, 1, 1, "", "omtrek", f"de omtrek {id} is van geen regio", hint) for id in strange]


def _rings(geometry: Mapping[str, Any]) -> list[Ring]:
    """Every ring of a polygon, or of more of them. Raises KeyError, TypeError or ValueError for anything else."""
    polygons = _POLYGONS[geometry["type"]](geometry["coordinates"])
    return [[(float(lon), float(lat)) for lon, lat in ring] for polygon in polygons for ring in polygon]
