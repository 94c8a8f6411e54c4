"""Spreading: a change that very many pages read marks them bit by bit, after it is committed.

A new masthead touches every page. Were they all marked in the desk's own transaction, nobody else
could commit until the last of a hundred thousand is. So the change is noted, with the clock at that
moment. That alone keeps anything older out of the store, as settling asks when a key was changed.
"""

from collections.abc import Collection
from time import monotonic

from django.db import transaction
from django.db.models import Case, Exists, F, OuterRef, QuerySet, When
from django.utils import timezone

from harkara.press import clock
from harkara.press.models import STALE, Key, Reading, Spread, Target
from harkara.press.priorities import FEED, FRONT, SECTION

# A change with more readers than this is spread, so many at a time.
MANY = 1000
# What many readers look at, and what is few: marked with the change itself.
FIRST = (FRONT, SECTION, FEED)


def mark(pages: QuerySet[Target], at: int, *, patient: bool = False) -> int:
    """Mark pages stale since the clock stood at `at`; return how many. The clock is held.

    Those that are `patient` wait until nothing else is stale; one that was urgent stays so.
    """
    # A stale page keeps the time since when it is.
    since = Case(When(STALE, then=F("stale_at")), default=timezone.now())
    patience = Case(When(STALE, then=F("patient")), default=True) if patient else False
    return pages.update(marked=at, retry_at=None, stale_at=since, patient=patience)


def read_by_many(names: Collection[str]) -> set[str]:
    """Return those of the keys that so many pages read that their change must be spread."""
    beyond = Reading.objects.filter(key=OuterRef("pk")).order_by()[MANY : MANY + 1]
    return set(Key.objects.filter(Exists(beyond), name__in=names).values_list("name", flat=True))


def spread_later(names: Collection[str], at: int) -> int:
    """Note that keys changed when the clock stood at `at`; return how many pages that touches.

    Fronts and feeds are marked already when it returns. The clock is held.
    """
    if not names:
        return 0
    found = list(Key.objects.filter(name__in=names))
    Spread.objects.bulk_create(
        [Spread(key=key, changed=at, since=timezone.now()) for key in found],
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=["changed", "below", "since"],
    )
    readers = Reading.objects.filter(key__in=found)
    shown_first = Target.objects.filter(Exists(readers.filter(target=OuterRef("pk"))))
    mark(shown_first.filter(priority__in=FIRST, marked__lt=at), at)
    return readers.count()


def spread(seconds: float) -> int:
    """Mark further readers of changes that are being spread, for so long; return how many pages."""
    marked, ends = 0, monotonic() + seconds
    while Spread.objects.exists() and monotonic() < ends:
        with transaction.atomic():
            clock.hold()
            marked += _step()
    return marked


def _step() -> int:
    """Mark the next readers of the oldest change, the newest of them first."""
    change = Spread.objects.order_by("changed").first()
    if change is None:
        return 0
    key, at = change.key_id, change.changed
    left = Reading.objects.filter(key=key)
    if change.below is not None:
        left = left.filter(target__lt=change.below)
    ids = list(left.order_by("-target").values_list("target_id", flat=True)[:MANY])
    if len(ids) < MANY:
        change.delete()
    else:
        change.below = ids[-1]
        change.save(update_fields=["below"])
    touched = Target.objects.filter(pk__range=(ids[-1], ids[0])) if ids else Target.objects.none()
    readers = touched.filter(
        Exists(Reading.objects.filter(key=key, target=OuterRef("pk"))),
        marked__lt=at,
        pressed__lt=at,
    )
    return mark(readers, at, patient=True)
