"""Faces: head and shoulders, in light and shade."""

from dataclasses import dataclass

from harkara.demo.pictures.inks import CLAY, TURMERIC, Ink, mix
from harkara.demo.pictures.pen import Pen, outline

BROWN: Ink = (150, 92, 62)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitter:
    """Who sits for the portrait."""

    cloth: Ink
    shoulder: Ink
    hair: Ink
    veil: Ink | None = None
    turban: Ink | None = None
    braids: bool = False
    moustache: bool = False
    coat: bool = False


def bust(pen: Pen, x: float, chin: float, size: float, who: Sitter, *, flip: bool = False) -> None:
    """Draw head and shoulders; `size` is the height of the face."""
    here, skin = pen.at(x, chin, size / 100, flip=flip), BROWN
    shade = mix(skin, pen.inks.ink, 0.32)
    _behind(here, who)
    here.smooth(outline("-17,-20 17,-20 19,26 34,40 -34,40 -19,26"), shade)
    _shoulders(here, who)
    here.smooth(
        outline("-34,-62 -26,-92 0,-102 26,-92 34,-62 31,-30 18,-6 0,2 -18,-6 -31,-30"), skin
    )
    here.smooth(outline("-34,-62 -26,-92 -6,-100 -14,-60 -9,-30 -14,-8 -31,-30"), shade)
    for side in (-35, 35):
        here.oval(side, -48, 5, 10, shade if side < 0 else skin)
        here.disc(side, -34, 3.6, TURMERIC if not who.moustache else skin)
    _features(here, who, shade)
    _hair(here, who)


def _features(pen: Pen, who: Sitter, shade: Ink) -> None:
    dark = mix(pen.inks.ink, shade, 0.15)
    for side in (-15, 16):
        pen.curve([(side - 10, -66), (side, -70), (side + 10, -65)], 3, dark)
        pen.curve([(side - 9, -53), (side, -49), (side + 9, -53)], 3.2, dark)
    pen.curve([(3, -55), (8, -34), (6, -30), (-1, -30)], 2.4, shade)
    lips = mix(CLAY.hot, shade, 0.5)
    pen.curve([(-12, -18), (-4, -13), (4, -12.4), (14, -18)], 3.2, lips)
    if who.moustache:
        pen.smooth(outline("-16,-21 -2,-27 3,-25 8,-27 20,-20 8,-21 3,-22 -4,-21"), who.hair)
    elif not who.braids:
        pen.disc(1, -75, 2.7, CLAY.hot)


def _behind(pen: Pen, who: Sitter) -> None:
    if who.veil:
        pen.smooth(
            outline("-46,-60 -36,-108 0,-122 36,-108 46,-60 50,-10 72,60 -72,60 -50,-10"),
            mix(who.veil, pen.inks.ink, 0.28),
        )
    elif who.braids:
        for side in (-1, 1):
            pen.limb([(side * 32, -30), (side * 46, 10), (side * 40, 56)], 17, 11, who.hair)
            pen.disc(side * 40, 62, 9, pen.inks.hot)
    elif not who.turban and not who.moustache:
        pen.disc(-26, -90, 22, who.hair)
        pen.oval(0, -56, 41, 50, who.hair)


def _shoulders(pen: Pen, who: Sitter) -> None:
    cloth = who.cloth
    pen.smooth(outline("-22,24 -64,42 -92,74 -100,230 100,230 92,74 64,42 22,24 0,46"), cloth)
    pen.smooth(
        outline("-22,24 -64,42 -92,74 -100,230 -40,230 -48,90 -24,50"),
        mix(cloth, pen.inks.ink, 0.2),
    )
    if who.coat:
        for side in (-1, 1):
            pen.poly(
                [(side * 20, 24), (side * 48, 66), (side * 30, 96), (0, 120), (side * 2, 60)],
                mix(cloth, pen.inks.ink, 0.1 if side > 0 else 0.3),
            )
        pen.poly([(-20, 26), (0, 104), (20, 26), (0, 44)], who.shoulder)
        return
    if who.moustache:
        pen.poly([(-16, 28), (0, 62), (16, 28), (0, 40)], BROWN)
        for button in (74, 98, 122):
            pen.disc(0, button, 2.6, pen.inks.ink)
        return
    pen.smooth(outline("18,26 66,44 92,84 40,180 -40,236 -110,236 -30,150 8,80"), who.shoulder)
    pen.curve([(16, 28), (6, 80), (-30, 150), (-96, 226)], 7, TURMERIC)
    pen.curve(
        [(24, 34), (14, 84), (-20, 154), (-80, 232)], 2.4, mix(who.shoulder, pen.inks.paper, 0.7)
    )


def _hair(pen: Pen, who: Sitter) -> None:
    if who.turban:
        wrap = who.turban
        pen.smooth(outline("-40,-70 -44,-100 -20,-128 16,-130 44,-104 40,-70 0,-88"), wrap)
        for bend in range(4):
            pen.curve(
                [
                    (-38 + bend * 8, -76 - bend * 8),
                    (0, -96 - bend * 9),
                    (40 - bend * 3, -82 - bend * 12),
                ],
                2.6,
                mix(wrap, pen.inks.ink, 0.35),
            )
        return
    hair = who.hair
    pen.smooth(outline("-37,-52 -38,-86 -20,-108 2,-106 -2,-94 -22,-82 -32,-60"), hair)
    pen.smooth(outline("37,-52 38,-86 20,-108 -4,-106 2,-94 24,-82 33,-60"), hair)
    if not who.moustache:
        pen.line([(0, -104), (0, -94)], 1.8, BROWN)
    if who.veil:
        pen.smooth(
            outline(
                "-46,-56 -42,-104 0,-126 42,-104 46,-56 56,10 72,64 40,50 38,-20 "
                "37,-72 0,-108 -37,-72 -38,-20 -40,50 -72,64 -56,10"
            ),
            who.veil,
        )
        pen.curve(outline("-38,20 -39,-40 -34,-80 0,-110 34,-80 39,-40 38,20"), 4, TURMERIC)
