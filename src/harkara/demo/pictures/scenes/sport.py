"""Games and players."""

from harkara.demo.pictures import houses, nature, poses
from harkara.demo.pictures.inks import LEAF, mix, thin
from harkara.demo.pictures.pen import Pen, outline
from harkara.demo.pictures.people import Head, crowd, folk, kurta, person, shirt, sport
from harkara.demo.pictures.scenes.registry import scene


def _stand(pen: Pen, top: float, foot: float, rows: int) -> None:
    """Fill a stand with rows of spectators."""
    inks = pen.inks
    step = (foot - top) / rows
    for row in range(rows):
        y = top + step * row
        pen.rect(0, y, 1500, step + 2, mix(inks.mid, inks.near, 0.25 + 0.6 * row / rows))
        x = pen.some(-10, 20)
        while x < 1500:
            if pen.dice.random() < 0.84:
                cloth = pen.dice.choice(
                    (inks.hot, inks.cool, inks.paper, inks.sun, inks.far, inks.far)
                )
                pen.hull(
                    [
                        (x - 9, y + step * 0.7, 7),
                        (x + 9, y + step * 0.7, 7),
                        (x - 10, y + step, 7),
                        (x + 10, y + step, 7),
                    ],
                    cloth,
                )
                pen.disc(
                    x,
                    y + step * 0.36,
                    step * 0.19,
                    pen.dice.choice((inks.ink, inks.skin, inks.ink)),
                )
            x += pen.some(26, 40)
        pen.rect(0, y + step - 5, 1500, 8, mix(inks.mid, inks.near, 0.4 + 0.6 * row / rows))


def _turf(pen: Pen, y: float) -> None:
    grass = mix(LEAF, pen.inks.near, 0.25)
    nature.furrows(pen, y, (grass, mix(grass, pen.inks.paper, 0.14)), rows=11)


@scene("cricket", 15)
def spinner(pen: Pen) -> None:
    """Draw a left-arm spinner letting go of the ball, umpire and ground behind."""
    inks = pen.inks
    nature.sky(pen, 330, sun=(0.78, 0.55), radius=110)
    nature.clouds(pen, 3, 30, 150)
    houses.skyline(pen, 350, 40, 120, inks.far)
    for x in range(40, 1500, 150):
        nature.tree(pen, x, 370, pen.some(90, 150))
    crowd(pen, (0, 330, 1500, 350), 60, 60, folk(pen))
    pen.rect(0, 384, 1500, 18, inks.paper)
    _turf(pen, 400)
    pen.poly([(560, 560), (960, 560), (1240, 1000), (240, 1000)], mix(inks.sun, inks.paper, 0.6))
    pen.line([(470, 700), (1050, 700)], 7, inks.paper)
    for peg in (1010, 1034, 1058):
        pen.rect(peg, 520, 9, 140, inks.hot)
    person(pen, 1180, 720, 440, poses.STAND, shirt(inks.paper, inks.ink, Head.CAP), flip=True)
    person(pen, 660, 940, 640, poses.BOWL, shirt(inks.cool, mix(inks.cool, inks.paper, 0.8)))
    pen.disc(728, 150, 17, inks.hot)
    for step in range(5):
        pen.disc(768 + step * 34, 122 - step * 7, 9 - step * 1.4, thin(inks.hot, 0.5))
    person(pen, 240, 620, 230, poses.STAND, shirt(inks.cool, mix(inks.cool, inks.paper, 0.8)))


@scene("hockey", 13)
def save(pen: Pen) -> None:
    """Draw a padded goalkeeper stopping the ball before the goal."""
    inks = pen.inks
    nature.sky(pen, 300, sun=(0.2, 0.5), radius=100)
    _stand(pen, 170, 400, 4)
    _turf(pen, 400)
    post = inks.paper
    pen.rect(610, 200, 850, 480, thin(inks.ink, 0.35))
    for x in range(620, 1460, 34):
        pen.line([(x, 204), (x - 20, 680)], 2, thin(post, 0.5))
    for y in range(230, 680, 34):
        pen.line([(610, y), (1450, y)], 2, thin(post, 0.5))
    for x, y, wide, high in ((590, 190, 24, 530), (1450, 190, 24, 530), (590, 180, 884, 26)):
        pen.rect(x, y, wide, high, post)
    person(pen, 940, 880, 660, poses.SAVE, sport(inks.hot, inks.near, Head.CAP), flip=True)
    for ends in (((864, 720), (730, 850)), ((975, 745), (1060, 840))):
        pen.limb([(x, y) for x, y in ends], 96, 80, inks.paper)
        pen.limb([(x, y) for x, y in ends], 26, 22, inks.hot)
    pen.line([(680, 640), (590, 830), (560, 850), (528, 836)], 17, inks.sun)
    person(pen, 250, 900, 600, poses.STRIKE, sport(inks.cool, inks.paper))
    pen.line([(485, 690), (560, 870), (596, 890), (622, 874)], 15, inks.ink)
    pen.disc(690, 872, 19, inks.paper)
    for step in range(4):
        pen.line(
            [(664 - step * 26, 864 - step * 8), (650 - step * 26, 866 - step * 8)],
            7,
            thin(inks.paper, 0.7),
        )


@scene("wrestling", 7)
def pit(pen: Pen) -> None:
    """Draw two young wrestlers in the earth of the pit."""
    inks = pen.inks
    nature.sky(pen, 480, sun=(0.5, 0.62), radius=190)
    nature.tree(pen, 160, 540, 460)
    nature.tree(pen, 1350, 540, 480)
    houses.fort(pen, 770, 452, 260, mix(inks.paper, inks.far, 0.3))
    nature.ground(pen, 470, mix(inks.far, inks.paper, 0.3))
    crowd(pen, (0, 420, 1500, 470), 46, 150, folk(pen))
    earth = mix(inks.hot, inks.near, 0.35)
    pen.rect(0, 600, 1500, 500, mix(inks.near, earth, 0.3))
    pen.oval(750, 830, 860, 250, mix(earth, inks.paper, 0.35))
    pen.oval(750, 850, 800, 225, earth)
    pen.dots((0, 640, 1500, 1000), 22, thin(inks.near, 0.5), lambda u, v: v - abs(u - 0.5) * 0.6)
    for _ in range(60):
        pen.disc(
            pen.some(180, 1320),
            pen.some(760, 980),
            pen.some(3, 8),
            mix(earth, inks.ink, pen.some(0, 0.3)),
        )
    person(pen, 480, 900, 620, poses.GRAPPLE, sport(inks.hot, inks.near, Head.BUN))
    person(pen, 1010, 900, 620, poses.GRAPPLE, sport(inks.cool, inks.ink, Head.BUN), flip=True)


def _lanes(pen: Pen, top: float, *, clay: bool = True) -> None:
    inks = pen.inks
    track = mix(inks.hot, inks.far, 0.35) if clay else inks.cool
    pen.rect(0, top, 1500, 1000 - top, track)
    pen.dots((0, top, 1500, 1000), 22, thin(mix(track, inks.ink, 0.4), 0.5), lambda _u, v: v)
    for lane in range(7):
        v = (lane / 6) ** 1.5
        pen.poly(
            [
                (0, top + (980 - top) * v),
                (1500, top + (960 - top) * v * 0.94),
                (1500, top + (960 - top) * v * 0.94 + 4 + 7 * v),
                (0, top + (980 - top) * v + 5 + 8 * v),
            ],
            inks.paper,
        )


@scene("running", 3)
def breaking_away(pen: Pen) -> None:
    """Draw a runner far in front, three others behind."""
    inks = pen.inks
    nature.sky(pen, 330, sun=(0.72, 0.6), radius=130)
    _stand(pen, 240, 440, 4)
    pen.rect(0, 440, 1500, 80, mix(LEAF, inks.near, 0.3))
    _lanes(pen, 520)
    blur = mix(inks.far, inks.mid, 0.5)
    for x, y, size in ((120, 700, 330), (300, 740, 360), (470, 690, 320)):
        person(pen, x, y, size, poses.SPRINT, sport(blur, mix(blur, inks.near, 0.5), Head.BUN))
        for step in range(4):
            pen.line(
                [
                    (x - size * 0.35, y - size * (0.3 + 0.15 * step)),
                    (x - size * 0.62, y - size * (0.3 + 0.15 * step)),
                ],
                4,
                thin(inks.paper, 0.5),
            )
    person(pen, 960, 910, 680, poses.RUN, sport(inks.cool, inks.ink, Head.BRAID))
    pen.poly([(955, 520), (1022, 505), (1020, 590), (956, 600)], inks.paper)


@scene("running", 27)
def parade(pen: Pen) -> None:
    """Draw players in many colours walking with flags."""
    inks = pen.inks
    nature.sky(pen, 400, sun=(0.24, 0.5), radius=130)
    nature.clouds(pen, 4, 40, 200)
    houses.skyline(pen, 420, 40, 110, inks.far)
    _stand(pen, 360, 470, 2)
    _turf(pen, 470)
    teams = (inks.hot, inks.cool, inks.sun, inks.paper, inks.near)
    for row, (y, size) in enumerate(((650, 270), (790, 350), (970, 460))):
        for index in range(6 - row):
            team = teams[(index + row * 2) % 5]
            x = 110 + row * 50 + index * (255 + row * 55)
            pen.rect(x + size * 0.2, y - size * 1.34, size * 0.02, size * 0.84, inks.ink)
            flag = pen.at(x + size * 0.21, y - size * 1.34, size / 100)
            flag.smooth(outline("0,0 16,3 34,-1 34,22 16,26 0,23"), team)
            flag.line(
                [(4, 12), (16, 14), (30, 10)], 3, inks.paper if team != inks.paper else inks.hot
            )
            person(
                pen,
                x,
                y,
                size,
                poses.WALK,
                sport(team, inks.ink, (Head.HAIR, Head.BUN)[(index + row) % 2]),
            )


@scene("stadium", 2)
def score_board(pen: Pen) -> None:
    """Draw a big score board beside the ground, spectators on the steps."""
    inks = pen.inks
    nature.sky(pen, 420, sun=(0.18, 0.4), radius=110)
    nature.clouds(pen, 3, 40, 200)
    _stand(pen, 420, 760, 6)
    for post in (640, 1290):
        pen.rect(post, 400, 34, 380, inks.ink)
    pen.rect(560, 110, 820, 380, inks.ink)
    pen.rect(574, 124, 792, 352, mix(inks.ink, inks.near, 0.5))
    for row in range(4):
        y = 150 + row * 84
        pen.rect(600, y, 250, 46, inks.near)
        pen.line([(620, y + 23), (620 + pen.some(80, 190), y + 23)], 9, inks.paper)
        for column in range(4):
            x = 890 + column * 115
            pen.rect(x, y - 6, 90, 58, mix(inks.ink, inks.near, 0.15))
            for dot in range(15):
                if pen.dice.random() < 0.6:
                    pen.disc(x + 25 + dot % 3 * 20, y + 4 + dot // 3 * 9.6, 4, inks.sun)
    _turf(pen, 760)
    pen.rect(0, 752, 1500, 20, inks.paper)
    for x in range(0, 1500, 170):
        pen.rect(x + 20, 772, 130, 46, (inks.hot, inks.cool, inks.sun)[x // 170 % 3])


@scene("stadium", 18)
def clay_track(pen: Pen) -> None:
    """Draw a clay running track with lines of lime."""
    inks = pen.inks
    nature.sky(pen, 420, sun=(0.66, 0.6), radius=150)
    nature.clouds(pen, 4, 40, 220)
    houses.skyline(pen, 430, 30, 90, inks.far)
    _stand(pen, 380, 450, 1)
    pen.rect(0, 440, 1500, 110, mix(LEAF, inks.near, 0.3))
    track = mix(inks.hot, inks.far, 0.4)
    pen.rect(0, 540, 1500, 460, track)
    pen.dots((0, 540, 1500, 1000), 22, thin(mix(track, inks.ink, 0.5), 0.5), lambda _u, v: v)
    for lane in range(-5, 6):
        near, far = 750 + lane * 330, 750 + lane * 58
        pen.poly([(far - 2, 540), (far + 2, 540), (near + 13, 1000), (near - 13, 1000)], inks.paper)
    pen.poly([(400, 640), (1100, 640), (1120, 652), (380, 652)], inks.paper)
    person(pen, 470, 860, 300, poses.PUSH, kurta(inks.paper, inks.cool, inks.hot))
    pen.rect(575, 690, 14, 90, inks.ink)
    pen.rect(565, 760, 110, 66, inks.cool)
    pen.disc(620, 836, 26, inks.ink)


@scene("stadium", 33)
def mowing(pen: Pen) -> None:
    """Draw a man mowing an empty ground, goal posts far off."""
    inks = pen.inks
    nature.country(pen, 420, sun=(0.3, 0.6), radius=150)
    for x in (60, 190, 1270, 1400):
        nature.tree(pen, x, 450, pen.some(130, 200))
    _turf(pen, 430)
    for x, y, wide, high in ((880, 330, 8, 140), (1120, 330, 8, 140), (880, 326, 248, 9)):
        pen.rect(x, y, wide, high, inks.paper)
    person(pen, 520, 890, 470, poses.PUSH, shirt(inks.hot, inks.ink))
    pen.line([(690, 620), (800, 800)], 12, inks.ink)
    pen.rect(760, 780, 170, 76, inks.cool)
    pen.rect(790, 742, 90, 44, mix(inks.cool, inks.ink, 0.4))
    for x in (790, 905):
        pen.disc(x, 868, 34, inks.ink)
        pen.disc(x, 868, 14, inks.paper)
    for _ in range(40):
        pen.line(
            [(pen.some(930, 1060), pen.some(760, 890)), (pen.some(930, 1060), pen.some(760, 890))],
            3,
            thin(LEAF, 0.7),
        )
