"""Features: what a learner sees of a story, as numbers of buckets.

A story is seen twice: as stems and pairs of neighbouring stems, and as the letters inside its words
(a new word is known by the parts it shares with others). The many features share a fixed number of
buckets, so that what is learned from a million stories takes no more room than from a thousand.
Marks count as words: desks have their habits. What kinds of news the hand-made lexicon hears in a
Hindi headline is a feature too: it knows words that no story of the archive had.
"""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise
from operator import mul
from typing import NamedTuple
from zlib import crc32

import regex

from harkara.search.sections.choices import TextFields
from harkara.search.sections.lexicon import kinds_spoken_for
from harkara.text.fold import fold
from harkara.text.languages import HINDI, Profile
from harkara.text.stem import stem

BUCKETS = 2**19
MOST_WORDS = 500
"""So much of a story is read; what it is about is told by then."""
HEADLINE_COUNTS = 2
SHORTEST_PART = 2
LONGEST_PART = 4
KEPT_WORDS = 2**16
KIND = 0.06
"""What a kind of news weighs, beside the length 1 of all words: its points' logarithm so often."""
_DAMPENED = (0.0, *(1 + math.log(count) for count in range(1, 64)))
_PIECE = regex.compile(r"[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}\s]+")


class Features(NamedTuple):
    """Bucket → one plus the logarithm of how often, by words and by letters; and kinds of news."""

    words: Mapping[int, float]
    letters: Mapping[int, float]
    kinds: Mapping[int, float]
    """Bucket → its weight."""


class Weighted(NamedTuple):
    """A story's features with their weights; each family has the length 1."""

    buckets: tuple[int, ...]
    weights: tuple[float, ...]


class Seen(NamedTuple):
    """One piece of a story: as written, its stem, and the buckets of its letters."""

    text: str
    stem: str
    bucket: int
    letters: tuple[int, ...]


def features(fields: TextFields, *, profile: Profile = HINDI) -> Features:
    """Return the features of a story; the headline counts twice."""
    words: list[int] = []
    letters: list[int] = []
    for pieces, times in parts(fields, profile):
        pairs = (pair_bucket(a.stem, b.stem) for a, b in pairwise(pieces))
        words += [*(one.bucket for one in pieces), *pairs] * times
        letters += [*chain.from_iterable(one.letters for one in pieces)] * times
    return Features(_dampened(words), _dampened(letters), _kinds(fields.headline, profile))


def parts(fields: TextFields, profile: Profile) -> list[tuple[list[Seen], int]]:
    """Return the pieces of the headline and of the rest, and how often each part counts."""
    see = _seer(profile)
    headline = [see(piece) for piece in _PIECE.findall(fields.headline)[:MOST_WORDS]]
    rest = _PIECE.findall(f"{fields.standfirst}\n{fields.body}")[:MOST_WORDS]
    return [(headline, HEADLINE_COUNTS), ([see(piece) for piece in rest], 1)]


def weighted(seen: Features, rarity: Sequence[float] | None) -> Weighted:
    """Return a story's features, each family of the length 1, weighted by how rare they are."""
    buckets: list[int] = []
    weights: list[float] = []
    for family in (seen.words, seen.letters):
        found = (
            list(family.values())
            if rarity is None
            else [count * rarity[bucket] for bucket, count in family.items()]
        )
        length = math.sqrt(sum(map(mul, found, found))) or 1.0
        buckets += family
        weights += [one / length for one in found]
    return Weighted((*buckets, *seen.kinds), (*weights, *seen.kinds.values()))


@lru_cache(maxsize=2**17)
def pair_bucket(first: str, second: str) -> int:
    """Return the bucket of two neighbouring stems."""
    return _bucket(f"2{first} {second}")


@cache
def _seer(profile: Profile) -> Callable[[str], Seen]:
    @lru_cache(maxsize=KEPT_WORDS)
    def see(piece: str) -> Seen:
        key = fold(piece, profile=profile)
        is_word = piece[0].isalnum()
        word = stem(piece, profile=profile) if is_word else key
        framed = f" {key} "
        inside = tuple(
            _bucket(f"3{framed[at : at + size]}")
            for size in range(SHORTEST_PART, LONGEST_PART + 1)
            for at in range(len(framed) - size + 1)
        )
        return Seen(piece, word, _bucket(f"1{word}"), inside)

    return see


def _kinds(headline: str, profile: Profile) -> dict[int, float]:
    """Return the kinds of news that a headline speaks for; the lexicon knows Hindi alone."""
    if profile is not HINDI or not headline:
        return {}
    spoken = kinds_spoken_for(TextFields(headline=headline))
    return {_bucket(f"4{kind}"): KIND * math.log1p(of.score) for kind, of in spoken.items()}


def _bucket(feature: str) -> int:
    return crc32(feature.encode()) % BUCKETS


def _dampened(found: Sequence[int]) -> dict[int, float]:
    """Return each bucket with one plus the logarithm of how often it was found."""
    return {
        bucket: _DAMPENED[count] if count < len(_DAMPENED) else 1 + math.log(count)
        for bucket, count in Counter(found).items()
    }
