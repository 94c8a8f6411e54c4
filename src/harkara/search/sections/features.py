"""Features: what a learner sees of a story, as numbers of buckets.

A story is seen twice: as stems and pairs of neighbouring stems, and as the letters inside its words
(a new word is known by the parts it shares with others). The many features share a fixed number of
buckets, so that what is learned from a million stories takes no more room than from a thousand.
What kinds of news the hand-made lexicon hears in a Hindi headline is a feature too: it knows words
that no story of the archive had.

The letters of a word weigh as the word does. So what they say for a section is the same in every
story, and has to be looked up only once for each word (`answering`).
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from operator import mul
from typing import NamedTuple

from harkara.search.sections.choices import TextFields
from harkara.search.sections.lexicon import HEADLINE_WEIGHT, Support, heard
from harkara.search.sections.reading import BUCKETS, Piece, Reading, Word, bucket, read
from harkara.text.languages import HINDI, Profile

HEADLINE_COUNTS = 2
STEMS = 1.4
"""What all stems and pairs weigh, beside the letters of the words."""
KIND = 0.06
"""What a kind of news weighs, beside the letters of the words: its points' logarithm so often."""


class Features(NamedTuple):
    """What a story has; how often is told as one plus the logarithm of the number."""

    words: Mapping[int, float]
    """Buckets of stems and pairs → how often."""
    written: Sequence[tuple[Word, float]]
    """Each word as it is written, for its letters, and how often."""
    kinds: Mapping[int, float]
    """Buckets of kinds of news → their weights."""


class Weighted(NamedTuple):
    """A story's features with their weights."""

    buckets: Sequence[int]
    weights: Sequence[float]


def features(fields: TextFields, *, profile: Profile = HINDI) -> Features:
    """Return the features of a story; the headline counts twice."""
    return features_of(read(fields, profile=profile), profile=profile)


def features_of(reading: Reading, *, profile: Profile = HINDI) -> Features:
    """Return the features of a story that was read."""
    stems: list[int] = []
    words: list[Word] = []
    for part, times in zip(reading, (HEADLINE_COUNTS, 1, 1), strict=True):
        alone = [one.mark % BUCKETS for one in part.pieces]
        stems += (alone + pair_buckets(part.pieces)) * times
        words += part.words * times
    written = {one.text: one for one in words}
    times_of = Counter([one.text for one in words])
    return Features(
        {found: _dampened(count) for found, count in Counter(stems).items()},
        [(written[text], _dampened(count)) for text, count in times_of.items()],
        _kinds(reading, profile),
    )


def pair_buckets(part: Sequence[Piece]) -> list[int]:
    """Return the buckets of neighbouring stems, in their order.

    A mark has more bits than a bucket's number: two stems that share a bucket do not share pairs.
    """
    marks = [one.mark for one in part]
    return [(first + 3 * second >> 8) % BUCKETS for first, second in pairwise(marks)]


def weighted(seen: Features, rarity: Sequence[float] | None) -> Weighted:
    """Return a story's features, weighted by how rare they are."""
    words = _by_rarity(seen.words, rarity)
    letters: dict[int, float] = {}
    square = 0.0
    for one, times in seen.written:
        square += times * times * square_of(one, rarity)
        for inside in one.letters:
            letters[inside] = letters.get(inside, 0.0) + times
    parts = _by_rarity(letters, rarity)
    lengths = length(words), math.sqrt(square) or 1.0
    return Weighted(
        (*seen.words, *letters, *seen.kinds),
        (
            *(STEMS * weight / lengths[0] for weight in words),
            *(weight / lengths[1] for weight in parts),
            *seen.kinds.values(),
        ),
    )


def letters_of(seen: Features) -> set[int]:
    """Return the buckets of the letters in a story."""
    return set().union(*(one.letters for one, _ in seen.written))


def square_of(word: Word, rarity: Sequence[float] | None) -> float:
    """Return the length of a word's letters, squared."""
    if rarity is None:
        return float(len(word.letters))
    return sum([rarity[inside] ** 2 for inside in word.letters])


def length(weights: Iterable[float]) -> float:
    """Return the length of a vector, 1 if it is nothing."""
    found = list(weights)
    return math.sqrt(sum(map(mul, found, found))) or 1.0


def _by_rarity(found: Mapping[int, float], rarity: Sequence[float] | None) -> list[float]:
    if rarity is None:
        return list(found.values())
    return [times * rarity[at] for at, times in found.items()]


@lru_cache(maxsize=4096)
def _dampened(count: int) -> float:
    return 1 + math.log(count)


def _kinds(reading: Reading, profile: Profile) -> dict[int, float]:
    """Return the kinds of news that a headline speaks for; the lexicon knows Hindi alone."""
    if profile is not HINDI or not reading.headline.words:
        return {}
    spoken: Mapping[str, Support] = heard(((reading.headline.pieces, HEADLINE_WEIGHT),))
    return {_kind_bucket(kind): KIND * math.log1p(of.score) for kind, of in spoken.items()}


@cache
def _kind_bucket(kind: str) -> int:
    return bucket(f"4{kind}")
