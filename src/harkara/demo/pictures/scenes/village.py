"""Villages and their courtyards."""

from harkara.demo.pictures import houses, nature, poses, things
from harkara.demo.pictures.inks import TURMERIC, mix, thin
from harkara.demo.pictures.pen import Pen, outline
from harkara.demo.pictures.people import Head, coat, folk, kurta, person, saree, uniform
from harkara.demo.pictures.scenes.registry import scene


def _hamlet(pen: Pen, foot: float, xs: tuple[float, ...], size: float) -> None:
    inks = pen.inks
    for index, x in enumerate(xs):
        roof = (inks.hot, inks.mid, mix(inks.hot, inks.ink, 0.25))[index % 3]
        houses.hut(
            pen,
            x,
            foot + pen.some(-12, 12),
            size * pen.some(0.8, 1.2),
            mix(inks.paper, inks.sun, 0.25),
            roof,
        )


def _yard(pen: Pen, floor: float) -> None:
    """Lay a courtyard before a house wall with a verandah."""
    inks = pen.inks
    nature.sky(pen, 300, sun=(0.84, 0.5), radius=90)
    nature.tree(pen, 210, 340, 300)
    wall = mix(inks.paper, inks.sun, 0.3)
    pen.rect(0, 250, 1500, floor - 250, mix(wall, inks.far, 0.35))
    pen.poly([(-20, 250), (60, 170), (1440, 170), (1520, 250)], inks.hot)
    pen.rect(-20, 244, 1540, 18, mix(inks.hot, inks.ink, 0.4))
    for x in range(60, 1500, 345):
        pen.rect(x, 262, 30, floor - 262, inks.near)
        pen.arch(x + 188, floor, 120, 230, mix(inks.near, inks.ink, 0.5))
    pen.rect(0, floor - 40, 1500, 44, mix(wall, inks.paper, 0.4))
    pen.rect(0, floor, 1500, 1000 - floor, mix(inks.far, inks.paper, 0.45))
    pen.dots((0, floor, 1500, 1000), 22, thin(inks.far, 0.7), lambda _u, v: v)


@scene("village", 8)
def under_the_tree(pen: Pen) -> None:
    """Draw people seated under a big tree, a table before them."""
    inks = pen.inks
    nature.country(pen, 470, sun=(0.2, 0.6))
    _hamlet(pen, 500, (160, 1330, 1110), 190)
    nature.tree(pen, 760, 640, 640)
    things.table(pen, 1010, 610, 330, 720, inks.hot)
    things.papers(pen, 960, 610, 90, 2)
    person(pen, 1060, 720, 270, poses.READ, saree(inks.cool, inks.near, Head.BUN), flip=True)
    person(pen, 1180, 720, 280, poses.STAND, kurta(inks.paper, inks.near), flip=True)
    dresses = folk(pen)
    for row, (y, size) in enumerate(((720, 230), (820, 270), (940, 320))):
        for index in range(5 - row % 2):
            person(
                pen,
                80 + row * 70 + index * 155 * (1 + row * 0.12),
                y,
                size,
                poses.SIT_FLOOR,
                dresses[(index * 3 + row) % 7],
            )


@scene("village", 26)
def below_the_fort(pen: Pen) -> None:
    """Draw a village at the foot of a hill with a white fort on it."""
    inks = pen.inks
    nature.sky(pen, 560, sun=(0.22, 0.5), radius=130)
    nature.clouds(pen, 4, 60, 260)
    nature.ridge(pen, 560, 120, inks.far, mist=inks.paper)
    pen.smooth(outline("380,640 600,420 780,316 980,300 1230,312 1420,420 1640,640"), inks.mid)
    pen.dots(
        (480, 330, 1500, 620),
        20,
        thin(inks.near, 0.55),
        lambda u, v: v * 1.1 - 0.1 if v > abs(u - 0.5) * 1.7 - 0.1 else 0,
    )
    houses.fort(pen, 1010, 312, 460, inks.paper)
    nature.ground(pen, 600, mix(inks.far, inks.paper, 0.3), shade=inks.far)
    for x in (60, 500, 930, 1380):
        nature.tree(pen, x, 660, pen.some(160, 230))
    _hamlet(pen, 720, (210, 430, 680, 1120, 1300), 200)
    _hamlet(pen, 860, (80, 360, 980), 280)
    pen.smooth(
        outline("620,1010 660,860 740,760 820,700 850,700 800,780 790,880 860,1010"),
        mix(inks.paper, inks.sun, 0.15),
    )
    person(pen, 730, 900, 190, poses.CARRY, saree(inks.hot, inks.near))
    things.pot(pen, 738, 705, 50, inks.near)


@scene("village", 34)
def drying_turmeric(pen: Pen) -> None:
    """Draw turmeric spread on sheets in a sunny yard."""
    inks = pen.inks
    _yard(pen, 520)
    for x, y, wide in (
        (60, 610, 400),
        (560, 590, 400),
        (1050, 620, 400),
        (-40, 790, 620),
        (680, 800, 700),
    ):
        high = wide * 0.24
        pen.poly(
            [(x + 50, y), (x + wide - 20, y), (x + wide + 30, y + high), (x, y + high)], inks.paper
        )
        for _ in range(int(wide / 3.2)):
            u, v = pen.dice.random(), pen.dice.random()
            ink = pen.dice.choice(
                (TURMERIC, mix(TURMERIC, inks.ink, 0.25), mix(TURMERIC, inks.paper, 0.25))
            )
            things.root(
                pen,
                x + 50 + (wide - 90) * u - 30 * v + 10,
                y + 12 + (high - 24) * v,
                15 + v * 8,
                ink,
            )
    person(pen, 500, 790, 330, poses.BEND, saree(inks.hot, inks.near))
    person(pen, 1290, 700, 300, poses.SQUAT, saree(inks.cool, inks.hot), flip=True)


@scene("village", 41)
def old_well(pen: Pen) -> None:
    """Draw an old farmer looking down a well."""
    inks = pen.inks
    nature.country(pen, 480, sun=(0.75, 0.5), radius=150)
    _hamlet(pen, 510, (1250, 1420), 200)
    nature.tree(pen, 250, 600, 480)
    stone = mix(inks.paper, inks.far, 0.5)
    pen.rect(590, 640, 620, 190, mix(stone, inks.ink, 0.15))
    pen.oval(900, 830, 310, 80, mix(stone, inks.ink, 0.15))
    for row in range(4):
        for column in range(10):
            pen.rect(
                594 + column * 62 + (row % 2) * 26,
                668 + row * 48,
                54,
                40,
                mix(stone, inks.paper, 0.12 + 0.25 * pen.dice.random()),
            )
    pen.oval(900, 640, 318, 84, mix(stone, inks.paper, 0.5))
    pen.oval(900, 644, 258, 60, inks.ink)
    pen.oval(900, 660, 200, 38, mix(inks.ink, inks.cool, 0.35))
    for x in (640, 1160):
        pen.rect(x - 12, 330, 24, 320, inks.near)
    pen.rect(610, 326, 580, 24, inks.near)
    pen.disc(900, 366, 36, inks.ink)
    pen.line([(930, 370), (930, 640)], 5, inks.ink)
    person(
        pen, 500, 860, 500, poses.BEND, kurta(inks.paper, mix(inks.paper, inks.far, 0.35), inks.hot)
    )
    things.pot(pen, 1330, 900, 150, inks.hot)


@scene("village", 48)
def cattle_camp(pen: Pen) -> None:
    """Draw a vet and the owner beside a tied cow."""
    inks = pen.inks
    _yard(pen, 560)
    _cow(pen, 760, 880, 560)
    person(pen, 420, 900, 480, poses.REACH, coat(inks.paper, inks.near, Head.HAIR))
    person(pen, 1180, 900, 480, poses.STAND, kurta(inks.cool, inks.paper, inks.hot), flip=True)
    pen.rect(1040, 690, 16, 220, inks.ink)


def _cow(pen: Pen, x: float, foot: float, length: float) -> None:
    here, inks = pen.at(x, foot, length / 100), pen.inks
    hide = mix(inks.paper, (255, 255, 255), 0.3)
    dark = mix(hide, inks.ink, 0.3)
    for a, ink in ((-30, dark), (22, dark), (-22, hide), (30, hide)):
        here.limb([(a, -34), (a - 1, -16), (a, -2)], 9, 5, ink)
        here.rect(a - 3, -4, 6.4, 4, inks.ink)
    here.smooth(
        outline("-42,-58 -20,-63 6,-61 16,-68 26,-66 36,-62 40,-46 34,-30 0,-25 -34,-28 -43,-42"),
        hide,
    )
    here.smooth(outline("-30,-60 -12,-63 -6,-50 -18,-40 -30,-46"), inks.mid)
    here.limb([(-42, -56), (-50, -40), (-48, -20)], 2.4, 1.4, dark)
    here.disc(-48, -18, 2.6, inks.ink)
    here.limb([(34, -56), (44, -66), (50, -70)], 17, 12, hide)
    here.smooth(outline("44,-80 54,-80 66,-62 63,-56 56,-57 46,-68"), hide)
    here.smooth([(60, -62), (67, -60), (64, -54), (58, -57)], dark)
    here.curve([(48, -79), (44, -85), (47, -90)], 2.2, inks.ink)
    here.curve([(54, -79), (58, -85), (56, -90)], 2.2, inks.ink)
    here.smooth([(46, -78), (38, -80), (34, -74), (42, -74)], dark)
    here.disc(55, -73, 1.3, inks.ink)
    here.line([(48, -64), (57, -60)], 1.6, inks.hot)


@scene("village", 70)
def shared_meal(pen: Pen) -> None:
    """Draw families on mats in a school's verandah, women serving them."""
    inks = pen.inks
    _yard(pen, 500)
    dresses = folk(pen)
    for row, (y, size) in enumerate(((640, 250), (920, 330))):
        pen.poly(
            [(40, y - 16), (1460, y - 16), (1500, y + 40), (0, y + 40)], (inks.cool, inks.hot)[row]
        )
        for stripe in range(8):
            pen.rect(60 + stripe * 180, y - 16, 22, 56, thin(inks.paper, 0.5))
        for index in range(6 - row):
            x = 120 + index * (235 + row * 50)
            dress = (
                uniform(inks.paper, inks.cool) if index % 3 == 1 else dresses[(index * 2 + row) % 7]
            )
            person(pen, x, y + 10, size * (0.8 if index % 3 == 1 else 1), poses.SIT_FLOOR, dress)
            things.plate(pen, x + size * 0.42, y + 14, size * 0.34, inks.paper)
    for x, dress in ((520, saree(inks.hot, inks.near)), (1080, saree(inks.sun, inks.near))):
        person(pen, x, 800, 380, poses.REACH, dress)
        things.bowl(pen, x + 110, 568, 90, inks.near, inks.sun)
