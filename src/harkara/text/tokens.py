"""Tokens: the words and sentences of a text, just as they stand in it."""

from functools import lru_cache

import regex

from harkara.text.chars import ABBREVIATION, CLOSERS, DANDA, DOUBLE_DANDA, JOINERS, LETTER, SIGN
from harkara.text.languages import HINDI, Profile
from harkara.text.repairs.marks import word_before

STOP_WORDS = HINDI.stop_words
"""Hindi words too common to match by."""

ADDRESS = (
    r"(?:https?://|www\.)[^\s<>\"“”‘’|।]*[^\s<>\"“”‘’|।.,;:!?)\]]"
    r"|(?<![\w.+-])[\w.+-]{1,64}+@[\w-]{1,63}+(?:\.[\w-]{1,63}+)++"
)
NUMBER = r"\p{Nd}++(?:[.,:/]\p{Nd}++)*+(?![\p{L}\p{M}])"
WORD = rf"[\p{{L}}\p{{Nd}}][\p{{L}}\p{{M}}\p{{Nd}}_{JOINERS}{ABBREVIATION}]*+"
_LATIN_ABBREVIATIONS = frozenset({"Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Sr", "Jr", "No", "vs"})
_END = regex.compile(
    rf"(?P<mark>[{DANDA}{DOUBLE_DANDA}]+[?!]*|[?!]+)[{CLOSERS}]*(?:\s+|\Z|(?<=[{DANDA}])(?=\p{{L}}))"
    rf"|(?P<stop>\.)[{CLOSERS}]*(?:\s+|\Z)|\n+"
)
_LATIN_WORD = regex.compile(r"(?<![A-Za-z.])[A-Za-z]+\Z")
_NUMBER_ALONE = regex.compile(r"\A[\s(]*\p{Nd}{1,3}\Z")


def words(text: str, *, profile: Profile = HINDI) -> list[str]:
    """Return the words of a text in order, without marks and spaces.

    A number with its points, an address of the web, and initials with their full stops are
    one word each; the parts of a hyphenated word are words of their own.

    >>> words("भारत-रूस: ए.के. एंटनी को 1,23,456.50 रु. मिले।")
    ['भारत', 'रूस', 'ए.के', 'एंटनी', 'को', '1,23,456.50', 'रु', 'मिले']
    """
    return _word_pattern(profile).findall(text)


def sentences(text: str, *, profile: Profile = HINDI) -> list[str]:
    """Return the sentences of a text in order, each with its closing mark.

    >>> sentences("डॉ. शर्मा आए। ‘कितने बजे?’ रु. 2.5 लाख मिले! बस")
    ['डॉ. शर्मा आए।', '‘कितने बजे?’', 'रु. 2.5 लाख मिले!', 'बस']
    """
    found, start = [], 0
    for end in _END.finditer(text):
        if end["stop"] and not _ends(text, start, end.start("stop"), end.end(), profile):
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if sentence]


def _ends(text: str, start: int, stop: int, after: int, profile: Profile) -> bool:
    """Say whether the full stop at a place ends the sentence that began at `start`."""
    if text[stop - 1 : stop] == "." or word_before(text, stop) in profile.abbreviations:
        return False  # dots that trail off, or डॉ.
    if _NUMBER_ALONE.match(text[max(start, stop - 8) : stop]):
        return False  # the number of an item: 1. पहला
    latin = _LATIN_WORD.search(text[max(start, stop - 8) : stop])
    if latin and (len(latin[0]) == 1 or latin[0] in _LATIN_ABBREVIATIONS):
        return False
    return not text[after : after + 1].islower()


@lru_cache(maxsize=8)
def _word_pattern(profile: Profile) -> regex.Pattern[str]:
    names = "|".join(sorted(profile.letter_names, key=len, reverse=True))
    initial = rf"(?:{names}|[{LETTER}][{SIGN}]*|\p{{Latin}})" if names else r"\p{Latin}"
    initials = rf"(?<![\p{{L}}\p{{M}}.]){initial}(?:\.{initial})+(?![\p{{L}}\p{{M}}])"
    return regex.compile(f"{ADDRESS}|{initials}|{NUMBER}|{WORD}")
