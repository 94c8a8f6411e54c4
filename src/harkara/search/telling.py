"""Telling words: the terms by which a story is known among the others of an index."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, islice
from math import log, sqrt

from harkara.search.analysis import is_common, terms_of
from harkara.search.backends.base import Backend
from harkara.text.tokens import words

MOST_TERMS = 16
"""A story is looked for by so many terms (measured: more find no better, and cost more)."""
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
        for word in chain.from_iterable(_words(getattr(self, name)) for name in WEIGHTS):
            for term in _terms(word):
                found.setdefault(term, word)
        return found


@dataclass(frozen=True, slots=True)
class Telling:
    """The terms of a story, weighed: the rarer in the index and the more often said, the more."""

    weights: Mapping[str, float]
    """Of those it says most often, those that another story of the index has too."""
    idf: Mapping[str, float]
    """How rare each of them is."""
    rare: Mapping[str, float]
    """Those of them that few stories of the index have: what two stories share of these, tells."""
    terms: Mapping[str, float]
    """Those few by which other stories are looked for."""

    def nearness(self, said: Counter[str]) -> float:
        """Return how near a story is that says these terms so often: about a cosine, 0 or more.

        How rare the story's other terms are is not looked up: they count alike in its length.
        """
        if not said:
            return 0.0
        shared = (
            self.weights[term] * self.idf[term] * _often(said[term])
            for term in self.weights.keys() & said.keys()
        )
        return sum(shared) / sqrt(sum(map(_squared, said.values())))


def telling(about: About, index: Backend) -> Telling:
    """Return the terms of a story that are often said in it and rare in the index, weighed.

    A term that no other story of the index has is left out: it can find none.
    """
    often = sorted(about.said, key=lambda term: (-about.said[term], term))[:MOST_WEIGHED]
    stories = index.count()
    have = {term: n for term, n in index.counts(often).items() if n > about.is_indexed}
    idf = {term: log(1 + stories / n) for term, n in have.items()}
    weights = {term: _often(about.said[term]) * idf[term] for term in have}
    few = max(COMMONEST * stories, FEW)
    rare = {term: weights[term] for term, n in have.items() if n <= few}
    best = sorted(rare, key=lambda term: (-rare[term], term))[:MOST_TERMS]
    return Telling(weights, idf, rare, {term: rare[term] for term in best})


def said_in(text: str) -> Counter[str]:
    """Return how often each term is said in a text."""
    return Counter(chain.from_iterable(map(_terms, _words(text))))


def rarest(terms: Mapping[str, float], among: Collection[str]) -> list[str]:
    """Return those of some weighed terms that are among others, the heaviest first."""
    return sorted((term for term in terms if term in among), key=lambda term: -terms[term])


def _often(said: float) -> float:
    return 1 + log(said)


@lru_cache(maxsize=2**10)
def _squared(said: int) -> float:
    return _often(said) ** 2


def _words(text: str) -> list[str]:
    # No word goes over a space, and what stands between spaces is mostly known already.
    return list(islice(chain.from_iterable(map(_words_in, text.split())), MOST_WORDS))


@lru_cache(maxsize=2**16)
def _words_in(row: str) -> tuple[str, ...]:
    return tuple(words(row))


@lru_cache(maxsize=2**16)
def _terms(word: str) -> tuple[str, ...]:
    if is_common(word):
        return ()
    return tuple(term for term in terms_of(word) if len(term) >= SHORTEST)
