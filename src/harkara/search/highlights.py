"""Highlights: the words of a story that a query matched, marked in the story's own text.

    results = index.search(query)
    for piece in mark(headline, results.words): …
    for piece in excerpt(body, results.words): …

Marks begin and end with whole words, so no letter a reader sees is ever cut.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from harkara.search.analysis import is_common, terms_of
from harkara.search.documents import WordRead
from harkara.text.chars import ELLIPSIS, JOINERS
from harkara.text.graphemes import cut
from harkara.text.tokens import words

EXCERPT = 220
"""How many characters an excerpt has at most, without the ellipses."""
LONGEST = 40_000
"""Only so many characters of a story are looked through for its best passage."""
_BEFORE = 5
"""How many words an excerpt has before its first match, where it has as many."""
_WEIGHED = 200
"""So many matches are tried as the beginning of the passage."""
_REST_OF_LETTER = regex.compile(rf"[\p{{M}}{JOINERS}]*+")
_SPACES = regex.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text, marked or not. The pieces of a text make the text."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
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
    text = _SPACES.sub(" ", " ".join(paragraphs)[:LONGEST]).strip()
    found = _words(text, _matched(read))
    first, last = _best(found, most)
    if first > last:
        return (Piece(cut(text, most)),) if text else ()
    start = _start(found, first)
    end = len(text) if len(text) - start <= most else found[last].end
    pieces = _pieces(text, found[first : last + 1], start, end)
    before = (Piece(ELLIPSIS),) if start else ()
    return (*before, *pieces, *((Piece(ELLIPSIS),) if end < len(text) else ()))


def _start(found: list[_Word], first: int) -> int:
    """Return where a passage starts: at its first word, or with the text."""
    return found[first].start if first else 0


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


def _best(found: list[_Word], most: int) -> tuple[int, int]:
    """Return the first and last word of the passage with most of the query's terms."""
    beginnings = [max(0, at - _BEFORE) for at, word in enumerate(found) if word.matched][:_WEIGHED]
    passages = [(first, _last(found, first, most)) for first in beginnings or [0]]

    def worth(passage: tuple[int, int]) -> tuple[int, int, int]:
        inside = [word.matched for word in found[passage[0] : passage[1] + 1] if word.matched]
        return len(frozenset().union(*inside)), len(inside), -passage[0]

    return max(passages, key=worth)


def _last(found: list[_Word], first: int, most: int) -> int:
    """Return the last word that fits into a passage, one before the first if none does."""
    last = first - 1
    while last + 1 < len(found) and found[last + 1].end - _start(found, first) <= most:
        last += 1
    return last
