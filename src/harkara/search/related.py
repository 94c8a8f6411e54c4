"""Finding the stories that go with one: what it says and what it is about, fresh ones first."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Protocol

from harkara.search.backends.base import Backend
from harkara.search.duplicates.sketch import likeness, sketch
from harkara.search.queries.sketches import sketches
from harkara.search.telling import About, Telling, rarest, said_in, telling

MOST = 5
"""So many stories are offered."""
MOST_NEAREST = 30
"""So many are taken from the index by their words, and so many again of the fresh ones."""
MOST_OF_TOPICS = 20
"""So many are taken of the newest of its topics."""
MOST_LOOKED_INTO = 24
"""So many are read, to say how near they are and which words they share."""
FRESH = timedelta(days=90)
HALF_LIFE = timedelta(days=120)
LEAST_FRESH = 0.4
"""What an old story counts beside one of today; in between it halves with every HALF_LIFE."""
A_TOPIC = 0.3
"""What a shared topic adds, where the words of the nearest story are 1 …"""
MOST_TOPICS = 2
"""… for so many topics at most."""
ALIKE = 0.4
"""Two stories that share so much of the shorter one are told as one."""
FEWEST_WORDS = 2
"""A story that shares no topic shares so many telling words at least."""
MOST_WORDS = 4
"""So many words are named as the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of a story on the site: when it came, and the names of its topics by id."""

    published_at: datetime
    topics: Mapping[int, str]


class Stories(Protocol):
    """Whoever knows what is on the site: the newsroom."""

    def facts(self, numbers: Collection[int]) -> Mapping[int, Facts]:
        """Return the facts of those of these stories that readers may see now."""

    def of_topics(self, topic_ids: Collection[int], most: int) -> Sequence[int]:
        """Return the newest stories that readers may see of these topics."""

    def texts(self, numbers: Collection[int]) -> Mapping[int, str]:
        """Return what those of these stories say that readers may see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A story that goes with another, and why: shared topics, and rare words as written there.

    `score` is between 0 and about 2, higher for nearer.
    """

    number: int
    score: float
    topics: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    number: int
    score: float
    topics: tuple[str, ...]


def find_related(
    about: About, index: Backend, stories: Stories, *, at: datetime, but_not: Collection[int] = ()
) -> tuple[Related, ...]:
    """Return the stories that go with one, best first.

    `but_not` are the story itself and those it names already. What is no longer on the site is
    left out though the index may still have it, and so is whatever repeats the story, or a better
    one. Raises Unavailable if there is no index.
    """
    told = telling(about, index)
    near = _near(told.terms, index, at, but_not)
    listed = stories.of_topics(about.topic_ids, MOST_OF_TOPICS) if about.topic_ids else ()
    facts = stories.facts({*near, *listed} - set(but_not))
    likely = [one.number for one in _ranked(about, near, facts, at)[:MOST_LOOKED_INTO]]
    prints = sketches([*but_not, *likely])
    known = [sketch(about.text), *(prints[number] for number in but_not if number in prints)]
    others = [number for number in likely if not _repeats(prints.get(number, ()), known)]
    said = {number: said_in(text) for number, text in stories.texts(others).items()}
    ranked = _ranked(about, _read(told, said), {number: facts[number] for number in said}, at)
    proposed = (_told(one, about, told, said[one.number]) for one in _apart(ranked, prints))
    going = (one for one in proposed if one.topics or len(one.words) >= FEWEST_WORDS)
    return tuple(islice(going, MOST))


def _near(
    terms: Mapping[str, float], index: Backend, at: datetime, but_not: Collection[int]
) -> dict[int, float]:
    """Return the nearest stories by their words, the nearest as 1, fresh ones surely among them."""
    if not terms:
        return {}
    found = (
        *index.nearest(terms, MOST_NEAREST),
        *index.nearest(terms, MOST_NEAREST, since=at - FRESH),
    )
    return _from_the_best({hit.number: hit.score for hit in found if hit.number not in but_not})


def _read(told: Telling, said: Mapping[int, Counter[str]]) -> dict[int, float]:
    """Return how near the stories are that were read, the nearest as 1."""
    return _from_the_best({number: told.nearness(one) for number, one in said.items()})


def _from_the_best(scores: Mapping[int, float]) -> dict[int, float]:
    best = max(scores.values(), default=0.0)
    return {number: score / best for number, score in scores.items()} if best else {}


def _ranked(
    about: About, near: Mapping[int, float], facts: Mapping[int, Facts], at: datetime
) -> list[_Candidate]:
    found = []
    for number, fact in facts.items():
        shared = tuple(name for pk, name in fact.topics.items() if pk in about.topic_ids)
        score = near.get(number, 0.0) + A_TOPIC * min(len(shared), MOST_TOPICS)
        found.append(_Candidate(number, score * _freshness(at - fact.published_at), shared))
    return sorted(found, key=lambda one: (-one.score, -one.number))


def _freshness(age: timedelta) -> float:
    halved = 0.5 ** (max(age, timedelta(0)) / HALF_LIFE)
    return float(LEAST_FRESH + (1 - LEAST_FRESH) * halved)


def _apart(
    ranked: Sequence[_Candidate], prints: Mapping[int, tuple[int, ...]]
) -> Iterator[_Candidate]:
    """Give those that do not repeat one before them."""
    told: list[tuple[int, ...]] = []
    for one in ranked:
        own = prints.get(one.number, ())
        if not _repeats(own, told):
            told.append(own)
            yield one


def _repeats(prints: tuple[int, ...], told: Sequence[tuple[int, ...]]) -> bool:
    return any(likeness(prints, other) >= ALIKE for other in told)


def _told(one: _Candidate, about: About, told: Telling, said: Collection[str]) -> Related:
    written = (about.written[term] for term in rarest(told.rare, said))
    # That two stories share a number says nothing to anybody.
    words = dict.fromkeys(word for word in written if any(map(str.isalpha, word)))
    return Related(
        number=one.number,
        score=one.score,
        topics=one.topics,
        words=tuple(words)[:MOST_WORDS],
    )
