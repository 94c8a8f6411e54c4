"""The river: its boats, its bridge and its floods."""

from harkara.demo.pictures import houses, nature, poses, vehicles
from harkara.demo.pictures.inks import DAWN, DUSK, LEAF, NOON, RAIN, TEAL, mix, thin
from harkara.demo.pictures.pen import Pen, outline
from harkara.demo.pictures.people import crowd, folk, kurta, person, saree, shirt
from harkara.demo.pictures.scenes.registry import scene


def _far_bank(pen: Pen, horizon: float, sun: float) -> None:
    inks = pen.inks
    nature.sky(pen, horizon, sun=(sun, 0.72), radius=130)
    nature.clouds(pen, 4, 40, horizon * 0.6)
    nature.ridge(pen, horizon, 120, inks.far, mist=mix(inks.sky, inks.paper, 0.6))
    nature.ridge(pen, horizon + 10, 40, mix(inks.far, inks.mid, 0.6))


def _piers(pen: Pen, deck: float, water: float, step: float, thick: float, start: float) -> None:
    inks = pen.inks
    x = start
    while x < 1560:
        pen.poly(
            [
                (x - thick * 1.5, deck + 8),
                (x + thick * 1.5, deck + 8),
                (x + thick * 0.6, deck + 46),
                (x - thick * 0.6, deck + 46),
            ],
            inks.near,
        )
        pen.rect(x - thick * 0.6, deck + 30, thick * 1.2, water - deck - 20, inks.near)
        pen.rect(x - thick * 0.6, deck + 30, thick * 0.4, water - deck - 20, inks.mid)
        pen.rect(x - thick * 1.1, water, thick * 2.2, 16, inks.ink)
        for wave in range(5):
            y = water + 26 + wave * 18
            pen.line(
                [(x - thick * (1.2 - wave * 0.2), y), (x + thick * (1.2 - wave * 0.2), y)],
                5,
                thin(inks.near, 0.6),
            )
        x += step


@scene("bridge", 3)
def long_bridge(pen: Pen) -> None:
    """Draw a bus and cyclists on the long bridge."""
    inks = pen.inks
    _far_bank(pen, 470, pen.some(0.25, 0.45))
    nature.water(pen, 476, 1000, mix(inks.far, inks.sky, 0.45), glint=pen.some(480, 620))
    _piers(pen, 560, 800, 265, 26, pen.some(60, 160))
    pen.rect(0, 536, 1500, 34, inks.near)
    pen.rect(0, 530, 1500, 10, mix(inks.near, inks.paper, 0.5))
    pen.dots((0, 544, 1500, 572), 14, thin(inks.ink, 0.5), lambda _u, v: v)
    vehicles.bus(pen, 640, 534, 300, inks.hot)
    for x, dress in (
        (980, shirt(inks.paper, inks.ink)),
        (1110, saree(inks.cool, inks.ink)),
        (330, kurta(inks.paper, inks.cool, inks.hot)),
    ):
        vehicles.cycle(pen, x, 534, 96)
        person(pen, x - 8, 530, 128, poses.SIT, dress)
    for post in range(0, 1500, 50):
        pen.rect(post, 486, 5, 48, mix(inks.near, inks.ink, 0.3))
    pen.rect(0, 488, 1500, 5, mix(inks.near, inks.ink, 0.3))
    vehicles.boat(pen, 1060, 900, 260, inks.ink)
    person(pen, 1040, 894, 170, poses.ROW, kurta(inks.paper, inks.cool, inks.hot))
    nature.birds(pen, 6, 1080, 200)


@scene("river", 12)
def waiting_boats(pen: Pen) -> None:
    """Draw empty boats tied up, and a boatman on the steps."""
    inks = pen.inks
    _far_bank(pen, 420, 0.72)
    nature.water(pen, 424, 1000, mix(inks.far, inks.sky, 0.4), glint=1080)
    houses.ghat(pen, -20, 560, 330, 9, mix(inks.far, inks.paper, 0.35), tread=48, run=46)
    nature.tree(pen, 110, 565, 330)
    for x, y, size, ink in (
        (1180, 560, 220, inks.mid),
        (900, 640, 290, inks.near),
        (1150, 770, 360, inks.ink),
    ):
        vehicles.boat(pen, x, y, size, ink, hood=size < 300)
        pen.curve(
            [(x - size * 0.45, y - 20), (x - size * 0.7, y + 8), (x - size, y + 6)], 3, inks.ink
        )
    person(pen, 420, 800, 330, poses.SIT, kurta(inks.paper, inks.cool, inks.hot))


@scene("river", 30)
def boat_race(pen: Pen) -> None:
    """Draw two long boats neck and neck, the bank full of people."""
    inks = pen.inks
    _far_bank(pen, 360, 0.3)
    crowd(pen, (0, 322, 1500, 352), 80, 74, folk(pen))
    pen.rect(0, 388, 1500, 22, inks.mid)
    nature.water(pen, 408, 1000, mix(inks.cool, inks.sky, 0.45), glint=470)
    houses.bunting(pen, (-20, 190), (1520, 150), 40, 22)
    for y, body, team, size in ((600, inks.near, inks.sun, 1.0), (830, inks.ink, inks.hot, 1.25)):
        reach = 1080 * size
        x = 560 + pen.some(-30, 30) + (size - 1) * 380
        for seat in range(9):
            place = x - reach * 0.36 + seat * reach * 0.085
            person(pen, place, y + 8, 190 * size, poses.ROW, shirt(team, inks.near))
            pen.line(
                [(place + 40 * size, y - 88 * size), (place + 84 * size, y + 50 * size)],
                8 * size,
                mix(body, inks.paper, 0.4),
            )
            pen.oval(place + 84 * size, y + 52 * size, 26 * size, 7 * size, thin(inks.paper, 0.7))
        here = pen.at(x, y, reach / 100)
        here.smooth(outline("-54,-11 -40,-4 0,-2.6 40,-4 60,-14 50,1 30,4 -36,4 -48,0"), body)
        here.curve(outline("-52,-9.4 -40,-3.2 0,-1.8 40,-3.2 58,-12"), 0.9, inks.paper)


@scene("river", 34, palettes=(DUSK, DAWN))
def evening_ghat(pen: Pen) -> None:
    """Draw boats at rest in the evening, the bridge far off."""
    inks = pen.inks
    _far_bank(pen, 440, 0.5)
    nature.water(pen, 446, 1000, mix(inks.far, inks.sun, 0.25), glint=750)
    pen.rect(0, 404, 1500, 12, inks.mid)
    for x in range(40, 1500, 118):
        pen.rect(x, 410, 14, 52, inks.mid)
    nature.birds(pen, 7, 480, 200)
    for x, y, size, flip in (
        (380, 600, 300, False),
        (1130, 640, 330, True),
        (620, 770, 430, True),
        (1190, 860, 470, False),
    ):
        ink = mix(inks.near, inks.ink, (y - 560) / 330)
        vehicles.boat(pen, x, y, size, ink, flip=flip, hood=x in (380, 1190))
    houses.ghat(pen, -60, 800, 60, 5, inks.near, tread=46, run=60)


@scene("river", 40)
def old_ghats(pen: Pen) -> None:
    """Draw old stepped ghats under a great peepal."""
    inks = pen.inks
    _far_bank(pen, 520, 0.24)
    nature.water(pen, 524, 1000, mix(inks.far, inks.sky, 0.4), glint=330)
    stone = mix(inks.paper, inks.far, 0.45)
    pen.rect(880, 330, 700, 300, mix(stone, inks.ink, 0.2))
    for x in (960, 1130, 1300, 1470):
        pen.arch(x, 520, 104, 150, mix(stone, inks.ink, 0.55))
    pen.rect(860, 316, 700, 22, mix(stone, inks.paper, 0.4))
    for step in range(9):
        pen.rect(860 - step * 56, 520 + step * 42, 900, 44, mix(stone, inks.ink, 0.05 * step))
        pen.rect(860 - step * 56, 520 + step * 42, 900, 13, mix(stone, inks.paper, 0.55))
    nature.tree(pen, 1230, 322, 420)
    for x, foot, dress, flip in (
        (1010, 600, saree(inks.hot, inks.near), True),
        (760, 770, kurta(inks.paper, inks.cool, inks.hot), True),
        (1310, 690, saree(inks.cool, inks.hot), False),
    ):
        person(pen, x, foot, 210, poses.STAND if flip else poses.CARRY, dress, flip=flip)
    vehicles.boat(pen, 250, 800, 400, inks.near, hood=True)


@scene("river", 62, palettes=(NOON, TEAL))
def floating_beds(pen: Pen) -> None:
    """Draw green beds afloat, and a woman in a boat between them."""
    inks = pen.inks
    _far_bank(pen, 340, 0.76)
    nature.water(pen, 344, 1000, mix(inks.sky, inks.far, 0.5), glint=1130)
    for y, size in ((430, 0.5), (560, 0.8), (730, 1.15), (930, 1.6)):
        for x in (-60, 420, 900, 1380) if y in (430, 730) else (180, 1180):
            here = pen.at(x + pen.some(-40, 40), y, size)
            here.hull([(-190, 16, 16), (190, 16, 16)], inks.near)
            here.hull([(-186, 2, 12), (186, 2, 12)], mix(LEAF, inks.ink, 0.25))
            for step in range(20):
                a = -180 + step * 19
                here.line([(a, 0), (a + here.some(-8, 8), -here.some(24, 50))], 5, LEAF)
                here.disc(
                    a + here.some(-6, 6),
                    -here.some(20, 44),
                    10,
                    mix(LEAF, inks.paper, here.dice.random() * 0.3),
                )
    person(pen, 690, 690, 330, poses.ROW, saree(inks.hot, inks.near))
    vehicles.boat(pen, 690, 690, 400, inks.ink)
    pen.line([(780, 550), (900, 760)], 9, inks.ink)


@scene("flood", 11, palettes=(RAIN,))
def drowned_village(pen: Pen) -> None:
    """Draw houses half under water, a boat passing between them."""
    inks = pen.inks
    nature.sky(pen, 430, sun=None)
    nature.storm(pen, 260)
    nature.ridge(pen, 440, 70, inks.far)
    nature.water(pen, 440, 1000, mix(inks.far, inks.hot, 0.2))
    for x, y, width in ((180, 560, 240), (620, 510, 170), (1290, 600, 290), (980, 500, 150)):
        houses.hut(
            pen,
            x,
            y + width * 0.2,
            width,
            mix(inks.paper, inks.far, 0.4),
            inks.cool if width > 200 else inks.mid,
        )
        pen.rect(x - width * 0.7, y, width * 1.4, width * 0.26, mix(inks.far, inks.hot, 0.2))
        for ripple in range(4):
            pen.line(
                [
                    (x - width * (0.6 - ripple * 0.1), y + 6 + ripple * 14),
                    (x + width * (0.6 - ripple * 0.08), y + 6 + ripple * 14),
                ],
                4,
                thin(inks.paper, 0.5),
            )
    nature.tree(pen, 420, 640, 230)
    pen.rect(330, 600, 190, 70, mix(inks.far, inks.hot, 0.2))
    vehicles.boat(pen, 780, 800, 560, inks.ink)
    for x, pose, dress, flip in (
        (650, poses.SIT, saree(inks.cool, inks.near), False),
        (760, poses.SIT, saree(inks.hot, inks.near), True),
        (850, poses.SIT, kurta(inks.paper, inks.near), True),
    ):
        person(pen, x, 808, 250, pose, dress, flip=flip)
    person(pen, 985, 780, 270, poses.PUSH, kurta(inks.paper, inks.mid, inks.cool), flip=True)
    pen.line([(860, 500), (905, 860)], 9, inks.near)
    vehicles.boat(pen.at(0, 26), 780, 790, 560, inks.ink)
    nature.rain(pen, 200, 1000, 130)
