"""Lines that begin as a page's furniture does, and are the story's."""

import pytest
from tests.intake.conftest import INDIA

from harkara.intake.sources.paste import paste

HEADLINE = "सोहनी नदी पर नया पुल खुला, तीस गांवों की राह आसान"
FIRST = "सोहनी नदी पर बना नया पुल सोमवार को खोल दिया गया, जिससे तीस गांवों का रास्ता छोटा हो गया।"
SECOND = "लोक निर्माण विभाग के अभियंता ने बताया कि पुल पर बारह करोड़ रुपये खर्च हुए।"


@pytest.mark.parametrize(
    "line",
    [
        "संवाददाता से बात की",
        "रिपोर्ट में कहा गया",
        "व्हाट्सएप ग्रुप से जुड़े लोगों ने मुश्किल समय में हमारी मदद की।",
        "टिप्पणी करने से मंत्री ने इनकार किया।",
        "विज्ञापन के बाद भर्ती शुरू होगी।",
        "शेयर बाजार में गिरावट",
        "मो. सलीम",
        "निदेशक मंडल की बैठक",
        "सूचना विभाग की टीम",
        "10:30 बजे: भीड़ पहुंची",
        "24/11/26, 5:04 pm - सोहनी में पुल खुला",
        "समाप्त हुआ मेला",
    ],
)
def test_the_line_stays_within_the_story_and_at_its_end(line: str) -> None:
    for lines in ((HEADLINE, FIRST, line, SECOND), (HEADLINE, FIRST, SECOND, line)):
        draft = paste("\n\n".join(lines).encode(), zone=INDIA)

        assert line in draft.text
        assert draft.byline == ()


def test_a_label_within_the_story_is_its_own() -> None:
    draft = paste(f"{HEADLINE}\n\n{FIRST}\n\nशीर्षक: एक कविता\n\n{SECOND}".encode(), zone=INDIA)

    assert draft.headline == HEADLINE
    assert "शीर्षक: एक कविता" in draft.text
