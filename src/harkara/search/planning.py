"""Planning: what a query asks of a backend, word by word, when it has been read."""

from collections.abc import Callable
from dataclasses import dataclass

from harkara.search.analysis import is_common, terms_of
from harkara.search.documents import WordRead
from harkara.search.parsing import Parsed


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word that is looked for: the terms it may stand for, and how surely each, up to 1."""

    terms: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to look for."""

    words: tuple[Wanted, ...]
    """Enough of them must be there: `needed`, or one if no story has so many."""
    phrases: tuple[tuple[Wanted, ...], ...]
    """Each must be there, its words one after another in one field."""
    without: tuple[tuple[str, ...], ...]
    """None of these rows of terms may be there."""

    @property
    def needed(self) -> int:
        """How many of the words a story must have."""
        return needed(len(self.words))


def needed(words: int) -> int:
    """Return how many of so many words a story must have: all of two, most of more.

    >>> [needed(words) for words in (0, 1, 2, 3, 4, 5, 6, 10)]
    [0, 1, 2, 3, 3, 4, 5, 8]
    """
    return words if words <= 3 else words - 1 - (words - 4) // 5


def plan(parsed: Parsed, count: Callable[[str], int]) -> tuple[Plan, tuple[WordRead, ...]]:
    """Return what to look for, and how each word was read.

    Words too common to look for are left out, unless there are no others.
    """
    telling = [word for word in parsed.words if not is_common(word)]
    alone = not telling and not parsed.phrases
    read: list[WordRead] = []
    words = tuple(_wanted(word, count, read) for word in (parsed.words if alone else telling))
    phrases = tuple(
        tuple(_wanted(word, count, read) for word in phrase) for phrase in parsed.phrases
    )
    without = tuple(
        tuple(term for word in phrase for term in terms_of(word)) for phrase in parsed.without
    )
    return Plan(words, phrases, without), tuple(read)


def _wanted(word: str, count: Callable[[str], int], read: list[WordRead]) -> Wanted:
    terms = terms_of(word)
    known = terms and count(terms[0])
    read.append(WordRead(typed=word, found=(word,) if known else ()))
    return Wanted(tuple((term, 1.0) for term in terms[:1]))
