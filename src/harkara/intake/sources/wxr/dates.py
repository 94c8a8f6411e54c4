"""Dates: when an item was written and changed, by whichever of its fields tells it."""

from datetime import datetime, tzinfo
from email.utils import parsedate_to_datetime

from harkara.intake.moments import iso_moment, within_reach
from harkara.intake.sources.wxr.items import Item


def when(item: Item, name: str, zone: tzinfo) -> datetime | None:
    """Return a moment of an item, such as `post_date`: in GMT, else as the site's clock showed it.

    WordPress writes zeros for a moment that never was.
    """
    return moment(item[name], item[f"{name}_gmt"], zone)


def published(item: Item, zone: tzinfo) -> datetime | None:
    """Return when an item was published, None if no field of it tells that."""
    told = when(item, "post_date", zone)
    if told or not item["pubDate"]:
        return told
    try:
        found = parsedate_to_datetime(item["pubDate"])
    except (ValueError, OverflowError):
        return None
    return within_reach(found) if found.tzinfo else None


def moment(text: str, gmt: str, zone: tzinfo) -> datetime | None:
    """Return the moment that two fields tell, the one in GMT first."""
    return iso_moment(gmt) or iso_moment(text, zone)
