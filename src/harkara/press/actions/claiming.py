"""Claiming: which worker presses what, so that no two press the same page at once."""

from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q

from harkara.press.models import STALE, Target

# Far longer than any page takes; a worker that died gives its pages back after this.
LEASE = timedelta(seconds=60)


def claim(limit: int, at: datetime) -> list[str]:
    """Return up to `limit` stale paths, the most urgent first, that are now the caller's to press.

    Left out are paths another worker holds and failed ones whose time has not come. Pressing a
    path gives it back; so does the end of its lease.
    """
    waiting = Target.objects.filter(
        STALE,
        Q(claimed_until=None) | Q(claimed_until__lte=at),
        Q(retry_at=None) | Q(retry_at__lte=at),
    ).order_by("priority", "-marked", "id")
    if not waiting.exists():
        return []
    with transaction.atomic(durable=True):
        if connection.features.has_select_for_update_skip_locked:
            waiting = waiting.select_for_update(skip_locked=True)
        found = list(waiting.values_list("pk", "path")[:limit])
        Target.objects.filter(pk__in=[pk for pk, _path in found]).update(claimed_until=at + LEASE)
    return [path for _pk, path in found]
