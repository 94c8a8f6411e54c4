"""The terms under which words are counted and found."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harkara.search.analysis import parts, terms

TEXT = st.text(
    st.sampled_from("राजनथमंीि्‌‍ँ़ aZ0९.,-:/@\n\u00a0") | st.characters(exclude_categories=()),
    max_size=40,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("मंत्रियों", "मन्त्री"),
        ("एस-400", "एस400"),
        ("S-400", "s 400"),
        ("टी-20", "टी२०"),
        ("1,50,000", "१५००००"),
        ("2020वायरल", "2020 वायरल"),
        ("U.S.A", "usa"),
        ("ए.के.", "एके"),
        ("ज़िंदगी", "जिन्दगी"),
    ],
)
def test_what_a_reader_takes_for_the_same_has_the_same_terms(one: str, other: str) -> None:
    assert terms(one) == terms(other)


def test_other_words_keep_other_terms() -> None:
    assert terms("राम") != terms("रोम")
    assert terms("3.5") != terms("35")


@settings(max_examples=200, deadline=None)
@given(TEXT)
def test_no_word_goes_over_a_space(text: str) -> None:
    assert terms(text) == [term for row in text.split() for term in terms(row)]


@settings(max_examples=200, deadline=None)
@given(TEXT)
def test_terms_are_never_empty_nor_have_spaces(text: str) -> None:
    assert all(term and not set(term) & set(" \t\n") for term in terms(text))
    assert all(len(part) <= 64 for part in parts(text))
