"""Headlines as addresses."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harkara.text.slug import NO_WORDS, slug

ANYTHING = st.text(
    st.characters(exclude_categories=()) | st.sampled_from("कतर ्ाे-अ a"), max_size=200
)


def test_a_headline_becomes_an_address(source: str, expect: str) -> None:
    assert slug(source) == expect


@given(ANYTHING, st.integers(min_value=1, max_value=90))
def test_an_address_is_short_ascii_words(text: str, most: int) -> None:
    made = slug(text, most)

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert len(made) <= most


@given(ANYTHING)
def test_an_address_is_its_own_address(text: str) -> None:
    assert slug(slug(text)) == slug(text)


@pytest.mark.parametrize(
    ("most", "expect"),
    [
        (60, "pradhanmantri-ne-kaha-ki-desh-ki-arthavyavastha-mazbut-hai"),
        (50, "pradhanmantri-kaha-desh-arthavyavastha-mazbut"),
        (40, "pradhanmantri-kaha-desh-arthavyavastha"),
        (13, "pradhanmantri"),
        (5, "pradh"),
    ],
)
def test_small_words_go_first_and_then_the_last_ones(most: int, expect: str) -> None:
    assert slug("प्रधानमंत्री ने कहा कि देश की अर्थव्यवस्था मज़बूत है", most) == expect


def test_a_headline_of_small_words_keeps_them() -> None:
    assert slug("यह भी है और वह भी है", 12) == "yah-bhi-hai"


def test_there_must_be_room() -> None:
    with pytest.raises(ValueError, match="0"):
        slug("क", 0)


def test_a_headline_without_words_still_has_an_address() -> None:
    assert slug("!!!", 3) == NO_WORDS[:3]
