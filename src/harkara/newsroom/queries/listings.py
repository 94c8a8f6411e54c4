"""Listings: the live stories of the site, a section, a topic or an author, newest first."""

import sys
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from harkara.newsroom import keys
from harkara.newsroom.keys import ListingKind
from harkara.newsroom.models import Entry
from harkara.newsroom.queries.cards import cards
from harkara.newsroom.records import Card, Listing, MonthListing
from harkara.press.recorder import once, read

MONTHS_SHOWN = 12


def entries(kind: ListingKind, ref: int) -> QuerySet[Entry]:
    """Return a listing's entries, newest first; the number decides between equal times."""
    return Entry.objects.filter(kind=kind, ref=ref).order_by("-published_at", "-story_id")


def listing(kind: ListingKind, ref: int, size: int) -> Listing:
    """Return the newest `size` stories of a listing, and its months, newest first."""
    return Listing(cards=newest(kind, ref, size), months=months(kind, ref))


def newest(kind: ListingKind, ref: int, size: int) -> tuple[Card, ...]:
    """Return the newest `size` stories of a listing."""
    return once(("newest", kind, ref, size), lambda: cards(newest_numbers(kind, ref, size)))


def recent(kind: ListingKind, ref: int, within: timedelta, most: int) -> tuple[Card, ...]:
    """Return the stories of a listing that are hardly older than its newest, without pictures."""
    read(keys.latest(kind, ref))
    newest_at = _times(kind, ref).first()
    if newest_at is None:
        return ()
    found = entries(kind, ref).filter(published_at__gte=newest_at - within)
    return cards(found.values_list("story_id", flat=True)[:most], pictured=False)


def newest_numbers(kind: ListingKind, ref: int, size: int) -> list[int]:
    """Return the numbers of the newest `size` stories of a listing."""
    read(keys.latest(kind, ref))
    return list(entries(kind, ref).values_list("story_id", flat=True)[:size])


def published_between(
    section_id: int, after: datetime | None, until: datetime, most: int
) -> list[tuple[int, datetime]]:
    """Return number and time of a section's stories after one moment and up to another, in order.

    Of more than `most` the first ones are given, with all that were published in the same moment
    as the last of them. Two queries.
    """
    found = entries(ListingKind.SECTION, section_id).filter(published_at__lte=until).reverse()
    if after is not None:
        found = found.filter(published_at__gt=after)
    pairs = list(found.values_list("story_id", "published_at")[:most])
    if len(pairs) == most:
        pairs = list(
            found.filter(published_at__lte=pairs[-1][1]).values_list("story_id", "published_at")
        )
    return pairs


def months(kind: ListingKind, ref: int, most: int = MONTHS_SHOWN) -> tuple[date, ...]:
    """Return the newest months in which a listing has stories, newest first.

    Each month costs one look into the index, however many stories it holds.
    """
    read(keys.months(kind, ref))
    found: list[date] = []
    month = _month_of(_times(kind, ref).first())
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
    found = entries(kind, ref).filter(published_at__gte=start, published_at__lt=end)
    shown = cards(found.values_list("story_id", flat=True), pictured=False)
    if not shown:
        return None
    return MonthListing(
        month=of, cards=shown, earlier=_earlier(kind, ref, of), later=_later(kind, ref, of)
    )


def _earlier(kind: ListingKind, ref: int, than: date) -> date | None:
    start, _ = month_bounds(than)
    return _month_of(_times(kind, ref).filter(published_at__lt=start).first())


def _later(kind: ListingKind, ref: int, than: date) -> date | None:
    _, end = month_bounds(than)
    return _month_of(_times(kind, ref).filter(published_at__gte=end).last())


def _times(kind: ListingKind, ref: int) -> "QuerySet[Entry, datetime]":
    return entries(kind, ref).values_list("published_at", flat=True)


def _month_of(at: datetime | None) -> date | None:
    return month_of(at) if at else None


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
