"""How a language tells time: other names of months, days and hours, and words of duration."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

INDIA = dt.timezone(dt.timedelta(hours=5, minutes=30), "IST")
NEPAL = dt.timezone(dt.timedelta(hours=5, minutes=45), "NPT")
"""Neither has changed its clocks since 1986, so a fixed offset says all."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Calendar:
    """The time words of a language beside the profile's months, weekdays and times of day."""

    zone: dt.tzinfo = INDIA
    """The clock its pages mean where they name none."""
    months: Mapping[str, int] = field(default_factory=dict)
    """Other spellings and short forms of the months, without a full stop; January is 1."""
    weekdays_short: tuple[str, ...] = ()
    """Monday to Sunday, as calendars head their columns."""
    times: Mapping[str, str] = field(default_factory=dict)
    """Other names of the parts of the day, and which of the profile's is meant."""
    hours: frozenset[str] = frozenset()
    """What follows an hour: बजे."""
    days: Mapping[str, int] = field(default_factory=dict)
    """Days named from today, as days ahead: आज is 0."""
    either_days: Mapping[str, int] = field(default_factory=dict)
    """Days named alike before and after today, by their distance: कल is 1."""
    units: Mapping[str, str] = field(default_factory=dict)
    """Words for `second`, `minute`, `hour`, `day`, `week`, `month` and `year`."""
    before: frozenset[str] = frozenset()
    """Words that put a span into the past: पहले."""
    after: frozenset[str] = frozenset()
    """Words that put it into the future: बाद."""
    now: str = ""
    """How a moment less than a minute ago is called."""
    ago: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """How long ago something was, for one and for more of each unit; the number is `{n}`."""
    spans: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """The names of `day`, `hour` and `minute`, for one and for more."""
