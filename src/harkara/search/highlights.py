"""Highlights: the words of a story that a query matched, marked in the story's own text.

    results = index.search(query)
    for piece in mark(headline, results.words): …
    for piece in excerpt(body, results.words): …

Marks begin and end with whole words, so no letter a reader sees is ever cut.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import regex

from harkara.search.analysis import is_common, terms, terms_of
from harkara.search.documents import WordRead
from harkara.text.chars import ELLIPSIS, JOINERS
from harkara.text.graphemes import cut
from harkara.text.tokens import words

EXCERPT = 220
"""How many characters an excerpt has at most, without the ellipses."""
LONGEST = 40_000
"""Only so many characters of a story are looked through for its best passage."""
_BEFORE = 5
"""How many rows of letters an excerpt has before its first match, where it has as many."""
_WEIGHED = 200
"""So many matches are tried as the beginning of the passage."""
_REST_OF_LETTER = regex.compile(rf"[\p{{M}}{JOINERS}]*+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text, marked or not. The pieces of a text make the text."""

    text: str
    marked: bool = False


class _Word(NamedTuple):
    start: int
    end: int
    matched: frozenset[str]
    """Which terms of the query it has."""


def mark(text: str, read: Iterable[WordRead]) -> tuple[Piece, ...]:
    """Return a text in pieces, the words that were matched marked.

    >>> from harkara.search.documents import WordRead
    >>> mark("मंत्रियों की बैठक", [WordRead(typed="mantri", found=("मंत्री",))])
    (Piece(text='मंत्रियों', marked=True), Piece(text=' की बैठक', marked=False))
    """
    return _pieces(text, _words(text, _matched(read)), 0, len(text))


def excerpt(
    paragraphs: Sequence[str], read: Iterable[WordRead], most: int = EXCERPT
) -> tuple[Piece, ...]:
    """Return the passage with most of the matched words, in pieces, with ellipses where it is cut.

    A story without any of them gives its beginning.
    """
    # No word goes over a space: a whole story is looked at by what stands between its spaces, and
    # the passage alone by its words.
    rows = " ".join(paragraphs)[:LONGEST].split()
    matched = _matched(read)
    first, after = _best(rows, matched, most)
    text = " ".join(rows[first:after])
    found = _words(text, matched)
    if not found:
        return (Piece(cut(" ".join(rows), most)),) if rows else ()
    start = found[0].start if first else 0
    end = len(text) if after == len(rows) else found[-1].end
    before = (Piece(ELLIPSIS),) if first else ()
    behind = (Piece(ELLIPSIS),) if after < len(rows) else ()
    return (*before, *_pieces(text, found, start, end), *behind)


def _matched(read: Iterable[WordRead]) -> frozenset[str]:
    """Return the terms that were matched; common words of a phrase only if there are no others."""
    found = [word for one in read for word in one.found]
    telling = [word for word in found if not is_common(word)]
    return frozenset(term for word in telling or found for term in terms_of(word))


def _words(text: str, matched: frozenset[str]) -> list[_Word]:
    """Return where each word of a text stands, and what it has of the query."""
    found: list[_Word] = []
    at = 0
    for word in words(text):
        start = text.index(word, at)
        rest = _REST_OF_LETTER.match(text, start + len(word))
        at = rest.end() if rest else start + len(word)
        found.append(_Word(start, at, matched.intersection(terms_of(word))))
    return found


def _pieces(text: str, found: Iterable[_Word], start: int, end: int) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    at = start
    for word in found:
        if word.matched:
            pieces += [
                Piece(text[at : word.start]),
                Piece(text[word.start : word.end], marked=True),
            ]
            at = word.end
    return tuple(piece for piece in (*pieces, Piece(text[at:end])) if piece.text)


def _best(rows: Sequence[str], matched: frozenset[str], most: int) -> tuple[int, int]:
    """Return where the passage with most of the query's terms begins, and where the rest does."""
    held = [(at, matched & _terms_in(row)) for at, row in enumerate(rows)]
    held = [one for one in held if one[1]][:_WEIGHED]
    beginnings = dict.fromkeys(max(0, at - _BEFORE) for at, _ in held) or [0]
    passages = [(first, _after(rows, first, most)) for first in beginnings]

    def worth(passage: tuple[int, int]) -> tuple[int, int, int]:
        first, after = passage
        inside = [some for at, some in held if first <= at < after]
        return len(frozenset().union(*inside)), len(inside), -first

    return max(passages, key=worth)


def _after(rows: Sequence[str], first: int, most: int) -> int:
    """Return where the row stands that fits no more into a passage."""
    left, after = most + 1, first
    while after < len(rows) and len(rows[after]) < left:
        left -= len(rows[after]) + 1
        after += 1
    return after


@lru_cache(maxsize=2**15)
def _terms_in(row: str) -> frozenset[str]:
    return frozenset(terms(row))
