"""What WhatsApp puts round and into a message is no part of the story."""

import pytest
from tests.intake.conftest import INDIA

from harkara.intake.drafts import Draft
from harkara.intake.sources.paste import paste

HEADLINE = "धौलागढ़ किले की दीवार पुराने चूने से जुड़ेगी"
FIRST = "धौलागढ़ किले की पिछले साल गिरी दीवार की मरम्मत अब पुराने चूने और गुड़ के मसाले से होगी।"
SECOND = "कारीगर हरिराम ने बताया कि यह मसाला तैयार होने में इक्कीस दिन लगते हैं।"


def read(*lines: str) -> Draft:
    return paste("\n\n".join(lines).encode(), zone=INDIA)


@pytest.mark.parametrize(
    "stamp",
    [
        "[12:30, 26/11/2026] रफीक भाई:",
        "[12:30 PM, 26/11/2026] रफीक भाई:",
        "[26/06/25, 5:05:12 PM] रफीक भाई:",
        "26/06/2025, 17:05 - रफीक भाई:",
        "\u200e[26/06/25, 5:05:12\u202fPM] +91 98 765:",
    ],
)
def test_sender_and_time_are_taken_out_and_reported(stamp: str) -> None:
    draft = read(f"{stamp} *{HEADLINE}*", f"{stamp} {FIRST}", SECOND)

    assert draft.headline == HEADLINE
    assert draft.text == f"{FIRST}\n\n{SECOND}"
    assert len(draft.removed) == 2


@pytest.mark.parametrize(
    "label",
    [
        "Forwarded",
        "Forwarded many times",
        "अग्रेषित",
        "फॉरवर्ड किया गया",
        "<Media omitted>",
        "image omitted",
    ],
)
def test_marks_of_a_forwarded_message_are_taken_out(label: str) -> None:
    draft = read(label, HEADLINE, FIRST, SECOND)

    assert label not in draft.text
    assert label in [line.text for line in draft.removed]


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("*धौलागढ़* किले की मरम्मत _अगले महीने_ से होगी।", "धौलागढ़ किले की मरम्मत अगले महीने से होगी।"),
        ("यह ~पुरानी~ बात (*नई*) है।", "यह पुरानी बात (नई) है।"),
        ("दाम 5 * 4 = 20 रुपये, और 3 * 2 भी है।", "दाम 5 * 4 = 20 रुपये, और 3 * 2 भी है।"),
        ("फाइल meri_khabar_nayi भेजी गई है।", "फाइल meri_khabar_nayi भेजी गई है।"),
        ("कीमत *नियम व शर्तें लागू हैं।", "कीमत *नियम व शर्तें लागू हैं।"),
    ],
)
def test_marks_of_bold_and_italic_are_taken_off_their_words(typed: str, read_as: str) -> None:
    assert read_as in read(HEADLINE, FIRST, typed, SECOND).text


def test_marks_that_are_letters_of_an_old_font_stay() -> None:
    typed = "jktLFkku ljdkj us *dgk* fd fdlkuksa dks jkgr feysxh"

    draft = read(
        typed, "fdlkuksa dks jkgr nsus ds fy, ljdkj us ;g QSlyk fd;k gS vkSj vkns'k tkjh fd;k gSA"
    )

    assert "*dgk*" in str([repair.before for repair in draft.repairs])
