"""Turns: which feed is asked next, and when one that was asked is asked again."""

import random
from datetime import datetime, timedelta

from harkara.intake.fetching import Known, NotFetched
from harkara.intake.models import FeedSubscription
from harkara.intake.refusals import Refused

LEASE = timedelta(minutes=15)
"""So long nobody else asks a feed that is being asked."""
HOST_REST = timedelta(seconds=10)
"""So long a server is left alone between two of its feeds."""
LONGEST_WAIT = timedelta(days=1)
MOST_SAID = 300
MOST_URL = 500


def claim(at: datetime, feed: FeedSubscription | None = None) -> FeedSubscription | None:
    """Return the next feed that is due, or the one that is named, claimed for one who asks it.

    None if none is due, or if its server was asked a moment ago.
    """
    due = FeedSubscription.objects.filter(active=True, next_poll_at__lte=at)
    resting = FeedSubscription.objects.filter(asked_at__gt=at - HOST_REST).values("host")
    free = due.exclude(host__in=resting).order_by("next_poll_at", "pk")
    for one in [feed] if feed else free[:10]:
        mine = FeedSubscription.objects.filter(pk=one.pk, next_poll_at=one.next_poll_at)
        # Whoever moves the time first has the feed.
        if mine.update(next_poll_at=at + LEASE):
            return one
    return None


def note_success(feed: FeedSubscription, known: Known, moved_to: str, at: datetime) -> None:
    """Note that a feed was read, under its new address if it moved for good."""
    taken = FeedSubscription.objects.exclude(pk=feed.pk).filter(url=moved_to).exists()
    FeedSubscription.objects.filter(pk=feed.pk).update(
        etag=known.etag,
        last_modified=known.last_modified,
        url=moved_to if moved_to and len(moved_to) <= MOST_URL and not taken else feed.url,
        failures=0,
        said="",
        asked_at=at,
        next_poll_at=at + _jittered(timedelta(minutes=feed.every_minutes)),
    )


def note_failure(feed: FeedSubscription, refusal: Refused, at: datetime) -> str:
    """Note why a feed was not read, and put it off: longer each time, and as its server asks."""
    wait = timedelta(minutes=feed.every_minutes) * 2 ** min(feed.failures + 1, 12)
    wait = _jittered(min(wait, LONGEST_WAIT))
    gone = isinstance(refusal, NotFetched) and refusal.gone
    if isinstance(refusal, NotFetched) and refusal.wait is not None:
        wait = max(wait, timedelta(seconds=refusal.wait))
    said = str(refusal)[:MOST_SAID]
    FeedSubscription.objects.filter(pk=feed.pk).update(
        failures=feed.failures + 1,
        said=said,
        asked_at=at,
        next_poll_at=at + wait,
        active=feed.active and not gone,
    )
    return said


def _jittered(wait: timedelta) -> timedelta:
    """Return about so long, so that feeds that were added together are not asked together."""
    return wait * random.uniform(0.9, 1.1)  # noqa: S311 (no secret)
