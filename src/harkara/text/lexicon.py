"""Lexicon: the words of an archive, found by the Roman spellings that people type for them."""

from collections.abc import Mapping, Sequence
from heapq import nsmallest
from math import log
from typing import NamedTuple

from harkara.text.languages import HINDI, Profile
from harkara.text.phonetic import Entry, as_closeness
from harkara.text.roman.shapes import Shapes
from harkara.text.sounding import Row, costs, rows_of

_WEIGHT = 0.3
"""How many tenths of cost a word gains when it is used nearly three times as often."""
_FEWEST_FOR_SHAPES = 2_000
_GROWN = 1.5
"""Shapes are counted anew when the lexicon has so many times the words it had."""


class Match(NamedTuple):
    """A word that a Roman spelling may stand for."""

    word: str
    closeness: float
    """1 for the usual spelling, half of that for a way of typing that is seen now and then."""
    frequency: int


class Lexicon:
    """Words with how often each is used, looked up by sound.

    >>> archive = Lexicon({"पुलिस": 90, "पालिश": 2, "क्रिकेट": 40, "राम": 30, "रिम": 1})
    >>> [match.word for match in archive.nearest("police")]
    ['पुलिस']
    >>> archive.add("एससीओ", 7)
    >>> [[match.word for match in archive.nearest(word)] for word in ("raam", "krikat", "sco")]
    [['राम'], ['क्रिकेट'], ['एससीओ']]
    """

    def __init__(self, words: Mapping[str, int] | None = None, *, profile: Profile = HINDI) -> None:
        """Take in words with how often each is used, in a language."""
        self._profile = profile
        self._frequency: dict[str, int] = {}
        self._entries: dict[str, Entry] = {}
        self._by_key: dict[str, list[Row]] = {}
        self._by_own: dict[str, list[str]] = {}
        self._shapes: Shapes | None = None
        for word, frequency in (words or {}).items():
            self.add(word, frequency)

    def __len__(self) -> int:
        return len(self._frequency)

    def __contains__(self, word: str) -> bool:
        return word in self._frequency

    def frequency(self, word: str) -> int:
        """Return how often a word is used, 0 for one that is not here."""
        return self._frequency.get(word, 0)

    def add(self, word: str, frequency: int = 1) -> None:
        """Take in a word, or add to how often a known one is used."""
        if word in self._frequency:
            self._frequency[word] += frequency
            return
        self._frequency[word] = frequency
        entry = self._entries[word] = Entry.of(word, self._profile)
        for key, parts in rows_of(entry):
            self._by_key.setdefault(key, []).append((word, parts))
        if entry.own:
            self._by_own.setdefault(entry.own, []).append(word)

    def rows(self, key: str) -> Sequence[Row]:
        """Return the words that have a key, with the parts of it."""
        return self._by_key.get(key, ())

    def owning(self, roman: str) -> Sequence[str]:
        """Return the words that have a Roman spelling of their own, which is this one."""
        return self._by_own.get(roman, ())

    def entries(self, words: Sequence[str]) -> Sequence[Entry]:
        """Return some of the words, ready to be compared, in their order."""
        return [self._entries[word] for word in words]

    def shapes(self) -> Shapes | None:
        """Return what the words look like, or None where they are too few to tell.

        It is counted when first asked for, and again after the lexicon has grown by half: that
        takes some seconds for 100,000 words.
        """
        counted = self._shapes.words if self._shapes else _FEWEST_FOR_SHAPES / _GROWN
        if len(self) >= _GROWN * counted:
            self._shapes = Shapes(self._frequency)
        return self._shapes

    def nearest(self, roman: str, most: int = 10) -> list[Match]:
        """Return the words that a spelling may stand for, by closeness and frequency, best first.

        A Hindi word is looked for by how it would be typed: it finds what it may be a slip for.
        """
        costs = self.costs(roman)
        best = nsmallest(most, costs, key=lambda word: (self._rank(word, costs[word]), word))
        return [Match(word, as_closeness(costs[word]), self._frequency[word]) for word in best]

    def costs(self, roman: str) -> dict[str, int]:
        """Return what it costs, in tenths, to read a spelling as each of the words close to it."""
        return costs(self, roman, profile=self._profile)

    def _rank(self, word: str, cost: int) -> float:
        return cost - _WEIGHT * log(1 + max(self._frequency[word], 0))
