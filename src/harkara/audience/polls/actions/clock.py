"""The clock: polls open and close, results follow the count, what led to readers is forgotten."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from harkara.audience.polls import keys
from harkara.audience.polls.models import Crowd, Poll
from harkara.audience.polls.queries.pages import places_of
from harkara.audience.polls.records import Stage
from harkara.press.actions import mark_stale

AFTER_CLOSING = timedelta(seconds=2)
"""A vote that came in time lies in its journal after so long, and is counted before the end."""
ON_FRONTS = timedelta(days=7)
"""So long the result stands on a section's front or the front page."""
NETWORKS_KEPT = timedelta(days=7)
AT_ONCE = 500


def move_the_marks(at: datetime) -> int:
    """Open and close the polls whose time has come, as of a moment up to which all is drained.

    Returns how many moved.
    """
    due = Q(stage=Stage.PLANNED, opens_at__lte=at) | Q(
        stage=Stage.OPEN, closes_at__lte=at - AFTER_CLOSING
    )
    over = Q(stage=Stage.CLOSED, put_away=False, closes_at__lte=at - ON_FRONTS)
    moved = 0
    for pk in Poll.objects.filter(due).values_list("pk", flat=True)[:AT_ONCE]:
        moved += _move(pk, due, at)
    for pk in Poll.objects.filter(over).values_list("pk", flat=True)[:AT_ONCE]:
        moved += _move(pk, over, at)
    return moved


def show_tallies(_at: datetime) -> int:
    """Have the results pressed anew of the polls whose count has moved; return how many."""
    with transaction.atomic():
        moved = dict(Poll.objects.filter(moved=True).values_list("pk", "stage")[:AT_ONCE])
        if moved:
            Poll.objects.filter(pk__in=moved).update(moved=False)
            mark_stale(
                {keys.tally(pk) for pk in moved}
                | {keys.poll(pk) for pk, stage in moved.items() if stage == Stage.CLOSED}
            )
    return len(moved)


def forget_networks(at: datetime) -> int:
    """Take the names of networks out of what is older than a week; return how many had one."""
    old = Crowd.objects.filter(network__isnull=False, last_at__lt=at - NETWORKS_KEPT)
    few = list(old.order_by("last_at").values_list("pk", flat=True)[:AT_ONCE])
    return Crowd.objects.filter(pk__in=few).update(network=None)


def _move(pk: int, due: Q, at: datetime) -> int:
    with transaction.atomic():
        poll = Poll.objects.select_for_update(skip_locked=True).filter(due, pk=pk).first()
        if poll is None:
            return 0
        if poll.stage == Stage.PLANNED:
            poll.stage = Stage.OPEN
        elif poll.stage == Stage.OPEN:
            poll.stage = Stage.CLOSED
        poll.put_away = poll.stage == Stage.CLOSED and poll.closes_at <= at - ON_FRONTS
        poll.save(update_fields=["stage", "put_away"])
        mark_stale(places_of(poll))
    return 1
