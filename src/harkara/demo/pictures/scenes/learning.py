"""Schools, laboratories, libraries and the museum."""

import math

from harkara.demo.pictures import houses, nature, poses, things
from harkara.demo.pictures.inks import CLAY, INDIGO, INDOORS, TEAL, TURMERIC, mix, thin
from harkara.demo.pictures.pen import Pen, outline
from harkara.demo.pictures.people import Head, coat, person, saree, shirt, uniform
from harkara.demo.pictures.scenes.registry import scene


def _board(pen: Pen, x: float, y: float, width: float, height: float) -> None:
    inks = pen.inks
    pen.rect(x - 14, y - 14, width + 28, height + 28, mix(inks.near, inks.sun, 0.35))
    pen.rect(x, y, width, height, mix(inks.ink, inks.near, 0.45))
    pen.dots(
        (x, y, x + width, y + height),
        22,
        thin(inks.far, 0.12),
        lambda u, v: 0.9 - abs(u - 0.4) - v * 0.4,
    )
    pen.rect(x - 20, y + height + 12, width + 40, 14, mix(inks.near, inks.sun, 0.5))


def _geometry(pen: Pen, x: float, y: float, size: float) -> None:
    here, chalk = pen.at(x, y, size / 100), pen.inks.paper
    here.line([(-110, 60), (-30, 60), (-110, -50), (-110, 60)], 2.6, chalk)
    here.line([(-110, 50), (-100, 50), (-100, 60)], 1.6, chalk)
    here.ring(50, 8, 54, 2.6, chalk)
    here.line([(50, 8), (88, -30)], 2.2, chalk)
    here.line([(-4, 8), (104, 8)], 2.2, chalk)
    here.disc(50, 8, 3, chalk)
    for turn in range(0, 60, 6):
        a = math.radians(turn)
        here.disc(-110 + 26 * math.sin(a), -50 + 26 * math.cos(a), 1, chalk)


@scene("school", 31, palettes=INDOORS)
def empty_room(pen: Pen) -> None:
    """Draw an empty classroom with a figure of geometry on the board."""
    inks = pen.inks
    houses.room(pen, 620)
    _board(pen, 330, 110, 840, 380)
    _geometry(pen, 760, 310, 210)
    for side in (-1, 1):
        pen.poly(
            [
                (750 + side * 660, 140),
                (750 + side * 790, 90),
                (750 + side * 790, 560),
                (750 + side * 660, 500),
            ],
            inks.paper,
        )
        pen.poly(
            [
                (750 + side * 672, 156),
                (750 + side * 790, 112),
                (750 + side * 790, 540),
                (750 + side * 672, 486),
            ],
            mix(inks.sun, inks.paper, 0.3),
        )
    pen.poly([(60, 640), (420, 640), (900, 1000), (260, 1000)], thin(inks.sun, 0.28))
    for row, (y, size) in enumerate(((740, 200), (850, 270), (990, 360))):
        for column in range(-2, 3):
            if row < 2 or column:
                things.bench(
                    pen, 750 + column * size * 1.32, y, size, mix(inks.hot, inks.near, 0.25)
                )


@scene("classroom", 19, palettes=INDOORS)
def filling_forms(pen: Pen) -> None:
    """Draw students bent over their desks, filling in forms."""
    inks = pen.inks
    houses.room(pen, 560, window=260)
    _board(pen, 640, 90, 700, 300)
    _geometry(pen, 940, 240, 130)
    for row, (y, size) in enumerate(((690, 260), (820, 340), (1000, 450))):
        for column in range(4 - row // 2):
            x = 180 + row * 40 + column * (380 + row * 44)
            girl = (row + column) % 2 == 0
            dress = uniform(inks.paper, inks.hot) if girl else shirt(inks.paper, inks.near)
            person(pen, x - size * 0.16, y - size * 0.02, size * 1.06, poses.LEAN, dress)
            things.bench(pen, x + size * 0.28, y, size * 0.82, mix(inks.hot, inks.near, 0.3))
            pen.poly(
                [
                    (x + size * 0.1, y - size * 0.42),
                    (x + size * 0.42, y - size * 0.42),
                    (x + size * 0.46, y - size * 0.37),
                    (x + size * 0.1, y - size * 0.37),
                ],
                inks.paper,
            )


@scene("lab", 12, palettes=(TEAL, INDIGO, CLAY))
def water_samples(pen: Pen) -> None:
    """Draw bottles of water in a row on a laboratory table, a student looking."""
    inks = pen.inks
    houses.room(pen, 620, window=1240, arch=560)
    pen.rect(90, 150, 420, 18, inks.near)
    pen.rect(90, 290, 420, 18, inks.near)
    for index in range(6):
        things.bottle(pen, 130 + index * 68, 150, 92, (inks.hot, inks.cool, inks.sun)[index % 3])
        things.bottle(pen, 130 + index * 68, 290, 92, (inks.sun, inks.near, inks.hot)[index % 3])
    person(pen, 1040, 1010, 760, poses.READ, coat(inks.paper, inks.near, Head.BRAID), flip=True)
    pen.rect(0, 760, 1500, 34, mix(inks.paper, inks.far, 0.2))
    pen.rect(0, 794, 1500, 210, mix(inks.near, inks.ink, 0.25))
    for x in range(60, 1500, 300):
        pen.rect(x, 830, 240, 150, mix(inks.near, inks.mid, 0.35))
        pen.rect(x + 96, 850, 50, 10, inks.paper)
    tones = (
        mix(inks.cool, inks.paper, 0.6),
        mix(inks.sun, inks.paper, 0.3),
        inks.cool,
        mix(inks.sun, inks.near, 0.3),
    )
    for index in range(6):
        things.bottle(
            pen, 110 + index * 126, 762, 230, tones[index % 4], level=0.4 + 0.1 * (index % 3)
        )
    here = pen.at(1330, 762, 2.2)
    here.rect(-40, -8, 80, 8, inks.ink)
    here.limb([(-24, -8), (-34, -50), (-10, -84)], 12, 9, inks.ink)
    here.limb([(-20, -92), (16, -46)], 17, 11, inks.ink)
    here.rect(-20, -34, 50, 6, inks.ink)


@scene("library", 6, palettes=(INDIGO, TEAL, CLAY))
def night_reading(pen: Pen) -> None:
    """Draw students reading at a long table under lamps, shelves behind."""
    inks = pen.inks
    pen.rect(0, 0, 1500, 1000, inks.near)
    for left in (-30, 350, 730, 1110):
        things.shelves(pen, left, 40, 360, 560, 5)
    pen.rect(0, 0, 1500, 700, thin(inks.ink, 0.35))
    pen.rect(0, 640, 1500, 360, mix(inks.near, inks.ink, 0.4))
    for x in (300, 750, 1200):
        pen.poly(
            [(x - 50, 230), (x + 50, 230), (x + 330, 780), (x - 330, 780)], thin(inks.sun, 0.22)
        )
    for index, x in enumerate((140, 470, 800, 1130, 1400)):
        dress = (
            saree(inks.hot, inks.cool, Head.BUN),
            shirt(inks.paper, inks.near),
            uniform(inks.cool, inks.near),
            shirt(inks.hot, inks.near),
            shirt(inks.sun, inks.near),
        )[index]
        person(pen, x, 960, 560, poses.LEAN, dress, flip=index % 2 == 1)
    pen.rect(-20, 740, 1540, 46, mix(inks.hot, inks.near, 0.35))
    pen.rect(-20, 740, 1540, 12, mix(inks.hot, inks.paper, 0.45))
    pen.rect(-20, 786, 1540, 240, mix(inks.ink, inks.near, 0.35))
    for x in (260, 600, 940, 1270):
        things.book(pen, x, 752, 190, (inks.hot, inks.cool, inks.sun, inks.mid)[x // 10 % 4])
    for x in (300, 750, 1200):
        things.lamp(pen, x, 230, 92, glow=False)


@scene("library", 22, palettes=(TEAL, INDIGO, CLAY))
def river_book(pen: Pen) -> None:
    """Draw an open book whose pages carry lines like a river's waves."""
    inks = pen.inks
    pen.rect(0, 0, 1500, 1000, inks.sky)
    nature.disc(pen, 750, 380, 280)
    pen.dots((0, 0, 1500, 500), 24, thin(inks.far, 0.5), lambda _u, v: 0.8 - v)
    nature.ridge(pen, 560, 150, inks.far, mist=inks.paper)
    pen.rect(0, 640, 1500, 360, inks.mid)
    pen.dots((0, 640, 1500, 1000), 22, thin(inks.near, 0.6), lambda _u, v: v)
    things.book(pen, 750, 850, 1080, inks.hot, lines=False)
    here = pen.at(750, 850, 10.8)
    for side in (-1, 1):
        for row in range(9):
            b, reach = -29 + row * 3.3, 46 - (row % 3) * 3
            wave = [
                (
                    side * (5 + (reach - 5) * k / 8),
                    b + 3.4 - (5.4 if 2 < k < 7 else 3) * (k > 0) + (1.1 if k % 2 else -1.1),
                )
                for k in range(9)
            ]
            here.curve(wave, 1.0, (inks.cool, inks.near, inks.mid)[row % 3])
    here.curve([(-6, 6), (-20, 14), (-8, 22), (-30, 32)], 6, inks.cool)
    nature.birds(pen, 6, 1000, 180)


@scene("museum", 9, palettes=(INDIGO, CLAY, TEAL))
def broken_pot(pen: Pen) -> None:
    """Draw a broken clay pot in a glass case, coins about it."""
    inks = pen.inks
    pen.rect(0, 0, 1500, 1000, inks.near)
    pen.dots((0, 0, 1500, 600), 24, thin(inks.mid, 0.6), lambda _u, v: 1 - v)
    for x in (150, 1350):
        pen.arch(x, 700, 210, 480, mix(inks.near, inks.ink, 0.4))
        things.pot(pen, x, 700, 170, mix(inks.far, inks.near, 0.3))
    pen.poly([(690, 0), (810, 0), (1130, 760), (370, 760)], thin(inks.sun, 0.24))
    pen.rect(0, 800, 1500, 200, mix(inks.near, inks.ink, 0.45))
    pen.rect(400, 760, 700, 240, mix(inks.hot, inks.near, 0.45))
    pen.rect(380, 740, 740, 30, mix(inks.hot, inks.paper, 0.35))
    pen.rect(420, 230, 660, 512, thin(inks.paper, 0.14))
    here, clay = pen.at(720, 740, 4.2), mix(CLAY.hot, TURMERIC, 0.45)
    here.smooth(
        outline(
            "-20,0 -46,-24 -50,-52 -34,-76 -17,-84 -6,-86 -2,-72 8,-64 6,-54 "
            "22,-46 32,-56 50,-50 46,-24 20,0"
        ),
        clay,
    )
    here.smooth(outline("-20,0 -46,-24 -50,-52 -34,-74 -38,-50 -30,-22"), mix(clay, inks.ink, 0.3))
    here.curve([(-49, -50), (-24, -44), (20, -40), (48, -42)], 2.4, inks.paper)
    for a in range(-40, 44, 12):
        here.poly([(a, -38), (a + 6, -30), (a - 6, -30)], inks.ink)
    here.poly([(58, 0), (64, -20), (78, -14), (80, 0)], clay)
    for _ in range(15):
        left, foot = here.some(-64, 70), here.some(-7, -1)
        here.oval(left, foot, 6, 3, inks.ink)
        here.oval(left, foot - 1.4, 6, 3, inks.sun)
    for x in (420, 1074):
        pen.rect(x, 230, 7, 512, mix(inks.paper, inks.far, 0.4))
    pen.rect(410, 218, 680, 14, mix(inks.paper, inks.far, 0.4))
    pen.poly(outline("470,232 600,232 450,600 430,600 430,330"), thin(inks.paper, 0.2))
    person(pen, 1210, 990, 520, poses.STAND, saree(inks.sun, inks.cool, Head.BUN), flip=True)
    person(pen, 250, 990, 340, poses.STAND, uniform(inks.paper, inks.hot))
