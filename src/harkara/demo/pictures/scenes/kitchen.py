"""Kitchens and spices."""

from harkara.demo.pictures import houses, nature, poses, things, vehicles
from harkara.demo.pictures.inks import CLAY, INDIGO, INDOORS, RIPE, TEAL, TURMERIC, mix, thin
from harkara.demo.pictures.pen import Pen, outline
from harkara.demo.pictures.people import Head, person, saree
from harkara.demo.pictures.scenes.registry import scene


def _stove(pen: Pen, x: float, foot: float, width: float) -> None:
    inks = pen.inks
    clay = mix(CLAY.mid, inks.far, 0.3)
    pen.smooth(
        [
            (x - width / 2, foot),
            (x - width * 0.46, foot - width * 0.36),
            (x, foot - width * 0.42),
            (x + width * 0.46, foot - width * 0.36),
            (x + width / 2, foot),
        ],
        clay,
    )
    pen.arch(x, foot, width * 0.4, width * 0.26, inks.ink)
    for shift, high, ink in ((-0.08, 0.2, inks.hot), (0.06, 0.23, inks.hot), (0, 0.14, inks.sun)):
        a = x + width * shift
        pen.smooth(
            [
                (a - width * 0.07, foot),
                (a - width * 0.05, foot - width * high * 0.5),
                (a, foot - width * high),
                (a + width * 0.05, foot - width * high * 0.5),
                (a + width * 0.07, foot),
            ],
            ink,
        )


@scene("kitchen", 10, palettes=INDOORS)
def school_kitchen(pen: Pen) -> None:
    """Draw a woman turning a pancake on a great griddle, plates in a row."""
    inks = pen.inks
    houses.room(pen, 640, window=1240, arch=620)
    pen.rect(60, 210, 380, 16, inks.near)
    for index in range(5):
        things.pot(pen, 110 + index * 72, 210, 64, (inks.hot, inks.cool, inks.mid)[index % 3])
    person(pen, 420, 960, 760, poses.REACH, saree(inks.hot, inks.near, Head.BUN))
    _stove(pen, 800, 960, 480)
    pen.oval(800, 770, 280, 52, inks.ink)
    pen.oval(800, 760, 280, 50, mix(inks.ink, inks.near, 0.5))
    pen.oval(800, 756, 190, 34, mix(TURMERIC, inks.hot, 0.25))
    pen.dots(
        (640, 728, 960, 786),
        18,
        thin(inks.hot, 0.8),
        lambda u, v: 0.6 if (2 * u - 1) ** 2 + (2 * v - 1) ** 2 < 0.85 else 0,
    )
    pen.line([(640, 475), (760, 740)], 10, inks.ink)
    pen.poly([(736, 728), (792, 722), (800, 760), (744, 766)], inks.ink)
    things.steam(pen, 830, 720, 300, 4)
    things.table(pen, 1270, 800, 500, 990, inks.near)
    for x in (1080, 1210, 1340, 1460):
        things.plate(pen, x, 790, 116, inks.paper)
        pen.oval(x, 786, 34, 9, mix(TURMERIC, inks.hot, 0.25))


@scene("kitchen", 33, palettes=(CLAY, RIPE, INDIGO))
def boiling_turmeric(pen: Pen) -> None:
    """Draw turmeric boiling in a great pan, steam rising."""
    inks = pen.inks
    nature.sky(pen, 620, sun=(0.5, 0.55), radius=260)
    houses.skyline(pen, 640, 30, 90, inks.far)
    nature.palm(pen, 130, 690, 420)
    nature.tree(pen, 1380, 680, 380)
    nature.ground(pen, 640, mix(inks.far, inks.paper, 0.25), shade=inks.far)
    person(pen, 230, 930, 620, poses.PUSH, saree(inks.cool, inks.hot))
    person(pen, 1300, 930, 600, poses.READ, saree(inks.hot, inks.near), flip=True)
    for shift in (-260, -90, 90, 260):
        here = pen.at(760 + shift, 960, 1.7)
        here.smooth(outline("-40,0 -30,-50 -6,-96 18,-60 36,-40 42,0"), inks.hot)
        here.smooth(outline("-20,0 -12,-34 4,-60 20,-28 22,0"), inks.sun)
    pen.smooth(outline("360,640 400,780 560,880 760,900 960,880 1120,780 1160,640"), inks.ink)
    pen.smooth(
        outline("360,640 400,780 560,880 620,890 470,780 430,640"), mix(inks.ink, inks.near, 0.5)
    )
    pen.oval(760, 640, 402, 84, mix(inks.ink, inks.far, 0.45))
    pen.oval(760, 644, 362, 68, TURMERIC)
    for _ in range(60):
        x, y = pen.some(-1, 1), pen.some(-1, 1)
        if x * x + y * y < 0.85:
            things.root(
                pen,
                760 + x * 350,
                642 + y * 60,
                pen.some(24, 36),
                mix(TURMERIC, inks.ink, pen.some(0.05, 0.3)),
            )
    pen.line([(440, 570), (650, 660)], 18, mix(inks.near, inks.far, 0.3))
    things.steam(pen, 760, 590, 480, 6)


@scene("kitchen", 50, palettes=(CLAY, TEAL, INDIGO))
def seed_pots(pen: Pen) -> None:
    """Draw clay pots along a wall, names written on them."""
    inks = pen.inks
    houses.room(pen, 720, arch=750)
    for y, count, size in ((470, 7, 150), (720, 6, 190)):
        pen.rect(60, y, 1380, 26, mix(inks.near, TURMERIC, 0.2))
        for index in range(count):
            ink = mix(CLAY.mid, CLAY.hot, pen.some(0, 0.8))
            things.pot(pen, 60 + (index + 0.5) * 1380 / count, y, size, ink, marked=True)
    for x in (230, 1250):
        things.basket(pen, x, 960, 250, inks.near, TURMERIC)
    things.heap(pen, 560, 950, 240, 100, mix(inks.paper, TURMERIC, 0.4))
    things.heap(pen, 880, 950, 240, 110, mix(CLAY.mid, TURMERIC, 0.4))
    pen.rect(40, 210, 1420, 14, inks.near)
    for index in range(9):
        here = pen.at(110 + index * 160, 222)
        here.line([(0, 0), (0, 26)], 4, inks.ink)
        for turn in (-30, -14, 0, 14, 30):
            leaf = here.at(0, 26, 0.9, turn=180 + turn)
            leaf.hull([(0, 0, 2), (0, -66, 9)], mix(TURMERIC, inks.near, 0.3))


def _board(pen: Pen) -> None:
    """Lay a table from above the middle of the sheet, the sun of the house behind it."""
    inks = pen.inks
    pen.rect(0, 0, 1500, 1000, inks.sky)
    nature.disc(pen, 750, 330, 300)
    pen.dots((0, 0, 1500, 420), 24, thin(inks.far, 0.5), lambda _u, v: 0.85 - v)
    pen.rect(0, 500, 1500, 500, inks.mid)
    pen.rect(0, 500, 1500, 14, mix(inks.mid, inks.paper, 0.4))
    pen.dots((0, 500, 1500, 1000), 22, thin(inks.near, 0.6), lambda _u, v: v)


@scene("spice", 6, palettes=INDOORS)
def raw_turmeric(pen: Pen) -> None:
    """Draw raw turmeric on a plate, a bowl of curd and whole spices beside it."""
    inks = pen.inks
    _board(pen)
    things.plate(pen, 560, 740, 820, mix(inks.paper, inks.far, 0.15))
    for _ in range(34):
        x, y = pen.some(-1, 1), pen.some(-1, 1)
        if x * x + y * y < 1:
            things.root(
                pen,
                560 + x * 230,
                690 + y * 74,
                pen.some(60, 92),
                mix(TURMERIC, CLAY.mid, pen.some(0, 0.4)),
            )
    things.bowl(pen, 1160, 760, 330, inks.hot, inks.paper)
    things.steam(pen, 1160, 590, 10, 1)
    for _ in range(30):
        pen.disc(pen.some(960, 1400), pen.some(860, 960), pen.some(7, 12), inks.ink)
    for _ in range(7):
        x, y = pen.some(80, 900), pen.some(900, 970)
        pen.at(x, y, 1.5, turn=pen.some(0, 180)).smooth(
            outline("-30,0 -10,-7 22,-5 34,0 22,5 -10,7"), inks.hot
        )
    for turn in (-34, -4, 26):
        leaf = pen.at(110, 680, 2.1, turn=turn)
        leaf.smooth([(0, 0), (-17, -50), (0, -112), (17, -50)], mix(inks.cool, inks.near, 0.3))
        leaf.line([(0, 0), (0, -100)], 2, inks.near)


@scene("spice", 30, palettes=INDOORS)
def baskets(pen: Pen) -> None:
    """Draw baskets of turmeric and a heap of yellow powder."""
    inks = pen.inks
    _board(pen)
    for x, y, size in ((280, 640, 260), (610, 620, 240), (200, 880, 400)):
        things.basket(pen, x, y, size, inks.near, mix(TURMERIC, CLAY.mid, 0.25))
    things.heap(pen, 940, 920, 860, 420, TURMERIC)
    things.bowl(pen, 1330, 900, 230, inks.hot, TURMERIC)
    for _ in range(14):
        things.root(
            pen,
            pen.some(420, 640),
            pen.some(900, 960),
            pen.some(36, 56),
            mix(TURMERIC, CLAY.mid, pen.some(0, 0.4)),
        )


@scene("spice", 37, palettes=INDOORS)
def packets_and_scales(pen: Pen) -> None:
    """Draw small packets of yellow powder and a pair of scales."""
    inks = pen.inks
    _board(pen)
    here = pen.at(960, 880, 4.6)
    here.rect(-26, -8, 52, 10, inks.near)
    here.limb([(0, 0), (0, -130)], 7, 4, inks.near)
    here.line([(-74, -122), (0, -132), (74, -118)], 4, inks.near)
    here.disc(0, -134, 6, inks.hot)
    for a, b, load in ((-74, -122, True), (74, -118, False)):
        for side in (-24, 24):
            here.line([(a, b), (a + side, b + 62)], 0.9, inks.ink)
        if load:
            things.heap(here, a, b + 64, 44, 24, TURMERIC)
        else:
            here.rect(a - 9, b + 44, 18, 20, inks.ink)
            here.rect(a - 5, b + 38, 10, 8, inks.ink)
        here.smooth(
            [(a - 30, b + 62), (a - 18, b + 74), (a + 18, b + 74), (a + 30, b + 62)], inks.hot
        )
    for x, y, size in (
        (150, 740, 210),
        (330, 760, 210),
        (510, 750, 210),
        (120, 940, 260),
        (330, 955, 260),
        (550, 945, 260),
    ):
        pack = pen.at(x, y, size / 100)
        pack.smooth(outline("-34,0 -38,-40 -32,-82 32,-82 38,-40 34,0"), TURMERIC)
        pack.smooth(
            outline("-34,0 -38,-40 -32,-82 -20,-82 -24,-40 -20,0"), mix(TURMERIC, inks.ink, 0.25)
        )
        pack.rect(-34, -92, 68, 12, inks.near)
        pack.rect(-20, -58, 40, 32, inks.paper)
        things.root(pack, 0, -42, 20, CLAY.mid)
    vehicles.sack(pen, 1400, 960, 240, mix(inks.paper, inks.far, 0.3))
