"""What the desk sees of views and of searches that found nothing."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from harkara.audience.trending.clock import day_of, hour_of
from harkara.audience.trending.models import Count, Miss, Standing
from harkara.audience.trending.records import (
    WHOLE_SITE,
    Hour,
    Live,
    Missed,
    ReadStory,
    Views,
)
from harkara.audience.trending.scores import HALF_LIVES, score_of
from harkara.newsroom import queries as newsroom
from harkara.press.recorder import together

STORIES = 20
HOURS = 24
LEFT = 0.5
"""Of a story that is read now so many views are left within the quarter of an hour."""
SHOWN_FROM = 3
"""Words are shown when so many networks searched for them: a single one may be a private matter."""
MISSES = 100

ByHour = Mapping[datetime, Views]


def live(at: datetime) -> Live:
    """Return what is read now, the most read first, with the hours of the last day.

    Six queries, however much is read.
    """
    least = score_of(LEFT, at, HALF_LIVES["now"])
    found = Standing.objects.filter(now__gte=least).order_by("-now", "-story")
    numbers = list(found.values_list("story", flat=True)[:STORIES])
    with together():
        cards = newsroom.cards(numbers, pictured=False)
    hours = _hours([WHOLE_SITE, *numbers], at)
    today = _today([WHOLE_SITE, *numbers], at)
    this_hour = hour_of(at)
    return Live(
        stories=tuple(
            ReadStory(
                card=card,
                this_hour=hours[card.number].get(this_hour, Views()),
                today=today.get(card.number, Views()),
                hours=_row(hours[card.number], at),
            )
            for card in cards
        ),
        this_hour=hours[WHOLE_SITE].get(this_hour, Views()),
        today=today.get(WHOLE_SITE, Views()),
        hours=_row(hours[WHOLE_SITE], at),
    )


def missed(most: int = MISSES) -> tuple[Missed, ...]:
    """Return the words that most networks searched for in vain, those of one or two left out."""
    found = Miss.objects.filter(times__gte=SHOWN_FROM).order_by("-times", "-last_at", "key")
    return tuple(Missed(row.words, row.times, row.last_at) for row in found[:most])


def _hours(numbers: list[int], at: datetime) -> dict[int, dict[datetime, Views]]:
    since = hour_of(at) - timedelta(hours=HOURS - 1)
    found = Count.objects.filter(span=Count.Span.HOUR, begins_at__gte=since, story__in=numbers)
    by_story: dict[int, dict[datetime, Views]] = {number: {} for number in numbers}
    for row in found:
        by_story[row.story][row.begins_at] = Views(row.views, row.aside)
    return by_story


def _today(numbers: list[int], at: datetime) -> dict[int, Views]:
    found = Count.objects.filter(span=Count.Span.DAY, begins_at=day_of(at), story__in=numbers)
    return {row.story: Views(row.views, row.aside) for row in found}


def _row(counted: ByHour, at: datetime) -> tuple[Hour, ...]:
    last = hour_of(at)
    hours = (last - timedelta(hours=back) for back in range(HOURS - 1, -1, -1))
    return tuple(Hour(hour, counted.get(hour, Views()).counted) for hour in hours)
