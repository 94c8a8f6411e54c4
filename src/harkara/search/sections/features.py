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
from functools import cache
from itertools import pairwise
from operator import mul
from typing import NamedTuple

from harkara.search.sections.choices import TextFields
from harkara.search.sections.lexicon import HEADLINE_WEIGHT, Support, heard
from harkara.search.sections.reading import BUCKETS, MOST_WORDS, Reading, Seen, bucket, read
from harkara.text.languages import HINDI, Profile

HEADLINE_COUNTS = 2
KIND = 0.06
"""What a kind of news weighs, beside the length 1 of all words: its points' logarithm so often."""
_DAMPENED = (0.0, *(1 + math.log(count) for count in range(1, HEADLINE_COUNTS * 2 * MOST_WORDS)))


class Features(NamedTuple):
    """What a story has; how often is told as one plus the logarithm of the number."""

    words: Mapping[int, float]
    """Buckets of stems and pairs → how often."""
    pieces: Sequence[tuple[Seen, float]]
    """Each piece as it is written, for its letters, and how often."""
    kinds: Mapping[int, float]
    """Buckets of kinds of news → their weights."""


class Weighted(NamedTuple):
    """A story's features with their weights; words and letters have the length 1 each."""

    buckets: Sequence[int]
    weights: Sequence[float]


def features(fields: TextFields, *, profile: Profile = HINDI) -> Features:
    """Return the features of a story; the headline counts twice."""
    return features_of(read(fields, profile=profile), profile=profile)


def features_of(reading: Reading, *, profile: Profile = HINDI) -> Features:
    """Return the features of a story that was read."""
    words: list[int] = []
    pieces: list[Seen] = []
    for part, times in zip(reading, (HEADLINE_COUNTS, 1, 1), strict=True):
        stems = [one.mark % BUCKETS for one in part]
        words += (stems + pair_buckets(part)) * times
        pieces += part * times
    written = {one.text: one for one in pieces}
    times_of = Counter([one.text for one in pieces])
    return Features(
        {found: _DAMPENED[count] for found, count in Counter(words).items()},
        [(written[text], _DAMPENED[count]) for text, count in times_of.items()],
        _kinds(reading, profile),
    )


def pair_buckets(part: Sequence[Seen]) -> list[int]:
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
    for one, times in seen.pieces:
        square += times * times * square_of(one, rarity)
        for inside in one.letters:
            letters[inside] = letters.get(inside, 0.0) + times
    parts = _by_rarity(letters, rarity)
    lengths = length(words), math.sqrt(square) or 1.0
    return Weighted(
        (*seen.words, *letters, *seen.kinds),
        (
            *(weight / lengths[0] for weight in words),
            *(weight / lengths[1] for weight in parts),
            *seen.kinds.values(),
        ),
    )


def letters_of(seen: Features) -> set[int]:
    """Return the buckets of the letters in a story."""
    return set().union(*(one.letters for one, _ in seen.pieces))


def square_of(piece: Seen, rarity: Sequence[float] | None) -> float:
    """Return the length of a piece's letters, squared."""
    if rarity is None:
        return float(len(piece.letters))
    return sum([rarity[inside] ** 2 for inside in piece.letters])


def length(weights: Iterable[float]) -> float:
    """Return the length of a vector, 1 if it is nothing."""
    found = list(weights)
    return math.sqrt(sum(map(mul, found, found))) or 1.0


def _by_rarity(found: Mapping[int, float], rarity: Sequence[float] | None) -> list[float]:
    if rarity is None:
        return list(found.values())
    return [times * rarity[at] for at, times in found.items()]


def _kinds(reading: Reading, profile: Profile) -> dict[int, float]:
    """Return the kinds of news that a headline speaks for; the lexicon knows Hindi alone."""
    if profile is not HINDI or not reading.headline:
        return {}
    spoken: Mapping[str, Support] = heard(((reading.headline, HEADLINE_WEIGHT),))
    return {_kind_bucket(kind): KIND * math.log1p(of.score) for kind, of in spoken.items()}


@cache
def _kind_bucket(kind: str) -> int:
    return bucket(f"4{kind}")
