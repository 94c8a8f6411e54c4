"""Bazaars, the fair and the grain market."""

from harkara.demo.pictures import houses, nature, poses, vehicles
from harkara.demo.pictures.inks import TURMERIC, mix, thin
from harkara.demo.pictures.pen import Pen, outline
from harkara.demo.pictures.people import folk, kurta, person, shirt
from harkara.demo.pictures.scenes.registry import scene


def _shops(pen: Pen, foot: float, wide: float) -> None:
    inks = pen.inks
    goods = (inks.hot, inks.sun, inks.paper, inks.cool, TURMERIC)
    for index in range(int(1500 / wide) + 1):
        houses.shop(
            pen,
            wide * (index + 0.5),
            foot,
            wide * 0.9,
            (inks.hot, inks.cool, inks.near)[index % 3],
            goods,
        )


@scene("market", 11)
def unloading(pen: Pen) -> None:
    """Draw sacks coming off a small lorry before the shops."""
    inks = pen.inks
    nature.sky(pen, 470, sun=(0.5, 0.3), radius=110)
    houses.skyline(pen, 470, 160, 330, inks.far)
    _shops(pen, 700, 300)
    nature.ground(pen, 700, mix(inks.far, inks.paper, 0.4), shade=inks.far)
    vehicles.truck(pen, 1110, 900, 640, inks.cool)
    person(pen, 620, 900, 400, poses.CARRY, kurta(inks.paper, inks.mid))
    vehicles.sack(pen, 640, 550, 110, mix(inks.paper, inks.sun, 0.35))
    person(pen, 400, 920, 400, poses.CARRY, shirt(inks.hot, inks.ink), flip=True)
    vehicles.sack(pen, 380, 560, 110, mix(inks.paper, inks.sun, 0.35))
    for x, y in ((90, 930), (200, 935), (145, 840), (260, 950)):
        vehicles.sack(pen, x, y, 116, mix(inks.paper, inks.sun, pen.some(0.25, 0.5)))


@scene("market", 29)
def fair(pen: Pen) -> None:
    """Draw stalls and buyers under the flags of a fair."""
    inks = pen.inks
    nature.sky(pen, 520, sun=(0.2, 0.5), radius=120)
    here = pen.at(1190, 330, 2.3)
    for turn in range(0, 360, 30):
        spoke = here.at(0, 0, turn=turn)
        spoke.line([(0, 0), (0, -104)], 2.4, inks.near)
        spoke.hull([(-9, -110, 5), (9, -110, 5)], (inks.hot, inks.cool, inks.sun)[turn // 30 % 3])
    here.ring(0, 0, 104, 4, inks.near)
    here.line([(-60, 150), (0, 0), (60, 150)], 7, inks.near)
    _shops(pen, 720, 300)
    for y, sag in ((70, 60), (150, 90)):
        houses.bunting(pen, (-20, y), (1520, y + 20), sag, 24)
    nature.ground(pen, 720, mix(inks.far, inks.paper, 0.4), shade=inks.far)
    dresses, walks = folk(pen), (poses.WALK, poses.STAND, poses.REACH, poses.CARRY)
    for row, (y, size) in enumerate(((790, 220), (860, 270), (985, 350))):
        for index in range(10 - row * 2):
            x = (index + pen.some(0.2, 0.8)) * 1500 / (10 - row * 2)
            look = pen.dice.random() < 0.5
            person(
                pen, x, y, size, walks[(index + row) % 3], dresses[(index * 3 + row) % 7], flip=look
            )
    for x in (180, 760, 1240):
        here = pen.at(x, 560)
        here.line([(0, 160), (0, -120)], 2.5, inks.ink)
        here.oval(0, -160, 36, 44, (inks.hot, inks.sun, inks.cool)[x % 3])
        here.disc(-12, -176, 9, thin(inks.paper, 0.6))


@scene("market", 46)
def finished_saree(pen: Pen) -> None:
    """Draw a finished saree spread on a white sheet, a paper box beside it."""
    inks = pen.inks
    houses.room(pen, 360, arch=750)
    pen.poly([(170, 380), (1330, 380), (1520, 1010), (-20, 1010)], inks.paper)
    pen.dots((0, 420, 1500, 1000), 24, thin(inks.far, 0.3), lambda u, v: v * 0.9 - abs(u - 0.5))
    left, right = [(300, 440), (150, 900)], [(1030, 440), (1120, 900)]
    pen.poly([left[0], right[0], right[1], left[1]], inks.hot)
    for index in range(13):
        u = index / 13
        x0, x1 = 300 + 730 * u, 150 + 970 * u
        pen.line([(x0, 440), (x1, 900)], 3, mix(inks.hot, inks.ink, 0.2))
    for row in range(2):
        y, a, b = (452, 298, 1032) if row == 0 else (820, 176, 1104)
        high = 36 if row == 0 else 66
        pen.poly([(a, y), (b, y), (b + 8, y + high), (a - 10, y + high)], TURMERIC)
        step = (b - a) / 22
        for wave in range(22):
            x = a + step * wave
            pen.curve(
                [
                    (x, y + high * 0.8),
                    (x + step * 0.35, y + high * 0.15),
                    (x + step * 0.6, y + high * 0.6),
                    (x + step, y + high * 0.8),
                ],
                4,
                inks.near,
            )
    here = pen.at(1290, 830, 2.6)
    card = mix(inks.paper, inks.sun, 0.55)
    here.poly([(-60, -50), (40, -50), (60, -26), (-60, -26)], mix(card, inks.ink, 0.35))
    here.rect(-60, -28, 112, 42, card)
    here.rect(-60, -28, 112, 10, mix(card, inks.paper, 0.4))
    here.rect(-14, -28, 12, 42, inks.cool)
    here.poly([(-60, -50), (-70, -76), (36, -76), (40, -50)], mix(card, inks.paper, 0.25))


@scene("mandi", 36)
def auction(pen: Pen) -> None:
    """Draw rows of sacks and traders bidding in the grain market."""
    inks = pen.inks
    _shed(pen)
    for row, (y, size) in enumerate(((620, 80), (760, 110), (960, 160))):
        for index in range(int(1500 / size) + 1):
            x = size * (index + 0.5 * (row % 2))
            if row == 1 and 560 < x < 1150:
                continue
            vehicles.sack(pen, x, y, size, mix(inks.paper, inks.sun, pen.some(0.2, 0.5)))
            if row == 2 and index % 2:
                pen.oval(x, y - size * 0.94, size * 0.3, size * 0.09, TURMERIC)
    for x, pose, dress, flip in (
        (600, poses.RAISE, kurta(inks.paper, inks.mid, inks.hot), False),
        (730, poses.STAND, kurta(inks.cool, inks.paper), False),
        (850, poses.READ, shirt(inks.sun, inks.ink), False),
        (990, poses.RAISE, kurta(inks.hot, inks.paper), True),
        (1110, poses.STAND, kurta(inks.paper, inks.near, inks.cool), True),
    ):
        person(pen, x, 810, 330, pose, dress, flip=flip)


def _shed(pen: Pen) -> None:
    inks = pen.inks
    nature.sky(pen, 480, sun=(0.5, 0.66), radius=140)
    houses.skyline(pen, 480, 40, 90, inks.far)
    nature.ground(pen, 470, mix(inks.far, inks.paper, 0.4), shade=inks.far)
    pen.poly(outline("-20,0 1520,0 1520,190 750,60 -20,190"), inks.near)
    pen.poly(
        outline("-20,190 750,60 1520,190 1520,214 750,86 -20,214"), mix(inks.near, inks.paper, 0.35)
    )
    for x, top, wide in ((90, 180, 40), (1370, 180, 40), (380, 132, 24), (1096, 132, 24)):
        pen.rect(
            x, top, wide, 500 - top if wide == 24 else 600 - top, mix(inks.near, inks.ink, 0.3)
        )
    for step in range(1, 6):
        pen.line([(750, 70), (150 * step * 2 - 150, 0)], 4, mix(inks.near, inks.ink, 0.4))


@scene("mandi", 44)
def gate_tokens(pen: Pen) -> None:
    """Draw loaded tractors at the market's gate, a clerk reading a slip."""
    inks = pen.inks
    nature.sky(pen, 560, sun=(0.24, 0.5), radius=120)
    houses.skyline(pen, 560, 50, 130, inks.far)
    nature.ground(pen, 560, mix(inks.far, inks.paper, 0.4), shade=inks.far)
    for x in (860, 1370):
        pen.rect(x, 220, 76, 420, mix(inks.paper, inks.sun, 0.4))
        pen.rect(x, 220, 24, 420, mix(inks.paper, inks.mid, 0.5))
        pen.rect(x - 14, 196, 104, 30, inks.hot)
    pen.poly(outline("850,230 1150,150 1456,230 1456,176 1150,90 850,176"), inks.hot)
    pen.disc(1152, 160, 30, inks.paper)
    for x in range(960, 1360, 44):
        pen.rect(x, 330, 7, 240, mix(inks.near, inks.ink, 0.3))
    vehicles.tractor(pen, 250, 700, 400, inks.cool)
    vehicles.tractor(pen, 560, 900, 660, inks.hot)
    person(
        pen, 1040, 900, 430, poses.READ, shirt(mix(inks.paper, inks.cool, 0.3), inks.ink), flip=True
    )
    pen.poly([(930, 590), (980, 590), (972, 652), (922, 648)], inks.paper)
    person(
        pen,
        1240,
        860,
        400,
        poses.STAND,
        kurta(inks.paper, mix(inks.paper, inks.far, 0.4), inks.hot),
        flip=True,
    )
