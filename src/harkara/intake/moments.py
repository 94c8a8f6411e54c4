"""Moments: when something happened, as a source tells it, if that can be meant at all."""

from datetime import UTC, datetime, tzinfo

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""A moment outside of these is a slip of some program: it is no moment then."""

UNTIL_LIFTED = datetime(2099, 12, 31, tzinfo=UTC)
"""When an embargo without an end that can be read ends: the desk lifts it before."""


def within_reach(at: datetime | None) -> datetime | None:
    """Return a moment that can be meant; None for any other."""
    return at if at is not None and FIRST_YEAR <= at.year <= LAST_YEAR else None


def iso_moment(said: object, zone: tzinfo = UTC) -> datetime | None:
    """Return a moment as ISO 8601 writes it; None if it is none. Without a zone it is of `zone`.

    >>> iso_moment("2019-05-02 06:30:00").isoformat()
    '2019-05-02T06:30:00+00:00'
    >>> iso_moment("0000-00-00 00:00:00"), iso_moment("9999-12-31"), iso_moment(41)
    (None, None, None)
    """
    if not isinstance(said, str):
        return None
    try:
        at = datetime.fromisoformat(said.strip())
    except ValueError:
        return None
    return within_reach(at if at.tzinfo else at.replace(tzinfo=zone))
