"""What every language profile must hold, so that callers need no word for any of them."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import fields

import pytest

from harkara.text import dates
from harkara.text.date_reading import find_dates, parse_date
from harkara.text.fold import fold
from harkara.text.graphemes import ellipsis, length
from harkara.text.languages import PROFILES, Profile
from harkara.text.normalise import normalise
from harkara.text.number_reading import find_numbers, parse_number
from harkara.text.numbers import in_words, in_words_short, ordinal
from harkara.text.reading_time import reading_time
from harkara.text.relative_dates import parse_relative
from harkara.text.romanise import romanise
from harkara.text.slug import slug
from harkara.text.stem import stem
from harkara.text.tokens import sentences, words

NOW = dt.datetime(2026, 11, 23, 17, 5, tzinfo=dt.UTC)
EMPTY = Profile(code="xx", words_per_minute=200)
TEXT = "डॉ. शर्मा ने 23 नवंबर 2026 को कहा | 2.5 लाख लोग आए।"

pytestmark = pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)


def tables(profile: Profile) -> dict[str, list[str]]:
    """Return the Devanagari words of every table of a profile, by the field's name."""
    found: dict[str, list[str]] = {}
    for part in (profile, profile.counting, profile.calendar):
        for field in fields(part):
            value = getattr(part, field.name)
            if not isinstance(value, tuple | frozenset | Mapping):
                continue
            flat = [one for item in value for one in (item if isinstance(item, tuple) else [item])]
            found[field.name] = [one for one in flat if isinstance(one, str)]
    return found


def test_it_is_named_by_its_code(profile: Profile) -> None:
    assert PROFILES[profile.code] is profile
    assert profile.code.isascii()
    assert profile.words_per_minute > 0


def test_every_word_of_its_tables_is_in_the_spelling_that_is_stored(profile: Profile) -> None:
    # Endings and particles begin with a sign, which no text does.
    wrong = {
        name: [word for word in listed if normalise(word, profile=profile) != word]
        for name, listed in tables(profile).items()
        if not name.endswith(("endings", "ending")) and name not in {"alike", "genders"}
    }

    assert {name: listed for name, listed in wrong.items() if listed} == {}


def test_its_calendar_is_whole_or_empty(profile: Profile) -> None:
    assert len(set(profile.months)) in {0, 12}
    assert len(set(profile.weekdays)) in {0, 7}
    assert len(profile.calendar.weekdays_short) in {0, 7}
    assert set(profile.calendar.months.values()) <= set(range(1, 13))
    hours = [hour for hour, _ in profile.times_of_day]
    assert hours == sorted(hours)
    assert hours[:1] in ([], [0])
    assert set(profile.calendar.times.values()) <= {name for _, name in profile.times_of_day}
    assert {"{part}", "{hour}", "{minute}"} <= set(profile.clock.replace(":", " ").split())


def test_its_counting_is_whole_or_empty(profile: Profile) -> None:
    sizes = [size for size, _ in profile.amounts]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(profile.counting.numbers)) in {0, 100}


def test_every_month_is_written_and_read(profile: Profile) -> None:
    days = [dt.date(2026, month, 28) for month in range(1, 13)]
    written = [dates.date(day, profile=profile) for day in days]

    assert [parse_date(one, profile=profile) for one in written] == days


def test_every_hour_is_written_and_read(profile: Profile) -> None:
    moments = [
        dt.datetime(2026, 11, 23, hour, 5, tzinfo=profile.calendar.zone) for hour in range(24)
    ]
    written = [dates.datetime_words(moment, profile=profile) for moment in moments]

    assert [parse_date(one, profile=profile) for one in written] == moments


@pytest.mark.parametrize("unit", ["minute", "hour", "day", "week", "month", "year"])
def test_every_unit_of_the_past_has_its_words(profile: Profile, unit: str) -> None:
    one, many = profile.calendar.ago[unit]

    assert "{n}" in one
    assert "{n}" in many
    assert "1" in dates.ago(NOW - dt.timedelta(days=400), NOW, profile=profile)


def test_numbers_are_said_shortened_and_read(profile: Profile) -> None:
    assert parse_number(in_words(125_042, profile=profile), profile=profile) == 125_042
    assert parse_number(in_words_short(12_500_000, profile=profile), profile=profile) == 13_000_000
    assert ordinal(21, profile=profile).startswith("21")
    assert ordinal(1, profile=profile) != ordinal(1, profile=profile, feminine=True)


def test_its_abbreviations_end_no_sentence(profile: Profile) -> None:
    for word in profile.abbreviations:
        assert len(sentences(f"उनसे {word}. शर्मा", profile=profile)) == 1, word


def test_its_sentences_are_mended_and_its_menus_left(profile: Profile) -> None:
    for word in sorted(profile.final_words):
        assert normalise(f"राम {word} | श्याम", profile=profile) == f"राम {word}। श्याम"
    assert normalise("राम | श्याम", profile=profile) == "राम | श्याम"


def test_a_cut_headline_ends_in_no_word_that_leads_on(profile: Profile) -> None:
    for word in profile.leading_on:
        headline = f"नमस्कारनमस्कार {word} सबको"

        assert ellipsis(headline, length(headline) - 1, profile=profile) == "नमस्कारनमस्कार…"


def test_its_texts_get_keys_and_addresses(profile: Profile) -> None:
    listed = profile.stop_words | {*profile.months, *profile.weekdays}

    for word in listed:
        assert fold(fold(word, profile=profile), profile=profile) == fold(word, profile=profile)
        assert words(word, profile=profile) == [word]
        assert slug(word, profile=profile).isascii()


FUNCTIONS: list[Callable[[str, Profile], object]] = [
    lambda text, profile: normalise(text, profile=profile),
    lambda text, profile: fold(text, profile=profile),
    lambda text, profile: stem(text, profile=profile),
    lambda text, profile: words(text, profile=profile),
    lambda text, profile: sentences(text, profile=profile),
    lambda text, profile: romanise(text, profile=profile),
    lambda text, profile: slug(text, profile=profile),
    lambda text, profile: find_dates(text, profile=profile),
    lambda text, profile: find_numbers(text, profile=profile),
    lambda text, profile: ellipsis(text, 9, profile=profile),
    lambda text, profile: reading_time(text, profile=profile),
    lambda text, profile: parse_relative(text, NOW, profile=profile),
]


@pytest.mark.parametrize("function", FUNCTIONS)
def test_every_function_takes_it_and_an_empty_one(
    profile: Profile, function: Callable[[str, Profile], object]
) -> None:
    function(TEXT, profile)
    function(TEXT, EMPTY)
