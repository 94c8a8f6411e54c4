"""Shapes: how much a row of letters looks like the words of a lexicon.

Each letter is judged by the few letters before it: how often the words of the lexicon go on so.
Where the last few letters were seldom seen together, fewer of them are asked (interpolation
after Witten and Bell, 1991). A word counts more the more it is used, but no more than its
logarithm: what Hindi words look like is asked of the rare ones too.
"""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from math import log
from typing import NamedTuple

ORDER = 4
"""How many letters are looked at together, the one that is judged among them."""
START = 0
"""The letters before a word."""
_FIRST = 0x900
_BITS = 7
_END = "\u0900"
_DIGIT = (1 << _BITS) - 1
_MASKS = [(1 << _BITS * size) - 1 for size in range(ORDER)]
_MOST_KNOWN = 1 << 16
_NEVER = 1 / (1 << _BITS)

Letters = int
"""The last letters of a beginning, seven bits each."""


class _Row(NamedTuple):
    """How likely each letter is after some letters, and what is left for those never seen."""

    seen: dict[int, float]
    rest: float


class Shapes:
    """The shapes of a lexicon's words.

    >>> shapes = Shapes({"सरकार": 90, "सरकारी": 20, "कार": 9})
    >>> shapes.word_cost("सरकार") < shapes.word_cost("सराकर")
    True
    """

    def __init__(self, words: Mapping[str, int]) -> None:
        """Count the letters of words in Devanagari, given with how often each is used."""
        self.words = len(words)
        self._keys, self._counts = _counted(words)
        self._rows: list[dict[Letters, _Row]] = [{} for _ in range(ORDER)]
        self._known: dict[tuple[Letters, str], tuple[int, Letters]] = {}

    def go_on(self, letters: Letters, added: str) -> tuple[int, Letters]:
        """Return what it costs, in tenths, that a beginning goes on so, and its last letters."""
        found = self._known.get((letters, added))
        if found is None:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
                self._rows = [{} for _ in range(ORDER)]
            found = self._known[letters, added] = self._judged(letters, added)
        return found

    def end(self, letters: Letters) -> int:
        """Return what it costs that a word ends after these letters."""
        return self.go_on(letters, _END)[0]

    def word_cost(self, word: str) -> int:
        """Return what a word costs: 10 more is about a third as likely."""
        cost, letters = self.go_on(START, word)
        return cost + self.end(letters)

    def _judged(self, letters: Letters, added: str) -> tuple[int, Letters]:
        likely = 0.0
        for char in added:
            digit = (ord(char) - _FIRST) & _DIGIT
            likely -= log(self._chance(letters, digit, ORDER - 1))
            letters = (letters << _BITS | digit) & _MASKS[-1]
        return round(10 * likely), letters

    def _chance(self, letters: Letters, digit: int, size: int) -> float:
        """Return how likely a letter is after so many of the last letters."""
        rest = 1.0
        for shorter in range(size, -1, -1):
            after = letters & _MASKS[shorter]
            row = self._rows[shorter].get(after)
            if row is None:
                row = self._rows[shorter][after] = self._counted_row(after, shorter)
            if digit in row[0]:
                return rest * row[0][digit]
            rest *= row[1]
        return rest * _NEVER

    def _counted_row(self, letters: Letters, size: int) -> _Row:
        keys, counts = self._keys[size], self._counts[size]
        first = bisect_left(keys, letters << _BITS)
        last = bisect_left(keys, (letters + 1) << _BITS, first)
        seen = {keys[at] & _DIGIT: counts[at] for at in range(first, last)}
        whole = sum(seen.values())
        if not whole:
            return _Row({}, 1.0)
        kinds = len(seen)
        rest = kinds / (whole + kinds)
        return _Row(
            {
                digit: count / (whole + kinds) + rest * self._chance(letters, digit, size - 1)
                for digit, count in seen.items()
            },
            rest,
        )


def _counted(words: Mapping[str, int]) -> "tuple[list[array[int]], list[array[int]]]":
    """Return the rows of one letter, of two … that were seen, in order, and how often."""
    kept = [(digits, often) for word, often in words.items() if (digits := _digits(word))]
    keys, counts = [], []
    for size in range(1, ORDER + 1):
        mask = (1 << _BITS * size) - 1
        found: Counter[int] = Counter()
        for digits, often in kept:
            weight = 1 + max(often, 0).bit_length()
            row = 0
            for digit in digits:
                row = (row << _BITS | digit) & mask
                found[row] += weight
        rows = sorted(found)
        keys.append(array("Q", rows))
        counts.append(array("L", (found[row] for row in rows)))
    return keys, counts


def _digits(word: str) -> bytes:
    """Return the letters of a word as numbers, its end among them, or nothing for other words."""
    places = [ord(char) - _FIRST for char in word]
    fits = places and len(places) <= 60 and all(0 < place <= _DIGIT for place in places)
    return bytes([*places, 0]) if fits else b""
