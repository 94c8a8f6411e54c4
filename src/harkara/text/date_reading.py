"""Reading dates: the days and moments that Hindi pages print, in digits and words of both scripts.

One rule for nonsense: a date that the calendar does not have (31 फरवरी) is no date, so nothing is
found. A year of two digits is of this century up to 68 and of the last from 69, as POSIX reads it.
Days come before months (23/11/2026). Years of Vikram and Saka (संवत् 2083) are left alone.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import regex

from harkara.text.chars import LETTER, SIGN
from harkara.text.clock_reading import ZONE, clock_pattern, clocks, time_at, time_of, zone_of
from harkara.text.fold import fold
from harkara.text.languages import HINDI, Profile
from harkara.text.numbers import latin_digits

ENGLISH_MONTHS = (
    "january february march april may june july august september october november december"
)
WINDOW = 60
"""How far from a day its time is looked for, in characters."""
_CENTURY_FROM = 69

_WORD = rf"(?:[{LETTER}][{LETTER}{SIGN}]*+|[A-Za-z]++)"
_DAY = r"(?<![\d.,/-])(?<![\d][:])(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_ISO = regex.compile(
    r"(?<!\d)(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)(?!\d)"
    r"(?:[Tt ](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
    rf"{ZONE})?"
)
_NUMERIC = regex.compile(
    r"(?<![\d.,/-])(?P<day>\d\d?)(?P<mark>[./-])(?P<month>\d\d?)(?P=mark)"
    r"(?P<year>\d{4}|\d\d(?<=\d\d.\d\d.\d\d|/\d\d))(?![\d/-]|[.,]\d)"
)
_DAY_FIRST = regex.compile(
    rf"{_DAY}[\s.,/-]{{0,3}}(?P<name>{_WORD})\.?"
    r"(?:[\s,./-]{0,3}(?:सन्?\s+)?(?P<year>[12]\d{3}|['’]?\d\d(?=\s*(?:$|[,|।]|\d\d?:)))(?!\d))?"
)
_NAME_FIRST = regex.compile(
    rf"(?<![{LETTER}{SIGN}A-Za-z])(?P<name>{_WORD})\.?\s{{1,2}}(?P<day>\d\d?)(?:st|nd|rd|th)?"
    r"(?:,\s{0,2}|\s{1,2})(?P<year>[12]\d{3})(?!\d)"
)
_OTHER_ERA = regex.compile(r"(?:संवत्?|शक|वि\.?\s?सं\.?|विक्रमी)\s{0,2}\Z")
_LINK = r"[\s,|।•·()–—-]{0,5}"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date found in a text."""

    day: dt.date
    moment: dt.datetime | None
    """Day and time with its zone, where a time stands beside the day."""
    start: int
    end: int

    @property
    def value(self) -> dt.date | dt.datetime:
        """Return the moment, or the day where no time is told."""
        return self.moment or self.day


def find_dates(
    text: str,
    *,
    profile: Profile = HINDI,
    zone: dt.tzinfo | None = None,
    near: dt.date | None = None,
) -> list[FoundDate]:
    """Return the dates of a running text in order, each with the time that stands beside it.

    A time without a zone of its own is of `zone`, else of the language's calendar. A day without
    a year (23 नवंबर) is found only if `near` is given: it is then of the year that brings it
    nearest to that day.

    >>> [found.value.isoformat() for found in find_dates("सोमवार, 23 नवंबर 2026, शाम 5:05 बजे")]
    ['2026-11-23T17:05:00+05:30']
    >>> [found.value.isoformat() for found in find_dates("२४ नवम्बर, 2026 को और 1/12/26 तक")]
    ['2026-11-24', '2026-12-01']
    """
    reader = _Reader(latin_digits(text), profile, zone or profile.calendar.zone, near)
    return list(reader.dates())


def parse_date(
    text: str,
    *,
    profile: Profile = HINDI,
    zone: dt.tzinfo | None = None,
    near: dt.date | None = None,
) -> dt.date | dt.datetime | None:
    """Return the first day that a line of data names, with its time wherever the line has it.

    Meant for the short lines in which pages tell when a story was published: labels, weekdays
    and places round the date do not matter. Returns None where the line names no day.

    >>> str(parse_date("अपडेटेड 23 नवंबर 2026 17:05 IST")), str(parse_date("05:05 PM | Nov 23, 2026"))
    ('2026-11-23 17:05:00+05:30', '2026-11-23 17:05:00+05:30')
    >>> str(parse_date("23.11.26")), parse_date("31 फरवरी 2026")
    ('2026-11-23', None)
    """
    zone = zone or profile.calendar.zone
    reader = _Reader(latin_digits(text), profile, zone, near)
    found = next(reader.dates(), None)
    if found is None or found.moment:
        return found.value if found else None
    beside = reader.text[: found.start] + " | " + reader.text[found.end :]
    for clock in clocks(profile).finditer(beside):
        time = time_of(clock, profile)
        if time:
            return dt.datetime.combine(found.day, time, zone_of(clock["zone"], zone))
    return found.day


def without_dates(text: str, *, profile: Profile = HINDI) -> str:
    """Return the text with a space where a date or a time of day stood.

    >>> without_dates("नई दिल्ली, 23 नवंबर 2026, शाम 5:05 बजे")
    'नई दिल्ली,  '
    """
    pieces, place = [], 0
    for found in find_dates(text, profile=profile):
        pieces.append(text[place : found.start])
        place = found.end
    rest = " ".join([*pieces, text[place:]])
    return clocks(profile).sub(
        lambda clock: " " if time_of(clock, profile) else clock[0], latin_digits(rest)
    )


class _Reader:
    """Reads the dates of one text."""

    def __init__(self, text: str, profile: Profile, zone: dt.tzinfo, near: dt.date | None) -> None:
        self.text = text
        self._profile = profile
        self._zone = zone
        self._near = near

    def dates(self) -> Iterator[FoundDate]:
        """Yield the dates in order."""
        place = 0
        days = list(self._days())
        for position, (match, day) in enumerate(days):
            start, end = match.span()
            if start < place:
                continue
            until = days[position + 1][0].start() if position + 1 < len(days) else len(self.text)
            moment = _whole_moment(match, day, self._zone)
            if moment is None:
                moment, start, end = self._beside(day, start, end, place, until)
            yield FoundDate(day, moment, start, end)
            place = end

    def _days(self) -> Iterator[tuple[regex.Match[str], dt.date]]:
        """Yield what names a day, in order; of two that overlap the first."""
        found = [
            (match, day)
            for pattern in (_ISO, _NUMERIC, _DAY_FIRST, _NAME_FIRST)
            for match in self._matches(pattern)
            if (day := self._day(match)) is not None
        ]
        return iter(sorted(found, key=lambda one: (one[0].start(), -one[0].end())))

    def _matches(self, pattern: regex.Pattern[str]) -> Iterator[regex.Match[str]]:
        place = 0
        while match := pattern.search(self.text, place):
            yield match
            # A name that was none may be followed by one: लोग 23 नवंबर 2026.
            place = match.end("name") if pattern is _NAME_FIRST else match.end()

    def _day(self, match: regex.Match[str]) -> dt.date | None:
        parts = match.groupdict()
        month = self._month(parts)
        if month is None or _OTHER_ERA.search(
            self.text[max(match.start() - 12, 0) : match.start()]
        ):
            return None
        day, year = int(parts["day"]), parts["year"]
        if year is None:
            return _nearest(self._near, month, day) if self._near else None
        number = int(year.lstrip("'’"))
        if number < 100:
            number += 1900 if number >= _CENTURY_FROM else 2000
        return _date(number, month, day)

    def _month(self, parts: Mapping[str, str | None]) -> int | None:
        name = parts.get("name")
        if name is None:
            return int(parts["month"] or 0)
        return _months(self._profile).get(name.lower() if name.isascii() else fold(name))

    def _beside(
        self, day: dt.date, start: int, end: int, place: int, until: int
    ) -> tuple[dt.datetime | None, int, int]:
        """Return the moment that day and a time beside it make, and where both stand."""
        after, before = _beside(self._profile)
        clock = after.match(self.text, end, min(until, end + WINDOW))
        if clock and (time := time_of(clock, self._profile)):
            return self._at(day, time, clock), start, clock.end()
        window = self.text[max(place, start - WINDOW) : start]
        clock = before.search(window)
        if clock and (time := time_of(clock, self._profile)):
            return self._at(day, time, clock), start - len(window) + clock.start("clock"), end
        return None, start, end

    def _at(self, day: dt.date, time: dt.time, clock: regex.Match[str]) -> dt.datetime:
        return dt.datetime.combine(day, time, zone_of(clock["zone"], self._zone))


def _whole_moment(match: regex.Match[str], day: dt.date, zone: dt.tzinfo) -> dt.datetime | None:
    """Return the moment of a date that has its time in it, as machines write it."""
    parts = match.groupdict()
    if not parts.get("hour"):
        return None
    time = time_at(int(parts["hour"]), int(parts["minute"]), int(parts["second"] or 0))
    return dt.datetime.combine(day, time, zone_of(parts["zone"], zone)) if time else None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _nearest(near: dt.date, month: int, day: int) -> dt.date | None:
    years = range(max(near.year - 4, dt.MINYEAR), min(near.year + 4, dt.MAXYEAR) + 1)
    days = [date for year in years if (date := _date(year, month, day))]
    return min(days, key=lambda date: abs(date - near), default=None)


@lru_cache(maxsize=8)
def _months(profile: Profile) -> Mapping[str, int]:
    english = ENGLISH_MONTHS.split()
    shown = {name: number for number, name in enumerate(profile.months, 1)}
    own = {fold(name): number for name, number in (shown | dict(profile.calendar.months)).items()}
    short = {name[:3]: number for number, name in enumerate(english, 1)}
    return own | {name: number for number, name in enumerate(english, 1)} | short | {"sept": 9}


@lru_cache(maxsize=8)
def _beside(profile: Profile) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """Return the patterns of a time after a day and of one before it."""
    after = regex.compile(rf"{_LINK}(?:(?:को|at|on|T|hrs)\b{_LINK})?{clock_pattern(profile)}")
    before = regex.compile(
        rf"{clock_pattern(profile)}{_LINK}(?:(?:on|of)\s{{1,2}})?(?:{_WORD},?\s{{1,2}})?\Z"
    )
    return after, before
