"""Fields and harvests."""

from harkara.demo.pictures import nature, poses, things
from harkara.demo.pictures.inks import (
    DAWN,
    DUSK,
    LEAF,
    NOON,
    RIPE,
    TURMERIC,
    mix,
)
from harkara.demo.pictures.pen import Pen, outline
from harkara.demo.pictures.people import kurta, person, saree
from harkara.demo.pictures.scenes.registry import scene


@scene("field", 22)
def canal(pen: Pen) -> None:
    """Draw a full canal between fields and a farmer on its bank."""
    inks = pen.inks
    nature.country(pen, 420, sun=(0.36, 0.6), radius=140)
    nature.furrows(pen, 430, (mix(LEAF, inks.mid, 0.4), mix(LEAF, inks.near, 0.6)), eye=0.55)
    for x in (130, 260, 1210, 1420):
        nature.tree(pen, x, 450, pen.some(110, 170))
    pen.poly([(790, 430), (840, 430), (900, 1000), (60, 1000)], mix(inks.paper, inks.sun, 0.25))
    pen.poly([(798, 430), (832, 430), (780, 1000), (180, 1000)], mix(inks.sky, inks.cool, 0.55))
    for step in range(30):
        v = (step / 30) ** 1.5
        middle, half = 815 - 335 * v, 15 + 270 * v
        x = middle + pen.some(-0.7, 0.5) * half
        pen.line(
            [(x, 440 + 555 * v), (x + half * 0.4, 440 + 555 * v)],
            2 + 6 * v,
            mix(inks.sky, inks.paper, 0.7),
        )
    person(
        pen,
        1010,
        900,
        440,
        poses.STAND,
        kurta(inks.paper, mix(inks.paper, inks.far, 0.4), inks.hot),
        flip=True,
    )
    pen.line([(962, 560), (962, 905)], 9, inks.ink)
    pen.poly([(962, 905), (910, 925), (918, 890), (962, 880)], inks.ink)


@scene("field", 31)
def turmeric_rows(pen: Pen) -> None:
    """Draw rows of broad-leaved turmeric."""
    inks = pen.inks
    nature.country(pen, 400, sun=(0.68, 0.6), radius=130)
    nature.furrows(pen, 410, (mix(inks.mid, inks.hot, 0.2), inks.near))
    nature.palm(pen, 240, 430, 240)
    nature.tree(pen, 1260, 440, 190)
    for row in range(9):
        v = (row / 8) ** 1.6
        y, size = 440 + 580 * v, 20 + 150 * v
        for step in range(int(1500 / size) + 3):
            here = pen.at((step - 0.5 * (row % 2)) * size * 0.98, y, size / 100)
            for turn, reach in ((-64, 80), (-28, 96), (4, 108), (32, 94), (66, 78)):
                leaf = here.at(0, 0, reach / 100, turn=turn + here.some(-7, 7))
                ink = mix(mix(LEAF, inks.near, 0.55 - v * 0.35), inks.paper, 0.2 if turn > 0 else 0)
                leaf.smooth(outline("0,0 -15,-42 -11,-76 0,-104 11,-76 15,-42"), ink)
                leaf.line([(0, -8), (0, -90)], 2.2, mix(ink, inks.ink, 0.3))


@scene("harvest", 24, palettes=(RIPE, DUSK))
def sickle(pen: Pen) -> None:
    """Draw a woman cutting a ripe crop with a sickle."""
    inks = pen.inks
    nature.sky(pen, 460, sun=(0.28, 0.64), radius=160)
    nature.clouds(pen, 4, 40, 250)
    nature.ridge(pen, 460, 100, inks.far)
    nature.tree(pen, 1270, 500, 260)
    nature.ground(pen, 480, mix(inks.sun, inks.paper, 0.35))
    stalk = mix(TURMERIC, inks.near, 0.35)
    nature.crops(pen, 500, 800, stalk, TURMERIC, rows=8, ripe=True)
    person(pen, 620, 900, 620, poses.BEND, saree(inks.hot, inks.near))
    pen.curve([(880, 776), (960, 760), (985, 830), (930, 870)], 12, inks.ink)
    nature.crops(pen, 930, 1060, mix(stalk, inks.ink, 0.3), TURMERIC, rows=3, ripe=True)
    for a, b in ((180, 930), (330, 960), (250, 890)):
        pen.hull([(a - 90, b, 16), (a + 90, b - 8, 16)], TURMERIC)
        pen.hull([(a - 6, b - 24, 4), (a + 2, b + 16, 4)], inks.near)


@scene("harvest", 32, palettes=(RIPE, DAWN, NOON))
def digging_turmeric(pen: Pen) -> None:
    """Draw women taking turmeric out of the ground."""
    inks = pen.inks
    nature.country(pen, 400, sun=(0.8, 0.6), radius=120)
    earth = mix(inks.near, inks.hot, 0.25)
    nature.furrows(pen, 410, (mix(earth, inks.paper, 0.2), earth))
    nature.tree(pen, 190, 440, 200)
    for x, y, size, pose, dress, flip in (
        (470, 640, 330, poses.SQUAT, saree(inks.cool, inks.near), False),
        (1150, 660, 340, poses.BEND, saree(inks.sun, inks.near), True),
        (640, 900, 560, poses.SQUAT, saree(inks.hot, inks.ink), False),
    ):
        person(pen, x, y, size, pose, dress, flip=flip)
    for _ in range(46):
        a, b = pen.some(820, 1060), pen.some(820, 905)
        things.root(pen, a, b, pen.some(30, 46), mix(TURMERIC, inks.ink, pen.some(0, 0.25)))
    things.basket(pen, 1240, 940, 290, inks.near, TURMERIC)
    for x in (140, 300):
        for turn in (-40, -14, 14, 40):
            pen.at(x, 900, 1.7, turn=turn).smooth(
                [(0, 0), (-13, -42), (0, -100), (13, -42)], mix(LEAF, inks.near, 0.3)
            )
