"""Reading: the words of a story, each folded, stemmed and taken apart once.

A word is what stands between two spaces, with the marks that are written onto it: what ends a
sentence and what is put in quotes tells something too. Its pieces are bare words, and marks.
"""

from array import array
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
MOST_WORDS = 1000
"""So much of a headline, and so much of the rest is read; what it is about is told by then."""
LONGEST_WORD = 100
"""What is longer is cut: it is no word."""
SHORTEST_PART = 2
LONGEST_PART = 4
KEPT_WORDS = 2**16
_PIECE = regex.compile(rf"[\p{{L}}\p{{M}}\p{{N}}{JOINERS}]++|[^\p{{L}}\p{{M}}\p{{N}}\s]++")


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A piece of a word."""

    text: str
    """As it is written."""
    stem: str
    term: str | None
    """What the lexicon, which knows Hindi, would have it under; None for a mark."""
    mark: int
    """A number for the stem, from 0 to 2^32."""


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A word as it stands in a story."""

    text: str
    pieces: tuple[Piece, ...]
    main: Piece
    """The longest of them."""
    letters: "array[int]"
    """The buckets of the letters in it."""


class Part(NamedTuple):
    """A part of a story, in words and in pieces."""

    words: list[Word]
    pieces: list[Piece]


class Reading(NamedTuple):
    """A story, by where its words stand."""

    headline: Part
    standfirst: Part
    body: Part


def read(fields: TextFields, *, profile: Profile = HINDI) -> Reading:
    """Return the words of a story."""
    standfirst = _part(fields.standfirst, MOST_WORDS, profile)
    body = _part(fields.body, MOST_WORDS - len(standfirst.words), profile)
    return Reading(_part(fields.headline, MOST_WORDS, profile), standfirst, body)


def bucket(feature: str) -> int:
    """Return the bucket of a feature."""
    return crc32(feature.encode()) % BUCKETS


def _part(text: str, most: int, profile: Profile) -> Part:
    words = [*map(_seer(profile), text.split(maxsplit=most)[:most])]
    return Part(words, [piece for word in words for piece in word.pieces])


@cache
def _seer(profile: Profile) -> Callable[[str], Word]:
    @lru_cache(maxsize=KEPT_WORDS)
    def see(text: str) -> Word:
        word = text[:LONGEST_WORD]
        pieces = tuple(_piece(piece, profile) for piece in _PIECE.findall(word) or [word])
        main = max(pieces, key=lambda piece: len(piece.text))
        return Word(text, pieces, main, array("I", _inside(f" {fold(word, profile=profile)} ")))

    return see


def _piece(text: str, profile: Profile) -> Piece:
    is_word = any(map(str.isalnum, text))
    key = stem(text, profile=profile) if is_word else fold(text, profile=profile)
    return Piece(text, key, stem(text) if is_word else None, crc32(f"1{key}".encode()))


def _inside(framed: str) -> Iterator[int]:
    for size in range(SHORTEST_PART, LONGEST_PART + 1):
        for at in range(len(framed) - size + 1):
            yield bucket(f"3{framed[at : at + size]}")
