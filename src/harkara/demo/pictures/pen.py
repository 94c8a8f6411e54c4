"""The pen: shapes in a picture's own units, wherever and however large it is set down."""

import math
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from PIL import ImageDraw

from harkara.demo.pictures.inks import Ink, Inks

Point = tuple[float, float]
Disc = tuple[float, float, float]

# Every picture is laid out on a sheet of this size, whatever size it is printed at.
WIDTH, HEIGHT = 1500, 1000
STEPS = 6


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws on one sheet; x goes right, y goes down, from where the pen was set."""

    opaque: ImageDraw.ImageDraw
    glaze: ImageDraw.ImageDraw
    inks: Inks
    dice: random.Random
    across: Point = (1, 0)
    down: Point = (0, 1)
    origin: Point = (0, 0)

    def at(
        self, x: float, y: float, size: float = 1, *, flip: bool = False, turn: float = 0
    ) -> "Pen":
        """Return a pen set down at a place: scaled, mirrored, turned clockwise by degrees."""
        cos, sin = size * math.cos(math.radians(turn)), size * math.sin(math.radians(turn))
        across, down = self._way(cos, sin), self._way(-sin, cos)
        if flip:
            across = (-across[0], -across[1])
        return replace(self, across=across, down=down, origin=self.place((x, y)))

    def place(self, point: Point) -> Point:
        """Return where a point of this pen lies on the sheet, in its dots."""
        way = self._way(*point)
        return self.origin[0] + way[0], self.origin[1] + way[1]

    @property
    def scale(self) -> float:
        """How many dots one unit of this pen is."""
        return math.hypot(*self.across)

    def poly(self, points: Iterable[Point], ink: Ink) -> None:
        """Fill a polygon."""
        self._tool(ink).polygon([self.place(point) for point in points], fill=ink)

    def rect(self, x: float, y: float, width: float, height: float, ink: Ink) -> None:
        """Fill a rectangle given by its upper left corner."""
        right, foot = x + width, y + height
        self.poly([(x, y), (right, y), (right, foot), (x, foot)], ink)

    def oval(self, x: float, y: float, across: float, down: float, ink: Ink) -> None:
        """Fill an ellipse given by its middle and half its width and height."""
        count = min(96, 14 + int(max(across, down) * self.scale / 3))
        turns = [math.tau * step / count for step in range(count)]
        self.poly([(x + across * math.cos(t), y + down * math.sin(t)) for t in turns], ink)

    def disc(self, x: float, y: float, radius: float, ink: Ink) -> None:
        """Fill a circle."""
        self.oval(x, y, radius, radius, ink)

    def ring(self, x: float, y: float, radius: float, width: float, ink: Ink) -> None:
        """Draw a circle's line."""
        turns = [math.tau * step / 64 for step in range(65)]
        self.line([(x + radius * math.cos(t), y + radius * math.sin(t)) for t in turns], width, ink)

    def arch(self, x: float, foot: float, width: float, height: float, ink: Ink) -> None:
        """Fill an opening with a round top, given by the middle of its foot."""
        half = width / 2
        turns = [math.pi * step / 24 for step in range(25)]
        top = [(x - half * math.cos(t), foot - height + half - half * math.sin(t)) for t in turns]
        self.poly([(x - half, foot), *top, (x + half, foot)], ink)

    def smooth(self, points: Sequence[Point], ink: Ink) -> None:
        """Fill a closed shape whose outline passes softly through the points."""
        self.poly(rounded([points[-1], *points, points[0], points[1]]), ink)

    def hull(self, discs: Iterable[Disc], ink: Ink) -> None:
        """Fill the shape of a cloth pulled round the discs."""
        self.poly(wrapped(discs), ink)

    def line(self, points: Sequence[Point], width: float, ink: Ink) -> None:
        """Draw a line of one width with round ends and corners."""
        tool, wide = self._tool(ink), max(1, round(width * self.scale))
        dots = [self.place(point) for point in points]
        tool.line(dots, fill=ink, width=wide, joint="curve")
        if wide > 3 and len(ink) == 3:
            half = wide / 2
            for x, y in (dots[0], dots[-1]):
                tool.ellipse((x - half, y - half, x + half, y + half), fill=ink)

    def curve(self, points: Sequence[Point], width: float, ink: Ink) -> None:
        """Draw a line that passes softly through the points."""
        self.line(rounded([points[0], *points, points[-1]]), width, ink)

    def limb(self, points: Sequence[Point], start: float, end: float, ink: Ink) -> None:
        """Draw a limb that grows thinner from its start to its end."""
        last = len(points) - 1
        widths = [start + (end - start) * index / last for index in range(last + 1)]
        discs = [(x, y, wide / 2) for (x, y), wide in zip(points, widths, strict=True)]
        for pair in pairwise(discs):
            self.hull(pair, ink)

    def dots(
        self,
        box: tuple[float, float, float, float],
        step: float,
        ink: Ink,
        growth: Callable[[float, float], float],
    ) -> None:
        """Print halftone dots in a box (left, top, right, foot).

        `growth` says how large the dot at (across, down), both 0 to 1, is: 1 touches its
        neighbours, 0 or less is no dot.
        """
        left, top, right, foot = box
        tool, wide, high = self._tool(ink), right - left, foot - top
        for row in range(int(high / step * 2) + 1):
            y = top + row * step / 2
            for column in range(int(wide / step) + 2):
                x = left + (column - 0.5 * (row % 2)) * step
                size = growth((x - left) / wide, (y - top) / high) * step * 0.36 * self.scale
                if size > 0.6:
                    cx, cy = self.place((x, y))
                    tool.ellipse((cx - size, cy - size, cx + size, cy + size), fill=ink)

    def some(self, low: float, high: float) -> float:
        """Throw the dice for a number in a range."""
        return self.dice.uniform(low, high)

    def _way(self, x: float, y: float) -> Point:
        return (self.across[0] * x + self.down[0] * y, self.across[1] * x + self.down[1] * y)

    def _tool(self, ink: Ink) -> ImageDraw.ImageDraw:
        return self.opaque if len(ink) == 3 else self.glaze


@cache
def outline(text: str) -> tuple[Point, ...]:
    """Read the points of a shape written as `x,y x,y …`."""
    pairs = (pair.split(",") for pair in text.split())
    return tuple((float(x), float(y)) for x, y in pairs)


def rounded(points: Sequence[Point]) -> list[Point]:
    """Return a Catmull-Rom curve from the second point to the last but one."""
    found: list[Point] = []
    for index in range(1, len(points) - 2):
        a, b, c, d = points[index - 1 : index + 3]
        found += [_between(a, b, c, d, step / STEPS) for step in range(STEPS)]
    return [*found, points[-2]]


def _between(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    x, y = (
        (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t**2 + (3 * q - p - 3 * r + s) * t**3)
        / 2
        for p, q, r, s in zip(a, b, c, d, strict=True)
    )
    return x, y


def wrapped(discs: Iterable[Disc]) -> list[Point]:
    """Return the outline of a cloth pulled round the discs."""
    turns = [math.tau * step / 14 for step in range(14)]
    points = sorted(
        {(x + r * math.cos(t), y + r * math.sin(t)) for x, y, r in discs for t in turns}
    )
    return _half_hull(points) + _half_hull(points[::-1])


def _half_hull(points: Iterable[Point]) -> list[Point]:
    hull: list[Point] = []
    for point in points:
        while len(hull) > 1 and _turns_back(hull[-2], hull[-1], point):
            hull.pop()
        hull.append(point)
    return hull[:-1]


def _turns_back(a: Point, b: Point, c: Point) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) <= (b[1] - a[1]) * (c[0] - a[0])
