"""Hours and days as the site's clock has them: an Indian hour begins at half past in UTC."""

from datetime import datetime

from django.utils import timezone


def hour_of(at: datetime) -> datetime:
    """Return when the hour began that a moment falls into."""
    return _local(at).replace(minute=0, second=0, microsecond=0)


def day_of(at: datetime) -> datetime:
    """Return when the day began that a moment falls into."""
    return _local(at).replace(hour=0, minute=0, second=0, microsecond=0)


def _local(at: datetime) -> datetime:
    return timezone.localtime(at, timezone.get_default_timezone())
