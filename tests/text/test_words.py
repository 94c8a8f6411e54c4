"""Words of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harkara.text.languages import PROFILES, Profile
from harkara.text.tokens import STOP_WORDS, words


def test_a_text_falls_into_words(source: str, expect: list[str]) -> None:
    assert words(source) == expect


@given(st.text(st.characters(exclude_categories=())))
def test_words_stand_in_the_text_in_order(text: str) -> None:
    place = 0
    for word in words(text):
        place = text.index(word, place) + len(word)


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_every_language_finds_its_words(profile: Profile) -> None:
    assert words("भारत-नेपाल", profile=profile) == ["भारत", "नेपाल"]


def test_stop_words_hold_both_spellings() -> None:
    assert {"लिए", "लिये", "हूं", "हूँ", "का"} <= STOP_WORDS
    assert "सरकार" not in STOP_WORDS
