"""Days and times in the words newspapers print."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from harkara.text.dates import (
    ago,
    date,
    date_range,
    datetime_words,
    month_name,
    month_year,
    span,
    time_of_day,
    weekday,
)
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


def test_days_that_follow_each_other_are_named_once() -> None:
    assert date_range(MONDAY, MONDAY) == "23 नवंबर 2026"
    assert date_range(MONDAY, dt.date(2026, 11, 25), profile=MARATHI) == "23–25 नोव्हेंबर 2026"
    with pytest.raises(ValueError, match="comes before"):
        date_range(MONDAY, dt.date(2026, 11, 22))


def test_weekdays_have_short_names_in_every_language() -> None:
    assert weekday(MONDAY, profile=MARATHI, short=True) == "सोम"
    assert weekday(MONDAY + dt.timedelta(days=3), profile=NEPALI, short=True) == "बिही"


@pytest.mark.parametrize(
    ("before", "expect"),
    [
        (dt.timedelta(seconds=59), "अभी"),
        (dt.timedelta(minutes=1), "1 मिनट पहले"),
        (dt.timedelta(hours=1), "1 घंटा पहले"),
        (dt.timedelta(hours=23), "23 घंटे पहले"),
        (dt.timedelta(days=6), "6 दिन पहले"),
        (dt.timedelta(days=7), "1 हफ्ता पहले"),
        (dt.timedelta(days=30), "1 महीना पहले"),
        (dt.timedelta(days=800), "2 साल पहले"),
    ],
)
def test_how_long_ago_something_was(before: dt.timedelta, expect: str) -> None:
    now = dt.datetime(2026, 11, 23, 17, 5, tzinfo=dt.UTC)

    assert ago(now - before, now) == expect


def test_what_is_to_come_was_not_ago() -> None:
    now = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)

    with pytest.raises(ValueError, match="is after"):
        ago(now + dt.timedelta(seconds=1), now)
    assert ago(now - dt.timedelta(hours=2), now, profile=MARATHI) == "2 तासांपूर्वी"


@pytest.mark.parametrize(
    ("length", "expect"),
    [
        (dt.timedelta(), "0 मिनट"),
        (dt.timedelta(minutes=90), "1 घंटा 30 मिनट"),
        (dt.timedelta(days=2), "2 दिन"),
        (dt.timedelta(seconds=-5), "0 मिनट"),
    ],
)
def test_spans_of_time(length: dt.timedelta, expect: str) -> None:
    assert span(length) == expect
