"""Ships."""

from harkara.demo.pictures import nature, vehicles
from harkara.demo.pictures.inks import mix, thin
from harkara.demo.pictures.pen import Pen, outline
from harkara.demo.pictures.scenes.registry import scene


@scene("ship", 52)
def cable_ship(pen: Pen) -> None:
    """Draw a ship letting a thick cable down over its stern."""
    inks = pen.inks
    nature.sky(pen, 520, sun=(0.3, 0.7), radius=150)
    nature.clouds(pen, 5, 60, 330)
    nature.water(pen, 520, 1000, mix(inks.cool, inks.near, 0.35), glint=450)
    here = pen.at(830, 560, 9.4)
    here.rect(-36, -22, 50, 12, mix(inks.paper, inks.far, 0.3))
    for drum in (-24, -8, 8):
        here.disc(drum, -19, 7.4, inks.near)
        here.ring(drum, -19, 5.4, 1, inks.hot)
        here.disc(drum, -19, 2.6, inks.ink)
    vehicles.ship(pen, 830, 560, 940, inks.ink, boxes=False)
    here.line([(-49, -12), (-58, -24), (-44, -24)], 1.6, inks.hot)
    pen.curve(outline("600,380 320,335 240,420 215,600 250,800 340,1010"), 20, inks.ink)
    pen.curve(outline("600,376 320,331 238,418 211,600 246,800 336,1010"), 5, inks.sun)
    for ripple in range(4):
        pen.oval(217, 620, 40 + ripple * 24, 9 + ripple * 5, thin(inks.paper, 0.2))


@scene("ship", 60)
def canal_gates(pen: Pen) -> None:
    """Draw a cargo ship passing the gates of a canal between hills."""
    inks = pen.inks
    nature.sky(pen, 430, sun=(0.5, 0.5), radius=140)
    nature.clouds(pen, 4, 50, 250)
    nature.ridge(pen, 420, 260, inks.far, mist=inks.paper, sharp=1.5)
    nature.ridge(pen, 440, 120, inks.mid, sharp=1.7)
    nature.water(pen, 470, 1000, mix(inks.cool, inks.sky, 0.4), glint=750)
    here = pen.at(750, 830, 4.6)
    for row in range(4):
        for column in range(-4, 4):
            here.rect(
                column * 11 + 0.6,
                -100 - row * 11,
                10,
                10,
                here.dice.choice((inks.hot, inks.cool, inks.sun, inks.paper, inks.near)),
            )
    here.rect(-34, -156, 68, 12, inks.paper)
    for glass in range(7):
        here.rect(-30 + glass * 9, -153, 6.4, 5, inks.ink)
    here.smooth(outline("-48,-92 -46,-40 -16,0 0,6 16,0 46,-40 48,-92 0,-84"), inks.ink)
    here.smooth(outline("-26,-12 -14,1 0,6 14,1 26,-12 0,-4"), inks.hot)
    for side in (-1, 1):
        wall = mix(inks.paper, inks.far, 0.4)
        pen.poly(
            [
                (750 + side * 330, 520),
                (750 + side * 800, 460),
                (750 + side * 900, 1000),
                (750 + side * 470, 1000),
            ],
            wall,
        )
        pen.poly(
            [
                (750 + side * 330, 520),
                (750 + side * 350, 518),
                (750 + side * 520, 1000),
                (750 + side * 470, 1000),
            ],
            mix(wall, inks.ink, 0.4),
        )
        pen.poly(
            [
                (750 + side * 300, 590),
                (750 + side * 362, 570),
                (750 + side * 430, 850),
                (750 + side * 345, 880),
            ],
            inks.hot,
        )
        pen.rect(750 + side * 560 - 40, 420, 80, 110, inks.near)
        pen.poly(
            [(750 + side * 560 - 56, 424), (750 + side * 560, 380), (750 + side * 560 + 56, 424)],
            inks.hot,
        )
