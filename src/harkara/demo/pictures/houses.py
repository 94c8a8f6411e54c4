"""Houses, halls, shops and walls."""

from harkara.demo.pictures.inks import Ink, mix, thin
from harkara.demo.pictures.pen import Pen, outline


def hut(pen: Pen, x: float, foot: float, width: float, wall: Ink, roof: Ink) -> None:
    """Build a mud house under a tiled roof."""
    here = pen.at(x, foot, width / 100)
    dark = mix(wall, pen.inks.ink, 0.55)
    here.rect(-42, -44, 84, 44, wall)
    here.rect(-42, -44, 30, 44, mix(wall, pen.inks.ink, 0.16))
    here.rect(6, -31, 18, 31, dark)
    here.rect(-33, -30, 13, 12, dark)
    here.poly([(-55, -38), (-34, -68), (38, -68), (55, -38)], roof)
    here.poly([(-55, -38), (-34, -68), (-14, -68), (-22, -38)], mix(roof, pen.inks.ink, 0.25))
    for row in range(1, 4):
        reach = 34 + row * 5.5
        here.line(
            [(-reach, -68 + row * 7.5), (reach + 2, -68 + row * 7.5)], 1.1, thin(pen.inks.ink, 0.35)
        )
    here.rect(-45, -3, 90, 3.4, mix(wall, pen.inks.paper, 0.4))


def house(pen: Pen, x: float, foot: float, width: float, height: float, wall: Ink) -> None:
    """Build a house with a flat roof, windows in rows and a balcony line."""
    inks = pen.inks
    left, dark = x - width / 2, mix(wall, inks.ink, 0.6)
    pen.rect(left, foot - height, width, height, wall)
    pen.rect(left, foot - height, width * 0.28, height, mix(wall, inks.ink, 0.18))
    pen.rect(left - 5, foot - height - 9, width + 10, 12, mix(wall, inks.paper, 0.3))
    floors = max(1, round(height / 115))
    storey = height / floors
    for floor in range(floors):
        y = foot - height + storey * (floor + 0.22)
        for slot in range(max(2, round(width / 62))):
            step = width / max(2, round(width / 62))
            lit = pen.dice.random() < 0.22
            glass = inks.sun if lit else dark
            pen.arch(left + step * (slot + 0.5), y + storey * 0.5, step * 0.42, storey * 0.5, glass)
        if floor:
            pen.rect(
                left - 4, foot - height + storey * floor - 3, width + 8, 6, mix(wall, inks.ink, 0.3)
            )


def skyline(pen: Pen, foot: float, low: float, high: float, ink: Ink) -> None:
    """Stand the roofs of a far town along a line: boxes, tanks, a mast or two."""
    x = -20.0
    while x < 1520:
        width, height = pen.some(60, 130), pen.some(low, high)
        pen.rect(x, foot - height, width, height + 2, ink)
        if pen.dice.random() < 0.5:
            pen.rect(x + width * 0.2, foot - height - 22, 34, 22, ink)
        if pen.dice.random() < 0.3:
            pen.line(
                [(x + width * 0.7, foot - height), (x + width * 0.7, foot - height - 50)], 3, ink
            )
        x += width + pen.some(-6, 14)


def hall(
    pen: Pen, x: float, foot: float, width: float, height: float, wall: Ink, *, bays: int = 7
) -> None:
    """Build a public building: plinth, arcade, upper windows and parapet."""
    inks, left = pen.inks, x - width / 2
    dark, light = mix(wall, inks.ink, 0.6), mix(wall, inks.paper, 0.45)
    pen.rect(left, foot - height, width, height, wall)
    step = width / bays
    for bay in range(bays):
        middle = left + step * (bay + 0.5)
        pen.arch(middle, foot - 14, step * 0.66, height * 0.52, dark)
        pen.arch(middle, foot - height * 0.66, step * 0.34, height * 0.22, dark)
    for bay in range(bays + 1):
        pen.rect(left + step * bay - 7, foot - height * 0.58, 14, height * 0.58, light)
    pen.rect(left - 14, foot - height * 0.62, width + 28, 13, light)
    pen.rect(left - 20, foot - height - 12, width + 40, 22, light)
    pen.rect(left - 30, foot - 18, width + 60, 18, light)
    pen.rect(left - 54, foot - 6, width + 108, 14, mix(wall, inks.ink, 0.3))
    pen.dots(
        (left, foot - height, left + width * 0.4, foot - 18),
        15,
        thin(inks.ink, 0.22),
        lambda u, _v: 0.8 - u,
    )


def fort(pen: Pen, x: float, foot: float, width: float, wall: Ink, *, broken: bool = False) -> None:
    """Build an old fort: walls, bastions, a gate; a breach in the wall if it is broken."""
    here, inks = pen.at(x, foot, width / 100), pen.inks
    shade = mix(wall, inks.near, 0.38)
    _wall(here, -50, 50, 17, mix(wall, inks.mid, 0.3))
    _wall(here, -22, 24, 29, shade)
    here.rect(-9, -38, 18, 12, wall)
    here.oval(0, -38, 9, 7, wall)
    here.line([(0, -45), (0, -54)], 0.7, inks.ink)
    here.poly([(0, -54), (8, -52), (0, -49.5)], inks.hot)
    for middle, high in ((-50, 24), (-19, 27), (19, 27), (50, 23)):
        here.poly(
            [(middle - 7.5, 3), (middle - 6, -high), (middle + 6, -high), (middle + 7.5, 3)], wall
        )
        here.poly(
            [(middle - 7.5, 3), (middle - 6, -high), (middle - 2, -high), (middle - 2.5, 3)], shade
        )
        _merlons(here, middle - 6.6, middle + 6.6, -high, wall)
    here.arch(0, 3, 11, 17, inks.ink)
    here.arch(0, 3, 7.4, 13, mix(inks.ink, inks.near, 0.5))
    if broken:
        here.poly(outline("27,-19.5 30,-11 28,-5 34,3 43,3 41,-6 44,-12 41,-20"), inks.mid)
        for a, b, size in ((30, 4, 2.4), (35, 5, 3), (40, 4.4, 2.2), (37, 2.6, 2)):
            here.poly(
                [
                    (a - size, b),
                    (a - size * 0.4, b - size * 1.2),
                    (a + size, b - size * 0.5),
                    (a + size, b),
                ],
                wall,
            )


def _wall(pen: Pen, left: float, right: float, height: float, ink: Ink) -> None:
    pen.rect(left, -height, right - left, height + 3, ink)
    _merlons(pen, left, right, -height, ink)


def _merlons(pen: Pen, left: float, right: float, y: float, ink: Ink) -> None:
    count = max(3, round((right - left) / 3.4))
    step = (right - left) / count
    for index in range(count):
        pen.arch(left + step * (index + 0.5), y + 0.5, step * 0.62, 3.2, ink)


def shop(
    pen: Pen, x: float, foot: float, width: float, awning: Ink, goods: tuple[Ink, ...]
) -> None:
    """Open a shop: a dark front with shelves of goods under a striped awning."""
    inks, left, height = pen.inks, x - width / 2, width * 0.95
    pen.rect(left, foot - height, width, height, mix(inks.near, inks.ink, 0.4))
    for shelf in range(3):
        y = foot - height * (0.28 + 0.17 * shelf)
        pen.rect(left + 8, y, width - 16, 4, inks.mid)
        slot = left + 14
        while slot < left + width - 24:
            wide, high = pen.some(9, 18), pen.some(14, height * 0.11)
            pen.rect(slot, y - high, wide, high, pen.dice.choice(goods))
            slot += wide + pen.some(3, 9)
    pen.rect(left, foot - height * 0.22, width, height * 0.22, inks.mid)
    pen.rect(left - 4, foot - height * 0.24, width + 8, 8, mix(inks.mid, inks.paper, 0.4))
    strips = 8
    step, top = (width + 24) / strips, foot - height - 8
    for strip in range(strips):
        ink = awning if strip % 2 else inks.paper
        start = left - 12 + step * strip
        pen.poly(
            [(start, top + 46), (start + 8, top), (start + step, top), (start + step, top + 46)],
            ink,
        )
        pen.disc(start + step / 2, top + 46, step / 2, ink)
    pen.rect(left - 2, top - 34, width + 4, 36, awning)


def ghat(
    pen: Pen,
    left: float,
    top: float,
    width: float,
    count: int,
    ink: Ink,
    *,
    tread: float = 22,
    run: float = 30,
) -> None:
    """Lay the steps of a ghat, coming down towards the reader's right."""
    for step in range(count):
        y, reach = top + tread * step, width + run * step
        pen.rect(left, y, reach, tread * (count - step), mix(ink, pen.inks.ink, 0.05 * step))
        pen.rect(left, y, reach, tread * 0.34, mix(ink, pen.inks.paper, 0.45))


def bunting(
    pen: Pen, start: tuple[float, float], end: tuple[float, float], sag: float, count: int = 14
) -> None:
    """Hang a string of little flags between two places."""
    inks = pen.inks
    (x0, y0), (x1, y1) = start, end
    points = [
        (x0 + (x1 - x0) * u, y0 + (y1 - y0) * u + sag * 4 * u * (1 - u))
        for u in (step / count for step in range(count + 1))
    ]
    pen.line(points, 2.5, inks.ink)
    for index, (x, y) in enumerate(points[1:-1]):
        ink = (inks.hot, inks.paper, inks.cool, inks.sun)[index % 4]
        pen.poly([(x - 13, y), (x + 13, y), (x, y + 30)], ink)


def room(pen: Pen, floor: float, *, window: float | None = None, arch: float | None = None) -> None:
    """Make a room: a wall, a floor, and a window or a great round of colour at a place across."""
    inks = pen.inks
    pen.rect(0, 0, 1500, 1000, inks.sky)
    pen.dots((0, 0, 1500, floor * 0.7), 24, thin(inks.far, 0.5), lambda _u, v: 0.85 - v)
    if arch is not None:
        pen.disc(arch, floor - 330, 400, mix(inks.sky, inks.sun, 0.55))
        pen.dots(
            (arch - 400, floor - 330, arch + 400, floor),
            22,
            thin(inks.sky, 0.6),
            lambda _u, v: v * 0.9,
        )
    if window is not None:
        _window(pen, window, floor - 260)
    pen.rect(0, floor, 1500, 1000 - floor, inks.mid)
    pen.rect(0, floor - 14, 1500, 14, mix(inks.mid, inks.paper, 0.3))
    pen.dots((0, floor, 1500, 1000), 20, thin(inks.near, 0.55), lambda _u, v: v)


def _window(pen: Pen, x: float, foot: float) -> None:
    inks = pen.inks
    pen.rect(x - 128, foot - 300, 256, 312, mix(inks.far, inks.ink, 0.25))
    pen.rect(x - 112, foot - 284, 224, 284, mix(inks.paper, inks.sun, 0.18))
    pen.disc(x + 30, foot - 150, 56, inks.sun)
    pen.poly(
        [
            (x - 112, foot),
            (x - 112, foot - 70),
            (x - 20, foot - 105),
            (x + 60, foot - 60),
            (x + 112, foot - 84),
            (x + 112, foot),
        ],
        inks.far,
    )
    for bar in (-56, 0, 56):
        pen.rect(x + bar - 3, foot - 284, 6, 284, mix(inks.far, inks.ink, 0.25))
    pen.rect(x - 146, foot, 292, 20, mix(inks.far, inks.paper, 0.4))
