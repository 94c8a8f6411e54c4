"""The words of an archive, found by the Roman spellings people type."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harkara.text.chars import VIRAMA
from harkara.text.lexicon import Lexicon
from harkara.text.romanise import romanise

WORDS = {
    "राम": 30, "रिम": 2, "में": 900, "बिहार": 200, "काम": 120, "कम": 80, "किम": 4, "कला": 9,
    "काला": 30, "पुलिस": 400, "पालिश": 1, "क्रिकेट": 90, "एससीओ": 8, "स्कूल": 70, "शिकायत": 20,
    "हिंदी": 40, "हिन्दी": 10, "सरकार": 300, "सरोकार": 5,
}  # fmt: skip
SYLLABLE = st.builds(
    "".join,
    st.tuples(
        st.sampled_from("कखगघचछजझटठडढतथदधनपफबभमरलवशसह"),
        st.sampled_from(["", "", "ा", "ि", "ी", "ु", "ू", "े", "ै", "ो", "ौ", "ं", VIRAMA + "र"]),
    ),
)
WELL_FORMED = st.lists(SYLLABLE, min_size=1, max_size=6).map("".join)
ANYTHING = st.text(st.characters(exclude_categories=()) | st.sampled_from("rameinकाम"))


@pytest.fixture(scope="module")
def archive() -> Lexicon:
    return Lexicon(WORDS)


@pytest.mark.parametrize(
    ("roman", "word"),
    [
        ("raam", "राम"),
        ("kaam", "काम"),
        ("kam", "कम"),
        ("police", "पुलिस"),
        ("pulis", "पुलिस"),
        ("cricket", "क्रिकेट"),
        ("sco", "एससीओ"),
        ("shikayat", "शिकायत"),
        ("sikayat", "शिकायत"),
        ("shikaayath", "शिकायत"),
        ("sharkar", "सरकार"),
        ("zarkar", "सरकार"),
        ("क्रिकट", "क्रिकेट"),
        ("Hindi!", "हिंदी"),
    ],
)
def test_the_word_meant_comes_first(archive: Lexicon, roman: str, word: str) -> None:
    assert archive.nearest(roman)[0].word == word


def test_a_word_that_merely_shares_its_consonants_is_no_match(archive: Lexicon) -> None:
    assert [match.word for match in archive.nearest("ram")] == ["राम"]
    assert archive.nearest("qwxzt") == archive.nearest("") == archive.nearest("400") == []


def test_of_words_as_close_the_one_used_more_comes_first() -> None:
    archive = Lexicon({"हिन्दी": 10, "हिंदी": 40})
    first, second = archive.nearest("hindi")

    assert (first.word, second.word) == ("हिंदी", "हिन्दी")
    assert first.closeness == second.closeness

    archive.add("हिन्दी", 1000)

    assert archive.nearest("hindi")[0] == ("हिन्दी", first.closeness, 1010)


def test_a_lexicon_grows_word_by_word() -> None:
    archive = Lexicon()
    assert not archive.nearest("bharat")

    archive.add("भारत")
    archive.add("भारत", 2)

    assert (len(archive), "भारत" in archive, "भारती" in archive) == (1, True, False)
    assert (archive.frequency("भारत"), archive.frequency("भारती")) == (3, 0)
    assert [match.word for match in archive.nearest("bhaarat", most=1)] == ["भारत"]


@settings(deadline=None)
@given(WELL_FORMED)
def test_a_word_is_found_back_by_its_own_spelling(word: str) -> None:
    assert [match.word for match in Lexicon({word: 1}).nearest(romanise(word))] == [word]


@settings(deadline=None)
@given(ANYTHING, ANYTHING)
def test_any_text_can_be_looked_for_and_taken_in(word: str, roman: str) -> None:
    archive = Lexicon(WORDS | {word: 1})

    found = archive.nearest(roman, most=3)

    assert len(found) <= 3
    assert all(0 < match.closeness <= 1 for match in found)
