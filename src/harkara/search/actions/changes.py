"""Writing the change log, in the transaction of the change itself.

Whoever also marks pages stale does that first, and nothing here touches another row before the
clock's: locks that are always taken in one order never wait for each other.
"""

from collections.abc import Callable, Iterable, Sequence

from django.db import transaction
from django.db.models import F

from harkara.search.models import Change, LogClock, Walk
from harkara.search.queries.changes import START, now

ROW = 1

NextOfGroup = Callable[[str, str], tuple[Sequence[int], str]]
"""Group and bookmark → the next documents of the group, and the bookmark after them.

No documents: the walk is at its end.
"""


class OutsideTransaction(Exception):
    """A change is noted in the transaction that makes it, never after it."""


def note(documents: Iterable[int]) -> int:
    """Note that documents are not as they were; return how many.

    Must be called in the transaction that changes them; raises OutsideTransaction otherwise.
    """
    _must_be_in_transaction()
    ids = sorted(set(documents))
    _note(ids)
    return len(ids)


def _note(ids: Sequence[int]) -> None:
    """Note documents, each at a time of its own: one number says how far a follower has come."""
    if not ids:
        return
    first = _tick(len(ids)) - len(ids) + 1
    connection = transaction.get_connection()
    table, document, at = map(connection.ops.quote_name, (Change._meta.db_table, "document", "at"))
    # Plain rows: an archive that moves in notes a hundred thousand of them.
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} ({document}, {at}) VALUES (%s, %s) "  # noqa: S608
            f"ON CONFLICT ({document}) DO UPDATE SET {at} = excluded.{at}",
            [(pk, moment) for moment, pk in enumerate(ids, first)],
        )


def note_group(group: str) -> None:
    """Note that all documents of a group are not as they were, in one row.

    A worker walks the group, a part at a time (`step_walk`). A walk that was under way begins anew.
    Must be called in the transaction that changes them; raises OutsideTransaction otherwise.
    """
    _must_be_in_transaction()
    _tick()
    Walk.objects.update_or_create(group=group, defaults={"bookmark": ""})


@transaction.atomic
def step_walk(next_of: NextOfGroup) -> int:
    """Note the next part of the group that waits longest; return how many documents that were.

    It returns 0 at the end of a walk, and when none waits or another process is at it.
    """
    _tick()
    walk = Walk.objects.select_for_update(skip_locked=True).order_by("pk").first()
    if walk is None:
        return 0
    documents, bookmark = next_of(walk.group, walk.bookmark)
    if not documents:
        walk.delete()
        return 0
    _note(documents)
    walk.bookmark = bookmark
    walk.save(update_fields=["bookmark"])
    return len(documents)


def _tick(steps: int = 1) -> int:
    """Move the clock on, keep its lock until the commit, and return the new value."""
    row = LogClock.objects.filter(pk=ROW)
    if not row.update(now=F("now") + steps):
        # The first use in a fresh database. Two may come at once: the row is made once.
        LogClock.objects.bulk_create([LogClock(pk=ROW, now=START)], ignore_conflicts=True)
        row.update(now=F("now") + steps)
    return now()


def _must_be_in_transaction() -> None:
    if not transaction.get_connection().in_atomic_block:
        message = "open a transaction, change the story and note it there"
        raise OutsideTransaction(message)
