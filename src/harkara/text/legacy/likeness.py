"""Likeness: how much a decoded word looks like Hindi, by its syllables and by what it is.

Rules and weights are made by hand; nothing here was counted from a corpus.
"""

import re

from harkara.text.chars import CONSONANT, LETTER, MATRA, NASAL, NUKTA, VIRAMA, VISARGA, VOWEL
from harkara.text.languages import Profile

_C = f"[{CONSONANT}]{NUKTA}?"
_SYLLABLE = f"(?:{_C}(?:{VIRAMA}{_C}){{0,3}}[{MATRA}]?|[{VOWEL}])[{NASAL}]?{VISARGA}?"
_WELL_FORMED = re.compile(f"(?:{_SYLLABLE})+")
_PARTS = re.compile(f"[^{LETTER}{MATRA}{NASAL}{NUKTA}{VIRAMA}{VISARGA}A-Za-z\x80-\xff]+")
_NUMBER_INSIDE = re.compile(f"[{LETTER}{MATRA}{NASAL}A-Za-z][0-9]+[{LETTER}{MATRA}A-Za-z]")
# Well-formed, and yet what Hindi words hardly ever have.
_ODD = (
    (2.0, re.compile(f"[{CONSONANT}](?=[अआइउऋ])")),  # a vowel after a bare letter
    (1.5, re.compile(f"[{CONSONANT}]ं\\Z")),  # a dot on the last letter when it has no sign
    (1.0, re.compile("ं(?=[नमञणङयअआइउ])")),
    (2.0, re.compile("\\A[ङञण]")),
    (1.5, re.compile(f"\\A[{CONSONANT}]{{5,}}\\Z")),  # no sign at all
)
COMMON = 2.5
"""What a word of the language's most common is worth beside being well formed."""


def like_hindi(decoded: str, profile: Profile) -> float | None:
    """Return the weight for a decoded word being Hindi, or None if it cannot be read at all.

    >>> from harkara.text.languages import HINDI
    >>> like_hindi("मंत्री", HINDI), like_hindi("में", HINDI), like_hindi("ीमत", HINDI)
    (1.0, 3.5, None)
    """
    parts = [part for part in _PARTS.split(decoded) if part]
    if _NUMBER_INSIDE.search(decoded) or not all(map(_WELL_FORMED.fullmatch, parts)):
        return None
    weight = 1.0 if parts else 0.0
    if len(parts) == 1 and len(parts[0]) > 1 and _is_common(parts[0], profile):
        weight += COMMON
    return weight - sum(cost * len(odd.findall(part)) for part in parts for cost, odd in _ODD)


def _is_common(word: str, profile: Profile) -> bool:
    return word in profile.stop_words or word in profile.final_words
