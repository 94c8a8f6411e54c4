"""The dateline of a first paragraph becomes data, in all the ways in which papers write it."""

import pytest
from tests.intake.conftest import INDIA

from harkara.intake.sources.paste import paste

HEADLINE = "नदी पर नया पुल खुला, तीस गांवों की राह आसान"
FIRST = "नदी पर बना नया पुल सोमवार को खोल दिया गया, जिससे तीस गांवों का रास्ता छोटा हो गया।"
SECOND = "लोक निर्माण विभाग के अभियंता ने बताया कि पुल पर बारह करोड़ रुपये खर्च हुए।"


@pytest.mark.parametrize(
    ("typed", "place", "credit"),
    [
        ("सोहनी, 24 नवंबर (भाषा)", "सोहनी", "भाषा"),
        ("सोहनी 24 नवंबर (वार्ता)", "सोहनी", "वार्ता"),
        ("सोहनी, 24 नवंबर (हि.स.)।", "सोहनी", "हि.स."),
        ("सोहनी, 24 नवंबर (आईएएनएस/एएनआई) |", "सोहनी", "आईएएनएस/एएनआई"),
        ("सोहनी (राजस्थान) [भारत], 24 नवंबर (एएनआई):", "सोहनी", "एएनआई"),
        ("सोहनी, 24 नवंबर (संवाददाता)।", "सोहनी", ""),
        ("सोहनी (ब्यूरो)।", "सोहनी", ""),
        ("सोहनी/जयपुर, 24 नवम्बर।", "सोहनी/जयपुर", ""),
        ("रायपुर, 24 नवम्बर 2026/", "रायपुर", ""),
        ("जागरण संवाददाता, सोहनी :", "सोहनी", ""),
        ("संवाद सूत्र, सोहनी:", "सोहनी", ""),
        ("अमर उजाला ब्यूरो, लखनऊ।", "लखनऊ", ""),
        ("नई दिल्ली:", "नई दिल्ली", ""),
        ("जेएनएन, हिसार।", "हिसार", ""),
        ("हिसार, जेएनएन ।", "हिसार", ""),
        ("आगरा, जागरण संवाददाता ।", "आगरा", ""),
        ("मुंबई, एएनआइ।", "मुंबई", "एएनआइ"),
        ("वाशिंगटन, प्रेट्र/एपी।", "वाशिंगटन", "प्रेट्र/एपी"),
        ("मुंबई एएनआई।", "मुंबई", "एएनआई"),
        ("टिहरी, [जेएनएन]:", "टिहरी", ""),
        ("नई दिल्ली [जेएनएन]।", "नई दिल्ली", ""),
        ("नगर संवाददाता नई दिल्ली:", "नई दिल्ली", ""),
        ("प्रमुख संवाददाता मुंबई।।", "मुंबई", ""),
        ("घुमारवीं/नाहन/कुल्लू, जेएनएन।", "घुमारवीं/नाहन/कुल्लू", ""),
        ("श्रीनगर, [जागरण न्यूज नेटवर्क]।", "श्रीनगर", ""),
        ("नई दिल्\u200dली, ऑनलाइन डेस्क ।", "नई दिल्ली", ""),
        ("चंडीगढ़, राज्य ब्यूरो।", "चंडीगढ़", ""),
    ],
)
def test_a_dateline_becomes_data(typed: str, place: str, credit: str) -> None:
    draft = paste(f"{HEADLINE}\n\n{typed} {FIRST}\n\n{SECOND}".encode(), zone=INDIA)

    assert (draft.dateline, draft.source.credit) == (place, credit)
    assert draft.text == f"{FIRST}\n\n{SECOND}"
    assert typed in [line.text for line in draft.removed]


def test_a_reporter_before_the_place_is_the_byline() -> None:
    draft = paste(f"{HEADLINE}\n\nरमेश कुमार, जयपुर। {FIRST}\n\n{SECOND}".encode(), zone=INDIA)

    assert (draft.byline, draft.dateline) == (("रमेश कुमार",), "जयपुर")
    assert draft.text.startswith(FIRST)


@pytest.mark.parametrize(
    "typed",
    [
        "(मीरा चौहान) सोहनी, 24 नवंबर (भाषा)",
        "(मीरा चौहान)\n\nसोहनी, 24 नवंबर (भाषा)",
        "मीरा चौहान, जयपुर\n\nजयपुर।",
    ],
)
def test_a_reporter_in_brackets_or_on_a_line_of_its_own_is_the_byline(typed: str) -> None:
    draft = paste(f"{HEADLINE}\n\n{typed} {FIRST}\n\n{SECOND}".encode(), zone=INDIA)

    assert draft.byline == ("मीरा चौहान",)
    assert draft.text == f"{FIRST}\n\n{SECOND}"


def test_what_sums_a_story_up_names_no_reporter() -> None:
    for line in ("बाढ़ का कहर, जयपुर", "(तीन साल में)", "भारी बारिश"):
        draft = paste(f"{HEADLINE}\n\n{line}\n\n{FIRST}\n\n{SECOND}".encode(), zone=INDIA)

        assert draft.byline == ()
        assert line in draft.text + draft.standfirst


@pytest.mark.parametrize(
    "start",
    [
        "सवाल:",
        "मंगलवार, 24 नवंबर।",
        "दिनांक 24 नवंबर:",
        "गंगा नदी, हरिद्वार।",
        "श्री माधोपुर, राजस्थान।",
        "एक तरफ राजनीति, दिल्ली -",
        "इस बीच, जयपुर:",
        "सोहनी, 24 घंटे।",
        "सोहनी। सोहनी।",
        "फेडरल एजेंसी (फेमा) ने कहा -",
        "जापान मौसम एजेंसी (जेएमए) के मुताबिक, दिल्ली:",
        "समझौता एक्सप्रेस वार्ता:",
        "इंटेलिजेंस ब्यूरो (आइबी):",
        "सोहनी में 24 नवंबर:",
        "मेरा गांव (2020):",
    ],
)
def test_what_only_looks_like_a_dateline_stays(start: str) -> None:
    draft = paste(f"{HEADLINE}\n\n{start} {FIRST}\n\n{SECOND}".encode(), zone=INDIA)

    assert draft.text == f"{start} {FIRST}\n\n{SECOND}"
    assert (draft.dateline, draft.byline) == ("", ())
