"""Planning: what a query asks of a backend when each of its words has been read."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice, product

from harkara.search.documents import WordRead
from harkara.search.parsing import Parsed
from harkara.search.readings import Reading, read
from harkara.search.vocabulary import Vocabulary

MOST_ROWS = 12
"""A phrase that can be read in more ways is looked for in the surest ones."""
SURE = 0.5
"""What is less surely meant by a word does not stand for it in a phrase, nor is it left out."""

Terms = tuple[tuple[str, float], ...]
"""The terms a word may stand for, and how surely each, up to 1."""
Row = tuple[str, ...]
"""Terms that stand one after another."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to look for."""

    words: tuple[Terms, ...] = ()
    """A story has `needed` of these; or one of them, if no story has so many."""
    phrases: tuple[tuple[Row, ...], ...] = ()
    """Of each of these a story has one of the rows, in one text."""
    phrase_words: tuple[Terms, ...] = ()
    """The words of the phrases: a story has them, and they count like other words."""
    without: tuple[Row, ...] = ()
    """A story has none of these."""

    @property
    def needed(self) -> int:
        """How many of the words a story has."""
        return needed(len(self.words))

    @property
    def is_scored(self) -> bool:
        """Whether there is anything to rank stories by."""
        return bool(self.words or self.phrase_words)


def needed(words: int) -> int:
    """Return how many of so many words a story must have: all of three, most of more.

    >>> [needed(words) for words in (0, 1, 2, 3, 4, 5, 6, 10)]
    [0, 1, 2, 3, 3, 4, 5, 7]
    """
    return words if words <= 3 else 1 + 2 * words // 3


def plan(parsed: Parsed, vocabulary: Vocabulary) -> tuple[Plan, tuple[WordRead, ...]]:
    """Return what to look for, and how each word was read.

    Words too common to look for are left out, unless there are no others.
    """
    words = [read(word, vocabulary) for word in parsed.words]
    telling = [reading for reading in words if not reading.is_common]
    if telling or parsed.phrases:
        words = telling
    phrases = [[read(word, vocabulary) for word in phrase] for phrase in parsed.phrases]
    without = [[read(word, vocabulary) for word in phrase] for phrase in parsed.without]
    in_phrases = [reading for phrase in phrases for reading in phrase]
    found = Plan(
        words=_distinct(words),
        phrases=tuple(map(_rows, phrases)),
        phrase_words=_distinct(reading for reading in in_phrases if not reading.is_common),
        without=tuple(row for phrase in without for row in _rows(phrase)),
    )
    return found, tuple(reading.told for reading in [*words, *in_phrases])


def _distinct(readings: Iterable[Reading]) -> tuple[Terms, ...]:
    return tuple(dict.fromkeys(reading.terms for reading in readings))


def _rows(phrase: list[Reading]) -> tuple[Row, ...]:
    """Return the rows of terms that a phrase may stand for."""
    choices = [[term for term, sure in reading.terms if sure >= SURE] for reading in phrase]
    return tuple(islice(product(*choices), MOST_ROWS))
