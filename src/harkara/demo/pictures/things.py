"""Things on tables, floors and shelves."""

from harkara.demo.pictures.inks import Ink, mix, thin
from harkara.demo.pictures.pen import Pen, outline


def pot(pen: Pen, x: float, foot: float, size: float, ink: Ink, *, marked: bool = False) -> None:
    """Set down a round clay pot."""
    here, inks = pen.at(x, foot, size / 100), pen.inks
    here.smooth(
        outline("-20,0 -46,-24 -50,-52 -30,-80 -17,-86 17,-86 30,-80 50,-52 46,-24 20,0"), ink
    )
    here.smooth(
        outline("-20,0 -46,-24 -50,-52 -30,-80 -26,-70 -38,-50 -32,-24"), mix(ink, inks.ink, 0.3)
    )
    here.rect(-15, -96, 30, 14, ink)
    here.hull([(-20, -97, 4.5), (20, -97, 4.5)], mix(ink, inks.paper, 0.3))
    here.curve([(-48, -54), (-20, -49), (20, -49), (48, -54)], 2.2, mix(ink, inks.paper, 0.5))
    if marked:
        here.line([(-14, -40), (20, -40)], 2.4, inks.paper)
        for a, b in ((-10, 9), (0, 12), (11, 8)):
            here.curve([(a, -40), (a + 4, -34), (a, -40 + b)], 2.2, inks.paper)


def basket(pen: Pen, x: float, foot: float, size: float, weave: Ink, fill: Ink) -> None:
    """Set down a heaped basket."""
    here, inks = pen.at(x, foot, size / 100), pen.inks
    here.smooth(outline("-52,-40 -34,-66 0,-80 34,-66 52,-40"), fill)
    for _ in range(26):
        a = here.some(-38, 38)
        b = here.some(-70 + abs(a) * 0.5, -42)
        root(
            here,
            a,
            b,
            15,
            here.dice.choice((fill, mix(fill, inks.ink, 0.22), mix(fill, inks.paper, 0.3))),
        )
    here.poly([(-54, -44), (54, -44), (38, 0), (-38, 0)], weave)
    for row in range(4):
        y = -38 + row * 10.5
        for column in range(9):
            a = -44 + column * 11 + (row % 2) * 5.5
            if abs(a) < 50 - row * 4.4:
                here.line([(a - 3.4, y), (a + 3.4, y)], 3, mix(weave, inks.ink, 0.35))
    here.hull([(-54, -45, 4.4), (54, -45, 4.4)], mix(weave, inks.paper, 0.3))


def root(pen: Pen, x: float, y: float, size: float, ink: Ink) -> None:
    """Drop a knob of turmeric, fingers and all."""
    here = pen.at(x, y, size / 10, turn=pen.some(0, 180))
    here.hull([(-5, 0, 2.4), (5, 0.6, 1.9)], ink)
    here.hull([(-1, 0, 1.7), (1.5, -4, 1.3)], ink)
    here.line([(-2.8, -2), (-2.8, 2)], 0.5, mix(ink, pen.inks.ink, 0.3))


def heap(pen: Pen, x: float, foot: float, width: float, height: float, ink: Ink) -> None:
    """Pour a heap of powder or grain, with dots on its dark side."""
    here, inks = pen.at(x, foot), pen.inks
    half = width / 2
    here.smooth(
        [
            (-half, 0),
            (-half * 0.55, -height * 0.5),
            (-half * 0.12, -height * 0.95),
            (half * 0.1, -height * 0.96),
            (half * 0.5, -height * 0.52),
            (half, 0),
        ],
        ink,
    )

    def shade(u: float, v: float) -> float:
        return 0.85 - u * 1.2 if v > abs(u - 0.5) * 2.1 + 0.08 else 0

    here.dots((-half, -height, half, 0), max(9, width / 36), thin(inks.ink, 0.3), shade)


def plate(pen: Pen, x: float, y: float, width: float, metal: Ink) -> None:
    """Lay a metal plate, seen from the side and above."""
    pen.oval(x, y + width * 0.02, width / 2, width * 0.17, mix(metal, pen.inks.ink, 0.45))
    pen.oval(x, y, width / 2, width * 0.165, metal)
    pen.oval(x, y, width * 0.42, width * 0.125, mix(metal, pen.inks.ink, 0.16))


def bowl(pen: Pen, x: float, foot: float, size: float, ink: Ink, fill: Ink) -> None:
    """Set down a bowl with something in it."""
    here = pen.at(x, foot, size / 100)
    here.smooth(outline("-50,-46 -44,-16 -22,0 22,0 44,-16 50,-46"), ink)
    here.smooth(outline("-50,-46 -44,-16 -22,0 -8,0 -30,-18 -36,-46"), mix(ink, pen.inks.ink, 0.25))
    here.oval(0, -46, 50, 13, mix(ink, pen.inks.paper, 0.35))
    here.oval(0, -45, 43, 10, fill)


def steam(pen: Pen, x: float, foot: float, height: float, count: int = 3) -> None:
    """Let steam rise."""
    for index in range(count):
        here = pen.at(x + (index - (count - 1) / 2) * height * 0.28, foot, height / 100)
        lean = here.some(-6, 6)
        here.curve(
            [(0, 0), (10 + lean, -25), (-8, -52), (8, -78), (lean, -100)],
            9,
            thin(pen.inks.paper, 0.5),
        )


def table(pen: Pen, x: float, top: float, width: float, foot: float, ink: Ink) -> None:
    """Stand a table."""
    inks, left = pen.inks, x - width / 2
    for leg in (left + width * 0.06, left + width * 0.9):
        pen.rect(leg, top, width * 0.035 + 8, foot - top, mix(ink, inks.ink, 0.35))
    pen.rect(left + 12, top + 16, width - 24, 26, mix(ink, inks.ink, 0.45))
    pen.rect(left, top, width, 20, ink)
    pen.rect(left, top, width, 6, mix(ink, inks.paper, 0.4))


def book(pen: Pen, x: float, y: float, width: float, cover: Ink, *, lines: bool = True) -> None:
    """Open a book, seen from in front and above; `y` is the foot of its spine."""
    here, inks = pen.at(x, y, width / 100), pen.inks
    page = mix(inks.paper, (255, 255, 255), 0.35)
    here.poly(outline("-51,-30 0,-24 51,-30 53,4 0,11 -53,4"), cover)
    for side in (-1, 1):
        leaf = [
            (0, -29),
            (side * 24, -36),
            (side * 49, -32),
            (side * 50, 0),
            (side * 24, -3),
            (0, 6),
        ]
        here.poly(leaf, page if side > 0 else mix(page, inks.ink, 0.07))
        for row in range(6 if lines else 0):
            b = -28 + row * 4.6
            here.curve(
                [(side * 5, b + 4), (side * 24, b - 1.2), (side * (44 - (row % 3) * 5), b + 1)],
                0.8,
                mix(page, inks.ink, 0.5),
            )
    here.line([(0, -28), (0, 7)], 0.7, mix(page, inks.ink, 0.4))


def papers(pen: Pen, x: float, foot: float, width: float, count: int) -> None:
    """Stack files tied with tape, their papers showing."""
    inks = pen.inks
    for index in range(count):
        y, shift = foot - index * 22, pen.some(-8, 8)
        ink = (inks.hot, inks.cool, inks.far, inks.sun)[index % 4]
        pen.rect(x - width / 2 + shift, y - 20, width, 20, ink)
        pen.rect(x - width / 2 + shift + 5, y - 16, width, 10, inks.paper)
        pen.rect(x + shift - 5, y - 20, 10, 20, mix(ink, inks.ink, 0.4))


def shelves(pen: Pen, left: float, top: float, width: float, height: float, rows: int = 4) -> None:
    """Fill a wall of shelves with books."""
    inks = pen.inks
    wood = mix(inks.near, inks.ink, 0.25)
    pen.rect(left, top, width, height, wood)
    step = height / rows
    for row in range(rows):
        foot, x = top + step * (row + 1) - 10, left + 14
        pen.rect(left + 10, top + step * row + 10, width - 20, step - 16, mix(wood, inks.ink, 0.5))
        while x < left + width - 34:
            wide, high = pen.some(12, 28), pen.some(step * 0.5, step * 0.78)
            ink = pen.dice.choice((inks.hot, inks.cool, inks.far, inks.paper, inks.sun, inks.mid))
            lean = 6 if pen.dice.random() < 0.1 else 0
            pen.poly(
                [
                    (x, foot),
                    (x + lean, foot - high),
                    (x + wide + lean, foot - high),
                    (x + wide, foot),
                ],
                ink,
            )
            pen.rect(x + lean * 0.5 + 3, foot - high * 0.8, wide - 6, 4, mix(ink, inks.ink, 0.4))
            x += wide + lean + pen.some(1, 4)
    pen.rect(left - 10, top - 14, width + 20, 16, mix(wood, inks.mid, 0.5))


def lamp(pen: Pen, x: float, y: float, size: float, *, glow: bool = True) -> None:
    """Hang a lamp from above, its light falling."""
    inks = pen.inks
    if glow:
        pen.poly(
            [
                (x - size * 0.5, y),
                (x + size * 0.5, y),
                (x + size * 2.6, y + size * 4.6),
                (x - size * 2.6, y + size * 4.6),
            ],
            thin(inks.sun, 0.2),
        )
    pen.line([(x, y - size * 0.6), (x, 0)], 4, inks.ink)
    pen.smooth(
        [
            (x - size * 0.62, y),
            (x - size * 0.4, y - size * 0.36),
            (x, y - size * 0.62),
            (x + size * 0.4, y - size * 0.36),
            (x + size * 0.62, y),
        ],
        inks.hot,
    )
    pen.oval(x, y, size * 0.58, size * 0.13, inks.sun)


def bottle(
    pen: Pen, x: float, foot: float, height: float, fill: Ink, *, level: float = 0.62
) -> None:
    """Stand a glass bottle filled to a level."""
    here, inks = pen.at(x, foot, height / 100), pen.inks
    glass = mix(inks.paper, inks.far, 0.25)
    glassy = outline("-20,0 -20,-56 -8,-72 -8,-90 8,-90 8,-72 20,-56 20,0")
    here.poly(glassy, thin(glass, 0.8))
    high = min(56, 90 * level)
    here.rect(-17, -high, 34, high - 3, fill)
    here.oval(0, -high, 17, 3.4, mix(fill, inks.paper, 0.35))
    here.rect(-10, -99, 20, 11, inks.ink)
    here.rect(9, -52, 4, 40, thin(inks.paper, 0.65))


def panel(pen: Pen, x: float, foot: float, width: float, *, lean: float = 0.5) -> None:
    """Stand a solar panel on its legs, leaning back."""
    here, inks = pen.at(x, foot, width / 100), pen.inks
    cell = mix(inks.ink, (46, 78, 140), 0.62)
    shift, high = 34 * lean, 58
    here.line([(-34, 0), (-26, -22)], 3, inks.ink)
    here.line([(44, 0), (50, -30)], 3, inks.ink)
    corners = [(-50, -14), (50, -14), (50 + shift, -14 - high), (-50 + shift, -14 - high)]
    here.poly(corners, cell)
    for step in range(5):
        a = -50 + step * 25
        here.line([(a, -14), (a + shift, -14 - high)], 1.3, mix(cell, inks.paper, 0.55))
    for step in range(4):
        b = step / 3
        here.line(
            [(-50 + shift * b, -14 - high * b), (50 + shift * b, -14 - high * b)],
            1.3,
            mix(cell, inks.paper, 0.55),
        )
    here.poly(
        [(8, -14), (26, -14), (26 + shift, -14 - high), (8 + shift, -14 - high)],
        thin(inks.paper, 0.22),
    )


def drum(pen: Pen, x: float, y: float, size: float, shell: Ink, *, turn: float = 0) -> None:
    """Sling a two-headed drum."""
    here, inks = pen.at(x, y, size / 100, turn=turn), pen.inks
    here.smooth(outline("-50,-24 -20,-33 20,-33 50,-24 50,24 20,33 -20,33 -50,24"), shell)
    for a in range(-40, 41, 20):
        here.line([(a, -30), (a + 10, 0), (a, 30)], 2, mix(shell, inks.paper, 0.7))
    for side in (-50, 50):
        here.oval(side, 0, 8, 27, inks.paper)
        here.oval(side, 0, 4, 14, inks.ink)


def bench(pen: Pen, x: float, foot: float, width: float, ink: Ink) -> None:
    """Stand a school desk with its bench."""
    here = pen.at(x, foot, width / 100)
    dark = mix(ink, pen.inks.ink, 0.4)
    for leg in (-44, 38):
        here.rect(leg, -44, 6, 44, dark)
    here.poly([(-50, -50), (50, -50), (54, -42), (-54, -42)], ink)
    here.rect(-54, -42, 108, 7, dark)
