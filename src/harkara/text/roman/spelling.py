"""Spelling: the ways a Roman spelling may be written in Devanagari, made letter by letter.

A beam of the likeliest beginnings goes along the letters. Each step (`spelling_steps.py`) adds
what it costs to read and to write the next letters so. What a Hindi word looks like is told by
the shapes of a lexicon where there is one, else by the table of the steps alone.
"""

from heapq import nsmallest
from typing import NamedTuple

from harkara.text.roman.shapes import START, Shapes
from harkara.text.roman.spelling_steps import Piece, Row, Share, pieces, steps
from harkara.text.roman.typed import FAR

LONGEST = 30
"""Letters beyond these are not spelled: no typed word is so long."""
Beginnings = dict[tuple[str, Row], tuple[int, int]]
"""Beginnings of a word with their last sounds, what they cost, and their last letters."""

_LEFT_OUT = 40
_SHAPED = 4
"""Shapes count a quarter: people agree less on a spelling than the table of typing says."""


class _Search(NamedTuple):
    """How the beam is searched."""

    width: int
    """How many beginnings are kept at each letter."""
    margin: int
    """A beginning that costs so much more than the best one is given up."""
    share: Share


_ALONE = _Search(14, 40, Share())
_BESIDE_SHAPES = _Search(6, 14, Share(rarity=25, joining=75))


def spellings(
    plain: str, most: int, shapes: Shapes | None = None, *, dearest: float = FAR
) -> list[tuple[int, str]]:
    """Return the likeliest Devanagari spellings of small Roman letters, and their costs.

    Those that cost more than the `dearest` are not looked for.

    >>> [word for _, word in spellings("namaste", 1) + spellings("kitaab", 1)]
    ['नमस्ते', 'किताब']
    """
    plain = plain[:LONGEST]
    beam = _Beam(plain, shapes, dearest)
    for at in range(len(plain)):
        beam.go_on(at)
    return nsmallest(most, ((cost, word) for word, cost in beam.words().items()))


class _Beam:
    """The likeliest beginnings at each letter."""

    def __init__(self, plain: str, shapes: Shapes | None, dearest: float) -> None:
        self._plain = plain
        self._shapes = shapes
        self._search = _BESIDE_SHAPES if shapes else _ALONE
        self._begun: list[Beginnings] = [{} for _ in range(len(plain) + 1)]
        self._begun[0]["", ()] = 0, START
        self._bounds = [dearest] * (len(plain) + 1)

    def go_on(self, at: int) -> None:
        """Lengthen the likeliest beginnings at a letter by all that may follow."""
        here = nsmallest(self._search.width, self._begun[at].items(), key=_cost)
        for piece in pieces(self._plain, at):
            for (word, tail), (cost, letters) in here:
                self._lengthen(piece, word, tail, cost, letters)
        for begun, (cost, letters) in here:
            if cost + _LEFT_OUT <= self._bounds[at + 1]:
                self._begun[at + 1].setdefault(begun, (cost + _LEFT_OUT, letters))

    def _lengthen(self, piece: Piece, word: str, tail: Row, cost: int, letters: int) -> None:
        end, typed, place = piece
        there, bound, shapes = self._begun[end], self._bounds[end], self._shapes
        for added, tail_then, more in steps(tail, typed, place, self._search.share):
            total, last = cost + more, letters
            if total > bound:
                break
            if shapes is not None:
                shaped, last = shapes.go_on(letters, added)
                total += shaped // _SHAPED
                if total > bound:
                    continue
            longer = word + added, tail_then
            if longer not in there or total < there[longer][0]:
                there[longer] = total, last
                bound = min(bound, total + self._search.margin)
        self._bounds[end] = bound

    def words(self) -> dict[str, int]:
        """Return the words that the whole spelling may stand for, and what they cost."""
        found: dict[str, int] = {}
        for (word, _), (cost, letters) in self._begun[-1].items():
            whole = cost + (self._shapes.end(letters) // _SHAPED if self._shapes else 0)
            if word and whole < found.get(word, FAR):
                found[word] = whole
        return found


def _cost(begun: tuple[tuple[str, Row], tuple[int, int]]) -> int:
    return begun[1][0]
