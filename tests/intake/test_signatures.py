"""What agencies, offices and reporters put below a story is out, and no sentence of it is."""

import pytest
from tests.intake.conftest import INDIA

from harkara.intake.drafts import Draft, DraftAlsoRead
from harkara.intake.signatures import WHY_SIGNED
from harkara.intake.sources.paste import paste

HEADLINE = "सोहनी नदी पर नया पुल खुला, तीस गांवों की राह आसान"
FIRST = "सोहनी नदी पर बना नया पुल सोमवार को खोल दिया गया, जिससे तीस गांवों का रास्ता छोटा हो गया।"
SECOND = "लोक निर्माण विभाग के अभियंता ने बताया कि पुल पर बारह करोड़ रुपये खर्च हुए।"


def read(ending: str, agency: str = "") -> Draft:
    dateline = f"सोहनी, 24 नवंबर ({agency}) " if agency else ""
    return paste(f"{HEADLINE}\n\n{dateline}{FIRST}\n\n{SECOND}\n\n{ending}\n".encode(), zone=INDIA)


@pytest.mark.parametrize(
    ("agency", "ending"),
    [
        ("भाषा", "भाषा संध्या नेत्रपाल\nनेत्रपाल 2411 1830 सोहनी"),
        ("भाषा", "भाषा संध्या नेत्रपाल नेत्रपाल 2411 1830 सोहनी"),
        ("भाषा", "भाषा सं जफर संध्या नेत्रपाल"),
        ("भाषा", "भाषा रंजन\nरंजन"),
        ("भाषा", "जारी भाषा\nसंध्या नेत्रपाल"),
        ("", "भाषा संध्या नेत्रपाल\nनेत्रपाल 2411 1830 सोहनी"),
        ("आईएएनएस", "--आईएएनएस\n\nएसजीके/एएस"),
        ("", "--आईएएनएस एसजीके/"),
        ("वार्ता", "सं. राम\nवार्ता"),
        ("वार्ता", "अभय राम\nवार्ता 1830"),
        ("यूनीवार्ता", "जारी वार्ता"),
        ("हि.स.", "हिन्दुस्थान समाचार / रमेश कुमार"),
        ("", "(एजेंसी इनपुट के साथ)"),
        ("भाषा", "(यह खबर पीटीआई-भाषा की ऑटो जनरेटेड फीड से ली गई है।)\n\nभाषा देवेंद्र"),
        ("", "डिस्क्लेमर: यह आईएएनएस न्यूज फीड से सीधे पब्लिश हुई खबर है।"),
        ("", "-0-0-0-\n\nउप निदेशक\nसूचना एवं जनसंपर्क विभाग\nसोहनी\n/रमेश/"),
        (
            "",
            "(हरीश कुमार)\nमीडिया प्रभारी\nजनपद सोहनी\n\nप्रतिलिपि:\n1. संपादक\n2. आयुक्त",
        ),
        ("", "क्रमांक: 4512/नसीम"),
        ("", "भवदीय\n\nरमेश कुमार\nअध्यक्ष, व्यापार मंडल\nमो0 9876543210\n\nसेवा में,\nसंपादक महोदय"),
        ("", "ब्यूरो चीफ सोहनी\nमो. 98765 43210\nसर इसे लगा दीजिए"),
    ],
)
def test_a_signature_is_taken_out_and_listed(agency: str, ending: str) -> None:
    draft = read(ending, agency)

    assert draft.text == f"{FIRST}\n\n{SECOND}"
    listed = " ".join(line.text for line in draft.removed)
    words = ending.replace("1. ", "").replace("2. ", "").replace("मो0", "").split()
    assert all(word in listed for word in words)
    assert all(line.before_block <= len(draft.body) for line in draft.removed)


@pytest.mark.parametrize(
    ("tail", "agency", "credit"),
    [
        ("(एएनआई)", "एएनआई", "एएनआई"),
        ("(इनपुट: एएनआई)", "", "एएनआई"),
        ("--आईएएनएस एसजीके/", "", "आईएएनएस"),
        ("भाषा संध्या नेत्रपाल", "भाषा", "भाषा"),
    ],
)
def test_a_signature_behind_the_last_sentence_is_taken_out(
    tail: str, agency: str, credit: str
) -> None:
    dateline = f"सोहनी, 24 नवंबर ({agency}) " if agency else ""

    draft = paste(f"{HEADLINE}\n\n{dateline}{FIRST}\n\n{SECOND} {tail}".encode(), zone=INDIA)

    assert draft.text == f"{FIRST}\n\n{SECOND}"
    assert draft.source.credit == credit
    assert [(line.text, line.why) for line in draft.removed][-1] == (tail, WHY_SIGNED)


@pytest.mark.parametrize(
    "ending",
    [
        "भाषा और संस्कृति का संगम",
        "भाषा विभाग के निदेशक राम",
        "वार्ता विफल",
        "वार्ता के बाद किसान लौट गए।",
        "भाषा संध्या नेत्रपाल ने सिखाई।",
        "पीटीआई प्रमुख इमरान",
        "राम कुमार",
        "कार्रवाई जारी",
        "प्रति: हर घर एक पौधा",
        "समाचार लिखे जाने तक कार्रवाई जारी थी।",
        "इस खबर में सीधे किसानों को चारा फीड की बात कही गई।",
        "(लेखक वरिष्ठ पत्रकार हैं)",
        "(लेखक इतिहास के अध्येता हैं। ये उनके निजी विचार हैं।)",
        "सर सैयद अहमद",
        "सेवा में लगे जवान",
        "प्रार्थी परेशान",
    ],
)
@pytest.mark.parametrize("agency", ["भाषा", ""])
def test_what_may_be_the_storys_stays(ending: str, agency: str) -> None:
    draft = read(ending, agency)

    assert draft.text == f"{FIRST}\n\n{SECOND}\n\n{ending}"
    assert draft.byline == ()


def test_numbers_to_call_that_the_story_announces_stay() -> None:
    ending = "इच्छुक लोग इन नंबरों पर फोन कर सकते हैं:\n98765 43210\n98765 43211"

    assert read(ending).text.endswith("98765 43211")


def test_names_below_each_other_are_the_storys() -> None:
    draft = read("सम्मानित होने वाले:\nराम कुमार\nमोहन लाल\nवार्ता", "वार्ता")

    assert draft.text.endswith("राम कुमार\n\nमोहन लाल")


@pytest.mark.parametrize(
    "ending",
    [
        "- रमेश कुमार, संवाददाता सोहनी\nमो. 9876543210",
        "रमेश कुमार\nब्यूरो चीफ सोहनी",
        "रमेश कुमार\nस्वतंत्र पत्रकार",
    ],
)
def test_a_reporter_who_signs_is_the_byline(ending: str) -> None:
    draft = read(ending)

    assert draft.byline == ("रमेश कुमार",)
    assert draft.text == f"{FIRST}\n\n{SECOND}"


def test_a_reference_below_the_signature_stays_in_its_place() -> None:
    draft = read(
        "भाषा संध्या नेत्रपाल\n\nये भी पढ़ें: मेले में दुकानों की संख्या दोगुनी होगी\n\nनेत्रपाल 2411 1830 सोहनी",
        "भाषा",
    )

    assert [one.after_paragraph for one in draft.body if isinstance(one, DraftAlsoRead)] == [2]
    assert draft.text == f"{FIRST}\n\n{SECOND}"
