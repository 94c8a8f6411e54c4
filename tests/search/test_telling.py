"""The words a story is known by."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harkara.search.backends.memory import MemoryIndex
from harkara.search.documents import Document
from harkara.search.duplicates.sketch import likeness, sketch
from harkara.search.telling import MOST_TERMS, MOST_WORDS, About, said_in, telling
from harkara.text.tokens import words

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture
def index() -> MemoryIndex:
    made = MemoryIndex()
    texts = [f"सरकार ने {name} के लिए योजना बनाई" for name in ("नदी", "पुल", "मंडी", "नाव", "खेत", "पुल")]
    with made.writer() as writer:
        for number, text in enumerate(texts):
            writer.put(Document(number=number, headline=text, published_at=NOON))
        writer.commit(1)
    return made


def test_rare_words_tell_and_those_in_every_story_do_not(index: MemoryIndex) -> None:
    terms = telling(About(headline="सरकार का नया पुल", body="मल्लाह की नाव और खेत"), index).terms

    assert set(terms) == {"पुल", "नाव", "खेत"}


def test_what_the_headline_says_weighs_more_than_what_the_body_says(index: MemoryIndex) -> None:
    terms = telling(About(headline="मंडी", body="खेत"), index).terms

    assert terms["मंडी"] > terms["खेत"]


def test_a_story_that_says_nothing_has_no_telling_words(index: MemoryIndex) -> None:
    assert telling(About(headline="और यह वह है"), index).terms == {}
    assert telling(About(headline=""), MemoryIndex()).terms == {}


def test_a_story_has_so_many_telling_words_at_most() -> None:
    index = MemoryIndex()
    made_up = [f"क{chr(0x0915 + at)}{chr(0x0915 + at)}" for at in range(2 * MOST_TERMS)]
    with index.writer() as writer:
        for number, word in enumerate(made_up):
            writer.put(Document(number=number, headline=word, published_at=NOON))
        writer.commit(1)

    assert len(telling(About(headline="", body=" ".join(made_up)), index).terms) == MOST_TERMS


def test_sketches_alone_say_about_how_much_two_texts_share() -> None:
    numbers = [str(1000 + at) for at in range(600)]
    whole, half, other = (
        sketch(" ".join(some)) for some in (numbers[:400], numbers[200:], map(str, range(400)))
    )

    assert likeness(whole, whole) == 1
    assert 0.3 < likeness(whole, half) < 0.7
    assert likeness(whole, other) == 0
    assert likeness(whole, ()) == 0


def test_a_brief_that_stands_inside_a_long_story_is_alike() -> None:
    numbers = [str(1000 + at) for at in range(600)]
    long, brief = sketch(" ".join(numbers)), sketch(" ".join(numbers[100:130]))

    assert likeness(brief, long) > 0.6
    assert likeness(long, brief) > 0.6


def test_a_word_that_only_the_story_itself_has_finds_no_other(index: MemoryIndex) -> None:
    terms = telling(About(headline="नाव और पुल", is_indexed=True), index).terms

    assert set(terms) == {"पुल"}


def test_a_story_is_the_nearer_the_more_it_says_of_the_same_and_the_less_of_else(
    index: MemoryIndex,
) -> None:
    told = telling(About(headline="नाव और पुल", body="खेत"), index)
    both, one, among_others, none = (
        told.nearness(said_in(text))
        for text in ("नाव और पुल", "पुल", "नाव और पुल, मेला, बाज़ार, दुकान", "मेला")
    )

    assert both > one > none == 0
    assert both > among_others
    assert told.nearness(said_in("")) == 0


def test_every_term_of_a_long_story_is_known_as_it_was_written() -> None:
    long = About(headline="नदी का पुल", body=" ".join(f"शब्द{at}" for at in range(MOST_WORDS + 9)))

    assert set(long.said) == set(long.written)


@given(st.text(st.sampled_from("राजनथमंीि्\u200d़ aZ0९.,-@:/\n😀।"), max_size=60))
def test_a_text_says_the_words_that_it_has_as_a_whole(text: str) -> None:
    assert said_in(text) == sum(map(said_in, words(text)), start=Counter[str]())
