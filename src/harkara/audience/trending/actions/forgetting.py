"""Forgetting: counts grow old, scores fade, and words that few asked for go."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from harkara.audience.trending import slips
from harkara.audience.trending.models import Count, Miss, Slip, Standing
from harkara.audience.trending.scores import HALF_LIVES, score_of
from harkara.press.chunks import LONGEST

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet

HOURS_KEPT = timedelta(hours=72)
DAYS_KEPT = timedelta(days=90)
FADED = 0.01
"""A story of whose views no more is left within the week has no standing any more."""
MISSES_KEPT = timedelta(days=30)
RARE_KEPT = timedelta(days=3)
RARE = 3
"""Words that fewer networks searched for are shown to nobody, and kept shortly."""
MOST_MISSES = 5000
SLIPS_KEPT = timedelta(hours=1)
AT_ONCE = 5000


def forget(folder: Path, at: datetime) -> int:
    """Delete what is too old, some thousand rows of each kind; return how many there were."""
    hours = Count.objects.filter(span=Count.Span.HOUR, begins_at__lt=at - HOURS_KEPT)
    days = Count.objects.filter(span=Count.Span.DAY, begins_at__lt=at - DAYS_KEPT)
    faded = Standing.objects.filter(week__lt=score_of(FADED, at, HALF_LIVES["week"]))
    old = Miss.objects.filter(last_at__lt=at - MISSES_KEPT)
    rare = Miss.objects.filter(last_at__lt=at - RARE_KEPT, times__lt=RARE)
    gone = sum(_some(found) for found in (hours, days, faded, old, rare))
    return gone + _beyond_the_most() + _forget_slips(folder, at)


def _some(found: "QuerySet[Model]") -> int:
    few = list(found.order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
    return found.filter(pk__in=few).delete()[0] if few else 0


def _beyond_the_most() -> int:
    """Delete the words that fewest searched for, where somebody floods the search."""
    over = Miss.objects.order_by("-times", "-last_at").values_list("pk", flat=True)
    keys = list(over[MOST_MISSES : MOST_MISSES + AT_ONCE])
    return Miss.objects.filter(pk__in=keys).delete()[0] if keys else 0


def _forget_slips(folder: Path, at: datetime) -> int:
    """Forget the names of slips whose files are gone."""
    there = slips.waiting(folder, LONGEST)
    if len(there) == LONGEST:
        return 0
    old = Slip.objects.filter(at__lt=at - SLIPS_KEPT).exclude(pk__in=there)
    return _some(old)
