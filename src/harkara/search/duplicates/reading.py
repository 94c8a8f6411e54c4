"""Reading a text for comparison: its telling words by their terms, and where each stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from itertools import chain

from harkara.search.analysis import is_common, terms_of
from harkara.text.tokens import words

SHINGLE = 3
"""How many telling words in a row make a shingle."""
MOST_WORDS = 20_000
"""A text is read up to so many words; no story is longer, and what is pasted may be."""
BITS = 47
"""How wide a print is. Six bytes are kept in six bytes by SQLite, and a print is never negative."""
ESCAPED = re.compile("u09[0-7][0-9a-f]")
"""What a broken export leaves of each letter (\\u0932): letters of words, and no words."""

Shingle = tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    """The telling words of a text: their terms, and where each begins and ends in the text."""

    terms: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.terms)

    @cached_property
    def shingles(self) -> tuple[Shingle, ...]:
        """Every few words in a row, by where they begin; a text of fewer words is one shingle."""
        last = max(len(self.terms) - SHINGLE, 0)
        return tuple(self.terms[at : at + SHINGLE] for at in range(last + 1)) if self.terms else ()

    @cached_property
    def prints(self) -> tuple[int, ...]:
        """The print of every shingle, in the same order."""
        return tuple(map(print_of, self.shingles))


def read(text: str) -> Reading:
    """Return a text as it is compared.

    >>> read("हिन्दी में लिखी गयी खबरों").terms == read("हिंदी: लिखी गई ख़बर").terms
    True
    """
    terms, spans = [], []
    for key, start, end in _telling(text):
        terms.append(key)
        spans.append((start, end))
    return Reading(terms=tuple(terms), spans=tuple(spans))


def print_of(shingle: Shingle) -> int:
    """Return a number for a shingle: the same one on every machine, spread evenly."""
    digest = blake2b("\n".join(shingle).encode(), digest_size=8).digest()
    return int.from_bytes(digest) >> (64 - BITS)


def prints_in(text: str) -> set[int]:
    """Return the prints of `read(text)`, for whoever does not ask where in the text they are.

    No word goes over a space, so what stands between spaces, which is nearly always known, is
    taken apart once.
    """
    if len(text) > MOST_WORDS:
        return set(read(text).prints)
    terms = tuple(chain.from_iterable(map(_telling_in, text.split())))
    if len(terms) < SHINGLE:
        return {print_of(terms)} if terms else set()
    return set(map(print_of, zip(*(terms[at:] for at in range(SHINGLE)), strict=False)))


def _telling(text: str) -> Iterator[tuple[str, int, int]]:
    """Give the terms of each word that tells, and the word's place."""
    at = 0
    for word in words(text)[:MOST_WORDS]:
        start = text.index(word, at)
        at = start + len(word)
        for term in _terms_of(word):
            yield term, start, at


@lru_cache(maxsize=2**16)
def _telling_in(row: str) -> tuple[str, ...]:
    """Return the terms of the words that tell in a row of characters without spaces."""
    return tuple(chain.from_iterable(map(_terms_of, words(row))))


@lru_cache(maxsize=2**16)
def _terms_of(word: str) -> tuple[str, ...]:
    """Return the terms of a word, none if it does not tell."""
    return () if is_common(word) or ESCAPED.fullmatch(word) else terms_of(word)
