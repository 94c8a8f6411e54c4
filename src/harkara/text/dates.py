"""Dates: days, times and spans in the words newspapers print.

A datetime is printed as its own clock shows it: give it in the zone of the reader. The calendar
is the common one; years of Vikram and Saka are not. `date_reading.py` reads dates.
"""

import datetime as dt

from harkara.text.chars import EN_DASH
from harkara.text.languages import HINDI, Profile


def date(day: dt.date, *, profile: Profile = HINDI) -> str:
    """Return a day as newspapers print it.

    >>> date(dt.date(2026, 11, 23))
    '23 नवंबर 2026'
    """
    return f"{day.day} {month_name(day.month, profile=profile)} {day.year}"


def date_range(first: dt.date, last: dt.date, *, profile: Profile = HINDI) -> str:
    """Return the days from one to another, naming month and year once where they are the same.

    Raises ValueError if the last day comes before the first.

    >>> date_range(dt.date(2026, 11, 23), dt.date(2026, 11, 25))
    '23–25 नवंबर 2026'
    >>> date_range(dt.date(2026, 11, 30), dt.date(2026, 12, 2))
    '30 नवंबर–2 दिसंबर 2026'
    >>> date_range(dt.date(2026, 12, 28), dt.date(2027, 1, 3))
    '28 दिसंबर 2026–3 जनवरी 2027'
    """
    if last < first:
        message = f"{last} comes before {first}"
        raise ValueError(message)
    end = date(last, profile=profile)
    if first == last:
        return end
    if first.year != last.year:
        begin = date(first, profile=profile)
    elif first.month != last.month:
        begin = f"{first.day} {month_name(first.month, profile=profile)}"
    else:
        begin = str(first.day)
    return f"{begin}{EN_DASH}{end}"


def datetime_words(moment: dt.datetime, *, profile: Profile = HINDI) -> str:
    """Return a moment as newspapers print it, by the part of the day and a twelve-hour clock.

    >>> datetime_words(dt.datetime(2026, 11, 23, 17, 5))
    '23 नवंबर 2026, शाम 5:05 बजे'
    >>> datetime_words(dt.datetime(2026, 11, 24, 0, 30))
    '24 नवंबर 2026, रात 12:30 बजे'
    """
    return f"{date(moment, profile=profile)}, {time_of_day(moment.time(), profile=profile)}"


def time_of_day(time: dt.time, *, profile: Profile = HINDI) -> str:
    """Return a time by the part of the day and a twelve-hour clock.

    >>> time_of_day(dt.time(6, 0)), time_of_day(dt.time(12, 15))
    ('सुबह 6:00 बजे', 'दोपहर 12:15 बजे')
    """
    part = [name for hour, name in profile.times_of_day if hour <= time.hour][-1]
    hour = time.hour % 12 or 12
    return profile.clock.format(part=part, hour=hour, minute=f"{time.minute:02}")


def weekday(day: dt.date, *, profile: Profile = HINDI, short: bool = False) -> str:
    """Return the name of a day's weekday; the short one heads a column of a calendar.

    >>> weekday(dt.date(2026, 11, 23)), weekday(dt.date(2026, 11, 23), short=True)
    ('सोमवार', 'सोम')
    """
    names = profile.calendar.weekdays_short if short else profile.weekdays
    return names[day.weekday()]


def month_name(month: int, *, profile: Profile = HINDI) -> str:
    """Return the name of a month, January being 1. Raises ValueError for any other number.

    >>> month_name(11)
    'नवंबर'
    """
    if not 1 <= month <= 12:
        message = f"there is no month {month}"
        raise ValueError(message)
    return profile.months[month - 1]


def month_year(year: int, month: int, *, profile: Profile = HINDI) -> str:
    """Return a month of a year, as an archive is headed.

    >>> month_year(2026, 11)
    'नवंबर 2026'
    """
    return f"{month_name(month, profile=profile)} {year}"


def ago(moment: dt.datetime, now: dt.datetime, *, profile: Profile = HINDI) -> str:
    """Return how long before now a moment was, in the largest unit that fits once.

    Weeks begin at seven days, months at thirty, years at 365. Raises ValueError if the moment
    is still to come.

    >>> now = dt.datetime(2026, 11, 23, 17, 5)
    >>> ago(dt.datetime(2026, 11, 23, 14, 0), now), ago(dt.datetime(2026, 11, 21, 9, 0), now)
    ('3 घंटे पहले', '2 दिन पहले')
    >>> ago(now, now)
    'अभी'
    """
    seconds = int((now - moment).total_seconds())
    if seconds < 0:
        message = f"{moment} is after {now}"
        raise ValueError(message)
    for unit, size in _SIZES:
        if seconds >= size:
            count = seconds // size
            one, many = profile.calendar.ago[unit]
            return (one if count == 1 else many).format(n=count)
    return profile.calendar.now


def span(length: dt.timedelta, *, profile: Profile = HINDI) -> str:
    """Return a length of time in days, hours and minutes; what is less than a minute is dropped.

    >>> span(dt.timedelta(hours=2, minutes=5)), span(dt.timedelta(days=1, hours=1))
    ('2 घंटे 5 मिनट', '1 दिन 1 घंटा')
    """
    rest = max(int(length.total_seconds()), 0)
    words: list[str] = []
    for unit, size in _SIZES:
        if unit in profile.calendar.spans:
            count, rest = divmod(rest, size)
            one, many = profile.calendar.spans[unit]
            if count or (size == _MINUTE and not words):
                words.append(f"{count} {one if count == 1 else many}")
    return " ".join(words)


_MINUTE = 60
_SIZES = (
    ("year", 365 * 86_400),
    ("month", 30 * 86_400),
    ("week", 7 * 86_400),
    ("day", 86_400),
    ("hour", 3_600),
    ("minute", _MINUTE),
)
