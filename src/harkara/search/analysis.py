"""Analysis: the terms under which the words of a text are counted and found.

It is the same for stories and for queries. A term is the stem of a word, folded. Letters and
digits that were written together are terms of their own, so एस-400, एस400 and एस 400 meet.
"""

from collections.abc import Iterable
from functools import lru_cache

import regex

from harkara.text.chars import ABBREVIATION, JOINERS, LETTER, SIGN
from harkara.text.fold import fold
from harkara.text.stem import stem
from harkara.text.tokens import STOP_WORDS, words

LONGEST_WORD = 64
"""Of a longer word only so many characters count: it is no word."""
_PLAIN = regex.compile(rf"[{LETTER}][{LETTER}{SIGN}{JOINERS}]*+\Z|\p{{Latin}}++\Z")
_COMMA = regex.compile(r"(?<=\p{Nd}),(?=\p{Nd})")
_PART = regex.compile(
    r"\p{Nd}++(?:\.\p{Nd}++)*+"
    rf"|[{LETTER}](?:[{LETTER}{SIGN}{JOINERS}{ABBREVIATION}]|\.(?=[{LETTER}]))*+"
    rf"|(?:(?![{LETTER}])\p{{L}}[\p{{M}}{JOINERS}]*+(?:\.(?=\p{{L}}))?+)++"
)

_JOINED = regex.compile(rf"(?<=[^{LETTER}{SIGN}])(?<=\p{{L}})\.")


def terms(text: str) -> list[str]:
    """Return the terms of a text in order.

    >>> terms("मंत्रियों ने एस400 और S-400 पर बात की")
    ['मंत्री', 'ने', 'एस', '400', 'और', 's', '400', 'पर', 'बात', 'का']
    """
    return [term for word in words(text) for term in terms_of(word)]


@lru_cache(maxsize=2**17)
def terms_of(word: str) -> tuple[str, ...]:
    """Return the terms of a word, as `words` gives it: nearly always one, sometimes none."""
    return tuple(term for part in parts(word) for term in _stemmed(part))


def term_of(word: str) -> str:
    """Return the first term of a word, or nothing if it has none."""
    return next(iter(terms_of(word)), "")


def parts(word: str) -> list[str]:
    """Return the digits, the Devanagari and the other letters of a word apart.

    Points stay inside a number and between initials of Devanagari.

    >>> parts("टी20"), parts("1,50,000.5"), parts("PMमोदी"), parts("U.S"), parts("ए.के")
    (['टी', '20'], ['150000.5'], ['PM', 'मोदी'], ['US'], ['ए.के'])
    """
    word = word[:LONGEST_WORD]
    if _PLAIN.match(word):
        return [word]
    found = _PART.findall(_COMMA.sub("", word))
    return [_JOINED.sub("", part) for part in found]


def _stemmed(part: str) -> Iterable[str]:
    """Return the stem of a part; what folds to several words is several terms."""
    return stem(part).split()


def is_common(word: str) -> bool:
    """Say whether a word is too common to look for."""
    return fold(word) in _common_words()


@lru_cache(maxsize=1)
def _common_words() -> frozenset[str]:
    return frozenset(map(fold, STOP_WORDS))
