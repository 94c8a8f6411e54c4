"""Reading times of the day: 17:05, 5:05 PM IST, शाम 5:05 बजे, रात 12.30 बजे."""

import datetime as dt
from functools import lru_cache

import regex

from harkara.text.languages import Profile
from harkara.text.languages.calendar import INDIA

ZONE = r"(?:\s*(?P<zone>IST|GMT|UTC|Z|[+-]\d\d:?\d\d)(?![A-Za-z\d]))?"
"""The zone that may stand behind a time."""


def time_at(hour: int, minute: int, second: int) -> dt.time | None:
    """Return the time of day, or None for one that no clock shows."""
    try:
        return dt.time(hour, minute, second)
    except ValueError:
        return None


def zone_of(name: str | None, zone: dt.tzinfo) -> dt.tzinfo:
    """Return the zone that ZONE found, or the given one if it found none."""
    if not name:
        return zone
    if name == "IST":
        return INDIA
    if name in {"GMT", "UTC", "Z"}:
        return dt.UTC
    offset = dt.timedelta(hours=int(name[1:3]), minutes=int(name[-2:]))
    if offset >= dt.timedelta(days=1):
        return zone
    return dt.timezone(-offset if name[0] == "-" else offset)


def time_of(clock: regex.Match[str], profile: Profile) -> dt.time | None:
    """Return the time of day that was found, or None if it is none after all."""
    hour, minute, half = (
        int(clock["hour"]),
        int(clock["minute"] or 0),
        (clock["half"] or "").lower(),
    )
    is_told = bool(half or clock["word"]) or clock["mark"] == ":"
    if not is_told or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    elif clock["part"] and hour <= 12:
        hour = _hour_in(clock["part"], hour, profile)
    return time_at(hour, minute, int(clock["second"] or 0))


def _hour_in(part: str, hour: int, profile: Profile) -> int:
    """Return which of two hours of the day falls into a part of it, or lies nearest to it."""
    name = profile.calendar.times.get(part, part)
    parts = [named for _, named in profile.times_of_day]
    starts = [start for start, named in profile.times_of_day if named == name]
    choices = [hour % 12, hour % 12 + 12]
    for choice in choices:
        begun = [start for start, _ in profile.times_of_day if start <= choice]
        if parts[len(begun) - 1] == name:
            return choice
    # The night has two beginnings; distance is counted round the clock.
    return min(choices, key=lambda one: min(min((one - s) % 24, (s - one) % 24) for s in starts))


@lru_cache(maxsize=8)
def clock_pattern(profile: Profile) -> str:
    """Return the pattern of a time of day in a language."""
    names = {*profile.calendar.times, *(name for _, name in profile.times_of_day)}
    part = "|".join(sorted(map(regex.escape, names), key=len, reverse=True)) or "(?!)"
    word = "|".join(sorted(profile.calendar.hours)) or "(?!)"
    return (
        rf"(?P<clock>(?:(?P<part>{part})\s{{1,2}}(?:के\s|करीब\s|लगभग\s){{0,2}})?"
        r"(?<![\d.,/:-])(?P<hour>\d\d?)(?:(?P<mark>[:.])(?P<minute>\d\d)(?::(?P<second>\d\d))?)?"
        rf"(?!\d)(?:\s{{0,2}}(?P<half>[AaPp]\.?[Mm]\b\.?))?(?:\s{{0,2}}(?P<word>{word}))?{ZONE})"
    )


@lru_cache(maxsize=8)
def clocks(profile: Profile) -> regex.Pattern[str]:
    """Return the compiled pattern of a time of day in a language."""
    return regex.compile(clock_pattern(profile))
