"""Reading the change log: what changed after what a follower has seen.

A follower keeps the last change it has applied. One that begins takes `Noted(now(), LAST)` first
and reads all documents after that: what changes meanwhile comes again.
"""

from typing import NamedTuple

from django.db.models import Q

from harkara.search.models import Change, LogClock, Walk

# What the clock shows before anything was noted.
START = 1
# Greater than every document's number.
LAST = 2**63 - 1


class Noted(NamedTuple):
    """A place in the log: a time of its clock, and a document noted at that time."""

    at: int
    document: int


def now() -> int:
    """Return the clock's last committed value (inside a transaction that noted: its own)."""
    return LogClock.objects.values_list("now", flat=True).first() or START


def changes_after(seen: Noted, limit: int) -> list[Noted]:
    """Return the next changes after one, the oldest first, at most `limit`.

    Nothing that is committed later can stand before them.
    """
    later = Q(at__gt=seen.at) | Q(document__gt=seen.document)
    rows = Change.objects.filter(later, at__gte=seen.at).order_by("at", "document")
    return [Noted(at, document) for at, document in rows.values_list("at", "document")[:limit]]


def walks_wait() -> bool:
    """Say whether a group waits for being walked."""
    return Walk.objects.exists()
