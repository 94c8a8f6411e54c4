"""Slugs: a headline as a short, readable address."""

import re
import unicodedata

from harkara.text.languages import HINDI, Profile
from harkara.text.normalise import normalise
from harkara.text.romanise import romanise
from harkara.text.tokens import words

NO_WORDS = "khabar"
"""The slug of a headline that has no letters or digits to spell."""
_MARKS = re.compile("['’‘]")
_GAPS = re.compile("[^a-z0-9]+")


def slug(text: str, most: int = 80, *, profile: Profile = HINDI) -> str:
    """Return the text as lower-case ASCII words with hyphens between, at most so many bytes.

    Words are never cut, unless the first alone is too long; words too common to matter are
    dropped only where the rest would not fit. Raises ValueError if there is no room at all.

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
    pieces = [(_ascii(romanise(piece, profile=profile)), piece) for piece in _pieces(text, profile)]
    spelled = [(part, piece) for part, piece in pieces if part]
    whole = "-".join(part for part, _ in spelled)
    if len(whole) > most:
        telling = [part for part, piece in spelled if not _is_common(piece, profile)]
        whole = _fit(telling or [part for part, _ in spelled], most)
    return whole or NO_WORDS[:most]


def _pieces(text: str, profile: Profile) -> list[str]:
    return normalise(text, profile=profile).split()


def _ascii(roman: str) -> str:
    """Return the lower-case letters and digits of a Roman text, accents taken off."""
    plain = unicodedata.normalize("NFKD", _MARKS.sub("", roman).casefold())
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return _GAPS.sub("-", letters).strip("-")


def _is_common(piece: str, profile: Profile) -> bool:
    found = words(piece, profile=profile)
    return bool(found) and all(word in profile.stop_words for word in found)


def _fit(parts: list[str], most: int) -> str:
    """Return as many whole words as fit, or the beginning of the first."""
    kept = "-".join(parts)[: most + 1].rpartition("-")[0] if len("-".join(parts)) > most else None
    if kept is None:
        return "-".join(parts)
    return kept or parts[0][:most].rstrip("-")
