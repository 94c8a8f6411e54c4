"""The numbers of stories that are filed together: new ones, or those they had in another home."""

from collections.abc import Sequence

from django.db.models import F, QuerySet

from harkara.newsroom.models import ArticlePage, NumberSeries, Withdrawal

AT_ONCE = 500


def numbers_for(wanted: Sequence[int | None]) -> list[int]:
    """Return a number for each story: the one it wants if it is free, otherwise a new one.

    A number is free if no story has it and none was ever taken off the site under it. Called in the
    transaction that files the stories.
    """
    kept = _free([number for number in wanted if number])
    highest = max(kept, default=0)
    new = len(wanted) - len(kept)
    # The series' row is locked from here on: two that file at once wait for each other.
    if not _series().update(last=F("last") + new):
        NumberSeries.objects.create(pk=1, last=new)
    last = _series().values_list("last", flat=True).get()
    fresh = iter(range(last - new + 1, last + 1))
    if highest > last - new:
        fresh = iter(range(highest + 1, highest + new + 1))
        _series().update(last=highest + new)
    left = set(kept)
    given = []
    for number in wanted:
        if number is not None and number in left:
            left.discard(number)
            given.append(number)
        else:
            given.append(next(fresh))
    return given


def reserve(last: int) -> None:
    """Give out no number up to this one: they are those of stories that move in."""
    NumberSeries.objects.get_or_create(pk=1)
    _series().filter(last__lt=last).update(last=last)


def _series() -> QuerySet[NumberSeries]:
    return NumberSeries.objects.filter(pk=1)


def _free(wanted: Sequence[int]) -> set[int]:
    free = set(wanted)
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        free.difference_update(
            ArticlePage.objects.filter(number__in=some).order_by().values_list("number", flat=True)
        )
        free.difference_update(
            Withdrawal.objects.filter(number__in=some).order_by().values_list("number", flat=True)
        )
    return free
