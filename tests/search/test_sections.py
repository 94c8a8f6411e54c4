"""Which section a story is proposed for, by which words, and when none is proposed."""

import pytest

from harkara.search.sections import SectionChoice, TextFields, kinds_of, propose
from harkara.search.sections.proposing import MOST_SURE


def site(*names: str) -> tuple[SectionChoice, ...]:
    return tuple(
        SectionChoice(id=number, name=name, slug=f"khand-{number}")
        for number, name in enumerate(names, start=1)
    )


NEWS = {
    "खेल": (
        "कप्तान के शतक से जिला टीम फाइनल में",
        "बल्लेबाजों ने 20 ओवर में 180 रन बनाए। गेंदबाजों ने शुरू में ही तीन विकेट लिए और मैच जीत लिया।",
    ),
    "खेती-किसानी": (
        "गेहूं की बुआई से पहले खाद की किल्लत",
        "किसानों को मंडी में यूरिया नहीं मिल रही है। कृषि विभाग ने कहा कि बीज गोदामों में पर्याप्त है।",
    ),
    "कारोबार": (
        "शेयर बाजार में तेजी, निवेशकों को राहत",
        "सेंसेक्स 400 अंक चढ़ा। रिजर्व बैंक ने रेपो रेट नहीं बदली और बैंकों के शेयरों में खरीद बढ़ी।",
    ),
    "दुनिया": (
        "संयुक्त राष्ट्र में युद्धविराम पर सहमति",
        "अमेरिकी राजदूत और रूसी विदेश मंत्री की बैठक में द्विपक्षीय समझौते पर बात हुई।",
    ),
    "शिक्षा": (
        "बोर्ड परीक्षा का नया पाठ्यक्रम जारी",
        "विद्यालयों के शिक्षकों को प्रशिक्षण मिलेगा। छात्रों के प्रवेशपत्र अगले महीने आएंगे।",
    ),
}


@pytest.mark.parametrize(("section", "story"), NEWS.items(), ids=NEWS.keys())
def test_a_story_goes_where_its_words_point(section: str, story: tuple[str, str]) -> None:
    proposal = propose(TextFields(headline=story[0], body=story[1]), site("देश", *NEWS))

    assert proposal is not None
    assert proposal.section.name == section
    assert all(word in f"{story[0]} {story[1]}" for word in proposal.why)
    assert len(proposal.why) >= 2


def test_inflected_and_otherwise_spelled_words_count() -> None:
    plain = propose(TextFields(headline="किसान मंडी खेत फसल"), site("खेती"))
    other = propose(TextFields(headline="किसानों मण्डियों खेतों फ़सलें"), site("खेती"))

    assert plain is not None
    assert other is not None
    assert other.probability == plain.probability


@pytest.mark.parametrize(
    "headline",
    ["", "आज का दिन", "एक बात", "लोगों ने कहा कि यह अच्छा हुआ", "किसान", "क्रिकेट और किसान की बात"],
)
def test_when_nothing_speaks_clearly_there_is_no_proposal(headline: str) -> None:
    assert propose(TextFields(headline=headline), site("देश", "खेल", "खेती")) is None


def test_the_lexicon_alone_is_never_surer_than_it_is_right() -> None:
    headline, body = NEWS["खेल"]

    proposal = propose(
        TextFields(headline=headline, body=f"{body} क्रिकेट कोच खिलाड़ी"), site("देश", *NEWS)
    )

    assert proposal is not None
    assert proposal.probability == MOST_SURE


def test_a_site_without_sections_gets_no_proposal() -> None:
    headline, body = NEWS["खेल"]

    assert propose(TextFields(headline=headline, body=body), ()) is None


def test_crime_goes_to_the_district_where_there_is_no_section_for_it() -> None:
    story = TextFields(
        headline="चोरी के आरोपी गिरफ्तार",
        body="पुलिस ने एफआईआर दर्ज कर दो बदमाशों को जेल भेजा। थाने में पूछताछ जारी है।",
    )

    own = propose(story, site("जिला", "अपराध"))
    other = propose(story, site("जिला", "खेल"))

    assert own is not None
    assert own.section.name == "अपराध"
    assert other is not None
    assert other.section.name == "जिला"


@pytest.mark.parametrize(
    ("name", "slug", "kind"),
    [
        ("देश", "desh", "national"),
        ("राष्ट्रीय", "x", "national"),
        ("जग की बात", "duniya", "world"),
        ("कला-संस्कृति", "y", "culture"),
        ("खेती किसानी", "z", "farming"),
        ("Sports", "sports", "sport"),
    ],
)
def test_a_section_is_known_by_its_name_or_its_address(name: str, slug: str, kind: str) -> None:
    assert kind in kinds_of(SectionChoice(id=1, name=name, slug=slug))
