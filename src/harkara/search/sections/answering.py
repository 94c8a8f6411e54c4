"""Answering: what a model says of a story, and by which of its words.

What the letters of a word are worth for each section is remembered: a story is told by a few
hundred words, of which most were in other stories too, and not by thousands of letters.
"""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import mul
from typing import Generic, NamedTuple, TypeVar

from harkara.search.sections.features import STEMS, Features, length
from harkara.search.sections.reading import Word
from harkara.search.sections.table import Column, Table

REMEMBERED = 2**14
"""After so many words those are forgotten that were not met among as many before them."""


class _Letters(NamedTuple):
    """What the letters of a word are worth."""

    worth: Column
    """For each section, before the length of the story's letters is known."""
    long: float
    """Their own length."""


Key = TypeVar("Key", int, str)


class _Heard(NamedTuple, Generic[Key]):
    """One family of a story's features: a column for each section, and how much each counts."""

    keys: Sequence[Key]
    columns: Sequence[Column]
    weights: Sequence[float]

    def scores(self) -> Iterator[float]:
        """Yield what the family adds to the score of each section."""
        return (sum(map(mul, column, self.weights)) for column in self.columns)

    def gains(self, section: int) -> Mapping[Key, float]:
        """Return what each feature adds to the score of a section."""
        return dict(zip(self.keys, map(mul, self.columns[section], self.weights), strict=True))


@dataclass(frozen=True, slots=True)
class Answer:
    """The score of each section, in logarithms of odds, and what makes it up."""

    scores: list[float]
    _buckets: _Heard[int]
    _words: _Heard[str]

    def gains(self, section: int) -> tuple[Mapping[int, float], Mapping[str, float]]:
        """Return what buckets, and the letters of words, do for a section by its place.

        That is how much more they add to its score than to the mean of all.
        """
        return self._buckets.gains(section), self._words.gains(section)


class Listener:
    """Tells what stories say by the weights of a model."""

    def __init__(self, rarity: Sequence[float], weights: Table) -> None:
        self._rarity = rarity
        self._weights = weights
        self._known: dict[str, _Letters] = {}
        self._older: dict[str, _Letters] = {}

    def forget(self) -> None:
        """Forget what words are worth: the weights have changed."""
        self._known, self._older = {}, {}

    def answer(self, seen: Features, biases: Sequence[float]) -> Answer:
        """Return what a story says."""
        buckets, words = self._buckets(seen), self._words(seen)
        parts = zip(biases, buckets.scores(), words.scores(), strict=True)
        return Answer([*map(sum, parts)], buckets, words)

    def _buckets(self, seen: Features) -> _Heard[int]:
        """Return what is heard of stems, pairs and kinds."""
        rarity, buckets = self._rarity, (*seen.words, *seen.kinds)
        words = [many * rarity[at] for at, many in seen.words.items()]
        long = length(words)
        weights = [*[STEMS * weight / long for weight in words], *seen.kinds.values()]
        return _Heard(buckets, self._weights.of(buckets), weights)

    def _words(self, seen: Features) -> _Heard[str]:
        """Return what is heard of the letters of each word."""
        texts = [one.text for one, _ in seen.written]
        times = [many for _, many in seen.written]
        known = self._known
        letters = [known.get(one.text) or self._learned(one) for one, _ in seen.written]
        long = length(map(mul, [one.long for one in letters], times))
        columns = [*zip(*[one.worth for one in letters], strict=True)] or self._weights.of(())
        return _Heard(texts, columns, [many / long for many in times])

    def _learned(self, word: Word) -> _Letters:
        """Return what the letters of a word are worth, and remember it."""
        found = self._older.get(word.text) or self._looked_up(word)
        if len(self._known) >= REMEMBERED:
            self._known, self._older = {}, self._known
        self._known[word.text] = found
        return found

    def _looked_up(self, word: Word) -> _Letters:
        rarities = [self._rarity[at] for at in word.letters]
        columns = self._weights.of(word.letters)
        worth = array("f", [sum(map(mul, column, rarities)) for column in columns])
        return _Letters(worth, length(rarities))
