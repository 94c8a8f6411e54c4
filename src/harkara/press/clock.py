"""The press's clock: a number that orders marks and stores across every process.

The row's lock is what serialises them: whoever ticks or holds the clock goes alone until commit.
"""

from django.db.models import F

from harkara.press.models import Clock

ROW = 1
# Above the zero of a target that was never pressed.
START = 1


def now() -> int:
    """Return the last committed value (inside a transaction that ticked: its own)."""
    return Clock.objects.filter(pk=ROW).values_list("now", flat=True).first() or START


def tick() -> int:
    """Move the clock on, keep its lock until the transaction ends, and return the new value."""
    _update(1)
    return now()


def hold() -> None:
    """Take the clock's lock, without moving it, until the transaction ends.

    An update, not SELECT FOR UPDATE: it takes the lock on SQLite too.
    """
    _update(0)


def _update(step: int) -> None:
    row = Clock.objects.filter(pk=ROW)
    if not row.update(now=F("now") + step):
        # The first use in a fresh database. Two may come at once: the row is made once.
        Clock.objects.bulk_create([Clock(pk=ROW, now=START)], ignore_conflicts=True)
        row.update(now=F("now") + step)
