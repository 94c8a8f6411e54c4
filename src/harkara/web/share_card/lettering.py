"""Lettering: Devanagari shaped by HarfBuzz, broken into lines, and cut only between letters."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import regex
from PIL import features
from PIL.ImageFont import FreeTypeFont, Layout, truetype

from harkara.text.graphemes import ellipsis, graphemes

FONT = Path(__file__).parent / "fonts" / "harkara-sans-bold.ttf"
LINE = 1.5
"""From one line to the next, for each pixel of the letters' size: marks stand above and below."""
# What the font has letters for, besides marks that nobody sees. `fonts/ORIGIN.txt` says why.
COVERED = (
    " -~\N{NO-BREAK SPACE}-\N{LATIN SMALL LETTER Y WITH DIAERESIS}"
    "\N{DEVANAGARI SIGN INVERTED CANDRABINDU}-\N{DEVANAGARI LETTER BBA}"
    "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{HYPHEN}-\N{EM DASH}"
    "\N{LEFT SINGLE QUOTATION MARK}-\N{SINGLE LOW-9 QUOTATION MARK}"
    "\N{LEFT DOUBLE QUOTATION MARK}-\N{DOUBLE LOW-9 QUOTATION MARK}"
    "\N{BULLET}\N{HORIZONTAL ELLIPSIS}\N{PER MILLE SIGN}\N{PRIME}\N{DOUBLE PRIME}"
    "\N{EURO SIGN}\N{INDIAN RUPEE SIGN}\N{TRADE MARK SIGN}\N{MINUS SIGN}"
)
_NOT_COVERED = regex.compile(f"[^{COVERED}]+")
_SPACES = regex.compile(r"\s+")


class NoShaping(Exception):
    """Pillow was built without Raqm: it would draw Devanagari letter by letter, unreadably."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A text broken into lines, and the size in pixels at which they fit."""

    lines: tuple[str, ...]
    size: int

    @property
    def height(self) -> int:
        """How high they stand, in pixels."""
        return round(len(self.lines) * self.size * LINE)


@lru_cache(maxsize=16)
def font(size: int) -> FreeTypeFont:
    """Return the font at a size in pixels; raises NoShaping where it could not be set right."""
    if not features.check("raqm"):
        raise NoShaping
    return truetype(FONT, size, layout_engine=Layout.RAQM)


def shown(text: str) -> str:
    """Return a text without what the font has no letters for, such as pictographs.

    >>> shown("जीत 🎉 मिली")
    'जीत मिली'
    """
    return _SPACES.sub(" ", _NOT_COVERED.sub(" ", text)).strip()


def width(text: str, size: int) -> float:
    """Return how wide a text is, in pixels."""
    return font(size).getlength(text)


def fitted(text: str, room: tuple[int, int], sizes: Sequence[int]) -> Lines:
    """Return a text broken into lines, at the largest size at which they fit the room.

    `room` is a width and a height in pixels; `sizes` are tried from the first. What does not fit
    even at the last is cut at the end of a word, with an ellipsis.
    """
    wide, high = room
    for size in sizes:
        lines = _broken(text, wide, size)
        most = max(1, int(high // (size * LINE)))
        if len(lines) <= most:
            return Lines(tuple(lines), size)
    rest = " ".join(lines[most - 1 :])
    last = ellipsis(rest, wide, measure=lambda letter: width(letter, size))
    return Lines((*lines[: most - 1], last), size)


def cut_to(text: str, wide: int, size: int) -> str:
    """Return a text in one line of at most so many pixels, cut at the end of a word."""
    return fitted(text, (wide, 0), (size,)).lines[0] if text else ""


def _broken(text: str, room: int, size: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines += _pieces(word, room, size)
    return lines


def _pieces(word: str, room: int, size: int) -> list[str]:
    """Return a word in pieces that fit, broken between its letters only if it is too long."""
    if width(word, size) <= room:
        return [word]
    pieces = [""]
    for letter in graphemes(word):
        if pieces[-1] and width(pieces[-1] + letter, size) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces
