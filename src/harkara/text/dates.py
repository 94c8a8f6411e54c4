"""Dates: days and times in the words newspapers print.

A datetime is printed as its own clock shows it: give it in the zone of the reader.
"""

import datetime as dt

from harkara.text.languages import HINDI, Profile


def date(day: dt.date, *, profile: Profile = HINDI) -> str:
    """Return a day as newspapers print it.

    >>> date(dt.date(2026, 11, 23))
    '23 नवंबर 2026'
    """
    return f"{day.day} {month_name(day.month, profile=profile)} {day.year}"


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


def weekday(day: dt.date, *, profile: Profile = HINDI) -> str:
    """Return the name of a day's weekday.

    >>> weekday(dt.date(2026, 11, 23))
    'सोमवार'
    """
    return profile.weekdays[day.weekday()]


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
