"""The outlines of the regions as SVG paths, for the maps of the filter and of "In cijfers"."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from doemee.model.shapes import Ring

WIDTH = 600


@dataclass(frozen=True, slots=True)
class Outline:
    """A region on the map: `path` is the `d` of an SVG path, `x` and `y` the place for its label."""

    region: str
    path: str
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Map:
    """Outlines within `0 0 width height`, in the order of the file."""

    width: int
    height: int
    outlines: tuple[Outline, ...]

    @property
    def view_box(self) -> str:
        """The attribute `viewBox` of the `<svg>`."""
        return f"0 0 {self.width} {self.height}"


def map_of(shapes: Mapping[str, Sequence[Ring]]) -> Map:
    """The map of the outlines of regions, by their id; empty when there are none.

    Projected by the cosine of the middle latitude: on a map of Flanders nobody sees the difference.
    """
    if not shapes:
        return Map(WIDTH, 0, ())
    points = [point for rings in shapes.values() for ring in rings for point in ring]
    west, east = min(lon for lon, _ in points), max(lon for lon, _ in points)
    south, north = min(lat for _, lat in points), max(lat for _, lat in points)
    squeeze = math.cos(math.radians((south + north) / 2))
    scale = WIDTH / ((east - west) * squeeze)

    def on_paper(lon: float, lat: float) -> tuple[float, float]:
        return round((lon - west) * squeeze * scale, 1), round((north - lat) * scale, 1)

    outlines = []
    for region, rings in shapes.items():
        lines = [[on_paper(*point) for point in ring] for ring in rings]
        x, y = _centre(max(lines, key=lambda ring: abs(_area(ring))))
        wide = [x for ring in lines for x, _ in ring]
        path = "".join(f"M{_listed(ring)}Z" for ring in lines)
        outlines.append(Outline(region, path, x, y, max(wide) - min(wide)))
    return Map(WIDTH, math.ceil((north - south) * scale), tuple(outlines))


def _listed(ring: list[tuple[float, float]]) -> str:
    return "L".join(f"{x:g} {y:g}" for x, y in ring[:-1])


def _area(ring: list[tuple[float, float]]) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring)) / 2


def _centre(ring: list[tuple[float, float]]) -> tuple[float, float]:
    """The centroid of a closed ring."""
    area = _area(ring)
    pairs = list(pairwise(ring))
    x = sum((x1 + x2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in pairs) / (6 * area)
    y = sum((y1 + y2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in pairs) / (6 * area)
    return round(x, 1), round(y, 1)
