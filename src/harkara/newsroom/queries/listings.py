"""Listings: the live stories of the site, a section, a topic or an author, newest first."""

import sys
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from harkara.newsroom import keys
from harkara.newsroom.keys import ListingKind
from harkara.newsroom.models import Entry, LiveStory
from harkara.newsroom.queries.cards import card_from, with_pictures
from harkara.newsroom.records import Card, Listing, MonthListing
from harkara.press.recorder import read

MONTHS_SHOWN = 12


def entries(kind: ListingKind, ref: int) -> QuerySet[Entry]:
    """Return a listing's entries, newest first; the number decides between equal times."""
    return Entry.objects.filter(kind=kind, ref=ref).order_by("-published_at", "-story")


def listing(kind: ListingKind, ref: int, size: int) -> Listing:
    """Return the newest `size` stories of a listing, and its months, newest first."""
    return Listing(cards=newest(kind, ref, size), months=months(kind, ref))


def newest(kind: ListingKind, ref: int, size: int) -> tuple[Card, ...]:
    """Return the newest `size` stories of a listing."""
    read(keys.latest(kind, ref))
    return _cards(entries(kind, ref)[:size])


def months(kind: ListingKind, ref: int, most: int = MONTHS_SHOWN) -> tuple[date, ...]:
    """Return the newest months in which a listing has stories, newest first.

    Each month costs one look into the index, however many stories it holds.
    """
    read(keys.months(kind, ref))
    found: list[date] = []
    month = _month_of(entries(kind, ref).first())
    while month and len(found) < most:
        found.append(month)
        month = _earlier(kind, ref, month)
    return tuple(found)


def site_months() -> tuple[date, ...]:
    """Return all months in which the site has stories, newest first."""
    return months(ListingKind.SITE, 0, most=sys.maxsize)


def month_listing(kind: ListingKind, ref: int, year: int, month: int) -> MonthListing | None:
    """Return all stories of one month, without pictures, or None if there is none."""
    if not (1 <= month <= 12 and 1900 <= year <= 9998):
        return None
    of = date(year, month, 1)
    read(keys.month(kind, ref, of), keys.months(kind, ref))
    start, end = month_bounds(of)
    # A month can be long: headlines only, so that it stays within the budget of a page.
    shown = _cards(
        entries(kind, ref).filter(published_at__gte=start, published_at__lt=end), pictured=False
    )
    if not shown:
        return None
    return MonthListing(
        month=of, cards=shown, earlier=_earlier(kind, ref, of), later=_later(kind, ref, of)
    )


def _earlier(kind: ListingKind, ref: int, than: date) -> date | None:
    start, _ = month_bounds(than)
    return _month_of(entries(kind, ref).filter(published_at__lt=start).first())


def _later(kind: ListingKind, ref: int, than: date) -> date | None:
    _, end = month_bounds(than)
    return _month_of(entries(kind, ref).filter(published_at__gte=end).last())


def _month_of(entry: Entry | None) -> date | None:
    return month_of(entry.published_at) if entry else None


def month_of(at: datetime) -> date:
    """Return the first day of the month a moment falls into, in the site's time zone."""
    return timezone.localtime(at, timezone.get_default_timezone()).date().replace(day=1)


def month_bounds(of: date) -> tuple[datetime, datetime]:
    """Return the first moment of a month and of the next one, in the site's time zone."""
    zone = timezone.get_default_timezone()
    after = date(of.year + of.month // 12, of.month % 12 + 1, 1)
    return (
        datetime(of.year, of.month, 1, tzinfo=zone),
        datetime(after.year, after.month, 1, tzinfo=zone),
    )


def _cards(found: QuerySet[Entry], *, pictured: bool = True) -> tuple[Card, ...]:
    numbers = list(found.values_list("story_id", flat=True))
    stories = LiveStory.objects.filter(pk__in=numbers)
    rows = with_pictures(stories) if pictured else stories.select_related("section")
    by_number = {row.number: row for row in rows}
    return tuple(card_from(by_number[number], pictured=pictured) for number in numbers)
