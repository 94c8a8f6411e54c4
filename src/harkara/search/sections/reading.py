"""Reading: the pieces of a story, each folded, stemmed and taken apart once.

Marks are pieces too: desks have their habits.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple
from zlib import crc32

import regex

from harkara.search.sections.choices import TextFields
from harkara.text.chars import JOINERS
from harkara.text.fold import fold
from harkara.text.languages import HINDI, Profile
from harkara.text.stem import stem

BUCKETS = 2**19
MOST_WORDS = 500
"""So much of a headline, and so much of the rest is read; what it is about is told by then."""
MOST_CHARACTERS = 20 * MOST_WORDS
SHORTEST_PART = 2
LONGEST_PART = 4
KEPT_WORDS = 2**16
_PIECE = regex.compile(rf"[\p{{L}}\p{{M}}\p{{N}}{JOINERS}]++|[^\p{{L}}\p{{M}}\p{{N}}\s]++")


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A piece of a story."""

    text: str
    """As it is written."""
    stem: str
    term: str | None
    """What the lexicon, which knows Hindi, would have it under; None for a mark."""
    mark: int
    """A number for the stem, from 0 to 2^32."""
    letters: tuple[int, ...]
    """The buckets of the letters in it."""


class Reading(NamedTuple):
    """The pieces of a story in their order, by where they stand."""

    headline: list[Seen]
    standfirst: list[Seen]
    body: list[Seen]


def read(fields: TextFields, *, profile: Profile = HINDI) -> Reading:
    """Return the pieces of a story."""
    standfirst = _pieces(fields.standfirst, MOST_WORDS, profile)
    body = _pieces(fields.body, MOST_WORDS - len(standfirst), profile)
    return Reading(_pieces(fields.headline, MOST_WORDS, profile), standfirst, body)


def bucket(feature: str) -> int:
    """Return the bucket of a feature."""
    return crc32(feature.encode()) % BUCKETS


def _pieces(text: str, most: int, profile: Profile) -> list[Seen]:
    found = _PIECE.findall(text, endpos=MOST_CHARACTERS)
    return [*map(_seer(profile), found[:most])]


@cache
def _seer(profile: Profile) -> Callable[[str], Seen]:
    @lru_cache(maxsize=KEPT_WORDS)
    def see(piece: str) -> Seen:
        key = fold(piece, profile=profile)
        is_word = piece[0].isalnum()
        word = stem(piece, profile=profile) if is_word else key
        return Seen(
            piece,
            word,
            stem(piece) if is_word else None,
            crc32(f"1{word}".encode()),
            tuple(_inside(f" {key} ")),
        )

    return see


def _inside(framed: str) -> Iterator[int]:
    for size in range(SHORTEST_PART, LONGEST_PART + 1):
        for at in range(len(framed) - size + 1):
            yield bucket(f"3{framed[at : at + size]}")
