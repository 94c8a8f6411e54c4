"""Spelled names: words made of the names of letters, such as एससीओ, एमकेआई, एसयू."""

from functools import cache

import regex

from harkara.text.fold import fold
from harkara.text.languages import HINDI

_LATIN = regex.compile(r"[A-Z][A-Z&]{1,4}")


@cache
def _letters() -> regex.Pattern[str]:
    names = sorted({fold(name) for name in HINDI.letter_names}, key=len, reverse=True)
    return regex.compile(rf"(?:{'|'.join(map(regex.escape, names))})+")


@cache
def _one_letter() -> regex.Pattern[str]:
    names = sorted({fold(name) for name in HINDI.letter_names}, key=len, reverse=True)
    return regex.compile("|".join(map(regex.escape, names)))


def is_spelled(text: str) -> bool:
    """Say whether a word is spelled in letters: एससीओ, SCO, एस.

    >>> is_spelled("एससीओ"), is_spelled("SCO"), is_spelled("संगठन")
    (True, True, False)
    """
    return _LATIN.fullmatch(text) is not None or _letters().fullmatch(fold(text)) is not None


def letter_count(text: str) -> int:
    """Return how many letters a spelled word has: एससीओ has three."""
    return len(text) if text.isascii() else len(_one_letter().findall(fold(text)))
