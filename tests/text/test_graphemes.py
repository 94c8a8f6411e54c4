"""Letters as a reader counts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harkara.text.graphemes import cut, ellipsis, graphemes, length, reading_minutes
from harkara.text.languages import MARATHI

ANYTHING = st.text(st.characters(exclude_categories=()) | st.sampled_from("कर्षि ंा\u200d।🇮🇳"))
SIZES = st.integers(min_value=0, max_value=40)


def test_a_text_falls_into_letters(source: str, expect: list[str]) -> None:
    assert graphemes(source) == expect


@given(ANYTHING)
def test_letters_joined_are_the_text(text: str) -> None:
    assert "".join(graphemes(text)) == text
    assert length(text) == len(graphemes(text))


@given(ANYTHING, SIZES)
def test_a_cut_is_whole_letters_of_the_beginning(text: str, most: int) -> None:
    assert cut(text, most) == "".join(graphemes(text)[:most])


@given(ANYTHING, SIZES)
def test_an_ellipsis_fits_and_marks_only_what_was_cut(text: str, most: int) -> None:
    short = ellipsis(text, most)

    assert length(short) <= max(most, 0)
    assert short == text or most == 0 or short.endswith("…")


@pytest.mark.parametrize(
    ("most", "expect"),
    [
        (100, "एससीओ: रक्षा मंत्री राजनाथ सिंह ने रूसी समकक्ष से की मुलाकात"),
        (30, "एससीओ: रक्षा मंत्री राजनाथ सिंह ने रूसी समकक्ष…"),
        (8, "एससीओ…"),
        (2, "ए…"),
        (1, "…"),
        (0, ""),
    ],
)
def test_a_headline_is_clamped_at_a_word(most: int, expect: str) -> None:
    assert ellipsis("एससीओ: रक्षा मंत्री राजनाथ सिंह ने रूसी समकक्ष से की मुलाकात", most) == expect


def test_a_long_word_is_cut_between_syllables() -> None:
    assert ellipsis("अंतरराष्ट्रीयकरण", 6) == "अंतरराष्ट्री…"


def test_less_than_nothing_cannot_be_kept() -> None:
    with pytest.raises(ValueError, match="-1"):
        cut("क", -1)


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (200, 1), (320, 2), (2000, 10)])
def test_reading_time_is_whole_minutes(words: int, minutes: int) -> None:
    assert reading_minutes(words) == minutes


def test_reading_time_follows_the_language() -> None:
    assert reading_minutes(1800, profile=MARATHI) == 10
