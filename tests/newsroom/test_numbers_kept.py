"""Stories that were numbered in another home keep their numbers where nobody has them."""

from datetime import UTC, datetime

import pytest

from harkara.newsroom import queries
from harkara.newsroom.actions import StoryDraft, Withdraw, file_story, withdraw
from harkara.newsroom.actions.bulk import ArchiveStory, file_archive
from harkara.newsroom.models import ArticlePage, SectionPage
from harkara.newsroom.models.number import next_number

NOON = datetime(2026, 6, 1, 6, 30, tzinfo=UTC)

pytestmark = pytest.mark.usefixtures("paper")


def numbered(*numbers: int | None) -> list[int]:
    """File a story for each number it wants; return those they have."""
    desh = SectionPage.objects.get(slug="desh").pk
    stories = [
        ArchiveStory(headline="खबर", address_words="khabar", number=number, section_id=desh)
        for number in numbers
    ]
    return [one.number for one in file_archive(stories)]


def test_an_empty_home_keeps_all_numbers_and_counts_on() -> None:
    assert numbered(7, 3, None, 12) == [7, 3, 13, 12]
    assert next_number() == 14


def test_a_number_that_somebody_has_is_not_taken() -> None:
    here = file_story(StoryDraft(headline="पहले से यहां")).number

    assert numbered(here, 40, 40, None) == [41, 40, 42, 43]


def test_a_number_under_which_a_story_was_on_the_site_is_not_taken() -> None:
    (number,) = numbered(5)
    article = ArticlePage.objects.get(number=number)
    withdraw(Withdraw(article_id=article.pk))
    article.delete()

    assert numbered(5) == [6]


def test_corrections_stand_below_a_story_and_in_their_log() -> None:
    story = ArchiveStory(
        headline="खबर",
        address_words="khabar",
        section_id=SectionPage.objects.get(slug="desh").pk,
        corrections=((NOON, "नाम गलत छपा था।"),),
    )

    (filed,) = file_archive([story])

    found = queries.story(filed.number)
    assert found is not None
    assert [(one.corrected_at, one.text) for one in found.corrections] == [
        (NOON, "नाम गलत छपा था।")
    ]
    assert [one.card.number for one in queries.corrections(10)] == [filed.number]
