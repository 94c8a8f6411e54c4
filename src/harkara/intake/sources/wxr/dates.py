"""Dates: when an item was written and changed, by whichever of its fields tells it."""

from datetime import UTC, datetime, tzinfo
from email.utils import parsedate_to_datetime

from harkara.intake.sources.wxr.items import Item


def when(item: Item, name: str, zone: tzinfo) -> datetime | None:
    """Return a moment of an item, such as `post_date`: in GMT, else as the site's clock showed it.

    WordPress writes zeros for a moment that never was.
    """
    return _read(item[f"{name}_gmt"], UTC) or _read(item[name], zone)


def published(item: Item, zone: tzinfo) -> datetime | None:
    """Return when an item was published, None if no field of it tells that."""
    found = when(item, "post_date", zone)
    if found or not item["pubDate"]:
        return found
    try:
        moment = parsedate_to_datetime(item["pubDate"])
    except ValueError:
        return None
    return moment if moment.tzinfo and moment.year > 1 else None


def moment(text: str, gmt: str, zone: tzinfo) -> datetime | None:
    """Return the moment that two fields tell, the one in GMT first."""
    return _read(gmt, UTC) or _read(text, zone)


def _read(text: str, zone: tzinfo) -> datetime | None:
    if not text or text.startswith("0000"):
        return None
    try:
        return datetime.fromisoformat(text.strip()).replace(tzinfo=zone)
    except ValueError:
        return None
