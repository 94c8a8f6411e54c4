"""The stage, music and puppets."""

from harkara.demo.pictures import houses, nature, poses, things
from harkara.demo.pictures.inks import (
    CLAY,
    DAWN,
    DUSK,
    INDIGO,
    NIGHT,
    NOON,
    TURMERIC,
    Ink,
    mix,
    thin,
)
from harkara.demo.pictures.pen import Pen, outline
from harkara.demo.pictures.people import Cut, Dress, Head, crowd, kurta, person, saree
from harkara.demo.pictures.scenes.registry import scene


def _stage(pen: Pen, floor: float) -> None:
    """Hang a stage's curtains over its boards and light it from above."""
    inks = pen.inks
    pen.rect(0, 0, 1500, 1000, mix(inks.near, inks.ink, 0.4))
    pen.dots(
        (0, 0, 1500, floor), 24, thin(inks.mid, 0.5), lambda u, v: 1 - abs(u - 0.5) * 1.6 - v * 0.3
    )
    for x in (420, 750, 1080):
        pen.poly(
            [(x - 30, -10), (x + 30, -10), (x + 240, floor), (x - 240, floor)], thin(inks.sun, 0.24)
        )
    for side in (-1, 1):
        for fold in range(5):
            x, wide = 750 + side * (740 - fold * 52), 40
            ink = mix(inks.hot, inks.ink, 0.12 + 0.14 * (fold % 2))
            pen.smooth(
                [
                    (x - wide, -20),
                    (x + wide, -20),
                    (x + wide - 6, floor * 0.5),
                    (x + wide, floor + 20),
                    (x - wide, floor + 20),
                    (x - wide + 6, floor * 0.5),
                ],
                ink,
            )
    for swag in range(6):
        x = 125 + swag * 250
        pen.smooth(
            [(x - 140, -30), (x + 140, -30), (x + 120, 44), (x, 104), (x - 120, 44)],
            mix(inks.hot, inks.ink, 0.1 * (swag % 2)),
        )
        pen.curve([(x - 124, 46), (x, 104), (x + 124, 46)], 8, inks.sun)
    pen.rect(0, floor, 1500, 90, mix(inks.mid, inks.sun, 0.25))
    pen.rect(0, floor, 1500, 12, mix(inks.sun, inks.paper, 0.4))
    pen.rect(0, floor + 86, 1500, 400, mix(inks.ink, inks.near, 0.25))


@scene("stage", 4, palettes=(DUSK, NIGHT, INDIGO))
def fair_stage(pen: Pen) -> None:
    """Draw a drummer on the fair's stage and the crowd before it."""
    inks = pen.inks
    _stage(pen, 640)
    houses.bunting(pen, (60, 130), (1440, 130), 50, 20)
    person(pen, 720, 660, 470, poses.DRUM, kurta(inks.sun, inks.paper, inks.hot))
    things.drum(pen, 770, 430, 170, mix(inks.hot, inks.near, 0.3), turn=-14)
    person(pen, 460, 650, 360, poses.RAISE, saree(inks.cool, inks.hot, Head.BUN))
    person(pen, 1020, 650, 360, poses.RAISE, saree(inks.hot, inks.sun, Head.BUN), flip=True)
    shadow = [
        Dress(Cut.KURTA, mix(cloth, inks.near, share), inks.ink, head)
        for cloth in (inks.cool, inks.hot, inks.paper)
        for share in (0.45, 0.65)
        for head in (Head.HAIR, Head.SCARF)
    ]
    crowd(pen, (20, 800, 1480, 960), 34, 250, shadow)


@scene("music", 35, palettes=(DUSK, CLAY, NIGHT))
def big_drum(pen: Pen) -> None:
    """Draw artists beating a great drum in yellow light."""
    inks = pen.inks
    _stage(pen, 760)
    pen.disc(750, 480, 380, thin(TURMERIC, 0.32))
    pen.disc(750, 480, 270, thin(TURMERIC, 0.4))
    for x, dress, flip in (
        (270, kurta(inks.paper, inks.cool, inks.sun), False),
        (1240, kurta(inks.hot, inks.paper, inks.paper), True),
    ):
        person(pen, x, 800, 520, poses.DRUM, dress, flip=flip)
        things.drum(pen, x + (-56 if flip else 56), 545, 190, inks.cool, turn=12 if flip else -12)
    person(pen, 560, 830, 620, poses.DRUM, kurta(TURMERIC, inks.paper, inks.hot))
    shell = mix(inks.hot, inks.near, 0.25)
    here = pen.at(850, 590, 3.3)
    here.smooth(outline("-50,-46 -20,-56 20,-56 50,-46 50,46 20,56 -20,56 -50,46"), shell)
    for step in range(-4, 5):
        here.line([(-48, step * 9), (0, step * 13 + 5), (48, step * 9)], 1.6, inks.paper)
    for side in (-50, 50):
        here.oval(side, 0, 13, 48, inks.paper)
        here.oval(side, 0, 7, 25, inks.ink)
    pen.line([(745, 440), (690, 520)], 14, inks.ink)
    pen.line([(560, 430), (690, 560)], 14, inks.ink)


@scene("music", 20, palettes=(DAWN, NOON, DUSK))
def grinding_songs(pen: Pen) -> None:
    """Draw old women singing in a yard, a recorder before them."""
    inks = pen.inks
    nature.sky(pen, 420, sun=(0.5, 0.72), radius=230)
    wall = mix(inks.paper, inks.sun, 0.3)
    pen.rect(0, 330, 330, 320, wall)
    pen.rect(1170, 330, 330, 320, wall)
    for x in (0, 1170):
        pen.poly([(x - 40, 336), (x, 240), (x + 330, 240), (x + 370, 336)], inks.hot)
        pen.arch(x + 165, 650, 110, 200, mix(inks.near, inks.ink, 0.4))
    nature.ridge(pen, 470, 60, inks.far)
    pen.rect(330, 470, 840, 200, mix(inks.far, inks.paper, 0.3))
    nature.tree(pen, 420, 520, 300)
    pen.rect(0, 640, 1500, 360, mix(inks.far, inks.paper, 0.4))
    pen.dots((0, 640, 1500, 1000), 22, thin(inks.far, 0.7), lambda _u, v: v)
    pen.oval(750, 880, 620, 110, inks.cool)
    pen.oval(750, 880, 570, 92, mix(inks.cool, inks.paper, 0.25))
    singers = (
        (330, 850, saree(inks.paper, inks.near)),
        (560, 800, saree(inks.hot, inks.near)),
        (790, 790, saree(inks.sun, inks.near)),
    )
    for x, y, dress in singers:
        person(pen, x, y, 470, poses.SIT_FLOOR, dress)
    for x, y, dress in (
        (1030, 800, saree(mix(inks.paper, inks.cool, 0.25), inks.hot)),
        (1230, 860, saree(inks.near, inks.hot)),
    ):
        person(pen, x, y, 470, poses.SIT_FLOOR, dress, flip=True)
    pen.rect(720, 880, 130, 58, inks.ink)
    pen.rect(732, 890, 66, 26, mix(inks.far, inks.paper, 0.4))
    pen.disc(824, 904, 12, inks.hot)
    pen.line([(740, 880), (726, 850)], 5, inks.ink)


def _puppet(
    pen: Pen, x: float, y: float, size: float, cloth: Ink, turban: Ink, *, queen: bool
) -> None:
    """Hang a wooden puppet by its strings; `y` is its chin."""
    here, inks = pen.at(x, y, size / 100, turn=pen.some(-6, 6)), pen.inks
    for a, b in ((-30, 26), (30, 26), (0, -50), (-9, -46), (9, -46)):
        here.line([(a, b), (a * 0.35, -260)], 0.9, inks.paper)
    edge = mix(cloth, inks.paper, 0.75)
    here.smooth(outline("-17,6 17,6 24,48 52,128 20,138 -20,138 -52,128 -24,48"), cloth)
    for fold in range(-3, 4):
        here.curve(
            [(fold * 5, 52), (fold * 9, 92), (fold * 14, 132)], 1.4, mix(cloth, inks.ink, 0.3)
        )
    here.curve([(-48, 120), (-18, 129), (18, 129), (48, 120)], 4.5, edge)
    here.line([(-14, 6), (0, 34), (14, 6)], 3.4, edge)
    here.limb([(-17, 12), (-36, 26), (-30, 34)], 11, 8, mix(cloth, inks.ink, 0.2))
    here.limb([(17, 12), (36, 26), (30, 34)], 11, 8, mix(cloth, inks.ink, 0.2))
    here.smooth(
        outline("-17,-34 17,-34 18,-16 9,0 0,4 -9,0 -18,-16"), mix(TURMERIC, inks.paper, 0.35)
    )
    for side in (-8, 8):
        here.smooth([(side - 6, -20), (side, -25), (side + 6, -20), (side, -17)], inks.paper)
        here.disc(side, -20.5, 2.8, inks.ink)
        here.curve([(side - 7, -27), (side, -31), (side + 7, -27)], 1.8, inks.ink)
    here.line([(0, -20), (0, -11)], 1.6, mix(TURMERIC, inks.ink, 0.45))
    if queen:
        here.smooth(
            outline("-22,0 -22,-38 0,-50 22,-38 22,0 17,-8 17,-30 0,-38 -17,-30 -17,-8"), turban
        )
        here.disc(0, -33, 3, inks.hot)
        here.oval(0, -5, 4.6, 2.2, inks.hot)
    else:
        here.smooth(outline("-22,-30 -18,-48 0,-56 20,-48 23,-30 0,-36"), turban)
        here.poly([(-3, -54), (0, -76), (6, -54)], inks.sun)
        here.curve(outline("-12,-9 -5,-7 0,-9 5,-7 12,-9"), 3.2, inks.ink)


@scene("puppet", 3, palettes=(DUSK, CLAY, INDIGO))
def strings(pen: Pen) -> None:
    """Draw bright puppets on strings and the old artist's hands above them."""
    inks = pen.inks
    pen.rect(0, 0, 1500, 1000, mix(inks.near, inks.ink, 0.35))
    nature.disc(pen, 750, 520, 400)
    for side in (-1, 1):
        for fold in range(4):
            x = 750 + side * (760 - fold * 64)
            pen.smooth(
                [
                    (x - 50, -20),
                    (x + 50, -20),
                    (x + 40, 500),
                    (x + 52, 1030),
                    (x - 52, 1030),
                    (x - 40, 500),
                ],
                mix(inks.hot, inks.ink, 0.15 + 0.15 * (fold % 2)),
            )
    pen.rect(0, 900, 1500, 110, mix(inks.near, inks.ink, 0.65))
    for x, cloth, turban, queen in (
        (430, inks.hot, TURMERIC, False),
        (750, inks.cool, inks.hot, True),
        (1070, mix(TURMERIC, inks.hot, 0.25), inks.cool, False),
    ):
        _puppet(pen, x, 500, 250, cloth, turban, queen=queen)
    for x in (430, 750, 1070):
        pen.rect(x - 110, 52, 220, 22, mix(inks.near, TURMERIC, 0.35))
    for x, flip in ((560, False), (960, True)):
        hand = pen.at(x, 64, 1.5, flip=flip)
        hand.limb([(170, -110), (110, -40), (40, -6)], 62, 44, mix(inks.paper, inks.far, 0.2))
        hand.limb([(60, -16), (10, -4)], 44, 38, inks.skin)
        for finger in range(4):
            hand.limb(
                [
                    (14 - finger * 9, -14 + finger * 4),
                    (-20 - finger * 5, 2 + finger * 5),
                    (-14 - finger * 7, 22 + finger * 2),
                ],
                13,
                10,
                mix(inks.skin, inks.ink, 0.08 * finger),
            )
