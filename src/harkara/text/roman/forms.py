"""Forms: the parts that learned words of English begin and end with, read back."""

from harkara.text.chars import VIRAMA
from harkara.text.roman.english import guess, looks_english
from harkara.text.roman.forms_table import BEGINNINGS, ENDINGS, SURE_BEGINNINGS
from harkara.text.roman.loans import read_back

_LONGEST_BEGINNING = max(map(len, BEGINNINGS))
_LONGEST_ENDING = max(map(len, ENDINGS))
_HALF_K = f"क{VIRAMA}"
_SHORTEST_REST = 3
_SHORTEST_STEM = 2


def formed(word: str) -> str | None:
    """Return the spelling of a word that begins or ends as learned words do, or None.

    >>> formed("माइक्रोफाइनेंस"), formed("हाइपरलिंक"), formed("राजनाथ")
    ('microfinance', 'hyperlink', None)
    """
    for size in range(min(_LONGEST_BEGINNING, len(word) - _SHORTEST_REST), 1, -1):
        first, rest = word[:size], word[size:]
        if first in BEGINNINGS and _may_begin(first, rest):
            return BEGINNINGS[first] + (read_back(rest) or english(rest))
    return english(word) if looks_english(word) else None


def english(word: str) -> str:
    """Return a likely English spelling of a word, by its ending if that tells.

    >>> english("डिस्टॉर्शन"), english("ब्रोमाइड"), english("स्टेबिलाइजर")
    ('distortion', 'bromide', 'stebiliser')
    """
    for size in range(min(_LONGEST_ENDING, len(word) - _SHORTEST_STEM), 1, -1):
        stem, ending = word[:-size], word[-size:]
        if ending in ENDINGS and not (ending.startswith(_HALF_K) and stem[-1].isalpha()):
            return _stem(stem, ending[0]) + ENDINGS[ending]
    return guess(word)


def _stem(stem: str, follows: str) -> str:
    """Return the spelling of what stands before an ending: a part of a word, not a whole one."""
    inside = guess(stem + ("" if follows.isalpha() or follows == VIRAMA else VIRAMA))
    return inside.replace("ee", "i").replace("oo", "u")


def _may_begin(first: str, rest: str) -> bool:
    if not rest[0].isalpha():
        return False
    known = read_back(rest) is not None and len(rest) > _SHORTEST_REST
    return known or len(first) >= SURE_BEGINNINGS or looks_english(first + rest)
