"""The works, and power from the sun."""

from harkara.demo.pictures import houses, nature, poses, things, vehicles
from harkara.demo.pictures.inks import (
    INDOORS,
    TURMERIC,
    mix,
    thin,
)
from harkara.demo.pictures.pen import Pen, outline
from harkara.demo.pictures.people import kurta, person, saree, shirt
from harkara.demo.pictures.scenes.registry import scene


@scene("factory", 21)
def loading_dock(pen: Pen) -> None:
    """Draw sacks at a warehouse door and a container being loaded."""
    inks = pen.inks
    nature.sky(pen, 520, sun=(0.12, 0.4), radius=110)
    nature.clouds(pen, 3, 40, 160)
    wall = mix(inks.paper, inks.cool, 0.3)
    pen.rect(190, 240, 1400, 480, wall)
    for bay in range(4):
        x = 190 + bay * 340
        pen.poly([(x, 240), (x, 130), (x + 340, 240)], mix(wall, inks.ink, 0.25))
        pen.poly([(x, 130), (x, 170), (x + 225, 240), (x + 340, 240)], inks.hot)
    for row in range(12):
        pen.rect(190, 262 + row * 36, 1400, 3, mix(wall, inks.ink, 0.16))
    pen.rect(300, 380, 420, 340, mix(inks.near, inks.ink, 0.5))
    pen.rect(280, 360, 460, 34, mix(inks.near, inks.paper, 0.3))
    for row in range(4):
        for column in range(6 - row):
            vehicles.sack(
                pen,
                355 + column * 66 + row * 30,
                722 - row * 66,
                82,
                mix(inks.paper, TURMERIC, pen.some(0.2, 0.5)),
            )
    nature.ground(pen, 710, mix(inks.far, inks.paper, 0.4), shade=inks.far)
    pen.rect(860, 380, 640, 420, inks.hot)
    for rib in range(16):
        pen.rect(868 + rib * 40, 392, 12, 396, mix(inks.hot, inks.ink, 0.22))
    pen.poly([(860, 380), (800, 420), (800, 830), (860, 800)], mix(inks.hot, inks.ink, 0.4))
    pen.rect(860, 380, 640, 14, mix(inks.hot, inks.paper, 0.35))
    for x in (1000, 1130, 1400):
        vehicles.wheel(pen, x, 850, 54)
    pen.rect(860, 800, 640, 26, inks.ink)
    for x, flip in ((480, False), (690, False)):
        person(
            pen,
            x,
            900,
            400,
            poses.CARRY,
            shirt(inks.cool, inks.ink) if x < 500 else kurta(inks.paper, inks.mid),
            flip=flip,
        )
        vehicles.sack(pen, x + 18, 546, 100, mix(inks.paper, TURMERIC, 0.35))
    for x in (90, 190, 140):
        vehicles.sack(
            pen, x, 940 if x != 140 else 858, 112, mix(inks.paper, TURMERIC, pen.some(0.2, 0.5))
        )


@scene("factory", 35, palettes=INDOORS)
def polishing_drum(pen: Pen) -> None:
    """Draw turmeric polished in a turning drum."""
    inks = pen.inks
    houses.room(pen, 720, window=1310, arch=640)
    for x in (250, 980):
        pen.poly([(x - 60, 940), (x - 24, 470), (x + 24, 470), (x + 60, 940)], inks.near)
        pen.rect(x - 100, 930, 200, 26, inks.ink)
    here = pen.at(615, 480, 6.2)
    metal = mix(inks.cool, inks.paper, 0.15)
    here.smooth(outline("-52,-34 -20,-44 20,-44 52,-34 52,34 20,44 -20,44 -52,34"), metal)
    here.smooth(outline("-52,8 52,8 52,34 20,44 -20,44 -52,34"), mix(metal, inks.ink, 0.28))
    for a in range(-44, 45, 11):
        here.line([(a, -38), (a, 38)], 1, mix(metal, inks.ink, 0.4))
    here.rect(-26, -16, 52, 38, mix(inks.ink, inks.near, 0.3))
    for _ in range(58):
        things.root(
            here,
            here.some(-22, 22),
            here.some(-2, 19),
            here.some(6, 9),
            mix(TURMERIC, inks.paper, here.dice.random() * 0.3),
        )
    for side in (-52, 52):
        here.oval(side, 0, 5, 34, mix(metal, inks.paper, 0.5))
        here.disc(side, 0, 4, inks.ink)
    things.heap(pen, 615, 960, 420, 120, TURMERIC)
    person(pen, 1220, 970, 580, poses.REACH, shirt(inks.hot, inks.ink), flip=True)
    things.basket(pen, 110, 960, 220, inks.near, TURMERIC)


@scene("solar", 2)
def solar_slope(pen: Pen) -> None:
    """Draw rows of solar panels on a slope behind a hamlet."""
    inks = pen.inks
    nature.sky(pen, 460, sun=(pen.some(0.2, 0.4), 0.5), radius=150)
    nature.clouds(pen, 4, 40, 220)
    nature.ridge(pen, 430, 130, inks.far, mist=inks.paper)
    pen.smooth(
        outline("-200,700 100,480 600,350 1100,340 1700,420 1700,900 -200,900"),
        mix(inks.mid, inks.paper, 0.2),
    )
    for row in range(4):
        size = 80 + row * 34
        for index in range(9 - row):
            x = 420 - row * 70 + index * size * 1.4
            things.panel(pen, x, 440 + row * 82 - 24 * (x / 1500), size)
    nature.ground(pen, 760, mix(inks.far, inks.paper, 0.35), shade=inks.far)
    for x, foot, size in ((150, 830, 260), (460, 870, 250), (1290, 860, 280)):
        houses.hut(pen, x, foot, size, mix(inks.paper, inks.sun, 0.25), inks.hot)
        pen.disc(x + size * 0.45, foot - size * 0.32, 13, inks.sun)
        pen.disc(x + size * 0.45, foot - size * 0.32, 30, thin(inks.sun, 0.35))
    nature.tree(pen, 1010, 890, 240)
    person(pen, 760, 930, 270, poses.CARRY, saree(inks.hot, inks.near))
    person(pen, 870, 940, 190, poses.WALK, shirt(inks.cool, inks.ink))


@scene("solar", 5)
def solar_roof(pen: Pen) -> None:
    """Draw solar panels on a roof, a water tank behind, open sky."""
    inks = pen.inks
    nature.sky(pen, 720, sun=(0.22, 0.36), radius=150)
    nature.clouds(pen, 6, 60, 420)
    houses.skyline(pen, 740, 60, 180, inks.far)
    pen.rect(0, 730, 1500, 280, mix(inks.paper, inks.sun, 0.3))
    pen.rect(0, 730, 1500, 22, inks.paper)
    for x in range(-20, 1500, 130):
        pen.rect(x, 690, 84, 44, mix(inks.paper, inks.far, 0.3))
    nature.ground(pen, 800, mix(inks.far, inks.paper, 0.35), shade=inks.far)
    for post in (1190, 1350):
        pen.rect(post, 470, 16, 350, inks.near)
    tank = pen.at(1278, 480, 2.2)
    tank.smooth(outline("-62,0 -66,-60 -50,-96 50,-96 66,-60 62,0"), inks.ink)
    for y in (-18, -42, -66):
        tank.line([(-64, y), (64, y)], 3, mix(inks.ink, inks.far, 0.4))
    tank.rect(-20, -110, 40, 16, mix(inks.ink, inks.far, 0.3))
    for row, (y, size) in enumerate(((760, 250), (930, 340))):
        for index in range(4 - row):
            things.panel(pen, 150 + row * 60 + index * size * 1.32, y, size)
    person(pen, 1330, 960, 380, poses.REACH, shirt(inks.hot, inks.ink), flip=True)
