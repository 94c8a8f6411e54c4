"""Roman letters typed for Hindi, turned into Devanagari."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.text.growth import grows_with_length_only

from harkara.text.lexicon import Lexicon
from harkara.text.transliterate import candidates, transliterate

ANYTHING = st.text(st.characters(exclude_categories=()) | st.sampled_from("aeiouyhkgnrst"))
LEXICON = Lexicon({"काम": 900, "कम": 900, "सरकार": 800, "शिकायत": 30, "गांव": 90, "जीता": 9})


def test_typed_words_are_spelled_by_rules_alone(source: str, expect: str) -> None:
    assert expect in [found.word for found in candidates(source)]


@pytest.mark.parametrize(
    ("typed", "word"),
    [("kaam", "काम"), ("kam", "कम"), ("sarkar", "सरकार"), ("shikayat", "शिकायत"), ("gaon", "गांव")],
)
def test_the_lexicon_knows_better(typed: str, word: str) -> None:
    best = candidates(typed, LEXICON, most=1)[0]

    assert (best.word, best.by) == (word, "lexicon")


def test_the_likeliest_comes_first_and_none_twice() -> None:
    found = candidates("kitab", LEXICON, most=8)

    assert [one.cost for one in found] == sorted(one.cost for one in found)
    assert len({one.word for one in found}) == len(found) == 8


def test_what_is_not_typed_hindi_stays() -> None:
    line = "aaj 24 नवंबर, desk@akhbar.in aur https://akhbar.in/kaam par dekhen: Live!"

    assert transliterate(line, keep={"live"}) == (
        "आज 24 नवंबर, desk@akhbar.in और https://akhbar.in/kaam पर देखें: Live!"
    )


@pytest.mark.parametrize("word", ["shikaayat", "pradhaanmantree", "bjp", "x", "ksh"])
def test_every_beginning_of_a_word_has_candidates(word: str) -> None:
    assert all(candidates(word[:size]) for size in range(1, len(word) + 1))


@settings(deadline=None)
@given(ANYTHING)
def test_any_text_can_be_typed(text: str) -> None:
    assert len(candidates(text, LEXICON, most=3)) <= 3
    transliterate(text, LEXICON)


@pytest.mark.parametrize("piece", ["a", "kh", "ksha", "@", "a.", "न", "\N{COMBINING ACUTE ACCENT}"])
def test_the_cost_grows_with_the_length_only(piece: str) -> None:
    assert grows_with_length_only(transliterate, piece, short=1_000)
