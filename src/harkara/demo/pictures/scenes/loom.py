"""The loom and its yarn."""

import math

from harkara.demo.pictures import houses, nature, poses
from harkara.demo.pictures.inks import (
    DAWN,
    DUSK,
    INDIGO,
    INDOORS,
    NOON,
    TURMERIC,
    Ink,
    mix,
)
from harkara.demo.pictures.pen import Pen, outline
from harkara.demo.pictures.people import Head, kurta, person, saree
from harkara.demo.pictures.scenes.registry import scene


def _wave_border(pen: Pen, x: float, top: float, foot: float, width: float) -> None:
    """Weave the saree's border down the cloth, its wave rising and falling."""
    inks = pen.inks
    pen.rect(x, top, width, foot - top, TURMERIC)
    pen.rect(x + 4, top, 4, foot - top, inks.near)
    pen.rect(x + width - 8, top, 4, foot - top, inks.near)
    steps = int((foot - top) / 16)
    wave = [
        (x + width / 2 + math.sin(step * 0.9) * width * 0.24, top + step * 16)
        for step in range(steps + 1)
    ]
    pen.curve(wave, width * 0.1, inks.near)


def _web(pen: Pen, top: float, foot: float, left: float, right: float, woven: float) -> None:
    """Stretch a warp on the loom, woven from its foot up to a height."""
    inks = pen.inks
    for thread in range(60):
        x = left + (right - left) * thread / 59
        pen.line(
            [(x, top), (x, woven)], 2.4, mix(inks.hot, inks.paper, 0.35 if thread % 2 else 0.7)
        )
    pen.rect(left, woven, right - left, foot - woven, inks.hot)
    for row in range(int((foot - woven) / 12)):
        pen.rect(left, woven + row * 12, right - left, 2, mix(inks.hot, inks.ink, 0.16))
    for x in (left, right - 70):
        _wave_border(pen, x, woven, foot, 70)
    pen.rect(left - 60, woven - 46, right - left + 120, 34, mix(inks.near, TURMERIC, 0.3))
    pen.rect(left - 60, woven - 46, right - left + 120, 9, mix(inks.near, TURMERIC, 0.65))


def _skeins(pen: Pen, y: float, xs: tuple[float, ...], size: float, tones: tuple[Ink, ...]) -> None:
    for index, x in enumerate(xs):
        here, ink = pen.at(x, y, size / 100), tones[index % len(tones)]
        here.smooth(outline("-16,0 16,0 24,52 14,100 -14,100 -24,52"), ink)
        for strand in range(-2, 3):
            here.curve(
                [(strand * 5, 0), (strand * 8.6, 52), (strand * 5, 98)],
                1.6,
                mix(ink, pen.inks.ink, 0.3),
            )
        here.hull([(-19, 26, 4), (19, 26, 4)], mix(ink, pen.inks.paper, 0.6))


@scene("weaving", 8, palettes=INDOORS)
def at_the_loom(pen: Pen) -> None:
    """Draw a weaver at her loom, half a saree before her, skeins on the wall."""
    inks = pen.inks
    houses.room(pen, 700, arch=430)
    pen.rect(60, 84, 640, 14, inks.near)
    _skeins(pen, 96, (130, 250, 370, 490, 610), 150, (inks.hot, inks.cool, TURMERIC, inks.near))
    wood = mix(inks.near, TURMERIC, 0.25)
    for x in (760, 1380):
        pen.rect(x, 90, 40, 840, wood)
    pen.rect(720, 120, 740, 36, wood)
    for x in (900, 1080, 1260):
        pen.line([(x, 150), (x, 420)], 5, inks.ink)
    _web(pen, 330, 900, 830, 1350, 620)
    pen.rect(740, 890, 680, 44, wood)
    person(pen, 560, 960, 850, poses.SIT, saree(inks.cool, inks.hot, Head.BUN))
    pen.rect(420, 720, 330, 34, wood)
    pen.rect(450, 750, 26, 220, mix(wood, inks.ink, 0.3))


@scene("weaving", 16, palettes=INDOORS)
def border(pen: Pen) -> None:
    """Draw a saree on the loom, the wave growing along its border."""
    inks = pen.inks
    houses.room(pen, 560, window=1290)
    wood = mix(inks.near, TURMERIC, 0.25)
    for x in (130, 1120):
        pen.rect(x, 20, 54, 980, wood)
    pen.rect(80, 60, 1150, 48, wood)
    pen.rect(100, 240, 1100, 26, mix(wood, inks.ink, 0.2))
    for x in (360, 640, 920):
        pen.line([(x, 100), (x, 250)], 6, inks.ink)
    _web(pen, 262, 1010, 230, 1074, 560)
    pen.hull([(470, 480, 18), (640, 480, 18), (700, 480, 5), (410, 480, 5)], inks.cool)
    pen.hull([(510, 480, 8), (600, 480, 8)], inks.paper)
    _skeins(pen, 620, (1290, 1410), 170, (inks.cool, TURMERIC))


@scene("weaving", 41, palettes=(DAWN, NOON, DUSK))
def drying_skeins(pen: Pen) -> None:
    """Draw red and blue skeins drying on a roof in the sun."""
    inks = pen.inks
    blue = mix(INDIGO.near, inks.cool, 0.4)
    nature.sky(pen, 560, sun=(0.5, 0.5), radius=170)
    nature.clouds(pen, 3, 60, 220)
    houses.skyline(pen, 580, 60, 190, inks.far)
    pen.rect(0, 560, 1500, 110, mix(inks.paper, inks.sun, 0.3))
    pen.rect(0, 560, 1500, 20, inks.paper)
    for x in range(30, 1500, 120):
        pen.arch(x + 30, 656, 44, 60, mix(inks.far, inks.mid, 0.4))
    nature.ground(pen, 670, mix(inks.far, inks.paper, 0.4), shade=inks.far)
    for x in (90, 750, 1410):
        pen.rect(x - 11, 200, 22, 760, inks.near)
    for y, sag, size in ((240, 30, 200), (500, 30, 250)):
        for left in (90, 750):
            pen.curve([(left, y), (left + 330, y + sag), (left + 660, y)], 6, inks.ink)
            xs = tuple(left + 70 + step * 104 for step in range(6))
            _skeins(pen, y + sag * 0.7, xs, size, (inks.hot, blue) if y < 300 else (blue, inks.hot))
    person(pen, 640, 980, 420, poses.RAISE, kurta(inks.paper, inks.mid))


@scene("weaving", 44, palettes=INDOORS)
def treadles(pen: Pen) -> None:
    """Draw a young weaver bent over her loom, her feet on the treadles."""
    inks = pen.inks
    houses.room(pen, 760, arch=980, window=220)
    wood = mix(inks.near, TURMERIC, 0.25)
    for x in (420, 1330):
        pen.rect(x, 130, 42, 830, wood)
    pen.rect(380, 150, 1030, 40, wood)
    for x in (940, 1020, 1100):
        pen.line([(x, 180), (x, 420)], 5, inks.ink)
        pen.rect(x - 14, 400, 28, 190, mix(inks.paper, TURMERIC, 0.35))
        pen.line([(x, 590), (x - 60, 900)], 4, inks.ink)
    pen.poly([(700, 560), (1350, 480), (1350, 510), (700, 596)], inks.hot)
    pen.poly([(1000, 520), (1350, 478), (1350, 510), (1000, 556)], mix(inks.hot, inks.paper, 0.5))
    pen.disc(1345, 500, 52, wood)
    pen.disc(1345, 500, 30, mix(inks.hot, inks.paper, 0.4))
    pen.hull([(690, 580, 36), (700, 590, 36)], wood)
    person(pen, 520, 950, 830, poses.LEAN, saree(inks.cool, inks.sun, Head.BRAID))
    pen.rect(380, 710, 280, 32, wood)
    for x in (400, 600):
        pen.rect(x, 740, 24, 230, mix(wood, inks.ink, 0.3))
    pen.poly([(690, 950), (1080, 900), (1080, 922), (690, 974)], wood)
    pen.poly([(690, 970), (1110, 940), (1110, 962), (690, 994)], mix(wood, inks.ink, 0.25))
