"""Forms of the same word meet under one stem, and other words stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harkara.text.fold import fold
from harkara.text.languages import HINDI, MARATHI, NEPALI, PROFILES, Profile
from harkara.text.stem import stem


def test_forms_meet(source: list[str], expect: bool) -> None:
    assert (len({stem(form) for form in source}) == 1) is expect


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("चुनाव", "चुनावी"),
        ("सरकार", "सरकारी"),
        ("छात्र", "छात्रा"),
        ("सेन", "सेना"),
        ("राज", "राजा"),
        ("जाना", "जानना"),
        ("भागा", "भाई"),
        ("में", "मैं"),
    ],
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    "forms",
    [
        ["घर", "घरात", "घराला", "घरांमध्ये", "घरातून", "घराच्या", "घरापासून"],
        ["शाळा", "शाळेत", "शाळेला", "शाळांना", "शाळेच्या"],
        ["रस्ता", "रस्ते", "रस्त्यात", "रस्त्यावर", "रस्त्यांवरून"],
        ["राज्य", "राज्यात", "राज्याच्या", "राज्यांमध्ये"],
        ["पोलीस", "पोलिसांनी", "पोलिसांकडून"],
        ["निवडणूक", "निवडणुका", "निवडणुकीत", "निवडणुकांसाठी"],
        ["विद्यार्थी", "विद्यार्थ्यांना", "विद्यार्थ्यांसाठी"],
        ["शेतकरी", "शेतकऱ्यांनी", "शेतकर्\u200dयांना"],
        ["मंत्री", "मंत्र्यांनी", "मंत्र्याने"],
        ["मुंबई", "मुंबईत", "मुंबईतील", "मुंबईहून"],
        ["पुणे", "पुण्यात", "पुण्याहून"],
        ["ॲप", "अॅप", "ॲपच्या"],
    ],
)
def test_marathi_words_shed_what_is_written_onto_them(forms: list[str]) -> None:
    assert len({stem(form, profile=MARATHI) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("काळ", "काल"),
        ("हात", "हा"),
        ("मदत", "मद"),
        ("महिला", "महि"),
        ("चर्चा", "चर"),
        ("मराठी", "मराठा"),
    ],
)
def test_other_marathi_words_stay_apart(one: str, other: str) -> None:
    assert stem(one, profile=MARATHI) != stem(other, profile=MARATHI)


@pytest.mark.parametrize(
    "forms",
    [
        ["सरकार", "सरकारले", "सरकारको", "सरकारसँग", "सरकारबाट"],
        ["नेता", "नेताहरू", "नेताहरूले", "नेताहरुको", "नेताहरूसँगको"],
        ["मन्त्री", "मन्त्रीलाई", "मन्त्रीहरूका"],
        ["ठूलो", "ठूला"],
        ["नेपालमा", "नेपालदेखि", "नेपालसम्म", "नेपाल"],
        ["प्रहरी", "प्रहरीले", "प्रहरि"],
        ["भूमिका", "भूमिकाको", "भूमिकामा"],
        ["गर्नु", "गर्न", "गरेको", "गर्छ", "गर्‍यो"],
    ],
)
def test_nepali_words_shed_what_is_written_onto_them(forms: list[str]) -> None:
    assert len({stem(form, profile=NEPALI) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("भूमिका", "भूमि"), ("सीमा", "सी"), ("अहिले", "अहि"), ("अमेरिका", "अमेरि")]
)
def test_other_nepali_words_stay_apart(one: str, other: str) -> None:
    assert stem(one, profile=NEPALI) != stem(other, profile=NEPALI)


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_no_word_is_stemmed_away(profile: Profile) -> None:
    words = [*profile.stop_words, *profile.stems, *profile.verbs, *profile.nouns]

    assert all(stem(word, profile=profile) for word in words)


@given(st.text(st.characters(exclude_categories=()) | st.sampled_from("करनमाीेोंियएत")))
def test_spelling_never_parts_the_forms(word: str) -> None:
    for profile in (HINDI, MARATHI, NEPALI):
        assert stem(word, profile=profile) == stem(fold(word, profile=profile), profile=profile)
