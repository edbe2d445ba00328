"""The geometry of the charts: numbers in, places on paper out. The templates draw them, without script or style."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from doemee.write.pages.outlines import Map, Outline

WIDTH, HEIGHT = 650, 255
_TOP, _BASE = 62, 215
_SHARE = 0.62
"""How much of its place a bar fills."""

_LABEL_WIDTH, _LABEL_HEIGHT = 52, 30
"""The place that a number of three digits takes on the map."""

STEPS = 4
"""Into how many shades a map divides what is not zero: more, and nobody tells them apart."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart and its texts; `middle` is where they are centred, `top` where the bar ends."""

    label: str
    number: int
    x: float
    top: float
    width: float
    height: float
    middle: float


@dataclass(frozen=True, slots=True)
class BarChart:
    """A chart of standing bars within `0 0 width height`; `today` is where the line of today stands, if it does."""

    width: int
    height: int
    base: int
    bars: tuple[Bar, ...]
    today: float | None


@dataclass(frozen=True, slots=True)
class Steps:
    """The shades of a map: 0 for nothing, then 1, 2, … Each has the first and the last number that it stands for."""

    ranges: tuple[tuple[int, int], ...]

    def of(self, number: int) -> int:
        """The shade of a number."""
        return next((step for step, (_, last) in enumerate(self.ranges) if number <= last), len(self.ranges) - 1)

    def labels(self) -> list[str]:
        """`0`, `1`, `2-4`, …: for the legend."""
        return [str(first) if first == last else f"{first}-{last}" for first, last in self.ranges]


def bar_chart(values: Sequence[tuple[str, int]], today: float | None = None) -> BarChart:
    """A chart of labels and numbers. `today` counts in bars: 3.5 is the middle of the fourth."""
    pitch = WIDTH / max(1, len(values))
    most = max((number for _, number in values), default=0) or 1
    drawn = []
    for place, (label, number) in enumerate(values):
        height = round((_BASE - _TOP) * number / most, 1)
        width = round(pitch * _SHARE, 1)
        middle = round(pitch * (place + 0.5), 1)
        drawn.append(Bar(label, number, round(middle - width / 2, 1), round(_BASE - height, 1), width, height, middle))
    return BarChart(WIDTH, HEIGHT, _BASE, tuple(drawn), None if today is None else round(pitch * today, 1))


def steps_of(numbers: Sequence[int]) -> Steps:
    """Shades of equal width up to the largest number; small numbers get fewer, so that none is empty."""
    most = max(numbers, default=0)
    count = min(STEPS, most)
    lasts = [math.ceil(most * step / count) for step in range(1, count + 1)]
    firsts = [1, *(last + 1 for last in lasts)]
    return Steps(((0, 0), *zip(firsts, lasts, strict=False)))


def spread(shapes: Map) -> list[tuple[Outline, float, float]]:
    """The place of each label. Where two would touch, that of the larger region moves aside.

    Brussels lies within its neighbour.
    """
    placed: list[tuple[Outline, float, float]] = []
    for outline in sorted(shapes.outlines, key=lambda outline: len(outline.path)):
        x = outline.x
        for _, other_x, other_y in placed:
            if abs(x - other_x) < _LABEL_WIDTH and abs(outline.y - other_y) < _LABEL_HEIGHT:
                x = other_x + math.copysign(_LABEL_WIDTH, x - other_x)
        placed.append((outline, round(x, 1), outline.y))
    return placed
