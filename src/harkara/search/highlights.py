"""Highlights: the words of a story that a query matched, marked in the story's own text.

    results = index.search(query)
    for piece in mark(headline, results.words): …
    for piece in excerpt(body, results.words): …

Marks begin and end with whole words, so no letter a reader sees is ever cut.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
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
_MOST_KEPT = 2**15
_REST_OF_LETTER = regex.compile(rf"[\p{{M}}{JOINERS}]*+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text, marked or not. The pieces of a text make the text."""

    text: str
    marked: bool = False


class _Word(NamedTuple):
    text: str
    start: int
    end: int


_Held = dict[int, frozenset[str]]
"""By the number of a row, which matched terms stand in it; rows without any are left out."""


def mark(text: str, read: Iterable[WordRead]) -> tuple[Piece, ...]:
    """Return a text in pieces, the words that were matched marked.

    >>> from harkara.search.documents import WordRead
    >>> mark("मंत्रियों की बैठक", [WordRead(typed="mantri", found=("मंत्री",))])
    (Piece(text='मंत्रियों', marked=True), Piece(text=' की बैठक', marked=False))
    """
    rows, matched = text.split(" "), _matched(tuple(read))
    return _pieces(text, _matches(rows, _held(rows, matched), matched), 0, len(text))


def excerpt(
    paragraphs: Sequence[str], read: Iterable[WordRead], most: int = EXCERPT
) -> tuple[Piece, ...]:
    """Return the passage with most of the matched words, in pieces, with ellipses where it is cut.

    A story without any of them gives its beginning.
    """
    rows, matched = " ".join(paragraphs)[:LONGEST].split(), _matched(tuple(read))
    held = _held(rows, matched)
    first, after = _best(rows, held, most)
    shown = rows[first:after]
    if not any(map(_words, shown)):
        return (Piece(cut(" ".join(rows), most)),) if rows else ()
    text = " ".join(shown)
    start = _first_word(shown) if first else 0
    end = _end_of_last_word(shown) if after < len(rows) else len(text)
    before = (Piece(ELLIPSIS),) if first else ()
    behind = (Piece(ELLIPSIS),) if after < len(rows) else ()
    inside = {at - first: some for at, some in held.items() if first <= at < after}
    return (*before, *_pieces(text, _matches(shown, inside, matched), start, end), *behind)


@lru_cache(maxsize=64)
def _matched(read: tuple[WordRead, ...]) -> frozenset[str]:
    """Return the terms that were matched; common words of a phrase only if there are no others."""
    found = [word for one in read for word in one.found]
    telling = [word for word in found if not is_common(word)]
    return frozenset(term for word in telling or found for term in terms_of(word))


def _held(rows: Sequence[str], matched: frozenset[str]) -> _Held:
    """Return in which rows of a text matched terms stand.

    A row is what stands between spaces. No word goes over a space, so each is looked at alone, and
    only those with a match by their words.
    """
    distinct = list(set(rows))
    hits = {
        row: matched & found
        for row, found in zip(distinct, map(_terms_in.__getitem__, distinct), strict=True)
        if not matched.isdisjoint(found)
    }
    return {at: hits[row] for at, row in enumerate(rows) if row in hits} if hits else {}


def _matches(
    rows: Sequence[str], held: Container[int], matched: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Give where the matched words stand in the text that the rows make."""
    before = 0
    for at, row in enumerate(rows):
        if at in held:
            for word in _words(row):
                if not matched.isdisjoint(terms_of(word.text)):
                    yield before + word.start, before + word.end
        before += len(row) + 1


def _words(row: str) -> list[_Word]:
    """Return the words of a row, and where each stands with the rest of its last letter."""
    found: list[_Word] = []
    at = 0
    for word in words(row):
        start = row.index(word, at)
        rest = _REST_OF_LETTER.match(row, start + len(word))
        at = rest.end() if rest else start + len(word)
        found.append(_Word(word, start, at))
    return found


def _first_word(rows: Iterable[str]) -> int:
    """Return where the first word stands in the text that the rows make."""
    before = 0
    for row in rows:
        if found := _words(row):
            return before + found[0].start
        before += len(row) + 1
    return before


def _end_of_last_word(rows: Sequence[str]) -> int:
    """Return where the last word ends in the text that the rows make."""
    before = len(" ".join(rows))
    for row in reversed(rows):
        before -= len(row)
        if found := _words(row):
            return before + found[-1].end
        before -= 1
    return 0


def _pieces(
    text: str, matches: Iterable[tuple[int, int]], start: int, end: int
) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    at = start
    for begins, ends in matches:
        pieces += [Piece(text[at:begins]), Piece(text[begins:ends], marked=True)]
        at = ends
    return tuple(piece for piece in (*pieces, Piece(text[at:end])) if piece.text)


def _best(rows: Sequence[str], held: _Held, most: int) -> tuple[int, int]:
    """Return where the passage with most of the query's terms begins, and where the rest does."""
    places = list(held)[:_WEIGHED]
    beginnings = dict.fromkeys(max(0, at - _BEFORE) for at in places) or [0]
    # Where each row begins in the text: what ends within `most` of a beginning fits in.
    begin = list(accumulate((len(row) + 1 for row in rows), initial=0))
    passages = [(at, bisect_right(begin, begin[at] + most + 1) - 1) for at in beginnings]

    def worth(passage: tuple[int, int]) -> tuple[int, int, int]:
        first, after = passage
        inside = places[bisect_left(places, first) : bisect_left(places, after)]
        return len(frozenset().union(*map(held.__getitem__, inside))), len(inside), -first

    return max(passages, key=worth)


class _Terms(dict[str, frozenset[str]]):
    """The terms of what stands between spaces, kept: a page of hits asks for some thousand."""

    def __missing__(self, row: str) -> frozenset[str]:
        if len(self) >= _MOST_KEPT:
            self.clear()
        self[row] = found = frozenset(terms(row))
        return found


_terms_in = _Terms()
