"""Pressing: pages rendered, compared, stored, and their readings replaced.

Marks and stores are ordered by the clock (see `clock`). A page is rendered having seen the clock
at some value. If a key it read was marked after that, part of it may be older than another part:
it is thrown away, and its target stays stale. So every stored page is the paper of one moment.
"""

import logging
from collections.abc import Collection, Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from harkara.press import clock, readings, signals, stores
from harkara.press.actions.outcome import Kind, Outcome
from harkara.press.actions.purging import note_purge
from harkara.press.actions.settling import Made, overtaken, settle
from harkara.press.models import Target
from harkara.press.paths import page_path
from harkara.press.render import BrokenPage, Rendered, render

logger = logging.getLogger(__name__)

OK = 200
# A page that fails is tried again after 1, 2, 4 … seconds, at most this many.
LONGEST_WAIT = 300


def press(path: str) -> Outcome:
    """Render the page at a path and bring the store in line with it.

    Raises BadPath if no page can stand there. A page that cannot be rendered or stored is a FAILED
    outcome: its old bytes stay, and it is tried again later.
    """
    (outcome,) = press_group([page_path(path)], clock.now())
    return outcome


def press_group(paths: Sequence[str], seen: int) -> list[Outcome]:
    """Press pages for which nothing was read before the clock stood at `seen`; store them as one.

    Returns what came of each, in no order.
    """
    outcomes: list[Outcome] = []
    made: list[Made] = []
    for path in paths:
        try:
            rendered = render(path)
        except BrokenPage as broken:
            outcomes.append(_fail(path, broken, broken.why, broken.keys, seen))
            continue
        if rendered.status == OK:
            made.append(Made(path, rendered, seen))
        else:
            outcomes.append(_remove(path, rendered, seen))
    return outcomes + _store(made)


def store(path: str, rendered: Rendered, seen: int) -> Outcome:
    """Store what was rendered after the clock stood at `seen`, unless something newer is there.

    Raises OSError if the store cannot take it.
    """
    made = Made(path, rendered, seen)
    _want_targets([made])
    (outcome,) = settle([made])
    return outcome


def _store(group: list[Made]) -> list[Outcome]:
    """Store a group of pages; if the store cannot take one of them, the others all the same."""
    if not group:
        return []
    _want_targets(group)
    try:
        return settle(group)
    except OSError as error:
        if len(group) > 1:
            return [outcome for made in group for outcome in _store([made])]
        (made,) = group
        why = f"{type(error).__name__}: {error}"
        return [_fail(made.path, error, why, made.rendered.keys, made.seen)]


def _want_targets(group: list[Made]) -> None:
    """Make the rows, stale and committed, of pages that have none: no file is ever without."""
    found = Target.objects.filter(path__in=[made.path for made in group])
    there = set(found.values_list("path", flat=True))
    rows = [
        Target(
            path=made.path,
            priority=made.rendered.priority,
            marked=made.seen,
            stale_at=timezone.now(),
        )
        for made in group
        if made.path not in there
    ]
    if rows:
        with transaction.atomic(durable=True):
            Target.objects.bulk_create(rows, ignore_conflicts=True)


def _remove(path: str, rendered: Rendered, seen: int) -> Outcome:
    """Take a page out that no longer stands, unless it may stand again by now."""
    with transaction.atomic(durable=True):
        clock.hold()
        target = Target.objects.filter(path=path).first()
        if target is None:
            return Outcome(path, Kind.GONE)
        changed = readings.last_change(rendered.keys, readings.known(rendered.keys))
        changed = max(target.marked, changed)
        if changed > seen or target.pressed > seen:
            overtaken(target, changed)
            target.save(update_fields=["marked", "claimed_until"])
            return Outcome(path, Kind.OVERTAKEN)
        # The file first: if this does not commit, the row is still there and still stale.
        note_purge(path)
        stores.current().delete(path)
        target.delete()
    signals.removed.send_robust(sender=None, path=path)
    return Outcome(path, Kind.GONE)


def _fail(path: str, error: Exception, why: str, keys: Collection[str], seen: int) -> Outcome:
    """Note that a page failed, and what it had read: mending any of that tries it again at once."""
    with transaction.atomic(durable=True):
        clock.hold()
        target = Target.objects.filter(path=path).first()
        if target is None or target.last_error != why:
            logger.error("cannot press %s: %s", path, why, exc_info=error)
        if target is not None:
            found = readings.known(keys)
            readings.add(target.pk, keys, found)
            target.marked = max(target.marked, readings.last_change(keys, found))
            wait = timedelta(seconds=min(2 ** min(target.failures, 20), LONGEST_WAIT))
            target.retry_at = None if target.marked > seen else timezone.now() + wait
            target.failures += 1
            target.last_error = why
            target.claimed_until = None
            target.save(
                update_fields=["marked", "retry_at", "failures", "last_error", "claimed_until"]
            )
    return Outcome(path, Kind.FAILED, why)
