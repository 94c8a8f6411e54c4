"""Stemming: one key for the forms of a word (बैठक, बैठकें, बैठकों).

It is light on purpose. Endings of number, case, gender and tense come off; endings that make
another word stay (चुनाव and चुनावी, सरकार and सरकारी are different words to a reader), and so
do those of a causative (बनना and बनाना).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from harkara.text.chars import CONSONANT, SIGN_AA, SIGN_II, VIRAMA, VOWEL
from harkara.text.fold import LONGEST_KEPT, fold
from harkara.text.languages import HINDI, Profile

SHORTEST_NOUN = 2
"""How many characters the ending of a noun must leave, its own vowel sign among them."""

FEWEST_LETTERS = 2
"""How many letters must be left of a word when what is written onto it comes off."""
MOST_PARTICLES = 4
"""How many things may be written onto one word: बालबालिकाहरूसँगको."""
_CONSONANT = re.compile(f"[{CONSONANT}]")
_LETTER = re.compile(f"[{CONSONANT}{VOWEL}]")


def stem(word: str, *, profile: Profile = HINDI) -> str:
    """Return the stem of a word, folded.

    >>> stem("मंत्रियों"), stem("मंत्री"), stem("करेंगे"), stem("बड़ी")
    ('मंत्री', 'मंत्री', 'कर', 'बडा')
    >>> stem("चुनावी") == stem("चुनाव")
    False
    """
    if len(word) > LONGEST_KEPT:
        return _stem(word, profile)
    return _kept(word, profile)


@dataclass(frozen=True, slots=True)
class _Tables:
    """A language's words and endings, all folded."""

    stems: dict[str, str]
    particles: frozenset[str]
    verbs: frozenset[str]
    verb_endings: frozenset[str]
    adjectives: frozenset[str]
    adjective_endings: frozenset[str]
    nouns: frozenset[str]
    noun_endings: dict[str, str]
    longest: int
    """How long the longest ending is."""


@lru_cache(maxsize=8)
def _tables(profile: Profile) -> _Tables:
    def folded(words: Iterable[str], lost: str = "") -> frozenset[str]:
        return frozenset(fold(word + lost, profile=profile).removesuffix(lost) for word in words)

    endings = profile.verb_endings | profile.adjective_endings | profile.noun_endings.keys()
    return _Tables(
        stems={
            fold(word, profile=profile): fold(lemma, profile=profile)
            for word, lemma in profile.stems.items()
        },
        particles=folded(profile.particles),
        verbs=folded(profile.verbs),
        verb_endings=profile.verb_endings,
        adjectives=folded(profile.adjectives, SIGN_AA),
        adjective_endings=profile.adjective_endings,
        nouns=folded(profile.nouns, SIGN_AA),
        noun_endings=dict(profile.noun_endings),
        longest=max(map(len, endings | profile.particles), default=0),
    )


def _stem(word: str, profile: Profile) -> str:
    tables = _tables(profile)
    key = fold(word, profile=profile)
    for _ in range(MOST_PARTICLES):
        if key in tables.stems:
            return tables.stems[key]
        bare = _without_particle(key, tables)
        if bare == key:
            break
        key = bare
    known = tables.stems.get(key)
    return known or _verb(key, tables) or _changing(key, tables) or _noun(key, tables)


_kept = lru_cache(maxsize=2**16)(_stem)


def _cuts(key: str, tables: _Tables, *, leaving: int = 1) -> range:
    """Return where a word may be cut, so that the longest ending comes first."""
    return range(max(leaving, len(key) - tables.longest), len(key))


def _without_particle(key: str, tables: _Tables) -> str:
    """Return a word without the last thing written onto it, where a word of two letters is left.

    One letter is a particle only after a vowel (शाळेत, but not मदत), and none stands in a cluster.
    """
    for cut in _cuts(key, tables) if tables.particles else ():
        if key[cut:] not in tables.particles or key[cut - 1] == VIRAMA:
            continue
        if len(key) - cut == 1 and _CONSONANT.match(key[cut - 1]):
            continue
        if len(_LETTER.findall(key[:cut])) >= FEWEST_LETTERS:
            return key[:cut]
    return key


def _verb(key: str, tables: _Tables) -> str:
    """Return the root of a verb's form, or nothing."""
    for cut in _cuts(key, tables):
        if key[cut:] in tables.verb_endings and key[:cut] in tables.verbs:
            return key[:cut]
    return key if key in tables.verbs else ""


def _changing(key: str, tables: _Tables) -> str:
    """Return the form in ा of a word that changes it, or nothing.

    A noun has no feminine (छाता, but छाती). One that looks like a verb's form goes with the verb,
    in all its forms: झटकों with झटके.
    """
    for cut in _cuts(key, tables):
        base, ending = key[:cut], key[cut:]
        if ending not in tables.adjective_endings:
            continue
        if base in tables.nouns and not ending.startswith(SIGN_II):
            return _verb(base + SIGN_AA, tables) or base + SIGN_AA
        if base in tables.adjectives:
            return base + SIGN_AA
    return ""


def _noun(key: str, tables: _Tables) -> str:
    """Return a noun without the ending of its number and case."""
    for cut in _cuts(key, tables, leaving=SHORTEST_NOUN):
        if key[cut:] in tables.noun_endings:
            return key[:cut] + tables.noun_endings[key[cut:]]
    return key
