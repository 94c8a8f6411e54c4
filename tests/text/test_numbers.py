"""Numbers as Hindi newspapers print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harkara.text.languages import MARATHI
from harkara.text.numbers import devanagari_digits, grouped, in_words_short, latin_digits, ordinal


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
