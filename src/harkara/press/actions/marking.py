"""Marking: what changed, and so which pages are stale."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import partial

from django.db import transaction
from django.utils import timezone

from harkara.press import clock, signals
from harkara.press.actions.spreading import mark, read_by_many, spread_later
from harkara.press.chunks import chunks
from harkara.press.listening import tell
from harkara.press.models import STALE, Key, Target
from harkara.press.paths import page_path
from harkara.press.priorities import REST
from harkara.press.queries import is_spreading, readers_of
from harkara.press.tables import Table, moment


class OutsideTransaction(Exception):
    """Pages are marked stale in the transaction that changes what they show, never after it."""


def mark_stale(keys: Iterable[str]) -> int:
    """Mark stale every page that read one of the keys, and return how many those are.

    Must be called in the transaction that makes the change; raises OutsideTransaction otherwise.
    A key nobody has read yet is remembered: a page may be reading it at this moment. Where a key
    has very many readers, they are marked by the worker, bit by bit (`spreading`); a page that
    reads two such keys is counted twice.
    """
    _must_be_in_transaction()
    names = sorted(set(keys))
    if not names:
        return 0
    now, count = clock.tick(), 0
    changed = Table(Key, one_for="name", renewed=["changed"])
    for name in names:
        changed.add(name=name, changed=now)
    changed.write()
    for chunk in chunks(names):
        many = read_by_many(chunk)
        count += spread_later(many, now)
        few = [name for name in chunk if name not in many]
        # A target that an earlier chunk marked is not counted twice.
        count += mark(readers_of(few).filter(marked__lt=now), now)
    _tell(now, count)
    return count


def want(paths: Mapping[str, int] | Iterable[str]) -> int:
    """Ask for pages: each has a target afterwards and is stale. Returns how many paths there are.

    Paths may come with their priorities. Must be called in a transaction: raises
    OutsideTransaction otherwise, and BadPath for a path where no page can stand.
    """
    _must_be_in_transaction()
    given = paths if isinstance(paths, Mapping) else dict.fromkeys(paths, REST)
    wanted = {page_path(path): priority for path, priority in given.items()}
    if not wanted:
        return 0
    now, at = clock.tick(), moment(timezone.now())
    targets = Table(
        Target,
        one_for="path",
        renewed=["priority", "marked", "stale_at", "retry_at", "patient"],
    )
    for path in sorted(wanted):
        targets.add(path=path, priority=wanted[path], marked=now, stale_at=at)
    targets.write()
    _tell(now, len(wanted))
    return len(wanted)


def mark_all() -> int:
    """Mark every page stale, and return how many there are.

    Must be called in a transaction; raises OutsideTransaction otherwise.
    """
    _must_be_in_transaction()
    now = clock.tick()
    count = mark(Target.objects.all(), now, patient=True)
    _tell(now, count)
    return count


class Use(StrEnum):
    """What pages have to do with a key."""

    READ = "read"  # settled pages read it
    UNSETTLED = "unsettled"  # a stale page read it, and may not when it is pressed
    UNREAD = "unread"  # no page reads it


def use_of(key: str) -> Use:
    """Say whether pages read a key.

    The answer UNREAD holds until the transaction ends: a page that is reading the key at this
    moment is thrown away and made again. Raises OutsideTransaction outside one.
    """
    _must_be_in_transaction()
    clock.hold()
    readers = readers_of([key])
    if is_spreading() or readers.filter(STALE).exists():
        return Use.UNSETTLED
    if readers.exists():
        return Use.READ
    mark_stale([key])
    return Use.UNREAD


def mend(paths: Iterable[str]) -> int:
    """Have pages made again whose stored bytes are damaged or gone; return how many.

    Must be called in a transaction; raises OutsideTransaction otherwise.
    """
    _must_be_in_transaction()
    broken = sorted(set(paths))
    if not broken:
        return 0
    now, count = clock.tick(), 0
    for chunk in chunks(broken):
        count += mark(Target.objects.filter(path__in=chunk), now)
    _tell(now, count)
    return count


def _must_be_in_transaction() -> None:
    if not transaction.get_connection().in_atomic_block:
        message = "open a transaction, change the story and mark its keys in it"
        raise OutsideTransaction(message)


def _tell(now: int, count: int) -> None:
    if count:
        tell()
        send = partial(signals.marked.send_robust, sender=None, clock=now, count=count)
        transaction.on_commit(send, robust=True)
