"""Numbers as Hindi newspapers print them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harkara.text.languages import HINDI, MARATHI, NEPALI
from harkara.text.languages.base import Profile
from harkara.text.numbers import (
    CannotCount,
    devanagari_digits,
    grouped,
    in_words,
    in_words_short,
    latin_digits,
    ordinal,
)


@pytest.mark.parametrize(
    ("number", "expect"),
    [
        (0, "0"),
        (999, "999"),
        (1000, "1,000"),
        (100000, "1,00,000"),
        (1234567, "12,34,567"),
        (-1234567, "-12,34,567"),
        (10**9, "1,00,00,00,000"),
    ],
)
def test_numbers_are_grouped_by_lakh_and_crore(number: int, expect: str) -> None:
    assert grouped(number) == expect


@pytest.mark.parametrize(
    ("number", "expect"),
    [
        ("1234567.50", "12,34,567.50"),
        ("-100000.5", "-1,00,000.5"),
        ("0.125", "0.125"),
        ("1E+6", "10,00,000"),
    ],
)
def test_decimals_keep_their_places(number: str, expect: str) -> None:
    assert grouped(Decimal(number)) == expect


@pytest.mark.parametrize("number", ["NaN", "Infinity"])
def test_what_is_no_number_has_no_groups(number: str) -> None:
    with pytest.raises(ValueError, match=number):
        grouped(Decimal(number))


@given(st.integers())
def test_grouping_loses_no_digit(number: int) -> None:
    assert int(grouped(number).replace(",", "")) == number


@pytest.mark.parametrize(
    ("number", "expect"),
    [
        (9999, "9,999"),
        (12000, "12 हजार"),
        (12500, "12.5 हजार"),
        (99990, "1 लाख"),
        (120000, "1.2 लाख"),
        (9999999, "1 करोड़"),
        (30000000, "3 करोड़"),
        (1.5e9, "1.5 अरब"),
        (-120000, "-1.2 लाख"),
        (10**14, "1,00,000 अरब"),
    ],
)
def test_large_numbers_are_shortened(number: float, expect: str) -> None:
    assert in_words_short(int(number)) == expect


def test_counting_words_follow_the_language() -> None:
    assert in_words_short(30000000, profile=MARATHI) == "3 कोटी"


@given(st.text(st.sampled_from("कa 0123456789")))
def test_digits_go_over_and_come_back(text: str) -> None:
    assert latin_digits(devanagari_digits(text)) == text


def test_ordinals() -> None:
    assert [ordinal(number) for number in (1, 2, 3, 4, 5, 6, 100)] == [
        "पहला",
        "दूसरा",
        "तीसरा",
        "चौथा",
        "5वां",
        "छठा",
        "100वां",
    ]
    assert ordinal(5, profile=MARATHI) == "5वा"


def test_ordinals_follow_gender_and_case() -> None:
    assert [ordinal(number, feminine=True) for number in (1, 3, 6, 21)] == [
        "पहली",
        "तीसरी",
        "छठी",
        "21वीं",
    ]
    assert [ordinal(number, oblique=True) for number in (1, 4, 100)] == ["पहले", "चौथे", "100वें"]
    assert ordinal(2, profile=NEPALI, feminine=True) == "दोस्री"
    assert ordinal(2, profile=MARATHI, oblique=True) == "दुसऱ्या"


def test_ordinals_are_spelled_out_where_asked() -> None:
    assert [ordinal(number, spelled=True) for number in (5, 7, 10)] == ["पांचवां", "सातवां", "दसवां"]
    assert ordinal(9, spelled=True, feminine=True) == "नौवीं"


@pytest.mark.parametrize(
    ("number", "expect"),
    [
        (0, "शून्य"),
        (100, "एक सौ"),
        (101, "एक सौ एक"),
        (1999, "एक हजार नौ सौ निन्यानवे"),
        (125000, "एक लाख पच्चीस हजार"),
        (10**7, "एक करोड़"),
        (-5, "माइनस पांच"),
        (10**12, "एक हजार अरब"),
    ],
)
def test_numbers_are_spelled_out(number: int, expect: str) -> None:
    assert in_words(number) == expect


def test_other_languages_spell_in_their_own_way() -> None:
    assert [in_words(number, profile=MARATHI) for number in (100, 105, 200, 1100)] == [
        "शंभर",
        "एकशे पाच",
        "दोनशे",
        "एक हजार एकशे",
    ]
    assert in_words(250, profile=NEPALI) == "दुई सय पचास"


def test_a_language_without_number_words_cannot_count() -> None:
    with pytest.raises(CannotCount, match="no words for 5"):
        in_words(5, profile=Profile(code="xx", words_per_minute=200))
    with pytest.raises(CannotCount):
        in_words(10**18, profile=HINDI)
