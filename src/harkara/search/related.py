"""Finding the stories that go with one: what it says and what it is about, fresh ones first."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from harkara.search.backends.base import Backend
from harkara.search.duplicates.sketch import likeness, sketch
from harkara.search.queries.sketches import sketches
from harkara.search.telling import About, rarest, telling_terms, terms_in

MOST = 5
"""So many stories are offered."""
MOST_NEAREST = 30
"""So many are taken from the index by their words, and so many again of the fresh ones."""
MOST_OF_TOPICS = 20
"""So many are taken of the newest of its topics."""
MOST_LOOKED_INTO = 12
"""So many are read, to say which words they share."""
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
    terms = telling_terms(about, index)
    near = _near(terms, index, at, but_not)
    listed = stories.of_topics(about.topic_ids, MOST_OF_TOPICS) if about.topic_ids else ()
    facts = stories.facts({*near, *listed} - set(but_not))
    ranked = _ranked(about, near, facts, at)
    apart = _apart(ranked, sketch(about.text), but_not)
    texts = stories.texts([one.number for one in apart])
    told = (_told(one, about, terms, texts[one.number]) for one in apart if one.number in texts)
    return tuple(one for one in told if one.topics or len(one.words) >= FEWEST_WORDS)[:MOST]


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
    hits = [hit for hit in found if hit.number not in but_not]
    best = max((hit.score for hit in hits), default=0.0)
    return {hit.number: hit.score / best for hit in hits} if best else {}


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
    ranked: Sequence[_Candidate], own: tuple[int, ...], but_not: Collection[int]
) -> list[_Candidate]:
    """Return the first few that repeat neither the story itself nor one before them."""
    likely = ranked[: 2 * MOST_LOOKED_INTO]
    kept = sketches([*but_not, *(one.number for one in likely)])
    told = [own, *(kept[number] for number in but_not if number in kept)]
    apart: list[_Candidate] = []
    for one in likely:
        prints = kept.get(one.number, ())
        if all(likeness(prints, other) < ALIKE for other in told):
            apart.append(one)
            told.append(prints)
    return apart[:MOST_LOOKED_INTO]


def _told(one: _Candidate, about: About, terms: Mapping[str, float], text: str) -> Related:
    shared = rarest(terms, terms_in(text))
    words = dict.fromkeys(about.written[term] for term in shared)
    return Related(
        number=one.number,
        score=one.score,
        topics=one.topics,
        words=tuple(words)[:MOST_WORDS],
    )
