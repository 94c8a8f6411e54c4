"""Settling: pages that were made go into their places, and their rows say what they have seen.

The files of a group are renamed inside the one transaction that says so for all of them: if it does
not commit, every page of the group is still stale and is pressed again.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from harkara.press import clock, readings, signals, stores
from harkara.press.actions.outcome import Kind, Outcome
from harkara.press.actions.purging import note_purge
from harkara.press.models import Target
from harkara.press.render import Rendered
from harkara.press.stores import Page, Staged

SETTLED = (
    "marked", "pressed", "stale_at", "stored_at", "digest", "content_type", "priority", "failures",
    "last_error", "claimed_until", "retry_at",
)  # fmt: skip
# Most of storing a page is waiting for the disk, and a disk is better asked for many at once.
HANDS = 8
_hands = ThreadPoolExecutor(HANDS, thread_name_prefix="press-store")


@dataclass(frozen=True, slots=True)
class Made:
    """A page as it was rendered after the clock stood at `seen`."""

    path: str
    rendered: Rendered
    seen: int


@dataclass(frozen=True, slots=True)
class _Ready:
    """A made page that is written beside its place; not staged if it lies there already."""

    made: Made
    page: Page
    staged: Staged | None


def settle(group: Sequence[Made]) -> list[Outcome]:
    """Store pages that have targets, unless something newer is there; return what came of each.

    Raises OSError if the store cannot take one of them: then none of them is stored.
    """
    with ExitStack() as leaving:
        preparing = [_hands.submit(_prepare, made) for made in group]
        wait(preparing)
        for one in preparing:
            staged = None if one.exception() else one.result().staged
            if staged:
                leaving.enter_context(staged)
        outcomes = _place([one.result() for one in preparing])
    for outcome in outcomes:
        if outcome.kind is Kind.PRESSED:
            signals.pressed.send_robust(sender=None, path=outcome.path)
    return outcomes


def overtaken(target: Target, changed: int) -> None:
    """Leave everything as it is, and the target to whoever takes it next."""
    target.marked = max(target.marked, changed)
    target.claimed_until = None


def _prepare(made: Made) -> _Ready:
    page, place = Page(made.rendered.body, made.rendered.content_type), stores.current()
    lies_there = place.holds(made.path, page)
    return _Ready(made, page, None if lies_there else place.stage(made.path, page))


def _place(ready: Sequence[_Ready]) -> list[Outcome]:
    """Put staged pages into their places and write what they have seen, in one transaction."""
    kinds: dict[str, Kind] = {}
    placed: list[tuple[_Ready, Target]] = []
    with transaction.atomic(durable=True):
        clock.hold()
        targets = _targets(ready)
        keys = readings.known({key for one in ready for key in one.made.rendered.keys})
        for one in ready:
            made, target = one.made, targets.get(one.made.path)
            changed = readings.last_change(made.rendered.keys, keys)
            kinds[made.path] = Kind.OVERTAKEN
            if target is None or target.pressed > made.seen:
                targets.pop(made.path, None)
            elif changed > made.seen:
                overtaken(target, changed)
            else:
                kinds[made.path] = Kind.PRESSED if one.staged else Kind.UNCHANGED
                placed.append((one, target))
        readings.replace({t.pk: one.made.rendered.keys for one, t in placed}, keys)
        for one, target in placed:
            # After a crash the new bytes may lie there although the row knows nothing of them yet.
            if one.staged or target.digest != one.page.digest:
                note_purge(one.made.path)
            if one.staged:
                one.staged.place()
            _say(one, target)
        list(_hands.map(_keep, [one.staged for one, _ in placed if one.staged]))
        _write(list(targets.values()))
    return [Outcome(one.made.path, kinds[one.made.path]) for one in ready]


def _targets(ready: Sequence[_Ready]) -> dict[str, Target]:
    found = Target.objects.filter(path__in=[one.made.path for one in ready])
    return {target.path: target for target in found}


def _keep(staged: Staged) -> None:
    staged.keep()


def _say(one: _Ready, target: Target) -> None:
    """Say in a target what its page has seen and how it lies in the store."""
    now = timezone.now()
    if one.staged:
        target.stored_at = now
    target.pressed = one.made.seen
    target.stale_at = now if target.marked > one.made.seen else None
    target.digest, target.content_type = one.page.digest, one.page.content_type
    target.priority = one.made.rendered.priority
    target.failures, target.last_error = 0, ""
    target.claimed_until = target.retry_at = None


def _write(targets: list[Target]) -> None:
    if len(targets) == 1:
        targets[0].save(update_fields=SETTLED)
    elif targets:
        # One statement for all. The rows are there, so none of these is ever inserted.
        for target in targets:
            target.pk = None
        Target.objects.bulk_create(
            targets, update_conflicts=True, unique_fields=["path"], update_fields=SETTLED
        )
