"""What the words of a lexicon look like, letter by letter."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harkara.text.lexicon import Lexicon
from harkara.text.roman.shapes import START, Shapes
from harkara.text.roman.spelling import spellings

FIRST = ("सर", "कर", "मन", "दर", "नग", "विका", "प्रका", "राज", "जन", "धन")
LAST = ("कार", "दार", "वान", "पाल", "राज", "नाथ", "वाला", "वाली", "ता", "शाला")
WORDS = {first + last: 1 + len(first) for first in FIRST for last in LAST}
SHAPES = Shapes(WORDS)
ANYTHING = st.text(st.characters(exclude_categories=()) | st.sampled_from("कमाीन्"))


@pytest.mark.parametrize(
    ("like", "unlike"),
    [("जनवाला", "जणवाला"), ("सरपाल", "सारपाल"), ("धनराज", "धनराझ"), ("प्रकाशाला", "परकाशाला")],
)
def test_a_word_like_the_others_costs_less(like: str, unlike: str) -> None:
    assert SHAPES.word_cost(like) < SHAPES.word_cost(unlike)


def test_a_word_is_judged_by_its_pieces_as_by_the_whole() -> None:
    first, letters = SHAPES.go_on(START, "सर")
    last, letters = SHAPES.go_on(letters, "कार")

    assert abs(first + last + SHAPES.end(letters) - SHAPES.word_cost("सरकार")) <= 2


def test_what_may_follow_adds_up_to_certainty() -> None:
    every = map(chr, range(0x900, 0x980))

    assert sum(2.718282 ** (-SHAPES.go_on(START, one)[0] / 10) for one in every) == pytest.approx(
        1, abs=0.1
    )


def test_shapes_choose_among_spellings() -> None:
    spelled = {word for _, word in spellings("janvala", 12)}

    assert {"जनवाला", "जनवला"} <= spelled
    assert spellings("janvala", 1, SHAPES)[0][1] == "जनवाला"


def test_only_a_lexicon_of_many_words_has_shapes() -> None:
    lexicon = Lexicon(WORDS)
    assert lexicon.shapes() is None

    for word in WORDS:
        for last in [*WORDS][:25]:
            lexicon.add(word + last)

    shapes = lexicon.shapes()
    assert shapes is not None
    assert shapes is lexicon.shapes()


@settings(deadline=None)
@given(ANYTHING)
def test_any_letters_have_a_shape(text: str) -> None:
    assert SHAPES.word_cost(text) == Shapes(WORDS).word_cost(text) >= 0
    assert Shapes({text: -1, text * 2: 3}).word_cost(text) >= 0
