"""Times: when a feed says that an item was published, however it writes that.

RFC 822 and RFC 3339 ask for a zone. Feeds of Hindi sites often have none, or write `IST`, which
programs take for Greenwich's, or a date in Hindi words: such a time is of the paper's own zone.
"""

import re
from calendar import timegm
from datetime import UTC, datetime, time, tzinfo
from time import struct_time

from harkara.intake.moments import within_reach
from harkara.text.date_reading import parse_date

MOST_LETTERS = 120
_ZONED = re.compile(r"(?:Z|GMT|UTC?|[ECMP][SD]T|[+-]\d\d:?\d\d)\s*\Z", re.IGNORECASE)


def moment(said: str, parts: struct_time | None, zone: tzinfo) -> datetime | None:
    """Return the moment that a feed names, None if it names none that can be meant.

    `parts` is what feedparser made of it, in Greenwich's time; `zone` is that of the paper.

    >>> from zoneinfo import ZoneInfo
    >>> moment("24 नवंबर 2026, 12:00", None, ZoneInfo("Asia/Kolkata")).isoformat()
    '2026-11-24T12:00:00+05:30'
    >>> moment("Mon, 01 Jan 0001 00:00:00 GMT", None, UTC)
    """
    at = _of_parts(parts) if _ZONED.search(said) else _of_words(said, zone) or _of_parts(parts)
    return within_reach(at)


def _of_words(said: str, zone: tzinfo) -> datetime | None:
    found = parse_date(said[:MOST_LETTERS], zone=zone)
    if found is None or isinstance(found, datetime):
        return found
    return datetime.combine(found, time(), zone)


def _of_parts(parts: struct_time | None) -> datetime | None:
    try:
        return datetime.fromtimestamp(timegm(parts), UTC) if parts else None
    except (ValueError, OverflowError, OSError):
        return None
