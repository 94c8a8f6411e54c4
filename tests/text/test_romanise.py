"""Hindi in the Roman letters its readers type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.growth import grows_with_length_only

from harkara.text.chars import VIRAMA
from harkara.text.languages import MARATHI, NEPALI
from harkara.text.roman import loans
from harkara.text.romanise import readings, romanise

ANYTHING = st.text(st.characters(exclude_categories=()) | st.sampled_from("कतरयवजञसएीािृंःँ़्ेै.-0"))


def test_text_is_read_as_its_readers_write_it(source: str, expect: str) -> None:
    assert romanise(source) == expect


@given(ANYTHING)
def test_no_letter_of_the_script_is_left(text: str) -> None:
    assert not any("क" <= char <= "ह" or "०" <= char <= "९" for char in romanise(text))


@given(st.text(st.characters(max_codepoint=0x7E)))
def test_ascii_stays_as_it_is(text: str) -> None:
    assert romanise(text) == text


def test_nepali_verbs_keep_their_last_vowel() -> None:
    nepali = romanise("नेपाल सरकारले काम गर्छ तर घर गरेर हुन्छ, गर्दैन", profile=NEPALI)

    assert nepali == "nepal sarkarle kaam garchha tara ghar garera hunchha, gardaina"


def test_marathi_has_clusters_of_its_own() -> None:
    marathi = romanise("शाळा धर्म आणि ज्ञानेश्वर आहेत", profile=MARATHI)

    assert marathi == "shala dharma ani dnyaneshwar ahet"


def test_each_reading_says_where_it_is_from() -> None:
    found = [
        (reading.roman, reading.by) for reading in readings("राम एससीओ क्रिकेट स्नॉर्कल एस-400 नमक")
    ]

    assert found == [
        ("ram", "table"),
        ("sco", "letter names"),
        ("cricket", "table"),
        ("snorcal", "English guess"),
        ("s", "letter names"),
        ("namak", "sounds"),
    ]


def test_no_word_has_two_readings_in_the_tables() -> None:
    words = [
        word
        for name in (*loans.TABLES, loans.EVERYDAY)
        for line in loans.lines(name)
        for word in line.partition("\t")[2].split()
    ]

    assert len(words) == len(set(words))
    assert len(words) > 6000


@pytest.mark.parametrize("piece", ["क", "क" + VIRAMA, "एस", "पुर", "ा", "कक"])
def test_the_cost_grows_with_the_length_only(piece: str) -> None:
    assert grows_with_length_only(romanise, piece, short=1_000)


@pytest.mark.parametrize(
    ("word", "spelled"),
    [
        ("मनोरंजन", "manoranjan"),
        ("निरंजन", "niranjan"),
        ("शुभंकर", "shubhankar"),
        ("भयंकर", "bhayankar"),
        ("स्वयंसेवक", "swayamsevak"),
    ],
)
def test_a_dot_belongs_to_the_part_whose_nasal_it_is(word: str, spelled: str) -> None:
    assert romanise(word) == spelled
