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


@pytest.mark.parametrize(
    "told",
    [
        "24/11/2026, 17:04 - Messages and calls are end-to-end encrypted. Only people in this chat"
        " can read, listen to, or share them. Learn more.",
        '24/11/2026, 17:05 - रमेश कुमार created group "सोहनी ब्यूरो"',
        "24/11/2026, 17:12 - सुरेश सोहनी left",
        "24/11/26, 5:04 pm - मैसेज और कॉल एंड-टू-एंड एन्क्रिप्टेड हैं. इस चैट में शामिल लोगों के अलावा"
        " कोई भी इन्हें नहीं पढ़ या सुन सकता. ज़्यादा जानें",
    ],
)
def test_what_whatsapp_itself_tells_of_a_chat_is_taken_out(told: str) -> None:
    draft = read(told, f"24/11/2026, 17:05 - रमेश: {HEADLINE}", FIRST, SECOND)

    assert draft.headline == HEADLINE
    assert draft.text == f"{FIRST}\n\n{SECOND}"
    assert draft.published_at is None
    assert told.split(" - ")[1] in " ".join(line.text for line in draft.removed)


@pytest.mark.parametrize("sent", ["24/11/26, शाम 5:06 बजे - रमेश:", "2026-11-24, 17:07 - रमेश:"])
def test_hours_and_days_are_read_as_every_phone_writes_them(sent: str) -> None:
    draft = read(f"{sent} {HEADLINE}", f"{sent} {FIRST}", f"{sent} {SECOND}")

    assert draft.headline == HEADLINE
    assert draft.text == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    "mark",
    [
        "<मीडिया के बिना>",
        "\u200e<attached: 00000012-PHOTO-2026-11-24-17-07-12.jpg>",
        "आपने यह मैसेज मिटाया",
        "यह मैसेज डिलीट कर दिया गया",
        "Missed voice call",
    ],
)
def test_marks_of_exports_in_hindi_and_from_iphones_are_taken_out(mark: str) -> None:
    sent = "24/11/26, 5:06 pm - रमेश: "
    draft = read(f"{sent}{HEADLINE}", FIRST, f"{sent}{mark}", f"{sent}{SECOND}")

    assert draft.text == f"{FIRST}\n\n{SECOND}"


def test_a_line_sent_with_a_photo_is_its_caption() -> None:
    sent = "24/11/2026, 17:07 - रमेश: "
    photo = f"{sent}IMG-20261124-WA0004.jpg (file attached)"
    caption = "दीवार की मरम्मत करते कारीगर"

    after = paste("\n".join((HEADLINE, FIRST, photo, caption, sent + SECOND)).encode(), zone=INDIA)
    before = paste("\n".join((photo, HEADLINE, sent + FIRST, sent + SECOND)).encode(), zone=INDIA)

    assert after.text == before.text == f"{FIRST}\n\n{SECOND}"
    assert caption in [line.text for line in after.removed]
    assert before.headline == HEADLINE


@pytest.mark.parametrize(
    "typed",
    [
        "[फोटो कैप्शन: दीवार की मरम्मत करते कारीगर]",
        "फोटो परिचय- दीवार की मरम्मत करते कारीगर।",
        "फोटो 24 एसएनआई 01 : दीवार की मरम्मत करते कारीगर।",
        "कैप्शन: दीवार की मरम्मत करते कारीगर",
        "फोटो कैप्शन\nदीवार की मरम्मत करते कारीगर",
    ],
)
def test_a_caption_that_was_typed_is_no_line_of_the_story(typed: str) -> None:
    draft = read(HEADLINE, FIRST, typed, SECOND)

    assert draft.text == f"{FIRST}\n\n{SECOND}"
    assert [line.text for line in draft.removed] == typed.split("\n")


def test_a_sentence_about_a_photo_stays() -> None:
    sentence = "फोटो में दिख रही दीवार दो सौ साल पुरानी है।"

    assert sentence in read(HEADLINE, FIRST, sentence, SECOND).text
