"""What is done with comments by the clock."""

from datetime import UTC, datetime, timedelta

from django.utils import timezone

from harkara.audience.comments.actions.forgetting import (
    forget_bans,
    forget_networks,
    forget_the_rejected,
)
from harkara.audience.comments.actions.ruling import close_old_threads

BETWEEN = timedelta(minutes=1)


class _Clock:
    """What this process remembers from one second to the next."""

    next_time = datetime.min.replace(tzinfo=UTC)


def keep_the_clock() -> None:
    """Close old stories and forget what is over; the worker calls it every second.

    Work is done once a minute, and in the next second again while there is more of it.
    """
    now = timezone.now()
    if now < _Clock.next_time:
        return
    more = close_old_threads(now) + forget_networks(now) + forget_the_rejected(now)
    forget_bans(now)
    _Clock.next_time = now + (timedelta(0) if more else BETWEEN)
