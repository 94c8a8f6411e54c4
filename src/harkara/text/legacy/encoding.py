"""Encoding: Unicode text as it is typed in an old font."""

import re
import unicodedata
from functools import lru_cache

from harkara.text.chars import JOINERS, LETTER, SIGN_AA, VIRAMA, VISARGA
from harkara.text.legacy.fonts import KRUTI_DEV, Font
from harkara.text.legacy.ordering import PARTS_OF_SIGNS, PARTS_OF_VOWELS, REPH, to_drawn

_LETTER = re.compile(f"[{LETTER}]")
_LETTERS = "कखगघङचछजझञटठडढणतथदधनपफबभमयरलळवशषसह"
_RAKAR = VIRAMA + "र"
_SCRIPT = map(chr, range(ord("ऄ"), ord("ॿ")))
_APART = str.maketrans(
    {
        char: unicodedata.normalize("NFD", char)
        for char in _SCRIPT
        if unicodedata.decomposition(char)
    }
    | dict.fromkeys(JOINERS)
)
_QUOTES = re.compile(r"(?<!\S)(['\"])|['\"]")


def encode(text: str, font: Font = KRUTI_DEV) -> str:
    """Return a Unicode text as it is typed in an old font.

    Joiners have no glyph and are dropped; characters without a glyph stay as they are. The Latin
    letters among them cannot be told from glyphs afterwards: encode what is Devanagari.

    >>> encode("दिल्ली में बैठक हुई।")
    'fnYyh esa cSBd gqbZA'
    """
    if "'" in font.glyphs:
        text = _QUOTES.sub(_curl, text)
    writes = _writes(font)
    return _written(font).sub(lambda match: writes[match[0]], to_drawn(text.translate(_APART)))


def _curl(match: re.Match[str]) -> str:
    return {"'": "‘’", '"': "“”"}[match[0]][not match[1]]


@lru_cache
def _written(font: Font) -> re.Pattern[str]:
    longest_first = sorted(_writes(font), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))


@lru_cache
def _writes(font: Font) -> dict[str, str]:
    """Return the glyphs of every text that the font can write."""
    writes: dict[str, str] = dict(font.spellings)
    for glyph, text in font.glyphs.items():
        if len(text) == 1 or _LETTER.search(text):  # a heap of signs is only read
            writes.setdefault(text, glyph)
    for half in [text for text in writes if text[1:].endswith(VIRAMA)]:
        writes.setdefault(half.removesuffix(VIRAMA), writes[half] + writes[SIGN_AA])
    for parts, whole in ({"इ" + REPH: "ई"} | PARTS_OF_SIGNS | PARTS_OF_VOWELS).items():
        if all(part in writes for part in parts):
            writes.setdefault(whole, "".join(writes[part] for part in parts))
    for letter in _LETTERS:
        if letter in writes:
            writes.setdefault(letter + _RAKAR, writes[letter] + writes[_RAKAR])
    if ":" in font.glyphs:
        writes.setdefault(":", writes[VISARGA])
    return writes
