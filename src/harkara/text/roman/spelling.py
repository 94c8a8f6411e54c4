"""Spelling: the ways a Roman spelling may be written in Devanagari, made letter by letter.

A beam of the likeliest beginnings goes along the letters. Each step (`spelling_steps.py`) adds
what it costs to read and to write the next letters so. What a Hindi word looks like is told by
the shapes of a lexicon where there is one, else by the table of the steps alone.
"""

from heapq import nsmallest

from harkara.text.roman.shapes import START, Shapes
from harkara.text.roman.spelling_steps import Reading, Row, Share, kind, readings, steps
from harkara.text.roman.typed import FAR

WIDTH = 10
"""How many beginnings are kept at each letter."""
LONGEST = 30
"""Letters beyond these are not spelled: no typed word is so long."""
Beginnings = dict[tuple[str, Row], tuple[int, int]]
"""Beginnings of a word with their last sounds, what they cost, and their last letters."""

_LEFT_OUT = 40
_MARGIN = 30
"""A beginning that costs so much more than the best one is given up."""
_SHAPED = 4
"""Shapes count a quarter: people agree less on a spelling than the table of typing says."""
_ALONE = Share()
_BESIDE_SHAPES = Share(rarity=25, joining=75)


def spellings(plain: str, most: int, shapes: Shapes | None = None) -> list[tuple[int, str]]:
    """Return the likeliest Devanagari spellings of small Roman letters, and their costs.

    >>> [word for _, word in spellings("namaste", 1) + spellings("kitaab", 1)]
    ['नमस्ते', 'किताब']
    """
    plain = plain[:LONGEST]
    beam = _Beam(plain, shapes)
    for at in range(len(plain)):
        beam.go_on(at)
    return nsmallest(most, ((cost, word) for word, cost in beam.words().items()))


class _Beam:
    """The likeliest beginnings at each letter."""

    def __init__(self, plain: str, shapes: Shapes | None) -> None:
        self._plain = plain
        self._shapes = shapes
        self._share = _BESIDE_SHAPES if shapes else _ALONE
        self._begun: list[Beginnings] = [{} for _ in range(len(plain) + 1)]
        self._begun[0]["", ()] = 0, START
        self._bounds = [FAR] * (len(plain) + 1)

    def go_on(self, at: int) -> None:
        """Lengthen the likeliest beginnings at a letter by all that may follow."""
        here, read = self._begun[at], dict[str, list[Reading]]()
        for begun, (cost, letters) in nsmallest(WIDTH, here.items(), key=_cost):
            before = kind(begun[1][-1]) if begun[1] else ""
            if before not in read:
                read[before] = list(readings(self._plain, at, before, self._share))
            for reading in read[before]:
                if cost + reading.cost <= self._bounds[reading.end]:
                    self._lengthen(begun, cost, letters, reading)
            self._begun[at + 1].setdefault(begun, (cost + _LEFT_OUT, letters))

    def _lengthen(self, begun: tuple[str, Row], cost: int, letters: int, reading: Reading) -> None:
        end, more, read, place = reading
        there, shapes = self._begun[end], self._shapes
        for added, tail, joined in steps(begun[1], more, place, self._share):
            total, last = cost + read + joined, letters
            if shapes is not None:
                shaped, last = shapes.go_on(letters, added)
                total += shaped // _SHAPED
            longer = begun[0] + added, tail
            known = there.get(longer)
            if total <= self._bounds[end] and (known is None or total < known[0]):
                there[longer] = total, last
                self._bounds[end] = min(self._bounds[end], total + _MARGIN)

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
