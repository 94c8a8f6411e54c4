"""Repairing text, without losing what a reader sees."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.text.growth import grows_with_length_only

from harkara.text.chars import NUKTA, VIRAMA, ZWJ, ZWNJ
from harkara.text.languages import MARATHI
from harkara.text.normalise import explain, normalise

# Text that is likely to be damaged: letters, signs, joiners, spaces, bars and bytes misread.
DAMAGED = st.text(
    st.sampled_from(
        "कखगडरनअआएइाेैॉॅिींँः़्।॥| \t\n:0S.Il?!,'\"“”‘’"
        + ZWJ
        + ZWNJ
        + "\r&#;\u0627\u200b\u200e\u00a0à¤•¥\x8dÃÂâ€ðŸ\x9f\x98"
    ),
    max_size=40,
)
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=60)


def test_text_is_repaired(source: str, expect: str) -> None:
    assert normalise(source) == expect


def test_the_explanation_gives_the_same_text(source: str, expect: str) -> None:
    explained = explain(source)

    assert explained.text == expect
    assert bool(explained.repairs) == (source != expect)


@given(DAMAGED | ANYTHING)
@example("क" + NUKTA + VIRAMA + NUKTA)
@example("\u05e9 क\r\u202eख\u2028\u200eग")  # direction marks beside a line that needs them
def test_repairing_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)

    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert explain(text).text == once


@given(DAMAGED)
def test_every_repair_lies_in_the_given_text(text: str) -> None:
    for repair in explain(text).repairs:
        assert 0 <= repair.at <= len(text)
        assert repair.before != repair.after


# Syllables as the script builds them: a cluster or a vowel, then a sign, then a nasal.
CONSONANTS = st.sampled_from([*"कखगचजटडतदनपबमयरलवशषसह", "क़", "ज़", "ड़", "ढ़", "फ़"])
SYLLABLES = st.builds(
    lambda cluster, sign, nasal: VIRAMA.join(cluster) + sign + nasal,
    st.lists(CONSONANTS, min_size=1, max_size=3),
    st.sampled_from(["", *"ािीुूृेैोौॉॅ"]),
    st.sampled_from(["", *"ंँः"]),
)
VOWEL_LETTERS = st.builds(str.__add__, st.sampled_from("अआइईउऊऋएऐओऔऑ"), st.sampled_from(["", "ं"]))
WORDS = st.lists(SYLLABLES | VOWEL_LETTERS, min_size=1, max_size=5).map("".join)
WELL_TYPED = st.builds(
    lambda words, end: " ".join(words) + end,
    st.lists(WORDS, min_size=1, max_size=6),
    st.sampled_from(["।", "?", "!", "’", "…", ""]),
)


@given(WELL_TYPED)
def test_what_is_well_typed_stays_as_it_is(text: str) -> None:
    assert explain(text).repairs == ()


@given(DAMAGED | st.lists(DAMAGED, max_size=4).map(" ".join) | ANYTHING)
@example("क :ख")
def test_words_that_were_met_before_change_nothing(text: str) -> None:
    met_alone = [normalise(word) for word in text.split(" ")]

    # What explains looks at every line as a whole, and remembers no word.
    assert normalise(text) == explain(text).text, met_alone


def test_a_repair_tells_where_it_was_in_the_given_text() -> None:
    source = "आज\u200b अाज"

    places = {repair.name: source[repair.at :] for repair in explain(source).repairs}

    assert places == {"zero_width": "\u200b अाज", "split_vowel": "अाज"}


def test_marathi_keeps_its_bars() -> None:
    assert normalise("बातमी आहे | पुढे", profile=MARATHI) == "बातमी आहे | पुढे"


@pytest.mark.parametrize(
    "piece",
    [
        "\u0301\u0327",  # two marks that change places in the normal form
        VIRAMA + NUKTA,
        "ा",
        "ंा",
        " ",
        " ा",
        "| ",
        "\u200e",
        ZWJ,
        "\ud800",
        "\x00",
        "à¤",
        "‡§",
        "&amp;",
        "amp;",
        "&#38;",
        "क" + VIRAMA + "ि",
        "ि" + VIRAMA + "र",
        "क" + "र" + VIRAMA + "ा",
        "०o",
        "।1",
        " ः",
        "क",
        "र्",
        ":",
    ],
    ids=ascii,
)
def test_the_cost_of_hostile_text_grows_with_its_length_only(piece: str) -> None:
    assert grows_with_length_only(normalise, piece, short=20_000)
