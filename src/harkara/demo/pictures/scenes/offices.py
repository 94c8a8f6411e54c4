"""The bank, the office, the court, and a word of warning."""

from harkara.demo.pictures import houses, nature, poses, things
from harkara.demo.pictures.inks import (
    CLAY,
    DAWN,
    DUSK,
    INDIGO,
    INDOORS,
    NIGHT,
    NOON,
    TURMERIC,
    mix,
    thin,
)
from harkara.demo.pictures.pen import Pen, outline
from harkara.demo.pictures.people import folk, kurta, person, saree, shirt
from harkara.demo.pictures.scenes.registry import scene


@scene("bank", 4, palettes=INDOORS)
def counter(pen: Pen) -> None:
    """Draw a woman at a counter, an old account book open on it."""
    inks = pen.inks
    houses.room(pen, 640, arch=470)
    pen.rect(760, 110, 640, 450, mix(inks.far, inks.paper, 0.35))
    for x in range(790, 1400, 60):
        pen.rect(x, 110, 9, 450, mix(inks.near, inks.mid, 0.4))
    pen.rect(740, 96, 680, 26, inks.near)
    pen.arch(1080, 560, 230, 270, mix(inks.near, inks.ink, 0.35))
    person(
        pen,
        1070,
        900,
        560,
        poses.READ,
        shirt(mix(inks.paper, inks.cool, 0.25), inks.ink),
        flip=True,
    )
    person(pen, 420, 1010, 760, poses.SIT, saree(inks.hot, inks.near))
    pen.rect(250, 780, 340, 30, inks.near)
    top = mix(inks.hot, inks.near, 0.45)
    pen.poly([(600, 640), (1500, 640), (1500, 690), (560, 690)], mix(top, inks.paper, 0.25))
    pen.rect(560, 690, 940, 320, top)
    for x in range(600, 1500, 220):
        pen.rect(x, 730, 180, 230, mix(top, inks.ink, 0.2))
    things.book(pen, 800, 672, 260, mix(inks.hot, inks.ink, 0.3))
    things.papers(pen, 1320, 650, 140, 5)
    for index in range(5):
        pen.oval(1010, 655 - index * 9, 28, 9, mix(TURMERIC, inks.ink, 0.3 * (index % 2)))


@scene("office", 13, palettes=INDOORS)
def open_ledger(pen: Pen) -> None:
    """Draw a desk with an open ledger, a calculator and files."""
    inks = pen.inks
    houses.room(pen, 520, window=1180, arch=430)
    pen.rect(90, 120, 400, 300, mix(inks.near, inks.mid, 0.3))
    pen.rect(106, 136, 368, 268, mix(inks.far, inks.paper, 0.45))
    pen.smooth(
        outline("130,360 170,250 270,290 330,190 430,220 450,370 300,390"),
        mix(inks.cool, inks.paper, 0.3),
    )
    pen.curve([(140, 330), (230, 320), (320, 270), (440, 300)], 8, mix(inks.sky, inks.paper, 0.7))
    pen.poly([(-20, 560), (1520, 560), (1600, 1000), (-100, 1000)], mix(inks.hot, inks.near, 0.4))
    pen.poly([(-20, 560), (1520, 560), (1524, 580), (-24, 580)], mix(inks.hot, inks.paper, 0.4))
    things.book(pen, 640, 900, 760, inks.cool)
    things.papers(pen, 220, 690, 260, 5)
    here = pen.at(1230, 860, 2.6)
    here.poly([(-44, -70), (38, -70), (50, 30), (-50, 30)], inks.ink)
    here.poly([(-36, -62), (31, -62), (34, -42), (-38, -42)], mix(inks.paper, inks.cool, 0.35))
    for row in range(4):
        for column in range(4):
            ink = inks.hot if column == 3 else inks.paper
            here.rect(-38 + column * (19 + row * 0.8) - row, -35 + row * 16, 14, 11, ink)
    pen.line([(960, 930), (1060, 760)], 14, inks.sun)
    pen.line([(960, 930), (952, 946)], 8, inks.ink)
    things.bowl(pen, 1420, 740, 120, inks.paper, mix(CLAY.mid, inks.ink, 0.3))


@scene("phone", 9, palettes=(INDIGO, DUSK, NIGHT))
def warning(pen: Pen) -> None:
    """Draw a hand holding a phone with a warning sign on its screen."""
    inks = pen.inks
    pen.rect(0, 0, 1500, 1000, inks.mid)
    nature.disc(pen, 750, 460, 400)
    pen.dots(
        (0, 0, 1500, 1000),
        26,
        thin(inks.near, 0.7),
        lambda u, v: abs(u - 0.5) * 1.9 + v * 0.2 - 0.25,
    )
    here = pen.at(760, 480, 4.2, turn=7)
    here.limb([(-30, 190), (-26, 110), (-18, 60)], 96, 70, inks.skin)
    here.hull([(-50, 10, 16), (-30, 84, 34), (36, 84, 30)], inks.skin)
    here.hull([(-44, -88, 9), (44, -88, 9), (-44, 86, 9), (44, 86, 9)], inks.ink)
    here.hull(
        [(-42, -78, 5), (42, -78, 5), (-42, 76, 5), (42, 76, 5)], mix(inks.paper, inks.far, 0.15)
    )
    here.hull([(0, -42, 7), (-31, 12, 7), (31, 12, 7)], inks.hot)
    here.hull([(0, -24, 4), (0, -8, 2.6)], inks.paper)
    here.disc(0, 4, 4, inks.paper)
    for row, reach in enumerate((30, 22, 26)):
        here.hull(
            [(-reach, 36 + row * 11, 2.6), (reach, 36 + row * 11, 2.6)],
            mix(inks.far, inks.ink, 0.2),
        )
    for index, b in enumerate((-14, 16, 46, 74)):
        here.limb(
            [(66, b + 22), (58, b + 4), (40, b)],
            25 - index,
            20 - index,
            mix(inks.skin, inks.ink, 0.1 * (index % 2)),
        )
    here.limb([(-66, 70), (-58, 24), (-42, -4)], 34, 24, inks.skin)
    here.limb([(-40, 210), (-34, 170)], 120, 112, inks.cool)
    for side in (-1, 1):
        for step in range(3):
            radius = 500 + step * 90
            points = [
                (760 + side * radius * 0.9, 480 + k * 70 * (1 + step * 0.3))
                for k in (-1.4, -0.7, 0, 0.7, 1.4)
            ]
            bowed = [(x - side * abs(y - 480) ** 2 / 700, y) for x, y in points]
            pen.curve(bowed, 15, inks.hot)


@scene("court", 6)
def court_steps(pen: Pen) -> None:
    """Draw two people reading a paper before the court."""
    inks = pen.inks
    nature.sky(pen, 640, sun=(0.82, 0.3), radius=110)
    nature.clouds(pen, 5, 40, 320)
    stone = mix(inks.paper, inks.far, 0.3)
    houses.hall(pen, 750, 690, 1240, 330, stone, bays=11)
    pen.poly([(470, 350), (750, 190), (1030, 350)], mix(stone, inks.paper, 0.3))
    pen.poly([(520, 340), (750, 212), (980, 340)], mix(stone, inks.mid, 0.35))
    here = pen.at(750, 318, 0.9)
    here.line([(0, 0), (0, -80)], 6, inks.paper)
    here.line([(-62, -66), (62, -66)], 6, inks.paper)
    for side in (-62, 62):
        here.line([(side - 22, -28), (side, -66), (side + 22, -28)], 3, inks.paper)
        here.smooth(
            [(side - 27, -28), (side - 14, -14), (side + 14, -14), (side + 27, -28)], inks.paper
        )
    for x in (530, 660, 840, 970):
        pen.rect(x - 24, 356, 48, 330, stone)
        pen.rect(x - 24, 356, 15, 330, mix(stone, inks.mid, 0.4))
        pen.rect(x - 34, 346, 68, 20, mix(stone, inks.paper, 0.5))
    for step in range(5):
        pen.rect(
            330 - step * 50,
            686 + step * 24,
            840 + step * 100,
            26,
            mix(stone, inks.ink, 0.07 * step),
        )
        pen.rect(330 - step * 50, 686 + step * 24, 840 + step * 100, 7, inks.paper)
    nature.ground(pen, 800, mix(inks.far, inks.paper, 0.4), shade=inks.far)
    for x in (70, 1420):
        nature.tree(pen, x, 810, 400)
    person(pen, 600, 950, 460, poses.READ, saree(inks.hot, inks.near))
    person(pen, 880, 950, 480, poses.READ, kurta(inks.paper, inks.cool, inks.cool), flip=True)
    pen.poly(
        [(700, 600), (780, 596), (786, 700), (706, 704)], mix(inks.paper, (255, 255, 255), 0.5)
    )
    for row in range(5):
        pen.line([(716, 622 + row * 16), (770 - 12 * (row % 2), 620 + row * 16)], 3, inks.mid)


@scene("protest", palettes=(DUSK, NOON, DAWN))
def march(pen: Pen) -> None:
    """Draw people walking with placards and a long banner."""
    inks = pen.inks
    nature.sky(pen, 520, sun=(0.5, 0.5), radius=210)
    houses.skyline(pen, 540, 80, 240, inks.far)
    nature.ground(pen, 530, mix(inks.far, inks.paper, 0.4), shade=inks.far)
    dresses = folk(pen)
    for row, (y, size) in enumerate(((660, 240), (770, 310), (960, 420))):
        for index in range(9 - row * 2):
            x = 80 + row * 30 + index * (165 + row * 50)
            if (index + row) % 2:
                pen.rect(x + size * 0.14, y - size * 1.5, 9, size * 0.6, inks.ink)
                pen.rect(
                    x - size * 0.16,
                    y - size * 1.72,
                    size * 0.62,
                    size * 0.36,
                    (inks.paper, inks.sun)[row % 2],
                )
                for line in range(2):
                    pen.rect(
                        x - size * 0.1,
                        y - size * (1.64 - line * 0.13),
                        size * (0.5 - line * 0.14),
                        size * 0.05,
                        inks.hot,
                    )
            pose = poses.RAISE if (index + row) % 2 else poses.WALK
            person(pen, x, y, size, pose, dresses[(index * 3 + row) % 7])
    pen.smooth(outline("260,760 740,782 1240,756 1240,880 740,906 260,884"), inks.hot)
    for x in range(340, 1180, 140):
        pen.rect(x, 806, 100, 20, inks.paper)
        pen.rect(x + 14, 840, 70, 14, inks.paper)
