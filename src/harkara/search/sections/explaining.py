"""Explaining: the words of a story that speak for a section, as they are written."""

from collections.abc import Mapping
from itertools import pairwise

from harkara.search.sections.answering import Answer
from harkara.search.sections.features import pair_buckets
from harkara.search.sections.reading import BUCKETS, Reading
from harkara.text.tokens import STOP_WORDS

MOST_WHY = 6
SHORTEST_WHY = 2


def points(reading: Reading, answer: Answer, section: int) -> dict[str, float]:
    """Return what each word of a story does for a section, by its place in the answer.

    What a pair does is shared by its two words; forms of a word are one word, as it stands first.
    """
    by_bucket, by_word = answer.gains(section)
    gains: dict[str, float] = {}
    written: dict[str, str] = {}
    pairs: dict[int, tuple[str, str]] = {}
    for pieces in (part.pieces for part in reading):
        stems = [one.stem for one in pieces]
        for stem, one in zip(stems, pieces, strict=True):
            if stem not in written:
                written[stem] = one.text
                gains[stem] = by_bucket[one.mark % BUCKETS]
        pairs.update(zip(pair_buckets(pieces), pairwise(stems), strict=True))
    for word in {one.text: one for part in reading for one in part.words}.values():
        gains[word.main.stem] += by_word[word.text]
    for pair, (first, second) in pairs.items():
        half = by_bucket[pair] / 2
        gains[first] += half
        gains[second] += half
    return {written[stem]: gain for stem, gain in gains.items()}


def loudest(gains: Mapping[str, float]) -> tuple[str, ...]:
    """Return the words that speak for a section, the loudest first."""
    telling = [
        word
        for word, found in gains.items()
        if found > 0.0
        and len(word) >= SHORTEST_WHY
        and word[0].isalpha()
        and word not in STOP_WORDS
    ]
    return tuple(sorted(telling, key=lambda word: (-gains[word], word))[:MOST_WHY])
