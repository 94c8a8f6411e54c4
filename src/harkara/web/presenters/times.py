"""Times in words: absolute, in the site's own zone, with the exact moment beside them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from harkara.text import dates


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as a page shows it: for machines, and in words."""

    iso: str
    words: str


def local(at: datetime) -> datetime:
    """Return the moment on the site's clock, to the second."""
    return timezone.localtime(at, timezone.get_default_timezone()).replace(microsecond=0)


def moment(at: datetime) -> Moment:
    """Return day and time."""
    here = local(at)
    return Moment(here.isoformat(), dates.datetime_words(here))


def day(at: datetime) -> Moment:
    """Return the day alone."""
    here = local(at)
    return Moment(here.date().isoformat(), dates.date(here.date()))


def edition(at: datetime) -> Moment:
    """Return the day as a newspaper's head prints it, with its name."""
    here = local(at).date()
    return Moment(here.isoformat(), f"{dates.weekday(here)}, {dates.date(here)}")


def month_words(month: date) -> str:
    """Return a month and its year in words."""
    return dates.month_year(month.year, month.month)
