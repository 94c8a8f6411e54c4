"""Buses, roads and railways."""

from harkara.demo.pictures import houses, nature, poses, vehicles
from harkara.demo.pictures.inks import DAWN, DUSK, LEAF, NOON, Ink, mix
from harkara.demo.pictures.pen import Pen, outline
from harkara.demo.pictures.people import folk, person, shirt, uniform
from harkara.demo.pictures.scenes.registry import scene


def _stop(pen: Pen, x: float, foot: float) -> None:
    inks = pen.inks
    for post in (x - 180, x + 160):
        pen.rect(post, foot - 300, 18, 300, inks.near)
    pen.poly(
        [
            (x - 240, foot - 290),
            (x + 230, foot - 290),
            (x + 190, foot - 340),
            (x - 200, foot - 340),
        ],
        inks.cool,
    )


@scene("bus", 5)
def bus_stand(pen: Pen) -> None:
    """Draw a bus at its stand and a line of people waiting to get in."""
    inks = pen.inks
    nature.sky(pen, 560, sun=(0.28, 0.5), radius=130)
    houses.skyline(pen, 560, 80, 220, inks.far)
    nature.tree(pen, 150, 610, 330)
    nature.ground(pen, 590, mix(inks.far, inks.paper, 0.4), shade=inks.far)
    _stop(pen, 1270, 720)
    vehicles.bus(pen, 560, 850, 980, inks.hot)
    people = folk(pen)
    for index in range(5):
        pose = poses.WALK if index == 0 else poses.STAND
        person(pen, 985 + index * 108, 900, 350, pose, people[(index * 2) % 7], flip=True)
    pen.rect(1250, 850, 60, 54, inks.near)


@scene("bus", 14)
def painted_bus(pen: Pen) -> None:
    """Draw a painted bus in a school ground, children lined up at its door."""
    inks = pen.inks
    nature.sky(pen, 520, sun=(0.8, 0.4), radius=110)
    nature.clouds(pen, 4, 50, 260)
    houses.hall(pen, 400, 560, 700, 230, mix(inks.paper, inks.sun, 0.4))
    nature.tree(pen, 1350, 600, 400)
    nature.ground(pen, 560, mix(inks.far, inks.paper, 0.4), shade=inks.far)
    vehicles.bus(pen, 570, 850, 980, inks.cool, painted=True)
    for index in range(6):
        pose = poses.RAISE if index == 2 else poses.STAND
        dress = uniform(inks.paper, inks.hot) if index % 2 else shirt(inks.paper, inks.near)
        person(pen, 975 + index * 88, 880, 250, pose, dress, flip=True)


@scene("bus", 17)
@scene("road")
def country_bus(pen: Pen) -> None:
    """Draw a small bus on a paved road through fields."""
    inks = pen.inks
    nature.country(pen, 440, sun=(pen.some(0.15, 0.4), 0.62), radius=140)
    field = mix(LEAF, inks.mid, 0.5)
    nature.furrows(pen, 450, (mix(field, inks.paper, 0.2), field), eye=0.3, rows=19)
    for x in (90, 240, 1180, 1330, 1470):
        nature.tree(pen, x, 480, pen.some(110, 180))
    pen.smooth(
        outline(
            "700,452 730,520 560,620 330,760 330,900 560,1030 1500,1030 1130,880 "
            "960,760 960,640 860,540 760,452"
        ),
        mix(inks.near, inks.ink, 0.2),
    )
    for x, y, x1, y1 in (
        (735, 510, 742, 540),
        (730, 575, 712, 612),
        (680, 660, 650, 710),
        (640, 765, 650, 830),
        (700, 890, 780, 960),
    ):
        pen.line([(x, y), (x1, y1)], 4 + (y - 480) / 60, inks.paper)
    for x, foot in ((1080, 700), (1210, 800)):
        pen.rect(x, foot - 90, 22, 90, inks.paper)
        pen.rect(x, foot - 90, 22, 26, inks.hot)
    here = pen.at(640, 800, 3.3)
    here.smooth(outline("-46,-8 -48,-78 -40,-96 40,-96 48,-78 46,-8"), inks.hot)
    here.smooth(
        outline("-39,-46 -40,-80 -34,-84 34,-84 40,-80 39,-46"), mix(inks.ink, inks.far, 0.35)
    )
    here.rect(-1.5, -86, 3, 40, inks.hot)
    here.rect(-47, -38, 94, 7, inks.paper)
    for side in (-32, 32):
        here.disc(side, -22, 7, inks.sun)
        here.rect(side - 9, -9, 18, 13, inks.ink)
    here.rect(-48, -14, 96, 8, mix(inks.hot, inks.ink, 0.5))
    here.rect(-20, -28, 40, 10, mix(inks.hot, inks.ink, 0.35))
    here.rect(-30, -104, 60, 9, inks.near)


@scene("train", 10, palettes=(DAWN, NOON, DUSK))
def double_line(pen: Pen) -> None:
    """Draw two trains on parallel tracks."""
    inks = pen.inks
    nature.country(pen, 430, sun=(0.5, 0.62), radius=150)
    nature.ground(pen, 440, mix(inks.far, inks.paper, 0.25), shade=inks.far)
    for side in (-1, 1):
        bed = [
            (750 + side * 30, 440),
            (750 + side * 70, 440),
            (750 + side * 800, 1000),
            (750 + side * 130, 1000),
        ]
        pen.poly(bed, mix(inks.mid, inks.near, 0.4))
        for step in range(26):
            v = (step / 25) ** 2.2
            y, a, b = 442 + 560 * v, 750 + side * (34 + 150 * v), 750 + side * (66 + 640 * v)
            pen.line([(a, y), (b, y)], 2 + 18 * v, mix(inks.ink, inks.near, 0.4))
        for a, b in ((40, 240), (60, 590)):
            pen.line([(750 + side * a, 440), (750 + side * b, 1000)], 5, inks.paper)
    for x in (60, 1440, 330, 1170, 480, 1020):
        high = 470 if x in (60, 1440) else 250 if x in (330, 1170) else 130
        foot = 440 + (high - 80) * 0.8
        pen.rect(x - 6, foot - high, 12, high, inks.near)
        pen.line(
            [(x, foot - high + 12), (x + (90 if x < 750 else -90) * high / 470, foot - high + 12)],
            6,
            inks.near,
        )
    _coaches(pen, -1, inks.cool)
    vehicles.train(pen, 470, 860, 330, inks.cool)
    _coaches(pen, 1, inks.hot)
    vehicles.train(pen, 900, 620, 150, inks.hot)


def _coaches(pen: Pen, side: int, body: Ink) -> None:
    inks = pen.inks
    shade = mix(body, inks.ink, 0.35)
    if side < 0:
        pen.poly([(600, 470), (620, 812), (716, 452), (706, 440)], shade)
    else:
        pen.poly([(838, 440), (852, 600), (806, 452), (800, 438)], shade)
