"""Scores: views that lose half of their weight with each half-life, kept so that nothing ages.

A score is the logarithm of all views, each weighed by 2 to the power of its age in half-lives as it
was at `ORIGIN` (Cormode and others, "Forward decay", ICDE 2009). A view that comes later adds more;
those that were counted stay as they are. So the order of two stories changes by views alone, and an
index over scores is an index over decayed views at whatever moment.
"""

import math
from datetime import UTC, datetime, timedelta

ORIGIN = datetime(2024, 1, 1, tzinfo=UTC)
NOTHING = -1e300
"""The score of what nobody saw: a number that any database can keep and sort."""
HALF_LIVES = {
    "now": timedelta(minutes=15),
    "today": timedelta(hours=6),
    "week": timedelta(hours=60),
}
"""How fast views lose half of their weight, by the name of the score."""


def weight_at(at: datetime, half_life: timedelta) -> float:
    """Return the score of a single view at a moment."""
    return math.log(2) * ((at - ORIGIN) / half_life)


def with_views(score: float, views: int, at: datetime, half_life: timedelta) -> float:
    """Return a score with so many views more.

    >>> at = datetime(2026, 11, 26, tzinfo=UTC)
    >>> day = timedelta(days=1)
    >>> round(views_left(with_views(NOTHING, 8, at, day), at + day, day), 6)
    4.0
    """
    if views <= 0:
        return score
    more = math.log(views) + weight_at(at, half_life)
    high, low = max(score, more), min(score, more)
    return high + math.log1p(math.exp(low - high))


def views_left(score: float, at: datetime, half_life: timedelta) -> float:
    """Return how many views are left of a score at a moment."""
    return math.exp(min(score - weight_at(at, half_life), 700.0))


def score_of(views: float, at: datetime, half_life: timedelta) -> float:
    """Return the least score of which so many views are left at a moment."""
    return math.log(views) + weight_at(at, half_life)
