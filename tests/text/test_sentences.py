"""Sentences of a text."""

from hypothesis import given
from hypothesis import strategies as st

from harkara.text.tokens import sentences

ANYTHING = st.text(st.characters(exclude_categories=()) | st.sampled_from("।.?! \n'’क1"))


def test_a_text_falls_into_sentences(source: str, expect: list[str]) -> None:
    assert sentences(source) == expect


@given(ANYTHING)
def test_no_word_is_lost_between_sentences(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
