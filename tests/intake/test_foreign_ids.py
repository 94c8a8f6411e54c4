"""A story that came from elsewhere is the same story each time it comes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User

from harkara.intake.actions import Change, Received, receive
from harkara.intake.drafts import Draft, DraftParagraph, DraftSource, Origin, SourceKind
from harkara.intake.models import ForeignId, Provenance
from harkara.newsroom.actions.stories import Correct, correct
from harkara.newsroom.models import ArticlePage, LiveStory
from harkara.press.models import Target

NOON = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
LATER = NOON + timedelta(hours=2)

pytestmark = pytest.mark.usefixtures("paper")


def came(text: str, *, foreign_id: str = "41", key: str = "agency.example") -> Draft:
    return Draft(
        origin=Origin(
            kind=SourceKind.FEED, raw=text.encode(), name="feed.xml", key=key, foreign_id=foreign_id
        ),
        headline="क्रिकेट टीम ने फाइनल मैच जीता",
        body=(DraftParagraph(text=text),),
        source=DraftSource(name="एजेंसी"),
    )


def received(draft: Draft, at: datetime = NOON, *, publish: bool = True) -> Received:
    return receive(draft, by=None, at=at, publish=publish)


def test_the_same_version_changes_nothing() -> None:
    first = received(came("टीम जीत गई।"))
    before = (ArticlePage.objects.get().latest_revision_id, list(Target.objects.values("marked")))

    again = received(came("टीम जीत गई।"), LATER)

    assert first.change is Change.NEW
    assert again == replace(first, change=Change.UNCHANGED)
    after = (ArticlePage.objects.get().latest_revision_id, list(Target.objects.values("marked")))
    assert before == after
    assert ForeignId.objects.get().received_at == NOON


def test_a_newer_version_updates_the_story() -> None:
    first = received(came("टीम जीत गई।"))

    second = received(came("टीम पांच विकेट से जीत गई।"), LATER)

    assert second.change is Change.UPDATED
    assert second.number == first.number
    article = ArticlePage.objects.get()
    assert "पांच विकेट" in str(article.body.raw_data[0]["value"])
    assert LiveStory.objects.get().revision_id == article.live_revision_id
    assert bytes(Provenance.objects.get().raw).decode() == "टीम पांच विकेट से जीत गई।"


def test_an_updated_draft_is_not_put_on_the_site_unasked() -> None:
    received(came("टीम जीत गई।"), publish=False)

    received(came("टीम पांच विकेट से जीत गई।"), LATER, publish=False)

    article = ArticlePage.objects.get()
    assert not article.live
    newest = article.get_latest_revision_as_object()
    assert "पांच विकेट" in str(newest.body.raw_data[0]["value"])


def test_what_the_desk_has_edited_is_left_alone(editor: User) -> None:
    first = received(came("टीम जीत गई।"))
    correct(Correct(article_id=first.article_id, text="नाम गलत था।", at=NOON, by=editor))

    second = received(came("टीम पांच विकेट से जीत गई।"), LATER)

    assert second.change is Change.EDITED_HERE
    assert second.held_back
    assert "पांच विकेट" not in str(ArticlePage.objects.get().body.raw_data)


def test_two_sources_may_use_one_id() -> None:
    received(came("टीम जीत गई।"))

    other = received(came("टीम जीत गई।", key="other.example"))

    assert other.change is Change.NEW
    assert ArticlePage.objects.count() == 2


def test_without_an_id_every_delivery_is_a_story_of_its_own() -> None:
    received(came("टीम जीत गई।", foreign_id=""))
    received(came("टीम जीत गई।", foreign_id=""))

    assert ArticlePage.objects.count() == 2
    assert not ForeignId.objects.exists()
