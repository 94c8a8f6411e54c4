"""Days and times in the words newspapers print."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from harkara.text.dates import date, datetime_words, month_name, month_year, time_of_day, weekday
from harkara.text.languages import MARATHI, NEPALI

MONDAY = dt.date(2026, 11, 23)


def test_a_day_in_each_language() -> None:
    assert date(MONDAY) == "23 नवंबर 2026"
    assert date(MONDAY, profile=MARATHI) == "23 नोव्हेंबर 2026"
    assert date(MONDAY, profile=NEPALI) == "23 नोभेम्बर 2026"


@pytest.mark.parametrize(
    ("hour", "minute", "expect"),
    [
        (0, 0, "रात 12:00 बजे"),
        (3, 59, "रात 3:59 बजे"),
        (4, 0, "सुबह 4:00 बजे"),
        (11, 59, "सुबह 11:59 बजे"),
        (12, 0, "दोपहर 12:00 बजे"),
        (15, 59, "दोपहर 3:59 बजे"),
        (17, 5, "शाम 5:05 बजे"),
        (20, 0, "रात 8:00 बजे"),
        (23, 59, "रात 11:59 बजे"),
    ],
)
def test_the_part_of_the_day_is_named(hour: int, minute: int, expect: str) -> None:
    assert time_of_day(dt.time(hour, minute)) == expect


def test_a_moment_is_printed_as_its_own_clock_shows_it() -> None:
    moment = dt.datetime(2026, 11, 23, 11, 35, tzinfo=dt.UTC)

    assert datetime_words(moment) == "23 नवंबर 2026, सुबह 11:35 बजे"
    assert (
        datetime_words(moment.astimezone(ZoneInfo("Asia/Kolkata"))) == "23 नवंबर 2026, शाम 5:05 बजे"
    )


def test_the_days_of_a_week() -> None:
    names = [weekday(MONDAY + dt.timedelta(days=ahead)) for ahead in range(7)]

    assert names == ["सोमवार", "मंगलवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार", "रविवार"]


def test_months() -> None:
    assert [month_name(month) for month in (1, 5, 12)] == ["जनवरी", "मई", "दिसंबर"]
    assert month_year(2026, 11) == "नवंबर 2026"


@pytest.mark.parametrize("month", [0, 13, -1])
def test_there_is_no_other_month(month: int) -> None:
    with pytest.raises(ValueError, match="no month"):
        month_name(month)
