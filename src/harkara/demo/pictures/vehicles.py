"""What moves: on the road, on rails and on the water."""

from harkara.demo.pictures.inks import Ink, mix, thin
from harkara.demo.pictures.pen import Pen, outline


def wheel(pen: Pen, x: float, y: float, radius: float) -> None:
    """Put a wheel on the road."""
    pen.disc(x, y, radius, pen.inks.ink)
    pen.disc(x, y, radius * 0.5, mix(pen.inks.far, pen.inks.paper, 0.4))
    pen.disc(x, y, radius * 0.16, pen.inks.ink)


def bus(
    pen: Pen,
    x: float,
    foot: float,
    length: float,
    body: Ink,
    *,
    flip: bool = False,
    painted: bool = False,
) -> None:
    """Park a bus with its nose to the right."""
    here, inks = pen.at(x, foot, length / 100, flip=flip), pen.inks
    glass = mix(inks.ink, inks.far, 0.35)
    here.smooth(outline("-50,-40 -46,-43 0,-44 42,-43 48,-38 51,-20 51,-7 -51,-7 -51,-24"), body)
    here.rect(-51, -19, 102, 4, mix(body, inks.paper, 0.8))
    here.rect(-44, -45.5, 74, 3, mix(body, inks.ink, 0.35))
    for slot in range(6):
        here.rect(-46 + slot * 12.4, -37, 10.4, 13, glass)
        if slot % 2:
            here.disc(-40 + slot * 12.4, -27.5, 2.6, mix(inks.skin, inks.ink, 0.4))
            here.rect(-43 + slot * 12.4, -26, 6, 2, inks.paper)
    here.rect(29.5, -37, 9, 29, mix(glass, inks.ink, 0.3))
    here.poly([(40, -37), (45.5, -37), (49.4, -22), (40, -22)], mix(glass, inks.paper, 0.3))
    here.disc(49, -12, 2, inks.sun)
    here.rect(-53, -9, 106, 4.5, mix(body, inks.ink, 0.5))
    for middle in (-30, 22):
        here.disc(middle, -6.5, 8.2, mix(body, inks.ink, 0.55))
        wheel(here, middle, -6.5, 6.8)
    if painted:
        for a, size, ink in (
            (-38, 3.2, inks.sun),
            (-22, 4, inks.hot),
            (-8, 2.8, inks.paper),
            (6, 3.6, inks.sun),
        ):
            here.disc(a, -15, size, ink)
            here.ring(a, -15, size * 1.5, 0.8, inks.paper)


def truck(pen: Pen, x: float, foot: float, length: float, body: Ink, *, flip: bool = False) -> None:
    """Park a lorry with its nose to the right."""
    here, inks = pen.at(x, foot, length / 100, flip=flip), pen.inks
    here.rect(-50, -42, 66, 33, body)
    for plank in range(6):
        here.rect(-50 + plank * 11, -42, 1.2, 33, mix(body, inks.ink, 0.4))
    here.rect(-52, -43, 70, 4, inks.sun)
    here.smooth(
        outline("19,-10 19,-38 22,-42 38,-41 45,-27 49,-22 50,-9"), mix(body, inks.hot, 0.75)
    )
    here.poly([(24, -37), (36, -37), (41.5, -26), (24, -26)], mix(inks.ink, inks.far, 0.4))
    here.rect(-52, -11, 103, 5, mix(inks.ink, inks.near, 0.3))
    for middle in (-34, 34):
        wheel(here, middle, -7, 7.2)


def tractor(
    pen: Pen, x: float, foot: float, length: float, body: Ink, *, flip: bool = False
) -> None:
    """Park a tractor with its nose to the right and a loaded trolley behind."""
    here, inks = pen.at(x, foot, length / 100, flip=flip), pen.inks
    here.poly([(-52, -34), (-4, -34), (-7, -12), (-48, -12)], mix(inks.near, body, 0.3))
    for a, b in (
        (-44, -36),
        (-33, -38),
        (-22, -36),
        (-12, -37),
        (-38, -44),
        (-27, -46),
        (-18, -44),
    ):
        sack(here, a, b + 9, 11, mix(inks.paper, inks.sun, 0.3))
    wheel(here, -30, -8, 8)
    here.line([(-6, -14), (8, -14)], 1.8, inks.ink)
    here.poly([(16, -27), (44, -25), (46, -12), (14, -12)], body)
    here.rect(10, -23, 10, 10, mix(body, inks.ink, 0.4))
    here.line([(38, -25), (38, -37)], 1.8, inks.ink)
    here.line([(6, -20), (7, -45), (24, -45)], 1.6, inks.ink)
    here.rect(4, -47, 23, 3, body)
    wheel(here, 12, -12, 12)
    wheel(here, 42, -7, 7)


def sack(pen: Pen, x: float, foot: float, size: float, ink: Ink) -> None:
    """Set down a full sack, tied at the top."""
    here = pen.at(x, foot, size / 10)
    here.smooth(outline("-4.6,0 -5,-4 -3.6,-8.6 -1,-9.6 1,-9.6 3.6,-8.6 5,-4 4.6,0"), ink)
    here.poly([(-1.4, -9.2), (-2.6, -11.6), (2.6, -11.6), (1.4, -9.2)], mix(ink, pen.inks.ink, 0.2))
    here.curve([(-2.4, -1), (-3, -4), (-2.2, -7)], 0.5, mix(ink, pen.inks.ink, 0.3))


def rickshaw(
    pen: Pen, x: float, foot: float, length: float, body: Ink, *, flip: bool = False
) -> None:
    """Park a three-wheeled electric rickshaw with its nose to the right."""
    here, inks = pen.at(x, foot, length / 100, flip=flip), pen.inks
    here.smooth(outline("-48,-78 -30,-84 20,-83 34,-74 30,-72 -46,-72"), body)
    for post in ((-44, -74, -46, -20), (-6, -74, -6, -26), (28, -74, 42, -30)):
        here.line([post[:2], post[2:]], 2.6, inks.ink)
    here.poly([(28, -72), (31, -72), (43, -34), (36, -34)], thin(inks.paper, 0.6))
    here.smooth(outline("-50,-38 -30,-42 -24,-24 22,-22 32,-38 44,-36 49,-20 46,-10 -48,-10"), body)
    here.rect(-50, -24, 74, 4, inks.paper)
    here.hull([(-32, -42, 4), (-12, -34, 4), (-34, -34, 4)], mix(inks.ink, inks.near, 0.4))
    here.disc(46, -26, 3.2, inks.sun)
    wheel(here, -30, -9, 9)
    wheel(here, 36, -9, 9)


def cycle(pen: Pen, x: float, foot: float, length: float, *, flip: bool = False) -> None:
    """Stand a bicycle with its front to the right."""
    here, ink = pen.at(x, foot, length / 100, flip=flip), pen.inks.ink
    for middle in (-32, 32):
        here.ring(middle, -20, 19, 3, ink)
    here.line(outline("-32,-20 -8,-20 22,-48 -14,-48 -32,-20"), 3, ink)
    here.line([(-8, -20), (-16, -56)], 3, ink)
    here.line([(32, -20), (20, -58), (30, -62)], 3, ink)
    here.line([(-22, -57), (-9, -57)], 5, ink)


def boat(
    pen: Pen, x: float, y: float, length: float, ink: Ink, *, flip: bool = False, hood: bool = False
) -> None:
    """Float a country boat, prow to the right; `y` is the water line."""
    here, inks = pen.at(x, y, length / 100, flip=flip), pen.inks
    if hood:
        here.smooth(outline("-24,-7 -20,-21 0,-25 16,-20 20,-7"), mix(ink, inks.sun, 0.5))
        for rib in (-12, 0, 12):
            here.curve([(rib - 2, -7), (rib, -23), (rib + 2, -7)], 0.8, mix(ink, inks.ink, 0.3))
    here.smooth(outline("-50,-16 -34,-8 0,-6 34,-9 54,-20 46,-4 28,5 -26,5 -42,-1"), ink)
    here.curve(outline("-49,-14 -34,-6.5 0,-4.5 34,-7.5 52,-17"), 1.6, mix(ink, inks.paper, 0.5))
    for ripple in (8, 12):
        here.line([(-34 - ripple, ripple), (36 - ripple, ripple)], 0.9, thin(inks.paper, 0.45))


def train(pen: Pen, x: float, foot: float, width: float, body: Ink) -> None:
    """Bring a train straight at the reader."""
    here, inks = pen.at(x, foot, width / 100), pen.inks
    here.smooth(outline("-46,-14 -48,-70 -40,-118 -22,-128 22,-128 40,-118 48,-70 46,-14"), body)
    here.smooth(
        outline("-38,-78 -33,-112 -18,-117 18,-117 33,-112 38,-78"), mix(inks.ink, inks.far, 0.3)
    )
    here.rect(-1.6, -118, 3.2, 42, body)
    here.poly([(-48, -62), (48, -62), (47, -48), (-47, -48)], mix(body, inks.paper, 0.85))
    here.poly([(-46, -26), (46, -26), (40, -2), (-40, -2)], inks.ink)
    for side in (-30, 30):
        here.disc(side, -37, 8.5, mix(body, inks.ink, 0.5))
        here.disc(side, -37, 6, inks.sun)
        here.disc(side, -37, 15, thin(inks.sun, 0.25))
    here.disc(0, -123, 5, inks.sun)
    here.line([(-20, -128), (0, -148), (20, -128)], 1.6, inks.ink)
    here.line([(-24, -148), (24, -148)], 1.6, inks.ink)


def ship(pen: Pen, x: float, y: float, length: float, hull: Ink, *, boxes: bool = True) -> None:
    """Float a ship, bow to the right; `y` is the water line."""
    here, inks = pen.at(x, y, length / 100), pen.inks
    if boxes:
        for column in range(7):
            for row in range(here.dice.randint(2, 4)):
                ink = here.dice.choice((inks.hot, inks.cool, inks.sun, inks.paper, inks.mid))
                here.rect(-24 + column * 9, -13.5 - row * 5, 8.4, 4.6, ink)
    here.rect(-44, -30, 14, 20, inks.paper)
    here.rect(-45.5, -33, 17, 4, mix(inks.paper, inks.ink, 0.25))
    for floor in range(3):
        here.rect(-42, -27 + floor * 5.4, 10, 2.2, inks.ink)
    here.rect(-40, -42, 6, 9, inks.hot)
    here.rect(-40, -40, 6, 2.4, inks.paper)
    here.poly(outline("-50,-11 44,-11 56,-16 48,2 -46,2"), hull)
    here.poly([(-49, -2), (49.6, -2), (48, 2), (-46, 2)], inks.hot)
    here.line([(44, -14), (44, -30)], 0.9, inks.ink)
