"""Days and moments told from now."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harkara.text.dates import ago
from harkara.text.languages import MARATHI, NEPALI
from harkara.text.languages.calendar import INDIA
from harkara.text.relative_dates import parse_relative

NOW = dt.datetime(2026, 11, 23, 17, 5, tzinfo=INDIA)
TODAY = NOW.date()


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("आज", TODAY),
        ("अभी", NOW),
        ("3 घंटे पहले", NOW - dt.timedelta(hours=3)),
        ("३ घंटे पहले", NOW - dt.timedelta(hours=3)),
        ("एक घंटा पहले", NOW - dt.timedelta(hours=1)),
        ("डेढ़ घंटे पहले", NOW - dt.timedelta(hours=1.5)),
        ("5 मिनट पहले।", NOW - dt.timedelta(minutes=5)),
        ("2 दिन पहले", dt.date(2026, 11, 21)),
        ("दो हफ्ते बाद", dt.date(2026, 12, 7)),
        ("3 महीने पहले", dt.date(2026, 8, 23)),
        ("1 साल पहले", dt.date(2025, 11, 23)),
        ("3 hours ago", NOW - dt.timedelta(hours=3)),
        ("an hour ago", NOW - dt.timedelta(hours=1)),
        ("yesterday", dt.date(2026, 11, 22)),
        ("कल", None),
        ("पहले", None),
        ("बहुत दिन पहले", None),
        ("दिन पहले", None),
        ("9999 साल पहले", None),
        ("बाजार", None),
        ("", None),
    ],
)
def test_it_is_read_from_now(text: str, expect: dt.date | None) -> None:
    assert parse_relative(text, NOW) == expect


def test_a_word_for_both_sides_needs_to_be_told_which() -> None:
    assert parse_relative("कल", NOW, past=True) == dt.date(2026, 11, 22)
    assert parse_relative("परसों", NOW, past=False) == dt.date(2026, 11, 25)


def test_a_month_without_the_day_gives_its_last() -> None:
    end = dt.datetime(2026, 3, 31, tzinfo=INDIA)

    assert parse_relative("1 महीने पहले", end) == dt.date(2026, 2, 28)


def test_other_languages_have_their_own_words() -> None:
    assert parse_relative("हिजो", NOW, profile=NEPALI) == dt.date(2026, 11, 22)
    assert parse_relative("२ घण्टा अघि", NOW, profile=NEPALI) == NOW - dt.timedelta(hours=2)
    assert parse_relative("उद्या", NOW, profile=MARATHI) == dt.date(2026, 11, 24)


@given(st.integers(min_value=1, max_value=60 * 24 * 400))
def test_what_is_said_of_the_past_is_read_again(minutes: int) -> None:
    then = NOW - dt.timedelta(minutes=minutes)

    read = parse_relative(ago(then, NOW), NOW)

    assert read is not None
    assert ago(read if isinstance(read, dt.datetime) else then, NOW) == ago(then, NOW)


@given(st.text(st.characters(exclude_categories=()) | st.sampled_from("1 घंटेपहलदिन"), max_size=40))
def test_no_text_is_too_much(text: str) -> None:
    parse_relative(text, NOW, past=True)
