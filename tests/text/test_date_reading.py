"""Dates read from what Hindi pages print."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.growth import grows_with_length_only

from harkara.text.date_reading import find_dates, parse_date, without_dates
from harkara.text.dates import date, datetime_words
from harkara.text.languages import MARATHI, NEPALI, PROFILES, Profile
from harkara.text.languages.calendar import INDIA
from harkara.text.numbers import devanagari_digits

DAYS = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31))
TIMES = st.times().map(lambda time: time.replace(second=0, microsecond=0, tzinfo=INDIA))
MOMENTS = st.builds(dt.datetime.combine, DAYS, TIMES)
FORMS = ("%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d", "%d %b %Y", "%B %d, %Y", "%d %B, %Y")
NOVEMBER = dt.date(2026, 11, 23)


def test_a_date_is_read(source: str, expect: str | None) -> None:
    found = parse_date(source)

    assert (found.isoformat() if found else None) == expect


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
@given(day=DAYS)
def test_what_is_printed_is_read_again(profile: Profile, day: dt.date) -> None:
    printed = date(day, profile=profile)

    assert parse_date(printed, profile=profile) == day
    assert parse_date(devanagari_digits(printed), profile=profile) == day


@given(MOMENTS)
def test_a_printed_moment_is_read_again(moment: dt.datetime) -> None:
    assert parse_date(datetime_words(moment)) == moment


@pytest.mark.parametrize("form", FORMS)
@given(day=DAYS)
def test_the_common_forms_are_read(form: str, day: dt.date) -> None:
    assert parse_date(day.strftime(form)) == day


def test_a_time_is_of_the_language_where_no_zone_is_told() -> None:
    found = parse_date("23 नोभेम्बर 2026, बिहान 5:05 बजे", profile=NEPALI)

    assert found is not None
    assert found.isoformat() == "2026-11-23T05:05:00+05:45"


def test_a_zone_may_be_given() -> None:
    assert parse_date("23 नवंबर 2026 17:05", zone=dt.UTC) == dt.datetime(
        2026, 11, 23, 17, 5, tzinfo=dt.UTC
    )


def test_marathi_reads_its_own_months() -> None:
    assert parse_date("२३ नोव्हेंबर २०२६", profile=MARATHI) == NOVEMBER
    assert parse_date("23 नवंबर 2026", profile=MARATHI) is None


def test_a_day_without_a_year_is_of_the_nearest_one() -> None:
    text = "23 नवंबर को सभा और 3 जनवरी को मेला"

    assert find_dates(text) == []
    days = [found.day for found in find_dates(text, near=dt.date(2026, 12, 1))]
    assert days == [NOVEMBER, dt.date(2027, 1, 3)]
    assert parse_date("29 फरवरी", near=dt.date(2026, 12, 1)) == dt.date(2028, 2, 29)


def test_dates_are_found_in_a_text_with_their_times() -> None:
    text = "सभा 23 नवंबर 2026 को शाम 5 बजे, मेला 25/11/2026 को और 5 लोग 26-11-2026 को आए।"

    found = find_dates(text)

    assert [one.value.isoformat() for one in found] == [
        "2026-11-23T17:00:00+05:30",
        "2026-11-25",
        "2026-11-26",
    ]
    assert text[found[0].start : found[0].end] == "23 नवंबर 2026 को शाम 5 बजे"


def test_a_line_is_left_without_its_dates() -> None:
    assert without_dates("नई दिल्ली | 23 नवंबर 2026 | 17:05").split() == ["नई", "दिल्ली", "|"]


@given(st.text(st.characters(exclude_categories=()) | st.sampled_from("12/-. :नवंबर२"), max_size=60))
def test_what_is_found_stands_in_the_text_in_order(text: str) -> None:
    place = 0
    for found in find_dates(text, near=NOVEMBER):
        assert place <= found.start < found.end <= len(text)
        place = found.end
    parse_date(text)


@pytest.mark.parametrize("piece", ["1", "1 ", "1 मई ", "1-1-2026 ", "मई ", "5:05 ", "2026-", "/"])
def test_the_cost_grows_with_the_length_only(piece: str) -> None:
    assert grows_with_length_only(lambda text: find_dates(text, near=NOVEMBER), piece, short=2_000)
