"""Width: how much room a line takes, in ems of a headline or in the cells of a terminal."""

import unicodedata

import regex

from harkara.text.chars import CONSONANT, JOINERS, NUKTA, VIRAMA
from harkara.text.graphemes import CLUSTER
from harkara.text.widths_table import HALF, WHOLE

OTHER_LETTER = 0.6
"""What a letter without a measured width is taken to have, in ems."""
_PICTURE = 1.3
_PICTURES = regex.compile(r"\p{Extended_Pictographic}|\p{Regional_Indicator}")
# A letter without its stem; र before a letter is a hook above it, and behind one a stroke below.
_IN_CLUSTER = regex.compile(
    rf"(?P<hook>र{VIRAMA}(?=[{CONSONANT}]))|(?P<half>[{CONSONANT}]){NUKTA}?{VIRAMA}"
    rf"(?P<stroke>र)?(?=[{JOINERS}]*(?P<goes_on>[{CONSONANT}])?)|(?P<whole>.)",
    regex.DOTALL,
)


def _table(lines: str) -> dict[str, float]:
    return {
        char: int(width) / 100
        for width, chars in (line.split(" ", 1) for line in lines.strip().splitlines())
        for char in chars
    }


_WHOLE = _table(WHOLE)
_HALF = _table(HALF)


def ems(text: str) -> float:
    """Return about how wide a line is in ems: multiply by the size of the type.

    Within a twentieth of what a shaper measures for a headline in the font of the table.

    >>> round(ems("नमस्ते"), 2), round(ems("दिल्ली"), 2)
    (2.11, 2.2)
    """
    return sum(_ems_of(cluster[0]) for cluster in CLUSTER.finditer(text))


def cells(text: str) -> int:
    """Return how many columns of a terminal a text takes, as glibc's `wcwidth` counts.

    Marks above and below take none, spacing signs such as ा take one, pictures and the wide
    letters of East Asia two. Terminals that draw Devanagari badly show more.

    >>> cells("नमस्ते"), cells("हिंदी")
    (4, 4)
    """
    return sum(_cells_of(cluster[0]) for cluster in CLUSTER.finditer(text))


def _ems_of(cluster: str) -> float:
    if len(cluster) == 1:
        return _whole(cluster)
    if _PICTURES.match(cluster):
        return _PICTURE
    total = 0.0
    for part in _IN_CLUSTER.finditer(cluster):
        if part["half"]:
            # A stroke leaves its letter whole, and so does a virama that is shown.
            is_whole = part["stroke"] or not part["goes_on"]
            total += _whole(part["half"]) if is_whole else _HALF.get(part["half"], OTHER_LETTER)
        elif part["whole"]:
            total += _whole(part["whole"])
    return total


def _whole(char: str) -> float:
    if char in _WHOLE:
        return _WHOLE[char]
    if unicodedata.category(char) in {"Mn", "Me", "Cf", "Cc", "Cs"}:
        return 0.0
    if _PICTURES.match(char):
        return _PICTURE
    return 1.0 if _is_wide(char) else OTHER_LETTER


def _cells_of(cluster: str) -> int:
    if _PICTURES.match(cluster) and (len(cluster) > 1 or _is_wide(cluster)):
        return 2
    return sum(map(_cells_of_char, cluster))


def _cells_of_char(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf", "Cc", "Cs", "Zl", "Zp"}:
        return 0
    return 2 if _is_wide(char) else 1


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in {"W", "F"}
