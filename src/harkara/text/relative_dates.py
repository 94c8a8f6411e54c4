"""Relative dates: days and moments told from now (आज, कल, 3 घंटे पहले), given when now is.

कल is yesterday and tomorrow alike: it is refused unless the caller says which way it looks.
"""

import calendar
import datetime as dt
from collections.abc import Mapping
from functools import lru_cache

import regex

from harkara.text.fold import fold
from harkara.text.languages import HINDI, Profile
from harkara.text.number_reading import parse_number

MOST_WORDS = 8
"""No relative date has more words."""
_MOST = 10_000
_SECONDS = {"second": 1, "minute": 60, "hour": 3_600}
_DAYS = {"day": 1, "week": 7}
_ENGLISH_UNITS = {
    "second": "second sec",
    "minute": "minute min",
    "hour": "hour hr",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year yr",
}
_ENGLISH_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_ONE = frozenset({"a", "an"})
_EDGES = " \t\n.,:;()[]|।"


def parse_relative(
    text: str, now: dt.datetime, *, past: bool | None = None, profile: Profile = HINDI
) -> dt.date | dt.datetime | None:
    """Return the day or moment that a text tells from now, or None if it tells none.

    Seconds, minutes and hours give a moment, longer units a day; a month or a year earlier
    that has no such day gives its last. `past` says whether a word for yesterday and tomorrow
    alike means the past.

    >>> now = dt.datetime(2026, 11, 23, 17, 5)
    >>> str(parse_relative("3 घंटे पहले", now)), str(parse_relative("दो दिन पहले", now))
    ('2026-11-23 14:05:00', '2026-11-21')
    >>> parse_relative("कल", now), str(parse_relative("कल", now, past=True))
    (None, '2026-11-22')
    """
    words = text.strip(_EDGES).split(maxsplit=MOST_WORDS)
    if not words or len(words) > MOST_WORDS:
        return None
    if len(words) == 1:
        return _named_day(words[0], now, past=past, profile=profile)
    keys = [_key(word) for word in words]
    direction = _directions(profile).get(keys[-1])
    unit = _units(profile).get(keys[-2])
    if direction is None or unit is None:
        return None
    is_one = len(keys) == 3 and keys[0] in _ONE
    count = 1 if is_one else parse_number(" ".join(words[:-2]), profile=profile)
    if count is None or not 0 <= count <= _MOST:
        return None
    return _moved(now, direction * float(count), unit)


def _named_day(
    word: str, now: dt.datetime, *, past: bool | None, profile: Profile
) -> dt.date | dt.datetime | None:
    key = _key(word)
    if profile.calendar.now and key == _key(profile.calendar.now):
        return now
    days = {_key(name): ahead for name, ahead in profile.calendar.days.items()} | _ENGLISH_DAYS
    if past is not None:
        either = profile.calendar.either_days
        days |= {_key(name): -away if past else away for name, away in either.items()}
    return _shifted(now.date(), days[key]) if key in days else None


def _moved(now: dt.datetime, count: float, unit: str) -> dt.date | dt.datetime | None:
    try:
        if unit in _SECONDS:
            return now + dt.timedelta(seconds=count * _SECONDS[unit])
        if unit in _DAYS:
            return now.date() + dt.timedelta(days=count * _DAYS[unit])
        return _months_away(now.date(), int(count * (12 if unit == "year" else 1)))
    except (OverflowError, ValueError):
        return None  # before the first year or after the last


def _months_away(day: dt.date, count: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return day.replace(year=year, month=month + 1, day=min(day.day, last))


def _shifted(day: dt.date, ahead: int) -> dt.date | None:
    try:
        return day + dt.timedelta(days=ahead)
    except OverflowError:
        return None


def _key(word: str) -> str:
    return regex.sub(r"\W+\Z", "", word.lower()) if word.isascii() else fold(word)


@lru_cache(maxsize=8)
def _units(profile: Profile) -> Mapping[str, str]:
    english = {
        form: unit
        for unit, names in _ENGLISH_UNITS.items()
        for name in names.split()
        for form in (name, name + "s")
    }
    return english | {_key(name): unit for name, unit in profile.calendar.units.items()}


@lru_cache(maxsize=8)
def _directions(profile: Profile) -> Mapping[str, int]:
    before = {_key(name): -1 for name in [*profile.calendar.before, "ago", "before"]}
    return before | {_key(name): 1 for name in [*profile.calendar.after, "later"]}
