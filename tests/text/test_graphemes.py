"""Letters as a reader counts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harkara.text.graphemes import cut, ellipsis, graphemes, length
from harkara.text.languages import PROFILES, Profile
from harkara.text.width import cells, ems

ANYTHING = st.text(st.characters(exclude_categories=()) | st.sampled_from("कर्षि ंा\u200d।🇮🇳"))
SIZES = st.integers(min_value=0, max_value=40)


def test_a_text_falls_into_letters(source: str, expect: list[str]) -> None:
    assert graphemes(source) == expect


@given(ANYTHING)
def test_letters_joined_are_the_text(text: str) -> None:
    assert "".join(graphemes(text)) == text
    assert length(text) == len(graphemes(text))


@given(ANYTHING, SIZES)
def test_a_cut_is_whole_letters_of_the_beginning(text: str, most: int) -> None:
    assert cut(text, most) == "".join(graphemes(text)[:most])


@given(ANYTHING, SIZES)
def test_an_ellipsis_fits_and_marks_only_what_was_cut(text: str, most: int) -> None:
    short = ellipsis(text, most)

    assert length(short) <= max(most, 0)
    assert short == text or most == 0 or "…" in short


@pytest.mark.parametrize(
    ("most", "expect"),
    [
        (100, "एससीओ: रक्षा मंत्री राजनाथ सिंह ने रूसी समकक्ष से की मुलाकात"),
        (30, "एससीओ: रक्षा मंत्री राजनाथ सिंह ने रूसी समकक्ष…"),
        (8, "एससीओ…"),
        (2, "ए…"),
        (1, "…"),
        (0, ""),
    ],
)
def test_a_headline_is_clamped_at_a_word(most: int, expect: str) -> None:
    assert ellipsis("एससीओ: रक्षा मंत्री राजनाथ सिंह ने रूसी समकक्ष से की मुलाकात", most) == expect


def test_a_long_word_is_cut_between_syllables() -> None:
    assert ellipsis("अंतरराष्ट्रीयकरण", 6) == "अंतरराष्ट्री…"


def test_less_than_nothing_cannot_be_kept() -> None:
    with pytest.raises(ValueError, match="-1"):
        cut("क", -1)


WORDS = "राजनाथ सिंह ने बैठक में ‘आतंक’ पर “कड़ा श्रीमान् (एससीओ) रुख’ क्\u200cष"
HEADLINES = st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join)


@pytest.mark.parametrize(
    ("headline", "most", "expect"),
    [
        ("प्रधानमंत्री ने संसद में कहा", 13, "प्रधानमंत्री ने संसद…"),
        ("प्रधानमंत्री ने संसद में कहा", 9, "प्रधानमंत्री…"),
        ("मंत्री बोले- ‘देश पहले है और रहेगा’", 17, "मंत्री बोले- ‘देश पहले…’"),
        ("उसने कहा, “सब ठीक है, बिल्कुल ठीक”", 15, "उसने कहा, “सब…”"),
        ("अंतरराष्ट्रीय (यूएन की) बैठक", 12, "अंतरराष्ट्रीय…"),
        ("का के की को से में", 5, "का…"),
    ],
)
def test_a_cut_headline_ends_well(headline: str, most: int, expect: str) -> None:
    assert ellipsis(headline, most) == expect


@given(HEADLINES, SIZES)
def test_a_cut_headline_fits_and_closes_what_it_opens(text: str, most: int) -> None:
    short = ellipsis(text, most)

    assert length(short) <= most
    if short != text and "…" in short:
        assert not short.partition("…")[0].endswith((" ", "क्"))
        for opens, closes in ("‘’", "“”"):
            assert short.count(opens) <= max(short.count(closes), text.count(closes), 1)


@given(HEADLINES, st.floats(min_value=0, max_value=30))
def test_a_headline_is_cut_to_a_width(text: str, most: float) -> None:
    assert ems(ellipsis(text, most, measure=ems)) <= most + 1e-6


def test_a_half_letter_is_never_left_at_the_end() -> None:
    assert ellipsis("अक्\u200cषरमाला", 3) == "अ…"


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_every_language_knows_what_leads_on(profile: Profile) -> None:
    word = min(profile.leading_on)

    assert ellipsis(f"नमस्कार {word} सबको", length(f"नमस्कार {word} ") + 1, profile=profile) == (
        "नमस्कार…"
    )


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("", 0),
        ("abc", 3),
        ("क", 1),
        ("कि", 2),
        ("हिंदी", 4),
        ("क्या", 3),
        ("👨\u200d👩\u200d👧", 2),
        ("🇮🇳", 2),
        ("漢", 2),
    ],
)
def test_a_terminal_gives_cells(text: str, expect: int) -> None:
    assert cells(text) == expect


def test_narrow_letters_take_less_room() -> None:
    assert ems("रर") < ems("कक")
    assert ems("न्न") < ems("नन")
    assert ems("कु") == ems("के") == ems("क")
    assert ems("र्क") == ems("क") == ems("क्र")
    assert ems("") == 0


@given(ANYTHING)
def test_every_text_has_a_width(text: str) -> None:
    assert ems(text) >= 0
    assert 0 <= cells(text) <= 2 * len(text)
