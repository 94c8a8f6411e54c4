"""Forms of the same word meet under one stem, and other words stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harkara.text.fold import fold
from harkara.text.languages import MARATHI
from harkara.text.stem import stem


def test_forms_meet(source: list[str], expect: bool) -> None:
    assert (len({stem(form) for form in source}) == 1) is expect


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("चुनाव", "चुनावी"),
        ("सरकार", "सरकारी"),
        ("छात्र", "छात्रा"),
        ("सेन", "सेना"),
        ("राज", "राजा"),
        ("जाना", "जानना"),
        ("भागा", "भाई"),
        ("में", "मैं"),
    ],
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@given(st.text(st.characters(exclude_categories=()) | st.sampled_from("करनमाीेोंियए")))
def test_spelling_never_parts_the_forms(word: str) -> None:
    assert stem(word) == stem(fold(word))


def test_a_language_without_endings_is_folded_only() -> None:
    assert stem("मंत्र्यांनी", profile=MARATHI) == fold("मंत्र्यांनी")
