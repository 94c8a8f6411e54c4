"""Portraits."""

from harkara.demo.pictures import houses, nature, things
from harkara.demo.pictures.faces import BROWN, Sitter, bust
from harkara.demo.pictures.inks import INDIGO, INDOORS, LEAF, TEAL, TURMERIC, mix, thin
from harkara.demo.pictures.pen import Pen
from harkara.demo.pictures.scenes.registry import scene


@scene("portrait-woman", 7, palettes=(TEAL, INDIGO))
def scientist(pen: Pen) -> None:
    """Draw a woman scientist in a white coat, shelves of bottles behind her."""
    inks = pen.inks
    pen.rect(0, 0, 1500, 1000, inks.sky)
    nature.disc(pen, 750, 430, 380)
    for y in (230, 480, 730):
        for side in (0, 1090):
            pen.rect(side, y, 410, 20, inks.near)
            for index in range(4):
                things.bottle(
                    pen,
                    side + 60 + index * 96,
                    y,
                    160,
                    (inks.hot, inks.cool, inks.sun, inks.mid)[(index + y) % 4],
                    level=pen.some(0.3, 0.6),
                )
    bust(
        pen,
        750,
        560,
        400,
        Sitter(
            cloth=mix(inks.paper, (255, 255, 255), 0.4), shoulder=inks.hot, hair=inks.ink, coat=True
        ),
    )


@scene("portrait-woman", 14)
def headwoman(pen: Pen) -> None:
    """Draw a smiling village head in a saree."""
    inks = pen.inks
    nature.country(pen, 620, sun=(0.5, 0.6), radius=330)
    for x in (130, 1370):
        houses.hut(pen, x, 720, 320, mix(inks.paper, inks.sun, 0.25), inks.hot)
    nature.tree(pen, 330, 720, 300)
    bust(
        pen, 750, 570, 390, Sitter(cloth=inks.near, shoulder=inks.hot, hair=inks.ink, veil=inks.hot)
    )


@scene("portrait-woman", 42, palettes=INDOORS)
def at_the_wheel(pen: Pen) -> None:
    """Draw an old woman winding yarn on a wheel."""
    inks = pen.inks
    houses.room(pen, 760, arch=560)
    grey = mix(inks.paper, inks.far, 0.45)
    bust(
        pen,
        540,
        520,
        330,
        Sitter(
            cloth=inks.near, shoulder=inks.cool, hair=grey, veil=mix(inks.paper, inks.cool, 0.15)
        ),
    )
    here, wood = pen.at(1120, 610, 2.5), mix(inks.near, TURMERIC, 0.3)
    for turn in range(0, 180, 30):
        here.at(0, 0, turn=turn).rect(-100, -3, 200, 6, wood)
    here.ring(0, 0, 104, 9, wood)
    here.disc(0, 0, 15, inks.hot)
    here.line([(-60, 150), (0, 0), (60, 150)], 12, mix(wood, inks.ink, 0.3))
    pen.line([(1030, 370), (700, 830)], 5, inks.paper)
    pen.hull([(690, 850, 40), (760, 856, 34)], mix(inks.hot, inks.paper, 0.2))
    pen.limb([(500, 960), (640, 900), (720, 846)], 84, 56, BROWN)
    pen.rect(700, 970, 800, 40, inks.near)


@scene("portrait-woman", 46)
def drone_pilot(pen: Pen) -> None:
    """Draw a woman at the edge of a field, a remote control in her hands."""
    inks = pen.inks
    nature.country(pen, 520, sun=(0.24, 0.6), radius=150)
    nature.furrows(pen, 530, (mix(LEAF, inks.mid, 0.3), mix(LEAF, inks.near, 0.5)), eye=0.35)
    here = pen.at(380, 230, 1.5)
    here.hull([(-34, 0, 16), (34, 0, 16)], inks.ink)
    for side in (-1, 1):
        here.line([(side * 30, -4), (side * 104, -20)], 8, inks.ink)
        here.line([(side * 20, 14), (side * 34, 50)], 6, inks.ink)
        here.oval(side * 104, -32, 62, 7, thin(inks.ink, 0.55))
        here.rect(side * 104 - 5, -34, 10, 18, inks.ink)
    here.disc(0, 18, 9, inks.hot)
    for drop in range(26):
        here.line(
            [(here.some(-70, 70), 60 + drop * 4), (here.some(-80, 80), 70 + drop * 4)],
            1.6,
            thin(inks.paper, 0.8),
        )
    bust(
        pen,
        930,
        470,
        330,
        Sitter(cloth=inks.near, shoulder=inks.cool, hair=inks.ink, veil=inks.cool),
    )
    for side in (-1, 1):
        pen.limb(
            [(930 + side * 260, 1010), (930 + side * 170, 940), (930 + side * 96, 880)],
            92,
            62,
            BROWN,
        )
    pen.hull([(840, 870, 40), (1020, 870, 40), (860, 930, 30), (1000, 930, 30)], inks.ink)
    for x in (868, 992):
        pen.disc(x, 880, 27, mix(inks.ink, inks.far, 0.4))
        pen.disc(x, 880, 12, inks.hot)
    pen.line([(900, 832), (880, 730)], 9, inks.ink)
    pen.rect(905, 880, 50, 30, inks.sun)


@scene("portrait-man")
def elder(pen: Pen) -> None:
    """Draw an elder in a turban."""
    inks = pen.inks
    nature.country(pen, 640, sun=(0.5, 0.55), radius=340)
    nature.palm(pen, 180, 760, 460)
    nature.tree(pen, 1330, 740, 380)
    grey = mix(inks.paper, inks.far, 0.35)
    bust(
        pen,
        750,
        590,
        380,
        Sitter(cloth=inks.paper, shoulder=inks.cool, hair=grey, turban=inks.hot, moustache=True),
    )


@scene("portrait-man")
def craftsman(pen: Pen) -> None:
    """Draw a craftsman in his workshop."""
    inks = pen.inks
    houses.room(pen, 760, window=1250, arch=700)
    things.shelves(pen, 40, 180, 300, 420, 3)
    bust(
        pen,
        720,
        590,
        380,
        Sitter(cloth=inks.cool, shoulder=inks.hot, hair=inks.ink, moustache=True),
        flip=True,
    )


@scene("portrait-girl", 45, palettes=INDOORS)
def cutting_threads(pen: Pen) -> None:
    """Draw a girl cutting loose threads with scissors."""
    inks = pen.inks
    houses.room(pen, 780, arch=700)
    bust(pen, 700, 510, 350, Sitter(cloth=inks.hot, shoulder=inks.hot, hair=inks.ink, braids=True))
    pen.poly([(-20, 830), (1520, 780), (1520, 1010), (-20, 1010)], inks.cool)
    for thread in range(46):
        x = 20 + thread * 33
        pen.curve(
            [
                (x, 832 - x * 0.033),
                (x + pen.some(-14, 14), 800 - x * 0.033),
                (x + pen.some(-24, 24), 764 - x * 0.033),
            ],
            3,
            (inks.hot, TURMERIC, inks.paper)[thread % 3],
        )
    pen.rect(0, 880, 1500, 46, TURMERIC)
    pen.curve([(step * 30, 903 + (14 if step % 2 else -14)) for step in range(51)], 7, inks.near)
    for side in (-1, 1):
        pen.limb(
            [(700 + side * 300, 1010), (800 + side * 140, 900), (880 + side * 20, 830)],
            84,
            54,
            BROWN,
        )
    here = pen.at(960, 800, 2.1, turn=28)
    for side in (-1, 1):
        here.ring(-40, side * 20, 17, 7, inks.ink)
        here.poly(
            [(-26, side * 12), (6, 0), (92, -side * 13), (10, -side * 8)],
            mix(inks.paper, inks.far, 0.4),
        )
    here.disc(6, 0, 5, inks.ink)
