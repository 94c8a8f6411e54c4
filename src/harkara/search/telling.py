"""Telling words: the terms by which a story is known among the others of an index."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from math import log

from harkara.search.analysis import is_common, terms_of
from harkara.search.backends.base import Backend
from harkara.text.tokens import words

MOST_TERMS = 12
"""A story is known by so many terms (measured: more find no better, and cost more)."""
MOST_WEIGHED = 160
"""So many of a story's terms are looked up, those it says most often."""
MOST_WORDS = 2_000
"""A story is read up to so many words."""
WEIGHTS = {"headline": 3.0, "standfirst": 2.0, "body": 1.0}
COMMONEST = 0.1
FEW = 5
"""A term that stands in a larger share of all stories tells nothing, unless these are few."""
SHORTEST = 2
"""A term has so many characters at least."""


@dataclass(frozen=True, kw_only=True)
class About:
    """A story that others are looked for: its words and its topics, by their ids."""

    headline: str
    standfirst: str = ""
    body: str = ""
    topic_ids: frozenset[int] = frozenset()
    is_indexed: bool = False
    """Whether the index has the story itself: a term that only it has finds nothing."""

    @property
    def text(self) -> str:
        """All its words, the headline first."""
        return f"{self.headline}\n{self.standfirst}\n{self.body}"

    @cached_property
    def said(self) -> Mapping[str, float]:
        """How often each term is said; in the headline it counts more than in the body."""
        said: dict[str, float] = defaultdict(float)
        for name, weight in WEIGHTS.items():
            for term in chain.from_iterable(map(_terms, _words(getattr(self, name)))):
                said[term] += weight
        return said

    @cached_property
    def written(self) -> dict[str, str]:
        """The word of the story that each term was first written as."""
        found: dict[str, str] = {}
        for word in _words(self.text):
            for term in _terms(word):
                found.setdefault(term, word)
        return found


def telling_terms(about: About, index: Backend) -> dict[str, float]:
    """Return the terms of a story that are rare in the index and often said in it, weighed.

    A term that no other story of the index has is left out: it can find none.
    """
    often = sorted(about.said, key=lambda term: (-about.said[term], term))[:MOST_WEIGHED]
    stories = index.count()
    weights = {
        term: _weight(about.said[term], have, stories)
        for term, have in index.counts(often).items()
        if about.is_indexed < have <= max(COMMONEST * stories, FEW)
    }
    best = sorted(weights, key=lambda term: (-weights[term], term))[:MOST_TERMS]
    return {term: weights[term] for term in best}


def terms_in(text: str) -> frozenset[str]:
    """Return the terms of a text, each once."""
    return frozenset(chain.from_iterable(map(_terms, _words(text))))


def rarest(terms: Mapping[str, float], among: frozenset[str]) -> list[str]:
    """Return those of some weighed terms that are among others, the heaviest first."""
    return sorted((term for term in terms if term in among), key=lambda term: -terms[term])


def _weight(said: float, have: int, stories: int) -> float:
    return (1 + log(said)) * log(1 + stories / have)


def _words(text: str) -> list[str]:
    return words(text)[:MOST_WORDS]


def _terms(word: str) -> tuple[str, ...]:
    if is_common(word):
        return ()
    return tuple(term for term in terms_of(word) if len(term) >= SHORTEST)
