"""Pressing one page: rendered, compared, stored, and its readings replaced.

Marks and stores are ordered by the clock (see `clock`). A page is rendered having seen the clock
at some value. If a key it read was marked after that, part of it may be older than another part:
it is thrown away, and its target stays stale. So every stored page is the paper of one moment.

The new bytes are renamed into their place inside the transaction that says so: if that does not
commit, the target is still stale and is pressed again.
"""

import logging
from collections.abc import Collection
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from harkara.press import clock, readings, signals, stores
from harkara.press.actions.outcome import Kind, Outcome
from harkara.press.models import Target
from harkara.press.paths import page_path
from harkara.press.render import BrokenPage, Rendered, render
from harkara.press.stores import Page, Staged

logger = logging.getLogger(__name__)

OK = 200
# A page that fails is tried again after 1, 2, 4 … seconds, at most this many.
LONGEST_WAIT = 300
SETTLED = (
    "marked", "pressed", "stale_at", "stored_at", "digest", "content_type", "priority", "failures",
    "last_error", "claimed_until", "retry_at",
)  # fmt: skip


def press(path: str) -> Outcome:
    """Render the page at a path and bring the store in line with it.

    Raises BadPath if no page can stand there. A page that cannot be rendered or stored is a FAILED
    outcome: its old bytes stay, and it is tried again later.
    """
    path = page_path(path)
    seen = clock.now()
    try:
        rendered = render(path)
    except BrokenPage as broken:
        return _fail(path, broken, broken.why, broken.keys, seen)
    if rendered.status != OK:
        return _remove(path, rendered, seen)
    try:
        return store(path, rendered, seen)
    except OSError as error:
        return _fail(path, error, f"{type(error).__name__}: {error}", rendered.keys, seen)


def store(path: str, rendered: Rendered, seen: int) -> Outcome:
    """Store what was rendered after the clock stood at `seen`, unless something newer is there.

    Raises OSError if the store cannot take it.
    """
    if not Target.objects.filter(path=path).exists():
        # The row stands, stale and committed, before the file does: no file is ever without one.
        row = Target(path=path, priority=rendered.priority, marked=seen, stale_at=timezone.now())
        with transaction.atomic(durable=True):
            Target.objects.bulk_create([row], ignore_conflicts=True)
    page, place = Page(rendered.body, rendered.content_type), stores.current()
    if place.holds(path, page):
        outcome = _settle(path, rendered, page, seen, staged=None)
    else:
        with place.stage(path, page) as staged:
            outcome = _settle(path, rendered, page, seen, staged)
    if outcome.kind is Kind.PRESSED:
        signals.pressed.send_robust(sender=None, path=path)
    return outcome


def _settle(path: str, rendered: Rendered, page: Page, seen: int, staged: Staged | None) -> Outcome:
    """Put a staged page, if it is not there already, into its place, and say what it has seen."""
    with transaction.atomic(durable=True):
        clock.hold()
        target = Target.objects.filter(path=path).first()
        if target is None or target.pressed > seen:
            return Outcome(path, Kind.OVERTAKEN)
        keys = readings.known(rendered.keys)
        if readings.last_change(keys) > seen:
            return _overtaken(target, readings.last_change(keys))
        readings.replace(target.pk, rendered.keys, keys)
        if staged:
            staged.place()
            target.stored_at = timezone.now()
        target.pressed = seen
        target.stale_at = timezone.now() if target.marked > seen else None
        target.digest, target.content_type = page.digest, page.content_type
        target.priority = rendered.priority
        target.failures, target.last_error = 0, ""
        target.claimed_until = target.retry_at = None
        target.save(update_fields=SETTLED)
    return Outcome(path, Kind.PRESSED if staged else Kind.UNCHANGED)


def _remove(path: str, rendered: Rendered, seen: int) -> Outcome:
    """Take a page out that no longer stands, unless it may stand again by now."""
    with transaction.atomic(durable=True):
        clock.hold()
        target = Target.objects.filter(path=path).first()
        if target is None:
            return Outcome(path, Kind.GONE)
        changed = max(target.marked, readings.last_change(readings.known(rendered.keys)))
        if changed > seen or target.pressed > seen:
            return _overtaken(target, changed)
        # The file first: if this does not commit, the row is still there and still stale.
        stores.current().delete(path)
        target.delete()
    signals.removed.send_robust(sender=None, path=path)
    return Outcome(path, Kind.GONE)


def _overtaken(target: Target, changed: int) -> Outcome:
    """Leave everything as it is, and the target to whoever takes it next."""
    target.marked = max(target.marked, changed)
    target.claimed_until = None
    target.save(update_fields=["marked", "claimed_until"])
    return Outcome(target.path, Kind.OVERTAKEN)


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
            target.marked = max(target.marked, readings.last_change(found))
            wait = timedelta(seconds=min(2 ** min(target.failures, 20), LONGEST_WAIT))
            target.retry_at = None if target.marked > seen else timezone.now() + wait
            target.failures += 1
            target.last_error = why
            target.claimed_until = None
            target.save(
                update_fields=["marked", "retry_at", "failures", "last_error", "claimed_until"]
            )
    return Outcome(path, Kind.FAILED, why)
