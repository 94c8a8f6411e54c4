"""An embargo that is typed above or below a text holds the story, and is no line of it."""

from datetime import UTC, datetime

import pytest
from tests.intake.conftest import INDIA

from harkara.intake.drafts import Draft
from harkara.intake.moments import UNTIL_LIFTED
from harkara.intake.sources.paste import paste

HEADLINE = "सोहनी नदी पर नया पुल खुला, तीस गांवों की राह आसान"
FIRST = "सोहनी नदी पर बना नया पुल सोमवार को खोल दिया गया, जिससे तीस गांवों का रास्ता छोटा हो गया।"
SECOND = "लोक निर्माण विभाग के अभियंता ने बताया कि पुल पर बारह करोड़ रुपये खर्च हुए।"
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
SIX = datetime(2026, 11, 25, 6, 0, tzinfo=INDIA)


def read(*lines: str) -> Draft:
    return paste("\n\n".join(lines).encode(), zone=INDIA, at=NOW)


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("प्रकाशन 25 नवंबर को सुबह 6 बजे के बाद", SIX),
        ("(25 नवंबर 2026 सुबह 6 बजे तक प्रकाशन/प्रसारण पर रोक)", SIX),
        ("कृपया 25 नवंबर सुबह 6 बजे से पहले प्रकाशित न करें।", SIX),
        ("25 नवंबर को सुबह 6 बजे के बाद ही प्रकाशित करें", SIX),
        ("EMBARGOED: NOT FOR PUBLICATION BEFORE 6 AM, 25 NOVEMBER 2026", SIX),
        ("एम्बार्गो: 25 नवंबर, सुबह 6 बजे", SIX),
        ("प्रसारण 25 नवंबर के बाद ही करें", datetime(2026, 11, 26, tzinfo=INDIA)),
        ("25 नवंबर से पहले प्रकाशित न करें", datetime(2026, 11, 25, tzinfo=INDIA)),
        ("एम्बार्गो", UNTIL_LIFTED),
    ],
)
def test_an_embargo_holds_the_story(line: str, until: datetime) -> None:
    for draft in (
        read(line, HEADLINE, FIRST, SECOND),
        read(HEADLINE, line, FIRST, SECOND),
        read(HEADLINE, FIRST, SECOND, line),
    ):
        assert draft.embargo_until == until
        assert draft.headline == HEADLINE
        assert draft.text == f"{FIRST}\n\n{SECOND}"
        assert line in [removed.text for removed in draft.removed]
        assert (draft.standfirst, draft.byline, draft.published_at) == ("", (), None)
        assert draft.notices


@pytest.mark.parametrize(
    "sentence",
    [
        "आयोग ने कहा कि 25 नवंबर सुबह 6 बजे से पहले नतीजे प्रकाशित न करें।",
        "प्रकाशन विभाग ने 25 नवंबर के बाद मेला लगाने की बात कही है।",
        "यह समाचार 25 नवंबर तक पुराना नहीं होगा।",
        "25 नवंबर के बाद नतीजे जारी होंगे।",
        "एम्बार्गो तोड़ने वाले अखबार पर जुर्माना लगा और उसके संपादक ने माफी मांग ली है, सबके सामने।",
    ],
)
def test_a_sentence_about_days_and_publishing_stays(sentence: str) -> None:
    draft = read(HEADLINE, FIRST, sentence, SECOND)

    assert sentence in draft.text
    assert draft.embargo_until is None
