"""What the press knows: what waits, what failed, what a page read."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet

from harkara.press.models import STALE, Key, Purge, Reading, Spread, Target


@dataclass(frozen=True, slots=True)
class Failure:
    """A page that cannot be pressed, and why."""

    path: str
    failures: int
    error: str
    retry_at: datetime | None


@dataclass(frozen=True, slots=True)
class Status:
    """The press at a glance."""

    targets: int
    # How many pages wait, by priority, the most urgent first.
    stale: dict[int, int]
    # How long the page that waits longest has been waiting.
    oldest: timedelta | None
    failed: tuple[Failure, ...]

    @property
    def waiting(self) -> int:
        """How many pages are stale."""
        return sum(self.stale.values())


@dataclass(frozen=True, slots=True)
class Backlog:
    """How far the press is with what waits."""

    targets: int
    waiting: int
    # How long the page that waits longest has been waiting.
    oldest: timedelta | None

    @property
    def share(self) -> float:
        """Which share of all pages is as it should be, between 0 and 1."""
        return 1 - self.waiting / self.targets if self.targets else 1.0

    @property
    def left(self) -> timedelta | None:
        """How long the rest takes if it goes on as since the oldest page began to wait."""
        done = self.targets - self.waiting
        return self.oldest * (self.waiting / done) if self.oldest is not None and done else None


def backlog(at: datetime) -> Backlog:
    """Return how far the press is at a moment, without looking into any page."""
    oldest = _stale_since()
    return Backlog(Target.objects.count(), stale_count(), at - oldest if oldest else None)


def status(at: datetime) -> Status:
    """Return the state of the press at a moment; failed pages in the order of their paths."""
    counted = Counter[int]()
    for waiting in _waiting():
        counts = waiting.order_by().values("priority").annotate(n=Count("pk"))
        counted.update(dict(counts.values_list("priority", "n")))
    since = _stale_since()
    failed = Target.objects.filter(failures__gt=0).order_by("path")
    return Status(
        targets=Target.objects.count(),
        stale=dict(sorted(counted.items())),
        oldest=at - since if since else None,
        failed=tuple(Failure(t.path, t.failures, t.last_error, t.retry_at) for t in failed),
    )


def stale_paths() -> set[str]:
    """Return the paths of all stale pages."""
    return {path for one in _waiting() for path in one.values_list("path", flat=True)}


def readings(path: str) -> set[str]:
    """Return the keys that the page at a path read when it was last pressed."""
    found = Reading.objects.filter(target__path=path)
    return set(found.values_list("key__name", flat=True))


def readers_of(keys: Collection[str]) -> QuerySet[Target]:
    """Return the targets that read any of these keys, in no order."""
    readers = Reading.objects.filter(key__name__in=keys).values("target_id")
    return Target.objects.filter(pk__in=readers)


def are_marked_since(seen: int, keys: Collection[str]) -> bool:
    """Say whether any of these keys was marked after the clock said `seen`."""
    return Key.objects.filter(name__in=keys, changed__gt=seen).exists()


def stale_count() -> int:
    """Return how many pages are stale."""
    return sum(one.count() for one in _waiting())


def is_stale(path: str) -> bool:
    """Say whether the page at a path is stale."""
    return any(one.filter(path=path).exists() for one in _waiting())


def is_spreading() -> bool:
    """Say whether a change is still being spread over the many pages that read it."""
    return Spread.objects.exists()


def _waiting() -> tuple[QuerySet[Target], ...]:
    """Return the stale pages: those that are marked, and those a spreading change comes to yet."""
    marked = Target.objects.filter(STALE)
    if not is_spreading():
        return (marked,)
    to_come = Reading.objects.filter(
        target=OuterRef("pk"), key__spread__changed__gt=OuterRef("pressed")
    )
    return marked, Target.objects.filter(~STALE, Exists(to_come))


def _stale_since() -> datetime | None:
    """Return since when the page that waits longest has been waiting, None if none waits."""
    marked = Target.objects.filter(STALE).aggregate(since=Min("stale_at"))["since"]
    spreading = Spread.objects.aggregate(since=Min("since"))["since"]
    return min((since for since in (marked, spreading) if since), default=None)


def due(at: datetime) -> QuerySet[Target]:
    """Return the stale targets that a worker may take at a moment, the most urgent first.

    Those that were marked with very many others come behind everything else.

    Left out are those another worker holds and failed ones whose time has not come.
    """
    return Target.objects.filter(
        STALE,
        Q(claimed_until=None) | Q(claimed_until__lte=at),
        Q(retry_at=None) | Q(retry_at__lte=at),
    ).order_by("patient", "priority", "-marked", "-id")


def is_held(at: datetime) -> bool:
    """Say whether a worker holds a stale page at a moment."""
    return Target.objects.filter(STALE, claimed_until__gt=at).exists()


def purges_due(at: datetime) -> QuerySet[Purge]:
    """Return what a CDN may be asked to drop at a moment, the oldest first."""
    waiting = Purge.objects.filter(Q(retry_at=None) | Q(retry_at__lte=at))
    return waiting.order_by("asked_at", "pk")


def targets_after(pk: int, limit: int) -> list[tuple[int, str]]:
    """Return ids and paths of the next targets that are not stale, in the order of their ids."""
    rows = Target.objects.filter(~STALE, pk__gt=pk).order_by("pk")
    return list(rows.values_list("pk", "path")[:limit])
