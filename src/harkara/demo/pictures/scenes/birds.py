"""Birds."""

from harkara.demo.pictures import nature
from harkara.demo.pictures.inks import (
    SNOW,
    mix,
    thin,
)
from harkara.demo.pictures.pen import Pen, outline
from harkara.demo.pictures.scenes.registry import scene


@scene("bird", 18)
def lake_flock(pen: Pen) -> None:
    """Draw a flock swimming on a lake and rising from it."""
    inks = pen.inks
    nature.sky(pen, 430, sun=(0.5, 0.68), radius=150)
    nature.ridge(pen, 430, 90, inks.far, mist=inks.paper)
    nature.water(pen, 436, 1000, mix(inks.far, inks.sky, 0.5), glint=750)
    for index in range(13):
        u = index / 12
        x, y = 180 + 1130 * u + pen.some(-30, 30), 130 + 190 * abs(u - 0.55) + pen.some(-50, 50)
        _flying(pen, x, y, pen.some(70, 130))
    for x, y, size in (
        (180, 600, 90),
        (420, 560, 70),
        (980, 590, 84),
        (1260, 640, 110),
        (640, 720, 150),
        (1060, 830, 200),
        (280, 850, 210),
    ):
        _swimming(pen, x, y, size)
    for x in (30, 70, 110, 1400, 1440, 1480):
        pen.curve([(x, 1010), (x + 6, 860), (x + pen.some(-20, 40), 720)], 8, inks.near)
        pen.oval(x + 6, 740, 9, 40, inks.ink)


def _flying(pen: Pen, x: float, y: float, size: float) -> None:
    here, inks = pen.at(x, y, size / 100, turn=pen.some(-12, 6)), pen.inks
    white = mix(inks.paper, SNOW, 0.6)
    here.smooth([(-8, -4), (-34, -58), (-20, -64), (14, -14)], mix(white, inks.near, 0.5))
    here.smooth(outline("-58,2 -30,-8 10,-10 52,-16 54,-11 14,6 -26,8"), white)
    here.smooth([(-14, -4), (-6, -60), (12, -70), (24, -8)], inks.ink)
    here.poly([(52, -17), (70, -12), (52, -10)], inks.hot)


def _swimming(pen: Pen, x: float, y: float, size: float) -> None:
    here, inks = pen.at(x, y, size / 100, flip=pen.dice.random() < 0.4), pen.inks
    white = mix(inks.paper, SNOW, 0.6)
    here.smooth(outline("-58,-22 -30,-26 14,-28 42,-16 34,2 -30,3 -48,-6"), white)
    here.smooth(outline("-56,-22 -26,-24 14,-20 0,-6 -34,-8"), inks.near)
    here.limb([(32, -14), (42, -40), (40, -58)], 13, 10, white)
    here.disc(43, -60, 9.5, white)
    here.poly([(50, -64), (68, -58), (50, -55)], inks.hot)
    for ripple in (6, 13):
        here.line([(-60 + ripple, ripple), (50 - ripple, ripple)], 2.4, thin(inks.paper, 0.6))


@scene("bird", 58)
def goose(pen: Pen) -> None:
    """Draw a goose with a white head and black bars, standing by a river."""
    inks = pen.inks
    nature.sky(pen, 520, sun=(0.3, 0.55), radius=170)
    nature.ridge(pen, 500, 330, SNOW, sharp=2.2)
    nature.ridge(pen, 520, 150, inks.far, mist=inks.paper, sharp=1.4)
    nature.water(pen, 526, 840, mix(inks.far, inks.sky, 0.5), glint=450)
    pen.smooth(
        outline("-50,1020 -50,850 400,790 900,800 1300,760 1560,790 1560,1020"),
        mix(inks.far, inks.near, 0.4),
    )
    here = pen.at(840, 860, 5.2)
    for a in (-6, 10):
        here.line([(a, -30), (a + 1, 0)], 4, inks.hot)
        here.poly([(a - 2, 0), (a + 14, 2), (a + 10, -4)], inks.hot)
    grey = mix(inks.far, inks.paper, 0.55)
    here.smooth(outline("-66,-44 -40,-62 0,-68 26,-58 34,-42 20,-26 -20,-22 -48,-32"), grey)
    here.smooth(outline("-64,-45 -30,-60 6,-60 10,-44 -22,-34"), mix(grey, inks.ink, 0.35))
    for a in (-46, -30, -14):
        here.curve([(a, -52), (a + 8, -46), (a + 6, -38)], 1.8, SNOW)
    here.limb([(24, -50), (36, -78), (38, -104)], 19, 12, mix(grey, inks.ink, 0.45))
    here.limb([(31, -54), (41, -80), (42, -102)], 6, 5, SNOW)
    here.oval(42, -110, 13, 11, SNOW)
    here.curve([(31, -116), (37, -121), (46, -120)], 3.4, inks.ink)
    here.curve([(30, -106), (36, -109), (42, -108)], 2.8, inks.ink)
    here.poly([(53, -114), (68, -107), (53, -104)], inks.hot)
    here.disc(46, -112, 1.5, inks.ink)
