"""What is forgotten of visitors by the clock."""

from datetime import UTC, datetime, timedelta

from django.utils import timezone

from harkara.audience.visitors.networks import forget_secrets
from harkara.audience.visitors.tokens import forget_spent

BETWEEN = timedelta(minutes=10)


class _Clock:
    """What this process remembers from one second to the next."""

    next_time = datetime.min.replace(tzinfo=UTC)


def forget_visitors() -> None:
    """Drop old secrets and spent tokens; the worker calls it every second."""
    now = timezone.now()
    if now >= _Clock.next_time:
        forget_secrets(now)
        forget_spent(now)
        _Clock.next_time = now + BETWEEN
