"""Streets and lanes."""

from harkara.demo.pictures import houses, nature, poses, things, vehicles
from harkara.demo.pictures.inks import LEAF, mix, thin
from harkara.demo.pictures.pen import Pen, outline
from harkara.demo.pictures.people import kurta, person, saree, shirt
from harkara.demo.pictures.scenes.registry import scene


def _lane(pen: Pen, eye: float, horizon: float) -> None:
    """Run a lane between two rows of houses towards the sun."""
    inks = pen.inks
    nature.sky(pen, horizon + 40, sun=(eye / 1500, 0.62), radius=110)
    houses.skyline(pen, horizon + 20, 40, 110, inks.far)
    pen.rect(0, horizon, 1500, 1000 - horizon, mix(inks.far, inks.paper, 0.45))
    pen.dots((0, horizon, 1500, 1000), 22, thin(inks.far, 0.7), lambda _u, v: v)
    walls = (
        mix(inks.paper, inks.sun, 0.35),
        mix(inks.far, inks.paper, 0.2),
        mix(inks.cool, inks.paper, 0.45),
        mix(inks.hot, inks.paper, 0.4),
    )
    start = 130.0
    for depth in range(6):
        wide = 84 + depth * 42
        for side in (-1, 1):
            high, foot = 170 + depth * 62 + pen.some(-30, 50), horizon + 6 + depth * depth * 13
            wall = walls[(depth + side) % 4]
            houses.house(pen, eye + side * (start + wide / 2), foot, wide, high, wall)
        start += wide * 0.98
    for drop in (0, 26):
        pen.curve(
            [
                (-20, 120 + drop),
                (eye - 300, 200 + drop),
                (eye, horizon - 200),
                (eye + 320, 190 + drop),
                (1520, 100 + drop),
            ],
            3,
            inks.ink,
        )


@scene("street", 6)
def big_pipe(pen: Pen) -> None:
    """Draw a big pipe laid beside a dug-up lane."""
    inks = pen.inks
    _lane(pen, 760, 430)
    earth = mix(inks.near, inks.hot, 0.3)
    pen.poly(outline("640,440 700,440 560,1000 -60,1000 -60,940"), mix(earth, inks.ink, 0.35))
    for x, y, wide, high in ((120, 720, 420, 130), (420, 560, 240, 80), (560, 490, 130, 44)):
        things.heap(pen, x - 60, y, wide, high, earth)
    pipe = inks.cool
    pen.poly([(800, 470), (836, 470), (1330, 1010), (930, 1010)], pipe)
    pen.poly([(800, 470), (812, 470), (1060, 1010), (930, 1010)], mix(pipe, inks.ink, 0.35))
    pen.poly([(826, 470), (830, 470), (1260, 1010), (1220, 1010)], mix(pipe, inks.paper, 0.55))
    for v in (0.12, 0.3, 0.58):
        x0, x1, depth = 800 + 130 * v, 836 + 494 * v, 470 + 540 * v
        pen.poly(
            [
                (x0 - 8 * v, depth),
                (x1 + 14 * v, depth),
                (x1 + 40 * v, depth + 46 * v),
                (x0 + 8 * v, depth + 46 * v),
            ],
            mix(pipe, inks.ink, 0.5),
        )
    person(pen, 480, 860, 330, poses.BEND, shirt(inks.hot, inks.ink))
    person(pen, 720, 760, 290, poses.STAND, shirt(inks.sun, inks.near), flip=True)
    person(pen, 1340, 760, 280, poses.WALK, saree(inks.hot, inks.near), flip=True)
    pen.poly([(250, 960), (330, 960), (290, 830)], inks.hot)
    pen.poly([(270, 894), (310, 894), (300, 862), (280, 862)], inks.paper)


@scene("street", 17)
def rickshaw_stand(pen: Pen) -> None:
    """Draw e-rickshaws in a row beside a small battery station."""
    inks = pen.inks
    _lane(pen, 420, 440)
    pen.rect(880, 300, 620, 400, mix(inks.paper, inks.cool, 0.35))
    pen.rect(850, 270, 680, 44, inks.cool)
    pen.rect(930, 390, 420, 310, mix(inks.near, inks.ink, 0.4))
    for row in range(3):
        for column in range(5):
            x, y = 950 + column * 80, 410 + row * 92
            pen.rect(x, y, 64, 70, mix(inks.near, inks.far, 0.35))
            pen.rect(x + 10, y + 12, 44, 26, mix(inks.ink, inks.near, 0.4))
            pen.rect(
                x + 14,
                y + 17,
                12 + 24 * pen.dice.random(),
                15,
                pen.dice.choice((LEAF, LEAF, inks.hot)),
            )
    person(pen, 1410, 740, 330, poses.READ, shirt(inks.hot, inks.ink), flip=True)
    nature.ground(pen, 730, mix(inks.mid, inks.near, 0.4), shade=inks.near)
    for x in range(0, 1500, 200):
        pen.rect(x, 950, 110, 12, inks.paper)
    for index, ink in enumerate((inks.sun, inks.cool, inks.hot, inks.sun)):
        vehicles.rickshaw(pen, 130 + index * 350, 890, 300, ink)
    person(
        pen, 640, 900, 330, poses.STAND, kurta(inks.paper, mix(inks.paper, inks.far, 0.4), inks.hot)
    )


@scene("street", 43)
def warp_in_the_lane(pen: Pen) -> None:
    """Draw a long warp stretched between two stakes in a lane."""
    inks = pen.inks
    _lane(pen, 740, 430)
    for stake, y in ((150, 950), (1360, 950)):
        pen.rect(stake - 14, y - 430, 28, 430, inks.ink)
        pen.rect(stake - 60, y - 400, 120, 22, inks.near)
        pen.rect(stake - 60, y - 190, 120, 22, inks.near)
    inks_of_thread = (inks.hot, inks.paper, inks.cool, inks.sun)
    for thread in range(44):
        share = thread / 43
        drop, sag = 560 + 200 * share, 46 + 14 * share
        ink = inks_of_thread[(thread // 6) % 4]
        pen.curve(
            [
                (150, drop),
                (450, drop + sag * 0.8),
                (755, drop + sag),
                (1060, drop + sag * 0.8),
                (1360, drop),
            ],
            3.2,
            ink,
        )
    for x in (430, 755, 1080):
        pen.line([(x, 560), (x, 850)], 9, inks.near)
    person(pen, 560, 960, 400, poses.REACH, saree(inks.hot, inks.near))
    person(pen, 1000, 960, 410, poses.REACH, kurta(inks.paper, inks.cool, inks.hot), flip=True)
