"""Claiming: which worker presses what, so that no two press the same page at once."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import QuerySet

from harkara.press import clock
from harkara.press.chunks import chunks
from harkara.press.models import Target
from harkara.press.queries import due

# A target's id, path and priority, and whether it is patient.
Row = tuple[int, str, int, bool]
ROW = ("pk", "path", "priority", "patient")
# Longer than a few pages take; a worker that died gives its pages back after this. Should a page
# take longer, two workers make it, and the clock lets the newer one stand.
LEASE = timedelta(seconds=10)
# How many less urgent pages of each kind come along when the most urgent are many: a front does not
# wait until a thousand stories that mention another one are done.
ALONG = 4
# Fewer than these are not worth sharing.
LEAST = 2


def claim(limit: int, at: datetime, *, sharing: bool = False) -> dict[str, int]:
    """Claim up to `limit` stale pages for the caller; return their paths with their priorities.

    The most urgent come first. If that many wait, a few of each kind that is less urgent than the
    last of them come along, and stand behind the first few. Of a few that are not patient, who is
    `sharing` takes half, and nothing else, and leaves half to those that were woken with it: two
    pairs of hands are sooner done. Pressing a path gives it back; so does the end of its lease.
    """
    waiting = due(at)
    # Looking costs no lock; an idle press must not stand in the desk's way.
    if not waiting.exists():
        return {}
    most = _share(waiting, limit) if sharing else limit
    with transaction.atomic(durable=True):
        if connection.features.has_select_for_update_skip_locked:
            waiting = waiting.select_for_update(skip_locked=True)
        found = list(waiting.values_list(*ROW)[:most])
        if len(found) == limit:
            found[ALONG:ALONG] = _along(waiting, found[-1])
        for chunk in chunks([row[0] for row in found]):
            Target.objects.filter(pk__in=chunk).update(claimed_until=at + LEASE)
    return {path: priority for _pk, path, priority, _patient in found}


def _share(waiting: QuerySet[Target], limit: int) -> int:
    """Return how many pages one of several workers takes at most."""
    urgent = waiting.filter(patient=False).order_by()[:limit].count()
    half = min(urgent, max(LEAST, (urgent + 1) // 2))
    return half if 0 < urgent < limit else limit


def _along(waiting: QuerySet[Target], last: Row) -> list[Row]:
    """Return a few of each kind of waiting page that is less urgent than this, and as patient."""
    along: list[Row] = []
    while True:
        less = waiting.filter(patient=last[3], priority__gt=last[2]).values_list(*ROW)
        found = list(less[:ALONG])
        if not found:
            return along
        along += found
        last = found[-1]


def give_back(paths: Iterable[str]) -> None:
    """Give claimed paths back unpressed; those that were pressed already are nobody's."""
    with transaction.atomic():
        # Many rows at once, as a mark takes them: one after the other, or they wait for each other.
        clock.hold()
        for chunk in chunks(list(paths)):
            Target.objects.filter(path__in=chunk).update(claimed_until=None)
