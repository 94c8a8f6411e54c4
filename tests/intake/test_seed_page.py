"""The page the project starts from: five paragraphs, two references, not a line of the page."""

import pytest
from tests.intake.conftest import INDIA

from harkara.intake.drafts import Draft
from harkara.intake.sources.paste import paste
from harkara.search.sections import SectionChoice, TextFields
from harkara.search.sections import propose as propose_section
from harkara.search.topics import NameKind
from harkara.search.topics import propose as propose_topics

SITE = tuple(
    SectionChoice(id=number, name=name, slug=slug)
    for number, (slug, name) in enumerate(
        [("zila", "जिला"), ("desh", "देश"), ("duniya", "दुनिया"), ("khel", "खेल")], start=1
    )
)


@pytest.fixture
def draft(seed_page: bytes) -> Draft:
    return paste(seed_page, zone=INDIA)


def lines_of(seed_page: bytes) -> list[str]:
    return [line.strip() for line in seed_page.decode().splitlines() if line.strip()]


def test_the_five_paragraphs_are_kept_word_for_word(draft: Draft, seed_page: bytes) -> None:
    page = lines_of(seed_page)

    assert [block.text for block in draft.text_blocks] == [page[i] for i in (3, 5, 7, 8, 10)]
    assert draft.repairs == ()


def test_both_references_stay_at_their_place(draft: Draft, seed_page: bytes) -> None:
    page = lines_of(seed_page)
    typed = [page[i].partition("ये भी पढ़ें:")[2].strip() for i in (6, 9)]

    assert [reference.text for reference in draft.also_read] == typed
    assert [reference.after_paragraph for reference in draft.also_read] == [2, 4]


def test_each_line_of_the_page_is_taken_out_for_its_own_reason(draft: Draft) -> None:
    assert [removed.why for removed in draft.removed] == [
        "breadcrumb",
        "English line on a Hindi page: advertisement or vendor's line",
        "title of a widget",
        "comment form or comments",
        "English question on a Hindi page: poll",
    ]


def test_a_defence_story_goes_to_the_defence_section_if_there_is_one(draft: Draft) -> None:
    defence = SectionChoice(id=9, name="रक्षा", slug="raksha")

    proposal = propose_section(
        TextFields(headline=draft.headline, body=draft.text), (*SITE, defence)
    )

    assert proposal is not None
    assert proposal.section == defence
    assert "रक्षा मंत्री" in proposal.why


def test_without_one_it_goes_to_the_world_pages(draft: Draft) -> None:
    proposal = propose_section(TextFields(headline=draft.headline, body=draft.text), SITE)

    assert proposal is not None
    assert proposal.section.slug == "duniya"


def test_its_people_places_and_things_are_proposed_as_topics(draft: Draft) -> None:
    found = propose_topics(TextFields(headline=draft.headline, body=draft.text))

    assert {(topic.name, topic.kind) for topic in found} >= {
        ("राजनाथ सिंह", NameKind.PERSON),
        ("आंद्रेई बेलोसोव", NameKind.PERSON),
        ("एससीओ", NameKind.ORGANISATION),
        ("एस-400", NameKind.THING),
        ("पहलगाम", NameKind.PLACE),
        ("किंगदाओ", NameKind.PLACE),
    }
