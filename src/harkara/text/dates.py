"""Dates and times as Hindi newspapers print them."""

from datetime import date as Date  # noqa: N812 (the functions here are named for what they give)
from datetime import datetime

MONTHS = (
    "जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून",
    "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर",
)  # fmt: skip
WEEKDAYS = ("सोमवार", "मंगलवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार", "रविवार")


def month_name(month: int) -> str:
    """Return the name of a month, 1 to 12.

    >>> month_name(11)
    'नवंबर'
    """
    return MONTHS[month - 1]


def weekday(day: Date) -> str:
    """Return the name of a day of the week.

    >>> weekday(Date(2026, 11, 23))
    'सोमवार'
    """
    return WEEKDAYS[day.weekday()]


def date(day: Date) -> str:
    """Return a date in words.

    >>> date(Date(2026, 6, 5))
    '5 जून 2026'
    """
    return f"{day.day} {month_name(day.month)} {day.year}"


def month_year(year: int, month: int) -> str:
    """Return a month of a year.

    >>> month_year(2026, 6)
    'जून 2026'
    """
    return f"{month_name(month)} {year}"


def part_of_day(hour: int) -> str:
    """Return what Hindi calls an hour of the day.

    >>> [part_of_day(hour) for hour in (3, 6, 13, 17, 21)]
    ['रात', 'सुबह', 'दोपहर', 'शाम', 'रात']
    """
    if 4 <= hour < 12:
        return "सुबह"
    if 12 <= hour < 16:
        return "दोपहर"
    return "शाम" if 16 <= hour < 20 else "रात"


def datetime_words(at: datetime) -> str:
    """Return a date and the time of day; `at` is in the zone to print.

    >>> datetime_words(datetime(2026, 11, 23, 17, 5))
    '23 नवंबर 2026, शाम 5:05 बजे'
    """
    hour = at.hour % 12 or 12
    return f"{date(at)}, {part_of_day(at.hour)} {hour}:{at.minute:02} बजे"
