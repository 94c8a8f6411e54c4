"""Reading the change log: what changed after what a follower has seen.

A follower keeps the time of the last change it has applied. One that begins asks for `now()` first
and reads all documents after that: what changes meanwhile comes again.
"""

from typing import NamedTuple

from harkara.search.models import Change, LogClock, Walk

# What the clock shows before anything was noted.
START = 1


class Noted(NamedTuple):
    """A document changed, and when by the log's clock; no two changes have one time."""

    at: int
    document: int


def now() -> int:
    """Return the clock's last committed value (inside a transaction that noted: its own)."""
    return LogClock.objects.values_list("now", flat=True).first() or START


def changes_after(position: int, limit: int) -> list[Noted]:
    """Return the next changes after a time, the oldest first, at most `limit`.

    Nothing that is committed later can stand before them.
    """
    rows = Change.objects.filter(at__gt=position).order_by("at").values_list("at", "document")
    return [Noted(at, document) for at, document in rows[:limit]]


def count_after(position: int) -> int:
    """Return how many documents changed after a time."""
    return Change.objects.filter(at__gt=position).count()


def walks_wait() -> bool:
    """Say whether a group waits for being walked."""
    return Walk.objects.exists()
