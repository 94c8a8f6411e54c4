"""Claiming: which worker presses what, so that no two press the same page at once."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import connection, transaction

from harkara.press import clock
from harkara.press.chunks import chunks
from harkara.press.models import Target
from harkara.press.queries import due

# Longer than a few pages take; a worker that died gives its pages back after this. Should a page
# take longer, two workers make it, and the clock lets the newer one stand.
LEASE = timedelta(seconds=10)


def claim(limit: int, at: datetime) -> list[str]:
    """Return up to `limit` stale paths, the most urgent first, that are now the caller's to press.

    Pressing a path gives it back; so does the end of its lease.
    """
    waiting = due(at)
    # Looking costs no lock; an idle press must not stand in the desk's way.
    if not waiting.exists():
        return []
    with transaction.atomic(durable=True):
        if connection.features.has_select_for_update_skip_locked:
            waiting = waiting.select_for_update(skip_locked=True)
        found = list(waiting.values_list("pk", "path")[:limit])
        Target.objects.filter(pk__in=[pk for pk, _path in found]).update(claimed_until=at + LEASE)
    return [path for _pk, path in found]


def give_back(paths: Sequence[str]) -> None:
    """Give claimed paths back unpressed; those that were pressed already are nobody's."""
    with transaction.atomic():
        # Many rows at once, as a mark takes them: one after the other, or they wait for each other.
        clock.hold()
        for chunk in chunks(paths):
            Target.objects.filter(path__in=chunk).update(claimed_until=None)
