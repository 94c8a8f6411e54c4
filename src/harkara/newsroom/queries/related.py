"""Which stories of the site go with one, and why."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import nlargest

from django.db.models import Q, QuerySet

from harkara.newsroom.keys import ListingKind
from harkara.newsroom.models import ArticlePage, Entry, LiveStory, Topic
from harkara.newsroom.queries.body import linked_pages
from harkara.newsroom.queries.cards import path_of
from harkara.newsroom.queries.furniture import furnished
from harkara.newsroom.queries.wording import desk_wording, readers_wordings
from harkara.search.backends.base import Backend
from harkara.search.related import Facts, Related, find_related
from harkara.search.telling import About

MOST_TOPICS = 4
"""The newest stories of so many of a story's topics are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedStory:
    """A live story that goes with another, and why: shared topics, and rare words as written."""

    number: int
    article_id: int
    headline: str
    path: str
    published_at: datetime
    topics: tuple[str, ...]
    words: tuple[str, ...]
    score: float


class LiveStories:
    """What readers may see at a moment (`search.related.Stories`)."""

    def __init__(self, at: datetime) -> None:
        self._at = at

    def facts(self, numbers: Collection[int]) -> Mapping[int, Facts]:
        """Return when each came and the names of its topics. Three queries."""
        times = dict(self._rows(numbers).values_list("number", "published_at"))
        listed = Entry.objects.filter(kind=ListingKind.TOPIC, story__in=list(times)).order_by()
        pairs = list(listed.values_list("story", "ref"))
        named = Topic.objects.filter(pk__in={ref for _, ref in pairs}).order_by()
        names = dict(named.values_list("pk", "name"))
        topics: dict[int, dict[int, str]] = {number: {} for number in times}
        for number, ref in sorted(pairs):
            if ref in names:
                topics[number][ref] = names[ref]
        return {
            number: Facts(published_at=at, topics=topics[number]) for number, at in times.items()
        }

    def of_topics(self, topic_ids: Collection[int], most: int) -> Sequence[int]:
        """Return the newest stories of these topics. A query for each of the first few."""
        found: set[tuple[datetime, int]] = set()
        for pk in sorted(topic_ids)[:MOST_TOPICS]:
            listed = Entry.objects.filter(kind=ListingKind.TOPIC, ref=pk)
            newest = listed.order_by("-published_at", "-story_id")
            found.update(newest.values_list("published_at", "story_id")[:most])
        return [number for _, number in nlargest(most, found)]

    def texts(self, numbers: Collection[int]) -> Mapping[int, str]:
        """Return what each says. One query."""
        return {found.number: found.text for found in readers_wordings(list(numbers))}

    def _rows(self, numbers: Collection[int]) -> QuerySet[LiveStory]:
        here = Q(expires_at__isnull=True) | Q(expires_at__gt=self._at)
        return LiveStory.objects.filter(here, pk__in=list(numbers)).order_by()


def related_to(
    about: About, index: Backend, *, at: datetime, but_not: Collection[int] = ()
) -> tuple[RelatedStory, ...]:
    """Return the live stories that go with a text, best first. Raises Unavailable."""
    found = find_related(about, index, LiveStories(at), at=at, but_not=but_not)
    rows = LiveStory.objects.in_bulk([one.number for one in found])
    with furnished():
        return tuple(_shown(one, rows[one.number]) for one in found if one.number in rows)


def _shown(one: Related, row: LiveStory) -> RelatedStory:
    return RelatedStory(
        number=one.number,
        article_id=row.article_id,
        headline=row.headline,
        path=path_of(row),
        published_at=row.published_at,
        topics=one.topics,
        words=one.words,
        score=one.score,
    )


def related_of(number: int, index: Backend, *, at: datetime) -> tuple[RelatedStory, ...]:
    """Return the live stories that go with a story of the desk in its newest wording.

    Those that it names already are left out. Raises Unavailable if there is no index.
    """
    found = desk_wording(number)
    if found is None:
        return ()
    about = About(
        headline=found.headline,
        standfirst=found.standfirst,
        body=found.body,
        topic_ids=frozenset(found.topic_ids),
        is_indexed=LiveStory.objects.filter(pk=number).exists(),
    )
    return related_to(about, index, at=at, but_not={number, *_named_by(found.article_id)})


def _named_by(article_id: int) -> set[int]:
    """Return the numbers of the live stories that a story refers to."""
    body = ArticlePage.objects.values_list("body", flat=True).get(pk=article_id)
    pages = LiveStory.objects.filter(article__in=set(linked_pages(list(body.raw_data))))
    return set(pages.order_by().values_list("number", flat=True))
