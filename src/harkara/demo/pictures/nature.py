"""Skies, hills, trees, crops and water."""

import math

from harkara.demo.pictures.inks import Ink, mix, thin
from harkara.demo.pictures.pen import HEIGHT, WIDTH, Pen, Point, outline


def sky(pen: Pen, horizon: float, *, sun: Point | None = (0.7, 0.6), radius: float = 120) -> None:
    """Lay the sky down to the horizon in flat bands, with a sun set as shares of it."""
    inks = pen.inks
    for band in range(5):
        top = horizon * band / 5
        ink = mix(inks.sky, inks.paper, 0.12 + 0.19 * band)
        pen.rect(0, top, WIDTH, horizon - top + 4, ink)
    pen.dots((0, 0, WIDTH, horizon * 0.55), 22, thin(inks.far, 0.55), lambda _u, v: 0.75 - v * 0.95)
    if sun:
        disc(pen, WIDTH * sun[0], horizon * sun[1], radius)


def disc(pen: Pen, x: float, y: float, radius: float) -> None:
    """Set a sun or a moon: a flat disc, its glow, and dots over its lower half."""
    inks = pen.inks
    pen.disc(x, y, radius * 1.55, thin(inks.sun, 0.16))
    pen.disc(x, y, radius * 1.25, thin(inks.sun, 0.22))
    pen.disc(x, y, radius, inks.sun)

    def shade(u: float, v: float) -> float:
        inside = (2 * u - 1) ** 2 + (2 * v - 1) ** 2 < 0.9
        return (v - 0.35) * 1.1 if inside else 0

    box = (x - radius, y - radius, x + radius, y + radius)
    pen.dots(box, 15, thin(inks.paper, 0.55), shade)


def clouds(pen: Pen, count: int, top: float, foot: float, ink: Ink | None = None) -> None:
    """Float long flat clouds between two heights."""
    tint = ink or thin(pen.inks.paper, 0.72)
    for _ in range(count):
        x, y, size = pen.some(-60, WIDTH), pen.some(top, foot), pen.some(0.6, 1.25)
        here = pen.at(x, y, size)
        reach = here.some(170, 320)
        here.hull([(0, 0, 17), (reach, 0, 17)], tint)
        here.hull([(50, -27, 15), (reach * 0.7, -27, 15)], tint)
        here.hull([(-70, 24, 10), (reach * 0.5, 24, 10)], tint)


def storm(pen: Pen, foot: float) -> None:
    """Hang heavy clouds from the top of the sheet down to a height."""
    inks = pen.inks
    for row, ink in enumerate((inks.mid, inks.near, mix(inks.near, inks.ink, 0.55))):
        low = foot * (1 - row * 0.27)
        pen.rect(0, 0, WIDTH, low - 60, ink)
        x = -40.0
        while x < WIDTH + 60:
            radius = pen.some(60, 120)
            pen.oval(x, low - 70, radius * 1.15, radius * 0.8, ink)
            x += radius * 1.25
        pen.dots((0, low - 190, WIDTH, low - 60), 20, thin(inks.far, 0.28), lambda _u, v: v * 0.8)


def rain(pen: Pen, top: float, foot: float, count: int = 170) -> None:
    """Let slanting rain fall between two heights."""
    for _ in range(count):
        x, y, reach = pen.some(-60, WIDTH), pen.some(top, foot), pen.some(24, 60)
        pen.line([(x, y), (x - reach * 0.28, y + reach)], 2.6, thin(pen.inks.paper, 0.6))


def stars(pen: Pen, foot: float, count: int = 170) -> None:
    """Scatter stars down to a height."""
    for _ in range(count):
        size = pen.some(1, 2.6) if pen.dice.random() < 0.9 else pen.some(3.2, 4.6)
        pen.disc(pen.some(0, WIDTH), pen.some(0, foot), size, thin(pen.inks.paper, 0.85))


def birds(pen: Pen, count: int, x: float, y: float, spread: float = 160) -> None:
    """Let a flock cross the sky about a place."""
    for _ in range(count):
        here = pen.at(x + pen.some(-spread, spread), y + pen.some(-spread, spread) * 0.4)
        here = here.at(0, 0, here.some(0.6, 1.2), turn=here.some(-14, 14))
        here.curve(outline("-22,-9 -10,-12 0,0 10,-12 22,-9"), 4.5, pen.inks.ink)


def ridge(
    pen: Pen, y: float, height: float, ink: Ink, *, mist: Ink | None = None, sharp: float = 1
) -> None:
    """Lay a ridge of hills across the sheet, filled to its foot, with mist at its feet."""
    waves = [
        (pen.some(0, math.tau), sharp * n * pen.some(0.7, 1.3), 1 / n) for n in (1.3, 2.7, 6.1)
    ]
    points = []
    for step in range(61):
        u = step / 60
        rise = sum(math.sin(phase + u * speed * 2.4) * share for phase, speed, share in waves)
        points.append((u * WIDTH, y - height * (0.5 + 0.42 * rise)))
    pen.poly([(0, HEIGHT), *points, (WIDTH, HEIGHT)], ink)
    if mist:
        pen.dots((0, y - height * 0.2, WIDTH, y + 70), 18, thin(mist, 0.6), lambda _u, v: v * 0.8)


def ground(pen: Pen, y: float, ink: Ink, *, shade: Ink | None = None) -> None:
    """Lay flat ground from a height to the foot of the sheet, darker in front."""
    pen.rect(0, y, WIDTH, HEIGHT - y, ink)
    if shade:
        pen.dots((0, y, WIDTH, HEIGHT), 20, thin(shade, 0.5), lambda _u, v: v * 0.95 - 0.1)


def tree(pen: Pen, x: float, foot: float, height: float, *, dark: bool = False) -> None:
    """Plant a broad tree: trunk, crown, and light on one side of it."""
    inks, here = pen.inks, pen.at(x, foot, height / 100)
    crown = mix(inks.near, inks.ink, 0.5) if dark else inks.near
    here.limb([(0, 2), (-1, -25), (2, -52)], 9, 6, inks.ink)
    here.line([(0, -34), (16, -56)], 3.4, inks.ink)
    here.line([(0, -30), (-15, -52)], 3.4, inks.ink)
    places = [(-24, -56, 17), (22, -58, 18), (-10, -74, 19), (13, -77, 18), (0, -60, 22)]
    lumps = [
        (a + here.some(-3, 3), b + here.some(-3, 3), r + here.some(-3, 2)) for a, b, r in places
    ]
    for a, b, radius in lumps:
        here.disc(a, b, radius, crown)
    for a, b, radius in lumps:
        here.disc(a + radius * 0.22, b - radius * 0.26, radius * 0.66, mix(crown, inks.mid, 0.7))
    a, b, radius = lumps[3]
    step, reach = max(2.6, 14 / (height / 100)), radius * 0.62

    def light(u: float, v: float) -> float:
        return 0.8 - v if (2 * u - 1) ** 2 + (2 * v - 1) ** 2 < 0.8 else 0

    left, top = a + radius * 0.22 - reach, b - radius * 0.26 - reach
    here.dots((left, top, left + 2 * reach, top + 2 * reach), step, thin(inks.far, 0.6), light)


def palm(pen: Pen, x: float, foot: float, height: float) -> None:
    """Plant a palm."""
    here = pen.at(x, foot, height / 100)
    lean = here.some(-9, 9)
    here.limb([(0, 0), (lean * 0.3, -40), (lean, -84)], 5.2, 3.2, pen.inks.ink)
    for turn in (-168, -146, -120, -96, -66, -40, -14):
        side, leaf = abs(turn) < 90, here.at(lean, -85, turn=turn + here.some(-7, 7))
        leaf = leaf.at(0, 0, here.some(0.9, 1.15)) if side else leaf.at(0, 0, flip=False)
        bow = 1 if side else -1
        leaf.smooth(
            [(0, -2), (14, -5 * bow), (30, 3 * bow), (38, 12 * bow), (24, 6 * bow), (10, 4 * bow)],
            pen.inks.near,
        )


def bush(pen: Pen, x: float, foot: float, size: float, ink: Ink) -> None:
    """Plant a low bush."""
    here = pen.at(x, foot, size / 100)
    for a, b, radius in ((-38, -12, 26), (0, -24, 36), (36, -14, 28)):
        here.disc(a, b, radius, ink)
    here.rect(-60, -12, 120, 14, ink)


def country(
    pen: Pen, horizon: float, *, sun: Point | None = (0.7, 0.6), radius: float = 120
) -> None:
    """Lay an open country: sky, clouds, two ridges and flat ground from the horizon down."""
    inks = pen.inks
    sky(pen, horizon, sun=sun, radius=radius)
    clouds(pen, 4, 40, horizon * 0.55)
    ridge(pen, horizon, 110, inks.far, mist=mix(inks.sky, inks.paper, 0.6))
    ridge(pen, horizon + 14, 44, mix(inks.far, inks.mid, 0.55))
    ground(pen, horizon + 8, mix(inks.far, inks.paper, 0.32), shade=inks.far)


def furrows(pen: Pen, y: float, inks: tuple[Ink, Ink], *, eye: float = 0.5, rows: int = 15) -> None:
    """Draw rows of a field that meet at the horizon."""
    ground(pen, y, inks[0])
    x, reach = WIDTH * eye, WIDTH * 2.6
    for row in range(rows):
        left = x - reach / 2 + reach * row / rows
        near, far = reach / rows * 0.52, WIDTH / rows * 0.16
        top = x + (left - x) * 0.16
        pen.poly([(top, y), (top + far, y), (left + near, HEIGHT), (left, HEIGHT)], inks[1])


def crops(
    pen: Pen, top: float, foot: float, ink: Ink, tip: Ink, *, rows: int = 8, ripe: bool = False
) -> None:
    """Stand a crop in rows from back to front, growing as it comes nearer."""
    for row in range(rows):
        share = row / max(1, rows - 1)
        y, size = top + (foot - top) * share**1.5, 10 + 62 * share**1.3
        for step in range(int(WIDTH / (size * 0.46)) + 2):
            x = (step - pen.some(0, 1)) * size * 0.46
            lean = pen.some(-0.22, 0.22) * size
            pen.line(
                [(x, y), (x + lean * 0.4, y - size * 0.6), (x + lean, y - size)], size * 0.06, ink
            )
            if ripe:
                pen.oval(x + lean, y - size, size * 0.12, size * 0.26, tip)
            else:
                _leaf(pen, x + lean * 0.6, y - size * 0.5, size, tip)


def _leaf(pen: Pen, x: float, y: float, size: float, ink: Ink) -> None:
    for side in (-1, 1):
        end = (x + side * size * 0.34, y - size * 0.42)
        pen.poly(
            [
                (x, y),
                (x + side * size * 0.08, y - size * 0.34),
                end,
                (x + side * size * 0.22, y - size * 0.12),
            ],
            ink,
        )


def water(pen: Pen, top: float, foot: float, ink: Ink, *, glint: float | None = None) -> None:
    """Lay water between two heights, with ripples, and the sun's path at a place across."""
    inks = pen.inks
    pen.rect(0, top, WIDTH, foot - top, ink)
    light, deep = mix(ink, inks.paper, 0.45), mix(ink, inks.near, 0.5)
    for _ in range(90):
        share = pen.dice.random()
        y, reach = top + (foot - top) * share**1.2, pen.some(16, 60) * (0.4 + share)
        x = pen.some(-40, WIDTH)
        pen.line([(x, y), (x + reach, y)], 1.6 + 3 * share, pen.dice.choice((light, deep)))
    if glint is None:
        return
    y = top + 6
    while y < foot:
        share = (y - top) / (foot - top)
        half = pen.some(0.4, 1) * (50 + 80 * share)
        pen.line(
            [(glint - half, y), (glint + half, y)], 4 + 4 * share, mix(inks.sun, inks.paper, 0.25)
        )
        y += 13 + 16 * share
