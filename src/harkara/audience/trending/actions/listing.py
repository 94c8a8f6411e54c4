"""Lists: which stories are read most, made by the clock and kept until they change."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from harkara.audience.trending import keys
from harkara.audience.trending.actions.reckoning import ROW, hold
from harkara.audience.trending.models import Reckoning, Standing, TopList
from harkara.audience.trending.records import Kind, Span, list_name
from harkara.audience.trending.scores import HALF_LIVES, score_of
from harkara.newsroom import queries as newsroom
from harkara.newsroom.records import LiveRef
from harkara.press.actions import mark_stale

BETWEEN = timedelta(minutes=3)
LONGEST = 10
FEWEST_STORIES = 3
FEWEST_VIEWS = 5
"""What has fewer views left is not called much read, and so few stories make no list."""
LOOKED_AT = 4 * LONGEST

Place = tuple[Kind, int]
Lists = dict[Span, list[int]]


def make_lists(at: datetime) -> int:
    """Make the lists anew if they are old enough; return how many changed.

    A list that stays as it is presses nothing. The others mark stale the pages that show them.
    """
    if not _are_due(Reckoning.objects.filter(pk=ROW).first(), at):
        return 0
    made = dict(_made(at))
    with transaction.atomic():
        row = hold()
        if not _are_due(row, at):
            return 0
        # Until there is a first list, one is looked for whenever something was counted.
        row.listed_at = at if any(map(_has_list, made.values())) else None
        row.save(update_fields=["listed_at"])
        stood = dict(TopList.objects.values_list("name", "numbers"))
        changed = {
            place
            for place, lists in made.items()
            if any(stood.get(list_name(*place, span), []) != lists[span] for span in Span)
        }
        TopList.objects.bulk_create(
            [
                TopList(name=list_name(*place, span), numbers=made[place][span])
                for place in changed
                for span in Span
            ],
            update_conflicts=True,
            unique_fields=["name"],
            update_fields=["numbers"],
        )
        mark_stale(keys.most_read(*place) for place in changed)
    return len(changed)


def _are_due(row: Reckoning | None, at: datetime) -> bool:
    last = row.listed_at if row else None
    # A clock that was set back must not keep the lists for years.
    return last is None or not timedelta(0) <= at - last < BETWEEN


def _has_list(lists: Lists) -> bool:
    return any(lists.values())


def _made(at: datetime) -> Iterator[tuple[Place, Lists]]:
    for place in places():
        yield place, {span: _top(place, span, at) for span in Span}


def places() -> list[Place]:
    """Return all that has lists: the site, the videos, and each section."""
    sections = [(Kind.SECTION, ref.id) for ref in newsroom.sections()]
    return [(Kind.SITE, 0), (Kind.VIDEO, 0), *sections]


def _top(place: Place, span: Span, at: datetime) -> list[int]:
    least = score_of(FEWEST_VIEWS, at, HALF_LIVES[span])
    found = _standings(place).filter(**{f"{span}__gte": least}).order_by(f"-{span}", "-story")
    numbers = list(found.values_list("story", flat=True)[:LOOKED_AT])
    shown = _fitting(place, numbers)[:LONGEST]
    return shown if len(shown) >= FEWEST_STORIES else []


def _standings(place: Place) -> QuerySet[Standing]:
    kind, ref = place
    if kind is Kind.SECTION:
        return Standing.objects.filter(section=ref)
    return Standing.objects.filter(is_video=True) if kind is Kind.VIDEO else Standing.objects.all()


def _fitting(place: Place, numbers: Sequence[int]) -> list[int]:
    """Return those that are live now, and in the section or a video now."""
    live = newsroom.live_refs(numbers)
    return [number for number in numbers if number in live and _fits(place, live[number])]


def _fits(place: Place, story: LiveRef) -> bool:
    kind, ref = place
    if kind is Kind.SECTION:
        return story.section_id == ref
    return story.is_video if kind is Kind.VIDEO else True
