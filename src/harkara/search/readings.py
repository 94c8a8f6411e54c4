"""Readings: the terms of an archive that a typed word may stand for.

A Hindi word stands for itself, and for the Roman spelling it has by custom (बीजेपी for BJP). A
Roman word stands for itself and for the archive's Hindi words that are typed so, each the surer
the closer it is: the whole query, not a single choice made here, decides which of them was meant.
"""

from dataclasses import dataclass
from functools import lru_cache

from harkara.search.analysis import is_common, term_of
from harkara.search.documents import WordRead
from harkara.search.vocabulary import Vocabulary, is_hindi
from harkara.text.languages import HINDI
from harkara.text.lexicon import Lexicon
from harkara.text.phonetic import plain_roman
from harkara.text.roman.typed import FAR
from harkara.text.romanise import customary
from harkara.text.sounding import costs
from harkara.text.tokens import STOP_WORDS

MOST = 6
"""A word stands for so many terms at most."""
HALF = 20
"""What costs so much more than the closest word, in tenths, is half as sure."""
MARGIN = 20
"""What costs more than that beyond the closest word is not meant."""
LIMIT, LIMIT_PER_LETTER = 10, 5
"""The cost over which a spelling means another word, for no letters and for each letter."""
COMMON_MARGIN = 12
"""A spelling that may be a word too common to look for, at no more cost than this beyond the
closest word, is taken for it: ki, mein."""
OTHER_SCRIPT = 0.7
"""How surely a Hindi word stands for the Roman spelling it has by custom."""
_LETTER_NAMES = {roman: name for name, roman in reversed([*HINDI.letter_names.items()])}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a typed word may stand for."""

    told: WordRead
    terms: tuple[tuple[str, float], ...]
    """The terms and how surely it is each, up to 1, the surest first. For a word that the
    archive has not: the term it would have."""
    is_common: bool = False
    """Whether it is too common to look for."""


def read(word: str, vocabulary: Vocabulary) -> Reading:
    """Return what a word, as `analysis.parts` gives it, may stand for."""
    term = term_of(word)
    if word.isascii() and word.isalpha():
        return _read_roman(word, term, vocabulary)
    known = vocabulary.count(term) > 0 if term else False
    found = [(word, term, 1.0)] if known else []
    if is_hindi(word):
        found += _in_roman(word, vocabulary)
    return _reading(word, term, found, by_sound=False, common=is_common(word))


def _in_roman(word: str, vocabulary: Vocabulary) -> list[tuple[str, str, float]]:
    """Return the Roman words of the archive that a Hindi word is by custom."""
    own = plain_roman(customary(word)[0])
    words = vocabulary.owning(own) if own else ()
    latin = {term_of(other): other for other in words if not is_hindi(other)}
    return [(latin[term], term, OTHER_SCRIPT) for term in latin if vocabulary.count(term)]


def _read_roman(word: str, term: str, vocabulary: Vocabulary) -> Reading:
    """Return what a Roman word may stand for."""
    limit = LIMIT + LIMIT_PER_LETTER * len(word)
    close = {other: cost for other, cost in heard(word, vocabulary).items() if cost <= limit}
    best = min(close.values(), default=limit)
    common = is_common(word) or common_cost(word) <= min(best + COMMON_MARGIN, limit)
    found = [(word, term, 1.0)] if vocabulary.count(term) else []
    near = sorted((cost, other) for other, cost in close.items() if cost <= best + MARGIN)
    sounded = [(other, term_of(other), 2.0 ** ((best - cost) / HALF)) for cost, other in near]
    found += [one for one in sounded if vocabulary.count(one[1])]
    return _reading(word, term, found, by_sound=True, common=common)


@lru_cache(maxsize=2**12)
def common_cost(roman: str) -> int:
    """Return what it costs to read a Roman word as one too common to look for."""
    return min(costs(_common_words(), roman, with_slips=False).values(), default=FAR)


@lru_cache(maxsize=1)
def _common_words() -> Lexicon:
    return Lexicon(dict.fromkeys(sorted(STOP_WORDS), 1))


def heard(word: str, vocabulary: Vocabulary) -> dict[str, int]:
    """Return what it costs to read a word as each of the archive's words that sound like it.

    Its own Roman letters are left out; a letter alone is also read by its name: s as एस.
    """
    found = dict(vocabulary.heard(word))
    name = _LETTER_NAMES.get(word.lower())
    if name is not None:
        found[name] = 0
    return {other: cost for other, cost in found.items() if is_hindi(other)}


def _reading(
    word: str,
    term: str,
    found: list[tuple[str, str, float]],
    *,
    by_sound: bool,
    common: bool,
) -> Reading:
    """Put a reading together: of words with one term the surest speaks for it."""
    surest: dict[str, tuple[str, float]] = {}
    for other, its_term, sure in found:
        if sure > surest.get(its_term, ("", 0.0))[1]:
            surest[its_term] = other, sure
    ranked = sorted(surest.items(), key=lambda one: (-one[1][1], one[0]))[:MOST]
    words = tuple(other for _, (other, _) in ranked)
    told = WordRead(typed=word, found=words, by_sound=by_sound and any(map(is_hindi, words)))
    terms = tuple((its_term, sure) for its_term, (_, sure) in ranked)
    return Reading(told, terms or ((term, 1.0),), common)
