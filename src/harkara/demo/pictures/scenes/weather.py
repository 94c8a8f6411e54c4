"""Rain and fog."""

from harkara.demo.pictures import houses, nature, poses
from harkara.demo.pictures.inks import (
    FOG,
    LEAF,
    RAIN,
    mix,
    thin,
)
from harkara.demo.pictures.pen import Pen, outline
from harkara.demo.pictures.people import kurta, person, saree, shirt
from harkara.demo.pictures.scenes.registry import scene


@scene("rain", 15, palettes=(RAIN,))
def storm_over_fields(pen: Pen) -> None:
    """Draw black clouds and lightning over a field, farmers going home."""
    inks = pen.inks
    nature.sky(pen, 620, sun=None)
    nature.storm(pen, 400)
    bolt = outline("980,300 920,430 975,430 900,610 1050,400 990,400 1040,300")
    pen.poly([(x + 10, y) for x, y in bolt], thin(inks.paper, 0.4))
    pen.poly(bolt, inks.hot)
    nature.ridge(pen, 620, 80, inks.far)
    nature.furrows(pen, 640, (mix(LEAF, inks.near, 0.5), inks.near), eye=0.65)
    nature.tree(pen, 1270, 690, 300, dark=True)
    pen.poly([(700, 640), (760, 640), (820, 1000), (330, 1000)], mix(inks.paper, inks.far, 0.5))
    people = (
        (540, 920, 340, saree(inks.cool, inks.near)),
        (670, 860, 290, kurta(inks.paper, inks.mid, inks.hot)),
        (740, 760, 190, shirt(inks.hot, inks.ink)),
    )
    for x, y, size, dress in people:
        person(pen, x, y, size, poses.WALK, dress, flip=x == 670)
    nature.rain(pen, 330, 1000, 200)


@scene("rain", 23, palettes=(RAIN,))
def rain_gauge(pen: Pen) -> None:
    """Draw a round rain gauge on a roof, drops falling into it."""
    inks = pen.inks
    nature.sky(pen, 640, sun=None)
    nature.storm(pen, 240)
    houses.skyline(pen, 700, 60, 150, inks.far)
    for x in (180, 1330):
        nature.tree(pen, x, 740, 260)
    pen.rect(0, 690, 1500, 90, mix(inks.paper, inks.far, 0.5))
    pen.rect(0, 690, 1500, 18, inks.paper)
    nature.ground(pen, 780, mix(inks.far, inks.mid, 0.5), shade=inks.near)
    here, metal = pen.at(760, 860, 4.4), mix(inks.paper, inks.far, 0.25)
    here.rect(-46, -4, 92, 16, inks.near)
    here.rect(-36, -92, 72, 90, metal)
    here.rect(-36, -92, 20, 90, mix(metal, inks.ink, 0.25))
    here.poly([(-36, -92), (-50, -122), (50, -122), (36, -92)], mix(metal, inks.cool, 0.7))
    here.oval(0, -122, 50, 10, mix(inks.cool, inks.paper, 0.4))
    here.oval(0, -121, 42, 7, inks.ink)
    here.rect(4, -80, 22, 64, inks.ink)
    here.rect(7, -50, 16, 31, mix(inks.far, inks.paper, 0.5))
    for mark in range(7):
        here.line([(8, -76 + mark * 9), (13 + 5 * (mark % 2), -76 + mark * 9)], 1.2, inks.paper)
    nature.rain(pen, 150, 1000, 160)
    for _ in range(26):
        a, b = pen.some(480, 1040), pen.some(120, 330)
        pen.smooth([(a, b - 22), (a + 9, b), (a, b + 10), (a - 9, b)], inks.paper)


@scene("fog", 21, palettes=(FOG,))
def winter_road(pen: Pen) -> None:
    """Draw a road in fog, trees, three people at a fire."""
    inks = pen.inks
    pen.rect(0, 0, 1500, 1000, inks.sky)
    nature.disc(pen, 1020, 240, 92)
    for y, ink, size in ((480, 0.25, 230), (560, 0.5, 330), (660, 0.8, 450)):
        tint = mix(inks.sky, inks.mid, ink)
        nature.ridge(pen, y, 40, tint)
        veil = pen.at(0, 0)
        for _ in range(3):
            x = pen.some(0, 1500)
            veil.limb([(x, y), (x + 6, y - size * 0.6)], size * 0.09, size * 0.05, tint)
            for a, b, r in ((0, 0.85, 0.26), (-0.2, 0.68, 0.2), (0.2, 0.66, 0.2)):
                veil.disc(x + a * size, y - b * size, r * size, tint)
        pen.dots((0, y - 60, 1500, y + 60), 20, thin(inks.sky, 0.8), lambda _u, v: v)
    nature.ground(pen, 690, mix(inks.far, inks.mid, 0.35))
    pen.poly([(900, 690), (960, 690), (1360, 1000), (820, 1000)], mix(inks.sky, inks.mid, 0.55))
    for step in range(5):
        v = step / 5
        pen.poly(
            [
                (928 + 150 * v * v, 700 + 300 * v * v),
                (934 + 156 * v * v, 700 + 300 * v * v),
                (952 + 190 * v * v, 730 + 300 * v),
                (938 + 176 * v * v, 730 + 300 * v),
            ],
            inks.sky,
        )
    for radius, strength in ((260, 0.14), (180, 0.2), (110, 0.3)):
        pen.disc(470, 840, radius, thin(inks.sun, strength))
    person(pen, 290, 900, 400, poses.SQUAT, kurta(inks.cool, inks.paper, inks.paper))
    person(pen, 690, 900, 400, poses.SQUAT, kurta(inks.hot, inks.paper, inks.near), flip=True)
    person(pen, 560, 830, 380, poses.READ, kurta(inks.near, inks.mid, inks.hot), flip=True)
    _fire(pen, 475, 905, 130)


def _fire(pen: Pen, x: float, foot: float, size: float) -> None:
    here = pen.at(x, foot, size / 100)
    for ends in (((-50, 2), (40, -12)), ((50, 2), (-40, -12)), ((-20, 4), (24, 4))):
        here.line(ends, 10, pen.inks.ink)
    here.smooth(outline("-32,-6 -36,-46 -14,-64 -6,-110 18,-70 36,-44 30,-6"), pen.inks.hot)
    here.smooth(outline("-16,-6 -18,-36 0,-72 18,-34 14,-6"), pen.inks.sun)
