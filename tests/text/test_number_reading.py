"""Numbers read from what newspapers print."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.growth import grows_with_length_only

from harkara.text.languages import HINDI, MARATHI, NEPALI, PROFILES, Profile
from harkara.text.number_reading import find_numbers, parse_number
from harkara.text.numbers import devanagari_digits, grouped, in_words

SAYABLE = st.integers(min_value=-(10**18) + 1, max_value=10**18 - 1)
PLACES = st.decimals(
    allow_nan=False, allow_infinity=False, places=4, min_value=-(10**14), max_value=10**14
)


def test_a_number_is_read(source: str, expect: str | None) -> None:
    assert parse_number(source) == (None if expect is None else Decimal(expect))


@given(SAYABLE)
def test_what_is_grouped_is_read_again(number: int) -> None:
    assert parse_number(grouped(number)) == number
    assert parse_number(devanagari_digits(grouped(number))) == number


@given(PLACES)
def test_places_are_read_again(number: Decimal) -> None:
    assert parse_number(grouped(number)) == number


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
@given(number=SAYABLE)
def test_what_is_spelled_out_is_read_again(profile: Profile, number: int) -> None:
    assert parse_number(in_words(number, profile=profile), profile=profile) == number


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_every_word_below_a_hundred_is_one_number(profile: Profile) -> None:
    said = [in_words(number, profile=profile) for number in range(100)]

    assert [parse_number(words, profile=profile) for words in said] == list(range(100))


@pytest.mark.parametrize(
    ("text", "profile", "expect"),
    [
        ("दीड लाख", MARATHI, 150000),
        ("साडेतीन हजार", MARATHI, None),  # written as one word: not taken apart
        ("साडे तीन हजार", MARATHI, 3500),
        ("५ कोटी", MARATHI, 50000000),
        ("डेढ करोड", NEPALI, 15000000),
        ("साढे दुई अर्ब", NEPALI, 2500000000),
        ("दुई सय", HINDI, None),
    ],
)
def test_each_language_has_its_own_words(text: str, profile: Profile, expect: int | None) -> None:
    assert parse_number(text, profile=profile) == expect


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("बैंक ने 2.5 लाख लोगों को ढाई करोड़ दिए", [("250000", ""), ("25000000", "")]),
        ("₹1,500 पर 18% कर और 270 रुपये", [("1500", "₹"), ("18", "%"), ("270", "₹")]),
        ("एक दिन में दो लोग आए", []),
        ("एस-400, टी20, 21वीं, 5जी और 23/11/2026 को 5:30", []),
        ("दो सौ लोग, 26 घर", [("200", ""), ("26", "")]),
        ("", []),
    ],
)
def test_numbers_are_found_in_a_text(text: str, expect: list[tuple[str, str]]) -> None:
    assert [(str(found.value), found.unit) for found in find_numbers(text)] == expect


@given(st.text(st.characters(exclude_categories=()) | st.sampled_from("12,. लाखसवा₹%-१०")))
def test_what_is_found_stands_in_the_text_in_order(text: str) -> None:
    place = 0
    for found in find_numbers(text):
        assert place <= found.start < found.end <= len(text)
        place = found.end


@pytest.mark.parametrize("piece", ["1", "1 ", "1,", "एक ", "लाख ", "सवा ", "-", "₹ "])
def test_the_cost_grows_with_the_length_only(piece: str) -> None:
    assert grows_with_length_only(find_numbers, piece, short=2_000)
