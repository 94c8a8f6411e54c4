"""Decoding: text typed in an old font, as Unicode."""

import re
from functools import lru_cache

from harkara.text.chars import (
    LEFT_DOUBLE_QUOTE,
    LEFT_SINGLE_QUOTE,
    RIGHT_DOUBLE_QUOTE,
    RIGHT_SINGLE_QUOTE,
    VISARGA,
    WORD,
)
from harkara.text.languages import HINDI, Profile
from harkara.text.legacy.fonts import KRUTI_DEV, Font
from harkara.text.legacy.ordering import to_logical
from harkara.text.repairs.marks import word_before

DEVANAGARI = "\N{DEVANAGARI SIGN INVERTED CANDRABINDU}-\N{DEVANAGARI LETTER BBA}\ua8e0-\ua8ff"
# Old fonts draw the visarga and the colon with one glyph.
_COLON = re.compile(f"{VISARGA}(?![{WORD}])")

# Who finds no double quotation mark on the keys types two single ones.
_DOUBLED = {LEFT_SINGLE_QUOTE * 2: LEFT_DOUBLE_QUOTE, RIGHT_SINGLE_QUOTE * 2: RIGHT_DOUBLE_QUOTE}


def decode(text: str, font: Font = KRUTI_DEV, *, profile: Profile = HINDI) -> str:
    r"""Return the Unicode of a text that is in an old font from beginning to end.

    What the font has no glyph for, and Devanagari that is there already, stays as it is. The
    spelling is left as it was typed: `normalise` mends it.

    >>> decode("fnYyh esa fo'ks\"k cSBd gqbZA")
    'दिल्ली में विशेष बैठक हुई।'
    """
    # Every other piece is one that stays.
    pieces = _stays(font).split(text)
    pieces[::2] = [_decoded(piece, font, profile) for piece in pieces[::2]]
    return "".join(pieces)


def _decoded(piece: str, font: Font, profile: Profile) -> str:
    def meant(match: re.Match[str]) -> str:
        word = word_before(match.string, match.start())
        return VISARGA if word in profile.visarga_words else ":"

    text = _COLON.sub(meant, to_logical(piece.translate(font.by_code)))
    for two_single, double in _DOUBLED.items():
        text = text.replace(two_single, double)
    slips = dict(font.slips)
    return _slips(font).sub(lambda match: slips[match[0]], text) if slips else text


@lru_cache
def _stays(font: Font) -> re.Pattern[str]:
    patterns = (f"[{DEVANAGARI}]+", *font.unsaid)
    return re.compile(f"({'|'.join(patterns)})".replace("LETTER", font.letter))


@lru_cache
def _slips(font: Font) -> re.Pattern[str]:
    wrong = sorted((wrong for wrong, _ in font.slips), key=len, reverse=True)
    return re.compile(f"(?<![{WORD}])(?:{'|'.join(wrong)})")
