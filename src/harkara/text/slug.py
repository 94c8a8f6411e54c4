"""Slugs: a headline as a short, readable address."""

import re
import sys
import unicodedata
from functools import lru_cache

from harkara.text.languages import HINDI, Profile
from harkara.text.normalise import normalise
from harkara.text.romanise import romanise
from harkara.text.tokens import words

NO_WORDS = "khabar"
"""The slug of a headline that has no letters or digits to spell."""
_MARKS = re.compile("['’‘]")
_GAPS = re.compile("[^a-z0-9]+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d)")
# Signs that are said, with what they stand beside.
_SAID = (
    (re.compile("₹"), " rs "),
    (re.compile(r"\$(?=\s*\d)"), " dollar "),
    (re.compile("€"), " euro "),
    (re.compile("£"), " pound "),
    (re.compile(r"(?<=\d)\s*%"), " percent "),
    (re.compile(r"(?<=\d)\s*°"), " degree "),
    (re.compile("&"), " and "),
    (re.compile(r"(?<=\w)\+(?!\w)"), " plus "),
)
LONGEST_KEPT = 64
"""How many characters a word may have for its spelling to be remembered."""
_SHORT = 3
"""Common words of so many characters are the particles: they are the first to go."""


def slug(text: str, most: int = 80, *, profile: Profile = HINDI) -> str:
    """Return the text as lower-case ASCII words with hyphens between, at most so many bytes.

    Words are never cut, unless the first alone is too long. Where they do not all fit, words
    too common to matter are dropped, the particles first, but never a word that says no. Signs
    with a name (₹, %, &) are said. Raises ValueError if there is no room at all.

    >>> slug("एससीओ: राजनाथ सिंह ने रूसी समकक्ष से की मुलाकात")
    'sco-rajnath-singh-ne-rusi-samkaksh-se-ki-mulakat'
    >>> slug("एससीओ: राजनाथ सिंह ने रूसी समकक्ष से की मुलाकात", 40)
    'sco-rajnath-singh-rusi-samkaksh-mulakat'
    >>> slug("؟")
    'khabar'
    """
    if most < 1:
        message = f"a slug needs room for one letter at least, not {most}"
        raise ValueError(message)
    pieces = [(_spelled(piece, profile), piece) for piece in _pieces(text, profile)]
    spelled = [(part, piece) for part, piece in pieces if part]
    for longest in (0, _SHORT, sys.maxsize):
        kept = [part for part, piece in spelled if not _is_common(piece, longest, profile)]
        whole = "-".join(kept)
        if kept and len(whole) <= most:
            return whole
    return _fit(kept or [part for part, _ in spelled], most) or NO_WORDS[:most]


def _pieces(text: str, profile: Profile) -> list[str]:
    said = _THOUSANDS.sub("", normalise(text, profile=profile))
    for sign, words_for_it in _SAID:
        said = sign.sub(words_for_it, said)
    return said.split()


def _spelled(piece: str, profile: Profile) -> str:
    if len(piece) > LONGEST_KEPT:
        return _ascii(romanise(piece, profile=profile))
    return _kept_spelling(piece, profile)


@lru_cache(maxsize=2**15)
def _kept_spelling(piece: str, profile: Profile) -> str:
    return _ascii(romanise(piece, profile=profile))


def _ascii(roman: str) -> str:
    """Return the lower-case letters and digits of a Roman text, accents taken off."""
    plain = unicodedata.normalize("NFKD", _MARKS.sub("", roman).casefold())
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return _GAPS.sub("-", letters).strip("-")


def _is_common(piece: str, longest: int, profile: Profile) -> bool:
    """Say whether a piece is of common words only, none of them longer than so many characters."""
    found = words(piece, profile=profile)
    return bool(found) and all(
        len(word) <= longest and word in profile.stop_words and word not in profile.negations
        for word in found
    )


def _fit(parts: list[str], most: int) -> str:
    """Return as many whole words as fit, or the beginning of the first."""
    whole = "-".join(parts)
    if len(whole) <= most:
        return whole
    return whole[: most + 1].rpartition("-")[0] or whole[:most].rstrip("-")
