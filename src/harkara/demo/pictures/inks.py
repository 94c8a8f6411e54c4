"""The inks: a few for each picture, as a press with few colours has."""

from dataclasses import dataclass

# Red, green, blue, and where the ink is thin, how much of it there is.
Ink = tuple[int, int, int] | tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Inks:
    """One picture's inks, from the paper it is printed on to the darkest line.

    `sky`, `far`, `mid` and `near` are the layers of depth; `sun` is what glows; `hot` and `cool`
    are for what the eye should find.
    """

    paper: Ink
    sky: Ink
    sun: Ink
    far: Ink
    mid: Ink
    near: Ink
    ink: Ink
    hot: Ink
    cool: Ink
    skin: Ink = (112, 66, 48)


def _inks(*colours: str) -> Inks:
    return Inks(*(_ink(colour) for colour in colours))


def _ink(colour: str) -> Ink:
    red, green, blue = bytes.fromhex(colour)
    return red, green, blue


# Names of hours and weathers; each is paper, sky, sun, far, mid, near, ink, hot, cool.
DAWN = _inks(
    "f8ead2", "f3cda6", "e4593b", "d49a86", "96626a", "553a56", "261c36", "d5402c", "2b7c84"
)
NOON = _inks(
    "f7eedb", "c3dcd3", "eeb33c", "94b9a9", "528d78", "2b6056", "163230", "d6432f", "e39a26"
)
DUSK = _inks(
    "f9e7c9", "f2b055", "d73d2a", "c25f43", "823748", "482643", "1f162d", "c8322a", "2f7a80"
)
RAIN = _inks(
    "ebe8d7", "b3c4c3", "e4ddc0", "869fa3", "547780", "2d4f5a", "132a35", "e0a02c", "c6452f"
)
RIPE = _inks(
    "faefd4", "f3dfa6", "e1752a", "d9ae57", "ab822f", "6a5325", "2e2517", "c23b2a", "33736c"
)
NIGHT = _inks(
    "efe3c8", "22315f", "f2d58a", "31436f", "1f2d52", "131d3c", "0b1128", "e5823a", "6ba6a6"
)
CLAY = _inks(
    "f8ecd6", "ecc79c", "dd8a35", "c98660", "9c4f3c", "63302f", "2b1a22", "c8372b", "2a6f73"
)
TEAL = _inks(
    "f6eddb", "a9cfc6", "e9ab3a", "6ca8a0", "2f7a78", "1c4f57", "122b36", "d5492f", "e8a92e"
)
INDIGO = _inks(
    "f5ebd8", "c9cfdf", "eaa83a", "8f9dc4", "4e60a0", "2b3872", "161d3f", "d4452e", "3f8d86"
)
FOG = _inks(
    "f0e9da", "dcd9cd", "e99a52", "c3c5be", "949f9d", "5c6a6e", "28343a", "d4562f", "5f8f8c"
)

# Some things keep their own colour whatever the hour.
TURMERIC: Ink = (226, 152, 30)
LEAF: Ink = (74, 128, 66)
SNOW: Ink = (246, 244, 236)

OUTDOORS = (DAWN, NOON, DUSK)
INDOORS = (CLAY, TEAL, INDIGO)


def mix(one: Ink, other: Ink, share: float) -> Ink:
    """Return the ink between two: all `one` at 0, all `other` at 1."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one[:3], other[:3], strict=True))
    return red, green, blue


def thin(ink: Ink, strength: float) -> Ink:
    """Return the ink let through: nothing at 0, opaque at 1."""
    return ink[0], ink[1], ink[2], round(255 * strength)
