"""The night sky, satellites and the globe."""

import math

from harkara.demo.pictures import houses, nature
from harkara.demo.pictures.inks import INDIGO, NIGHT, SNOW, TEAL, mix, thin
from harkara.demo.pictures.pen import Pen, outline
from harkara.demo.pictures.scenes.registry import scene

# fmt: off
# A few continents, as (longitude, latitude) from the middle of the Pacific's far side.
LANDS = (
    ((-168, 66), (-130, 70), (-95, 72), (-62, 52), (-80, 26), (-97, 18), (-84, 9), (-106, 22),
     (-124, 42), (-150, 60)),
    ((-80, 9), (-50, 2), (-35, -8), (-48, -28), (-66, -52), (-74, -44), (-71, -18), (-81, -4)),
    ((115, -20), (130, -11), (142, -11), (153, -27), (147, -38), (132, -32), (115, -34)),
    ((70, 22), (88, 22), (108, 11), (122, 32), (140, 52), (178, 68), (100, 76), (60, 70),
     (40, 50), (50, 28)),
)
# fmt: on


@scene("night-sky", 64, palettes=(NIGHT,))
def meteors(pen: Pen) -> None:
    """Draw falling stars over the black shape of a fort."""
    inks = pen.inks
    for band in range(6):
        pen.rect(0, band * 150, 1500, 1000, mix(inks.ink, inks.cool, 0.08 + 0.1 * band))
    pen.dots(
        (0, 350, 1500, 780), 24, thin(inks.cool, 0.35), lambda u, v: v * 0.9 - abs(u - 0.55) * 0.7
    )
    nature.stars(pen, 760, 260)
    for _ in range(11):
        x, y, reach = pen.some(150, 1450), pen.some(30, 480), pen.some(120, 330)
        tail = [(x - 2, y - 4), (x + 4, y + 4), (x + reach, y - reach * 0.5)]
        pen.poly([tail[0], tail[1], tail[2]], thin(inks.paper, 0.9))
        pen.disc(x + 2, y, 6, inks.sun)
    nature.ridge(pen, 800, 130, inks.mid)
    pen.smooth(outline("200,1000 420,800 640,742 1000,742 1240,800 1500,1000"), inks.near)
    houses.fort(pen, 820, 750, 430, mix(inks.near, inks.ink, 0.2))
    pen.arch(820, 760, 22, 40, inks.hot)
    nature.ridge(pen, 930, 60, inks.ink)
    for x in (120, 1370):
        nature.tree(pen, x, 930, 230, dark=True)


@scene("night-sky", 54, palettes=(NIGHT,))
def seed_vault(pen: Pen) -> None:
    """Draw a door in a snowy mountain under green lights."""
    inks = pen.inks
    pen.rect(0, 0, 1500, 1000, inks.near)
    nature.stars(pen, 560, 150)
    for ribbon in range(4):
        ink = mix((88, 190, 130), inks.cool, ribbon * 0.3)
        lift, start = pen.some(-30, 30) + ribbon * 60, pen.some(0, 6)
        for step in range(150):
            x = step * 10
            y = 330 + lift + 90 * math.sin(start + step * 0.05) - step * 0.7
            high = 150 + 70 * math.sin(step * 0.31 + ribbon) + 40 * math.sin(step * 0.9)
            pen.rect(x, y - high, 10, high, thin(ink, 0.3))
            pen.rect(x, y - high * 0.35, 10, high * 0.35, thin(ink, 0.35))
    nature.ridge(pen, 640, 200, mix(inks.far, SNOW, 0.25), sharp=1.8)
    snow = mix(SNOW, inks.cool, 0.12)
    pen.poly(
        outline("-20,1000 140,760 420,560 640,400 820,470 1020,350 1260,600 1520,720 1520,1000"),
        mix(snow, inks.far, 0.3),
    )
    pen.poly(
        outline("640,400 700,560 620,640 760,760 700,1000 -20,1000 140,760 420,560"),
        snow,
    )
    pen.dots((700, 400, 1500, 1000), 22, thin(inks.far, 0.5), lambda u, v: v - abs(u - 0.4) * 0.4)
    pen.poly([(560, 1000), (580, 470), (690, 450), (730, 1000)], mix(inks.ink, inks.near, 0.4))
    pen.poly([(690, 450), (790, 490), (900, 1000), (730, 1000)], mix(inks.ink, inks.near, 0.75))
    pen.rect(588, 500, 96, 130, (130, 205, 160))
    for step in range(4):
        pen.line(
            [(588, 516 + step * 30), (684, 508 + step * 30)], 5, mix(inks.near, inks.cool, 0.4)
        )
    pen.rect(596, 740, 104, 262, inks.sun)
    pen.rect(645, 740, 6, 262, inks.ink)
    pen.poly([(560, 1000), (760, 1000), (980, 1010), (300, 1010)], inks.sun)


@scene("satellite", palettes=(NIGHT, INDIGO))
def in_orbit(pen: Pen) -> None:
    """Draw a satellite above the curve of the earth."""
    inks = pen.inks
    pen.rect(0, 0, 1500, 1000, mix(inks.near, inks.ink, 0.5))
    nature.stars(pen, 800, 220)
    nature.disc(pen, 1290, 190, 90)
    pen.disc(620, 2080, 1420, thin(inks.cool, 0.3))
    pen.disc(620, 2080, 1380, inks.mid)
    pen.dots(
        (0, 690, 1500, 1000),
        22,
        thin(inks.cool, 0.6),
        lambda u, v: 0.9 - v * 0.5 - abs(u - 0.4) if v > 0.1 + (u - 0.41) ** 2 * 2.4 else 0,
    )
    pen.smooth(
        outline("180,800 340,760 470,800 430,860 520,930 420,1010 260,1010 220,900"),
        mix(inks.cool, inks.near, 0.3),
    )
    pen.smooth(
        outline("760,790 900,770 1010,840 950,900 980,1010 800,1010 840,900"),
        mix(inks.cool, inks.near, 0.3),
    )
    here = pen.at(740, 400, 3.1, turn=-24)
    cell = mix(inks.far, (60, 90, 170), 0.4)
    for side in (-1, 1):
        here.rect(28 * side - (0 if side > 0 else 20), -3, 20, 6, inks.paper)
        for block in range(3):
            x = side * (48 + block * 44) - (0 if side > 0 else 40)
            here.rect(x, -30, 40, 60, cell)
            for line in range(1, 4):
                here.rect(x, -30 + line * 15, 40, 1.4, inks.paper)
            here.rect(x + 19, -30, 1.4, 60, inks.paper)
    here.rect(-30, -36, 60, 72, inks.sun)
    here.rect(-30, -36, 20, 72, mix(inks.sun, inks.ink, 0.25))
    here.rect(-30, -6, 60, 8, inks.hot)
    here.line([(0, 36), (0, 52)], 5, inks.paper)
    here.smooth(outline("-34,52 -20,70 20,70 34,52 0,58"), inks.paper)
    here.line([(0, 66), (0, 86)], 3, inks.hot)
    here.disc(0, 88, 5, inks.hot)
    for step in range(3):
        points = [
            (math.cos(a) * (120 + step * 50), math.sin(a) * (120 + step * 50))
            for a in (1.15, 1.36, 1.57, 1.78, 1.99)
        ]
        here.curve(points, 4, thin(inks.paper, 0.7 - step * 0.18))


@scene("globe", 56, palettes=(INDIGO, TEAL, NIGHT))
def warm_ocean(pen: Pen) -> None:
    """Draw the earth, the middle of its Pacific warm and red."""
    inks = pen.inks
    pen.rect(0, 0, 1500, 1000, inks.near)
    pen.dots(
        (0, 0, 1500, 1000),
        26,
        thin(inks.mid, 0.7),
        lambda u, v: 1 - math.hypot(u - 0.5, v - 0.5) * 1.7,
    )
    nature.stars(pen, 1000, 80)
    radius = 410
    pen.disc(750, 500, radius + 42, thin(inks.paper, 0.12))
    pen.disc(750, 500, radius + 20, thin(inks.paper, 0.16))
    pen.disc(750, 500, radius, mix(inks.mid, inks.cool, 0.25))
    for latitude in (-60, -30, 0, 30, 60):
        high, half = (
            math.sin(math.radians(latitude)) * radius,
            math.cos(math.radians(latitude)) * radius,
        )
        pen.line([(750 - half, 500 - high), (750 + half, 500 - high)], 2.4, thin(inks.paper, 0.35))
    for reach in (0.5, 0.87):
        for side in (-1, 1):
            points = [
                (750 + side * reach * radius * math.cos(a / 10), 500 + radius * math.sin(a / 10))
                for a in range(-15, 16)
            ]
            pen.line(points, 2.4, thin(inks.paper, 0.35))
    for high, wide, ink in (
        (112, 330, thin(inks.hot, 0.35)),
        (80, 265, thin(inks.hot, 0.6)),
        (46, 190, inks.hot),
        (22, 110, inks.sun),
    ):
        pen.oval(790, 500, wide, high, ink)
    for land in LANDS:
        shore = [_on_globe(longitude, latitude, radius) for longitude, latitude in land]
        seen = [(750 + x, 500 - y) for x, y, front in shore if front > -0.25]
        if len(seen) > 3:
            pen.smooth(seen, mix(inks.paper, inks.sun, 0.3))

    def shade(u: float, v: float) -> float:
        inside = math.hypot(2 * u - 1, 2 * v - 1) < 0.97
        return (u * 0.6 + v * 0.7) - 0.55 if inside else 0

    pen.dots((750 - radius, 90, 750 + radius, 910), 18, thin(inks.ink, 0.45), shade)


def _on_globe(longitude: float, latitude: float, radius: float) -> tuple[float, float, float]:
    """Return where a place is seen from above the Pacific, and how far in front it lies."""
    turn, rise = math.radians(longitude + 165), math.radians(latitude)
    front = math.cos(rise) * math.cos(turn)
    x = math.cos(rise) * math.sin(turn)
    if front < 0:
        size = math.hypot(x, math.sin(rise)) or 1
        return x / size * radius, math.sin(rise) / size * radius, front
    return x * radius, math.sin(rise) * radius, front
