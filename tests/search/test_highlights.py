"""The words that were matched, marked in a story's own text."""

import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from harkara.search.documents import WordRead
from harkara.search.highlights import EXCERPT, excerpt, mark
from harkara.text.graphemes import graphemes

TEXT = st.text(
    st.sampled_from("राजनथमंीि्‌‍ँ़ aZ0९.,-\n😀👩‍👧́é") | st.characters(exclude_categories=()), max_size=80
)


def read(*found: str) -> list[WordRead]:
    return [WordRead(typed=word, found=(word,)) for word in found]


def marked(text: str, *found: str) -> list[str]:
    return [piece.text for piece in mark(text, read(*found)) if piece.marked]


def test_the_forms_and_spellings_of_a_word_are_marked_whole() -> None:
    assert marked("मंत्रियों, मन्त्री और मंत्रालय", "मंत्री") == ["मंत्रियों", "मन्त्री"]


def test_a_word_is_marked_where_a_roman_word_was_read_as_it() -> None:
    words = [WordRead(typed="rajnath", found=("राजनाथ",), by_sound=True)]

    assert [piece.text for piece in mark("राजनाथ ने कहा", words) if piece.marked] == ["राजनाथ"]


def test_a_word_inside_another_is_not_marked() -> None:
    assert marked("बिहार में रामलीला", "राम", "में") == []


def test_common_words_are_marked_only_when_nothing_else_was_asked_for() -> None:
    assert marked("देश की बात", "देश", "की") == ["देश"]
    assert marked("देश की बात", "की") == ["की"]


def test_the_excerpt_has_the_passage_with_most_of_the_words() -> None:
    filler = "यहां कुछ और लिखा है जो मतलब का नहीं। " * 30
    body = [f"पहले बजट आया। {filler}", f"फिर बजट में किसानों को राहत मिली। {filler}"]

    pieces = excerpt(body, read("बजट", "किसान", "राहत"))

    assert [piece.text for piece in pieces if piece.marked] == ["बजट", "किसानों", "राहत"]
    assert pieces[0].text == pieces[-1].text == "…"
    assert len("".join(piece.text for piece in pieces)) <= EXCERPT + 2


def test_a_short_text_is_its_own_excerpt() -> None:
    assert "".join(piece.text for piece in excerpt(["बजट आया।"], read("बजट"))) == "बजट आया।"
    assert excerpt([], read("बजट")) == ()


def test_a_story_without_the_words_gives_its_beginning() -> None:
    pieces = excerpt(["पहला वाक्य। " * 60], read("बजट"))

    assert pieces[0].text.startswith("पहला वाक्य। पहला")
    assert pieces[-1].text == "…"


@settings(max_examples=200, deadline=None)
@given(TEXT, TEXT)
def test_the_pieces_make_the_text_and_cut_no_letter(text: str, word: str) -> None:
    pieces = mark(text, read(word, *text.split()[:2]))

    assert "".join(piece.text for piece in pieces) == text
    whole = set(_ends(graphemes(text)))
    assert all(end in whole or not _is_word(text, end) for end in _ends([p.text for p in pieces]))


@settings(max_examples=200, deadline=None)
@given(st.lists(TEXT, max_size=4), TEXT, st.integers(0, 60))
def test_an_excerpt_is_as_short_as_was_asked(texts: list[str], word: str, most: int) -> None:
    text = "".join(piece.text for piece in excerpt(texts, read(word), most))

    assert len(graphemes(text.strip("…"))) <= most


def _ends(pieces: list[str]) -> list[int]:
    ends, at = [], 0
    for piece in pieces:
        at += len(piece)
        ends.append(at)
    return ends


def _is_word(text: str, at: int) -> bool:
    """Say whether a place stands inside a letter of a word."""
    return regex.match(r"[\p{M}\u200c\u200d]", text[at : at + 1]) is not None
