"""Tokens: the words and sentences of a text, just as they stand in it."""

from functools import lru_cache

import regex

from harkara.text.chars import (
    ABBREVIATION,
    BARS,
    CLOSERS,
    DANDA,
    DOUBLE_DANDA,
    JOINERS,
    LETTER,
    SIGN,
)
from harkara.text.languages import HINDI, Profile
from harkara.text.languages.base import listed
from harkara.text.repairs.marks import word_before

STOP_WORDS = HINDI.stop_words
"""Hindi words too common to match by."""

ADDRESS = (
    r"(?:https?://|www\.)[^\s<>\"“”‘’|।]*[^\s<>\"“”‘’|।.,;:!?)\]]"
    r"|(?<![\w.+-])[\w.+-]{1,64}+@[\w-]{1,63}+(?:\.[\w-]{1,63}+)++"
)
NUMBER = r"\p{Nd}++(?:[.,:/]\p{Nd}++)*+(?![\p{L}\p{M}])"
PLAIN_WORD = rf"[{LETTER}][{LETTER}{SIGN}]*+(?![\p{{L}}\p{{M}}\p{{Nd}}_{JOINERS}{ABBREVIATION}.@])"
WORD = rf"[\p{{L}}\p{{Nd}}][\p{{L}}\p{{M}}\p{{Nd}}_{JOINERS}{ABBREVIATION}]*+"
_LATIN_ABBREVIATIONS = listed(
    """
    Mr Mrs Ms Dr Prof St Sr Jr No vs Rs Gen Col Capt Lt Maj Sgt Inc Ltd Co Corp Govt Dept Hon Rev
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec approx Fig Vol pp
    """
)
# A run of marks is tried once, from its beginning: a long one costs no more than its length.
_MARK = f"{DANDA}{DOUBLE_DANDA}?!"
_END = regex.compile(
    rf"(?<![{_MARK}])[{_MARK}]++(?:[{CLOSERS}]*+(?:\s++|\Z)|(?=[{LETTER}])|(?<=[{DANDA}])(?=\p{{L}}))"
    rf"|(?P<stop>\.)[{CLOSERS}]*+(?:\s++|\Z)|\n++"
    rf"|(?P<hasty>\.(?=[{LETTER}])|[{BARS}]{{1,2}}\s*+)"
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

    A full stop glued to the next word, or a bar, ends one only after a word that sentences end
    in: है.उन्होंने, but ए.के.

    >>> sentences("डॉ. शर्मा आए। ‘कितने बजे?’ रु. 2.5 लाख मिले! बस")
    ['डॉ. शर्मा आए।', '‘कितने बजे?’', 'रु. 2.5 लाख मिले!', 'बस']
    """
    found, start = [], 0
    for end in _END.finditer(text):
        if end["stop"] and not _ends(text, start, end.start(), end.end(), profile):
            continue
        if end["hasty"] and word_before(text, end.start()) not in profile.final_words:
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
    # Most words are plain, and cost least when they are tried first.
    return regex.compile(f"{PLAIN_WORD}|{ADDRESS}|{initials}|{NUMBER}|{WORD}")
