"""The key that a Hindi word shares with its Roman spellings, and how close they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.growth import grows_with_length_only

from harkara.text.chars import NUKTA, VIRAMA
from harkara.text.phonetic import closeness, key, keys
from harkara.text.roman.skeleton import MOST_KEYS

ANYTHING = st.text(st.characters(exclude_categories=()) | st.sampled_from("कतरयवजञसएीािृंःँ़्ेैraen"))


def test_a_word_and_its_spelling_share_a_key(source: str, expect: str) -> None:
    assert set(keys(source)) & set(keys(expect))
    assert closeness(source, expect) > 0.1


@pytest.mark.parametrize(
    ("roman", "meant", "another"),
    [
        ("kaam", "काम", "कम"),
        ("kam", "कम", "किम"),
        ("din", "दिन", "दून"),
        ("deen", "दीन", "दिन"),
        ("zameen", "ज़मीन", "जामुन"),
        ("bhai", "भाई", "बाई"),
        ("khana", "खाना", "काना"),
        ("party", "पार्टी", "परत"),
        ("ghar", "घर", "गर"),
    ],
)
def test_the_word_meant_is_closer(roman: str, meant: str, another: str) -> None:
    assert closeness(roman, meant) > closeness(roman, another)


@pytest.mark.parametrize(
    ("roman", "word"),
    [("ram", "रिम"), ("ram", "में"), ("rim", "राम"), ("ram", "बिहार"), ("दिन", "दिन")],
)
def test_consonants_alone_make_no_match(roman: str, word: str) -> None:
    assert closeness(roman, word) == 0


@given(ANYTHING)
def test_any_text_has_keys(text: str) -> None:
    found = keys(text)

    assert len(found) == len(set(found)) <= 2 * MOST_KEYS
    assert key(text) == (found[0] if found else "")


@given(ANYTHING, ANYTHING)
def test_any_two_texts_have_a_closeness(roman: str, word: str) -> None:
    assert 0 <= closeness(roman, word) <= 1


@pytest.mark.parametrize(
    "piece", ["क", "क" + VIRAMA, "ा", NUKTA, "ab", "ch", "a", "\N{COMBINING ACUTE ACCENT}", "ड़ं"]
)
def test_the_cost_grows_with_the_length_only(piece: str) -> None:
    def know(word: str) -> None:
        keys(word)
        closeness(word, "कमल")
        closeness("kamal", word)

    assert grows_with_length_only(know, piece, short=50_000)
