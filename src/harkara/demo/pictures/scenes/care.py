"""Health: wards, camps and medicine."""

from harkara.demo.pictures import houses, nature, poses
from harkara.demo.pictures.inks import INDOORS, TURMERIC, mix, thin
from harkara.demo.pictures.pen import Pen, outline
from harkara.demo.pictures.people import Head, coat, person, saree, uniform
from harkara.demo.pictures.scenes.registry import scene


@scene("hospital", 4, palettes=INDOORS)
def ward(pen: Pen) -> None:
    """Draw a bed beside a machine and a nurse standing by."""
    inks = pen.inks
    houses.room(pen, 700, window=240, arch=760)
    pen.rect(420, 60, 8, 560, mix(inks.near, inks.far, 0.3))
    pen.rect(420, 60, 520, 12, mix(inks.near, inks.far, 0.3))
    for fold in range(4):
        pen.smooth(
            [
                (430 + fold * 34, 72),
                (464 + fold * 34, 72),
                (470 + fold * 30, 600),
                (436 + fold * 30, 600),
            ],
            mix(inks.cool, inks.paper, 0.3 + 0.2 * (fold % 2)),
        )
    for x in (420, 1010):
        pen.rect(x, 640, 18, 300, inks.near)
        pen.disc(x + 9, 948, 18, inks.ink)
    pen.rect(400, 560, 24, 220, inks.near)
    pen.hull([(430, 720, 30), (1010, 720, 30)], inks.paper)
    pen.hull([(470, 670, 34), (560, 672, 28)], mix(inks.paper, inks.far, 0.25))
    pen.oval(536, 640, 44, 38, inks.ink)
    pen.oval(548, 648, 40, 34, inks.skin)
    pen.smooth(outline("600,690 660,626 800,640 960,650 1030,700 1040,790 600,790"), inks.hot)
    for stripe in range(4):
        pen.curve(
            [(680 + stripe * 90, 636), (690 + stripe * 90, 710), (684 + stripe * 90, 788)],
            7,
            mix(inks.hot, inks.paper, 0.55),
        )
    _machine(pen, 1230, 940)
    pen.curve(outline("1150,560 1060,560 980,660 840,650 700,680"), 6, inks.hot)
    pen.curve(outline("1150,590 1080,600 1000,690 840,670 700,694"), 6, TURMERIC)
    person(pen, 330, 980, 690, poses.REACH, coat(inks.paper, inks.cool, Head.BUN))


def _machine(pen: Pen, x: float, foot: float) -> None:
    inks = pen.inks
    pen.rect(x - 100, foot - 560, 200, 530, mix(inks.paper, inks.far, 0.3))
    pen.rect(x - 100, foot - 560, 56, 530, mix(inks.paper, inks.far, 0.55))
    pen.rect(x - 80, foot - 540, 160, 120, inks.ink)
    pulse = outline("-66,0 -30,0 -18,-34 0,34 14,-16 24,0 66,0")
    pen.line([(x + a, foot - 480 + b) for a, b in pulse], 6, inks.sun)
    for a in (-44, 10, 60):
        pen.disc(x + a, foot - 370, 19, inks.near)
        pen.disc(x + a, foot - 370, 8, inks.hot)
    pen.hull([(x - 10, foot - 310, 22), (x - 10, foot - 170, 22)], mix(inks.hot, inks.paper, 0.25))
    pen.hull([(x - 10, foot - 316, 24), (x - 10, foot - 306, 24)], inks.hot)
    pen.rect(x - 120, foot - 40, 240, 22, inks.ink)
    for a in (-96, 96):
        pen.disc(x + a, foot - 8, 20, inks.ink)


@scene("health", 7)
def weighing(pen: Pen) -> None:
    """Draw a health worker weighing a child in a yard."""
    inks = pen.inks
    nature.country(pen, 460, sun=(0.18, 0.5), radius=120)
    houses.hut(pen, 1270, 640, 460, mix(inks.paper, inks.sun, 0.25), inks.hot)
    nature.tree(pen, 470, 560, 520)
    pen.line([(540, 250), (800, 200)], 18, inks.ink)
    pen.line([(720, 216), (720, 360)], 6, inks.ink)
    pen.disc(720, 400, 56, inks.paper)
    pen.ring(720, 400, 56, 10, inks.hot)
    pen.line([(720, 400), (748, 372)], 6, inks.ink)
    for tick in range(6):
        pen.at(720, 400, turn=tick * 60).rect(-2, -44, 4, 10, inks.ink)
    pen.line([(720, 460), (650, 560)], 5, inks.ink)
    pen.line([(720, 460), (790, 560)], 5, inks.ink)
    person(pen, 712, 752, 330, poses.SIT, uniform(inks.sun, inks.cool, Head.HAIR))
    pen.smooth(outline("640,556 800,556 806,690 770,742 676,742 634,690"), inks.cool)
    for side in (676, 764):
        pen.limb([(side, 720), (side + 4, 800)], 34, 24, inks.skin)
    person(pen, 1020, 950, 620, poses.REACH, saree(inks.paper, inks.hot, Head.BUN), flip=True)
    person(pen, 330, 950, 600, poses.STAND, saree(inks.hot, inks.near))


@scene("health", 19, palettes=INDOORS)
def prescription(pen: Pen) -> None:
    """Draw a bottle of medicine on a table and a written slip."""
    inks = pen.inks
    pen.rect(0, 0, 1500, 1000, inks.sky)
    nature.disc(pen, 860, 360, 320)
    pen.dots((0, 0, 1500, 500), 24, thin(inks.far, 0.5), lambda _u, v: 0.85 - v)
    pen.rect(0, 580, 1500, 420, mix(inks.hot, inks.near, 0.45))
    pen.rect(0, 580, 1500, 16, mix(inks.hot, inks.paper, 0.4))
    pen.dots((0, 596, 1500, 1000), 22, thin(inks.near, 0.5), lambda _u, v: v)
    here, glass = pen.at(470, 850, 6), mix(CLAY_GLASS, inks.hot, 0.25)
    here.smooth(outline("-34,0 -36,-60 -28,-78 -15,-84 15,-84 28,-78 36,-60 34,0"), glass)
    here.smooth(outline("-34,0 -36,-60 -28,-78 -20,-80 -24,-40 -20,0"), mix(glass, inks.ink, 0.3))
    here.rect(-30, -54, 60, 40, inks.paper)
    here.rect(-3, -50, 6, 20, inks.hot)
    here.rect(-10, -43, 20, 6, inks.hot)
    for row in range(2):
        here.line([(-22, -24 + row * 6), (22 - row * 12, -24 + row * 6)], 1.4, inks.mid)
    here.rect(-18, -106, 36, 22, inks.paper)
    for rib in range(-15, 16, 5):
        here.rect(rib, -106, 1.6, 22, mix(inks.paper, inks.ink, 0.25))
    pen.poly(
        [(780, 640), (1300, 610), (1400, 930), (830, 960)], mix(inks.paper, (255, 255, 255), 0.4)
    )
    pen.poly([(780, 640), (1300, 610), (1310, 642), (786, 674)], inks.cool)
    for row in range(6):
        points = [
            (850 + row * 9 + step * 30, 716 + row * 38 - step * 1.6 + pen.some(-9, 9))
            for step in range(int(pen.some(8, 15)))
        ]
        pen.curve(points, 4.4, inks.near)
    for x, y in ((640, 930), (700, 890), (745, 945)):
        pen.hull([(x, y, 16), (x + 34, y - 9, 16)], inks.hot)
        pen.hull([(x + 20, y - 5, 16), (x + 34, y - 9, 16)], inks.paper)


# The brown glass that medicine comes in.
CLAY_GLASS = (150, 84, 40)
