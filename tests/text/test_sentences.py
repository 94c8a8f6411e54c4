"""Sentences of a text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harkara.text.tokens import sentences

ANYTHING = st.text(st.characters(exclude_categories=()) | st.sampled_from("।.?! \n'’क1"))


def test_a_text_falls_into_sentences(source: str, expect: list[str]) -> None:
    assert sentences(source) == expect


@given(ANYTHING)
def test_no_word_is_lost_between_sentences(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


@pytest.mark.parametrize("piece", ["?", "।'", "' ", "|", "ए.", "\n ", "है.क"])
def test_the_cost_grows_with_the_length_only(piece: str) -> None:
    def cost(size: int) -> float:
        began = time.process_time()
        sentences(piece * size + "x")
        return time.process_time() - began

    small = min(cost(5_000) for _ in range(3))

    assert cost(100_000) < 20 * small * 6 + 0.05
