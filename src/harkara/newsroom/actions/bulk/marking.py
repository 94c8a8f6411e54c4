"""Marking stale what stories that moved in together change, once for all of them."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from django.db.models import Subquery

from harkara.newsroom import keys
from harkara.newsroom.actions.bulk.rows import Row
from harkara.newsroom.addresses import author_path, section_path, story_path, topic_path
from harkara.newsroom.keys import ListingKind
from harkara.newsroom.models import Author, LiveStory, Topic
from harkara.newsroom.queries.gathering import after_it, before_it
from harkara.newsroom.queries.listings import month_of
from harkara.press import priorities
from harkara.press.actions import mark_stale, want
from harkara.search.actions import note

AT_ONCE = 500


def mark(rows: Sequence[Row]) -> None:
    """Mark the listings that live stories came into, and ask for the stories' own pages.

    A listing is marked once, however many of the stories it lists. Nobody can have read a word of
    the stories themselves; only those that stand beside one in its section are marked with it.
    """
    live = [row for row in rows if row.live]
    if not live:
        return
    places = {(*place, row.published_at) for row in live for place in row.places}
    corrections = {keys.CORRECTIONS for row in live if row.story.corrections}
    mark_stale({*_listings(places), *_neighbours([row.number for row in live]), *corrections})
    want(dict(_paths(live)))
    note(row.number for row in live)


def _listings(places: Collection[tuple[ListingKind, int, datetime]]) -> Iterator[str]:
    for kind, ref, month in {(kind, ref, month_of(at)) for kind, ref, at in places}:
        yield keys.latest(kind, ref)
        yield keys.months(kind, ref)
        yield keys.month(kind, ref, month)


def _neighbours(numbers: Sequence[int]) -> Iterator[str]:
    """Name the stories whose neighbour in their section is one of these now."""
    new = set(numbers)
    for start in range(0, len(numbers), AT_ONCE):
        found = LiveStory.objects.filter(pk__in=numbers[start : start + AT_ONCE]).order_by()
        beside = found.annotate(before=Subquery(before_it()), after=Subquery(after_it()))
        for pair in beside.values_list("before", "after"):
            yield from (keys.neighbours(one) for one in pair if one and one not in new)


def _paths(live: Sequence[Row]) -> Iterator[tuple[str, int]]:
    yield "/", priorities.FRONT
    topics = {ref for row in live for kind, ref in row.places if kind == ListingKind.TOPIC}
    authors = {ref for row in live for kind, ref in row.places if kind == ListingKind.AUTHOR}
    for slug in Topic.objects.filter(pk__in=topics).order_by().values_list("slug", flat=True):
        yield topic_path(slug), priorities.TOPIC
    for slug in Author.objects.filter(pk__in=authors).order_by().values_list("slug", flat=True):
        yield author_path(slug), priorities.REST
    for row in live:
        if row.section is not None:
            yield section_path(row.section.slug), priorities.SECTION
            yield story_path(row.section.slug, row.slug), priorities.STORY
