"""Putting stories on the site and taking them off, by whichever door."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from harkara.newsroom import queries, receivers, tasks
from harkara.newsroom.actions import (
    Correct,
    Filed,
    Publish,
    Withdraw,
    correct,
    publish,
    withdraw,
)
from harkara.newsroom.models import ArticlePage, Author, Entry, LiveStory, SectionPage
from harkara.newsroom.models.article import State
from harkara.newsroom.refusals import EmbargoInForce, NoSection, NotLive, SectionHasStories

SIX = datetime(2026, 6, 26, 6, 0, tzinfo=UTC)


def test_a_published_story_is_readable(live: Callable[..., ArticlePage]) -> None:
    article = live("राजनाथ सिंह की बैठक")

    story = queries.story(article.number)

    assert story is not None
    assert story.headline == "राजनाथ सिंह की बैठक"
    assert story.path.startswith("/desh/")
    assert story.path.endswith(f"-{article.number}/")


def test_a_draft_is_not(filed: Callable[..., Filed]) -> None:
    story = filed()

    assert queries.story(story.number) is None
    assert not queries.was_live(story.number)


def test_a_story_without_a_section_cannot_go_live(filed: Callable[..., Filed]) -> None:
    story = filed(section_id=None)

    with pytest.raises(NoSection, match="खंड"):
        publish(Publish(article_id=story.article_id))


def test_wagtails_own_road_refuses_it_too_and_leaves_nothing_half_done(
    filed: Callable[..., Filed],
) -> None:
    story = filed(section_id=None)
    revision = ArticlePage.objects.get(pk=story.article_id).get_latest_revision()

    with pytest.raises(NoSection):
        revision.publish()

    assert not ArticlePage.objects.get(pk=story.article_id).live


def test_a_story_without_a_section_cannot_be_scheduled(filed: Callable[..., Filed]) -> None:
    story = filed(section_id=None)

    with pytest.raises(NoSection):
        publish(Publish(article_id=story.article_id, at=timezone.now() + timedelta(hours=1)))


def test_a_failing_receiver_leaves_the_story_as_it_was(
    filed: Callable[..., Filed], monkeypatch: pytest.MonkeyPatch
) -> None:
    story = filed()
    revision = ArticlePage.objects.get(pk=story.article_id).get_latest_revision()

    def fail(_: object) -> None:
        message = "the press is on fire"
        raise OSError(message)

    monkeypatch.setattr(receivers, "mark_stale", fail)
    monkeypatch.setattr("harkara.newsroom.actions.live.mark_stale", fail)

    with pytest.raises(OSError, match="on fire"):
        revision.publish()

    assert not ArticlePage.objects.get(pk=story.article_id).live
    assert not LiveStory.objects.exists()


def test_a_withdrawn_story_is_gone_and_known_to_be_gone(live: Callable[..., ArticlePage]) -> None:
    article = live()

    withdraw(Withdraw(article_id=article.pk))

    assert queries.story(article.number) is None
    assert queries.was_live(article.number)
    assert not Entry.objects.exists()


def test_a_story_cannot_be_withdrawn_twice(live: Callable[..., ArticlePage]) -> None:
    article = live()
    withdraw(Withdraw(article_id=article.pk))

    with pytest.raises(NotLive):
        withdraw(Withdraw(article_id=article.pk))


def test_a_deleted_story_is_known_to_be_gone(live: Callable[..., ArticlePage]) -> None:
    article = live()

    article.delete()

    assert queries.was_live(article.number)


def test_a_section_with_stories_cannot_be_deleted(
    live: Callable[..., ArticlePage], desh: SectionPage
) -> None:
    article = live()

    with pytest.raises(SectionHasStories):
        SectionPage.objects.get(pk=desh.pk).delete()

    assert queries.story(article.number) is not None


def test_a_section_with_stories_cannot_be_hidden(
    live: Callable[..., ArticlePage], desh: SectionPage
) -> None:
    live()

    with pytest.raises(SectionHasStories):
        SectionPage.objects.get(pk=desh.pk).unpublish()

    assert SectionPage.objects.get(pk=desh.pk).live


def test_a_scheduled_story_goes_live_at_its_time_and_not_before(
    filed: Callable[..., Filed],
) -> None:
    with time_machine.travel(SIX - timedelta(hours=2), tick=False) as clock:
        story = filed()
        publish(Publish(article_id=story.article_id, at=SIX))
        tasks.keep_the_clock()
        assert ArticlePage.objects.get(pk=story.article_id).state() == State.SCHEDULED
        assert queries.story(story.number) is None

        clock.move_to(SIX)
        tasks.keep_the_clock()

        assert queries.story(story.number) is not None


def test_a_story_expires(filed: Callable[..., Filed]) -> None:
    with time_machine.travel(SIX, tick=False) as clock:
        story = filed()
        article = ArticlePage.objects.get(pk=story.article_id).get_latest_revision_as_object()
        article.expire_at = SIX + timedelta(hours=1)
        article.save_revision().publish()

        clock.shift(timedelta(hours=1))
        tasks.keep_the_clock()

        assert queries.story(story.number) is None
        assert ArticlePage.objects.get(pk=story.article_id).expired


def test_one_due_story_that_cannot_go_live_does_not_stop_the_next(
    filed: Callable[..., Filed], caplog: pytest.LogCaptureFixture
) -> None:
    with time_machine.travel(SIX - timedelta(hours=1), tick=False) as clock:
        stuck, free = filed("पहली खबर"), filed("दूसरी खबर")
        for story in (stuck, free):
            publish(Publish(article_id=story.article_id, at=SIX))
        article = ArticlePage.objects.get(pk=stuck.article_id)
        ArticlePage.objects.filter(pk=article.pk).update(embargo_until=SIX + timedelta(days=1))
        revision = article.get_latest_revision()
        revision.content["embargo_until"] = (SIX + timedelta(days=1)).isoformat()
        revision.save()

        clock.move_to(SIX)
        tasks.keep_the_clock()
        tasks.keep_the_clock()

        assert queries.story(free.number) is not None
        assert queries.story(stuck.number) is None
        assert len([r for r in caplog.records if "cannot be published" in r.message]) == 1


def test_a_story_under_embargo_cannot_go_live(filed: Callable[..., Filed]) -> None:
    story = filed(embargo_until=timezone.now() + timedelta(hours=3))

    with pytest.raises(EmbargoInForce):
        publish(Publish(article_id=story.article_id))

    assert ArticlePage.objects.get(pk=story.article_id).state() == State.EMBARGOED


def test_a_correction_is_shown_with_its_date(live: Callable[..., ArticlePage]) -> None:
    article = live()

    correct(Correct(article_id=article.pk, text="पुल 120 मीटर लंबा है।", at=SIX))

    story = queries.story(article.number)
    assert story is not None
    assert [(note.text, note.corrected_at) for note in story.corrections] == [
        ("पुल 120 मीटर लंबा है।", SIX)
    ]
    assert [line.card.number for line in queries.corrections(10)] == [article.number]


def test_the_sweep_mends_what_was_written_past_the_receivers(
    live: Callable[..., ArticlePage],
) -> None:
    kept, lost = live("पहली खबर"), live("दूसरी खबर")
    LiveStory.objects.filter(pk=lost.number).delete()
    ArticlePage.objects.filter(pk=kept.pk).update(live=False)

    assert tasks.sweep() == 2

    assert queries.story(lost.number) is not None
    assert queries.story(kept.number) is None
    assert tasks.sweep() == 0


def test_names_stand_over_a_story_as_they_were_given_whoever_was_renamed(
    live: Callable[..., ArticlePage],
) -> None:
    names = ["गौरी", "अरुण", "मोहन", "देवकी"]
    authors = [Author.objects.create(name=name, slug=f"a{at}") for at, name in enumerate(names)]
    article = live("पुल", author_ids=[author.pk for author in reversed(authors)])
    for author in authors:
        author.name += " जी"
        author.save()

    story = queries.story(article.number)

    assert story is not None
    assert [one.name for one in story.bylines] == [f"{name} जी" for name in reversed(names)]
