"""Reading a text for comparison: its telling words by their terms, and where each stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

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


def _telling(text: str) -> Iterator[tuple[str, int, int]]:
    """Give the terms of each word that tells, and the word's place."""
    at = 0
    for word in words(text)[:MOST_WORDS]:
        start = text.index(word, at)
        at = start + len(word)
        if not is_common(word) and not ESCAPED.fullmatch(word):
            for term in terms_of(word):
                yield term, start, at
