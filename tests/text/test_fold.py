"""Spellings of the same word meet under one key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.growth import grows_with_length_only

from harkara.text.chars import NUKTA, VIRAMA
from harkara.text.fold import fold

ANYTHING = st.text(
    st.characters(exclude_categories=()) | st.sampled_from("कगङञणनमयरतथदधषसािीुृेोंँ़्ःऽइईएओआ.॰१A"),
    max_size=30,
)


def test_spellings_meet(source: list[str], expect: bool) -> None:
    assert (len({fold(spelling) for spelling in source}) == 1) is expect


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("जन्म", "जंम"),
        ("अन्य", "अंय"),
        ("उन्हें", "उंहें"),
        ("चुनाव", "चुनावी"),
        ("कल", "काल"),
        ("दिन", "दीन"),
    ],
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(ANYTHING)
def test_a_key_is_its_own_key(text: str) -> None:
    key = fold(text)

    assert fold(key) == key


@pytest.mark.parametrize(
    "piece", ["\u0301\u0327", NUKTA + VIRAMA, "त" + VIRAMA, "यी", "र" + VIRAMA]
)
def test_the_cost_grows_with_the_length_only(piece: str) -> None:
    assert grows_with_length_only(lambda text: fold("क" + text), piece)
