"""The archive to measure on is a true one: its rows are those a desk would have written."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from bench.archiving.founding import fill
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings
from wagtail.models import Page, ReferenceIndex

from harkara.newsroom import queries, tasks
from harkara.newsroom.actions import Publish, StoryDraft, file_story, publish
from harkara.newsroom.actions.founding import NewPaper, NewSection, found_paper
from harkara.newsroom.keys import ListingKind
from harkara.newsroom.models import ArticlePage, Entry, LiveStory, NumberSeries
from harkara.newsroom.queries.lookups import headline_key
from harkara.press.tasks import run_until_idle
from harkara.press.verify import verify
from harkara.text.slug import slug

NOW = datetime(2026, 6, 26, 6, 0, tzinfo=UTC)
STORIES = 40
# What differs between two stories that are the same for their readers.
OF_ONE_STORY = {"number", "article_id", "revision_id", "slug"}
# The archive has no past: no revisions, nobody who wrote them.
OF_THE_PAST = {
    "id", "path", "slug", "url_path", "translation_key", "number", "page_ptr_id", "article_id",
    "latest_revision_id", "live_revision_id", "latest_revision_created_at", "body",
}  # fmt: skip


@pytest.fixture
def archive(db: None, tmp_path: Path, settings: Settings) -> list[ArticlePage]:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PRESS_STORE = str(tmp_path / "pages")
    # Wagtail remembers renditions there, and their files went with the last test's folder.
    cache.clear()
    sections = (
        NewSection(name="देश", slug="desh", colour="indigo"),
        NewSection(name="खेल", slug="khel", colour="plum"),
    )
    found_paper(NewPaper(name="संग्रह", tagline="", host="testserver", port=80, sections=sections))
    assert fill(STORIES, NOW).stories == STORIES
    return list(ArticlePage.objects.order_by("number"))


def published_again(article: ArticlePage) -> ArticlePage:
    """File and publish the same story by the desk's own road."""
    raw = article.body.raw_data
    filed = file_story(
        StoryDraft(
            headline=article.title,
            standfirst=article.standfirst,
            kind=article.kind,
            dateline=article.dateline,
            body=tuple({name: one[name] for name in ("type", "value")} for one in raw),
            section_id=article.section.pk if article.section else None,
            author_ids=tuple(one.author_id for one in article.bylines.all()),
            topic_ids=tuple(topic.pk for topic in article.topics.all()),
            picture_id=article.picture_id,
        )
    )
    publish(Publish(article_id=filed.article_id, published_at=article.first_published_at))
    again: ArticlePage = ArticlePage.objects.get(pk=filed.article_id)
    return again


def row(model: Any, leaving_out: set[str], **which: object) -> dict[str, object]:
    found = model.objects.filter(**which).order_by().values().get()
    return {name: value for name, value in found.items() if name not in leaving_out}


def entries(number: int) -> set[tuple[str, int, datetime]]:
    return set(Entry.objects.filter(story=number).values_list("kind", "ref", "published_at"))


def references(article: ArticlePage) -> set[tuple[str, str, int]]:
    found = ReferenceIndex.get_references_for_object(article)
    return set(found.values_list("model_path", "to_object_id", "to_content_type"))


def test_its_rows_are_those_of_a_story_that_was_really_published(
    archive: list[ArticlePage],
) -> None:
    plain = [one for one in archive if one.first_published_at == one.last_published_at]
    for article in plain[-12:]:
        again = published_again(article)

        assert row(LiveStory, OF_ONE_STORY, article=article.pk) == row(
            LiveStory, OF_ONE_STORY, article=again.pk
        )
        assert row(ArticlePage, OF_THE_PAST, pk=article.pk) == row(
            ArticlePage, OF_THE_PAST, pk=again.pk
        )
        assert entries(article.number) == entries(again.number)
        assert references(article) == references(again)


def test_its_tree_addresses_and_numbers_are_sound(archive: list[ArticlePage]) -> None:
    assert not any(Page.find_problems())
    assert [one.number for one in archive] == list(range(1, STORIES + 1))
    assert NumberSeries.objects.get().last == STORIES
    for article in archive:
        live = LiveStory.objects.get(article=article)
        assert article.slug == f"{slug(article.title)}-{article.number}"
        assert live.headline_key == headline_key(article.title)
        assert live.corrected == article.corrections.exists()


def test_its_references_are_those_wagtail_finds(archive: list[ArticlePage]) -> None:
    def written(article: ArticlePage) -> set[tuple[Any, ...]]:
        fields = ("base_content_type", "to_object_id", "content_path", "content_path_hash")
        return set(ReferenceIndex.get_references_for_object(article).values_list(*fields))

    for article in archive:
        before = written(article)
        ReferenceIndex.get_references_for_object(article).delete()
        ReferenceIndex.create_or_update_for_object(article)

        assert written(article) == before


def test_the_sweep_has_nothing_to_do_and_the_newsroom_finds_its_stories(
    archive: list[ArticlePage], admin_client: Client
) -> None:
    assert tasks.sweep() == 0
    newest = archive[-1]

    edited = admin_client.get(reverse("wagtailadmin_pages:edit", args=[newest.pk]))
    found = admin_client.get(reverse("wagtailadmin_pages:search"), {"q": newest.title})

    assert edited.status_code == 200
    assert newest.title in edited.content.decode()
    assert newest.title in found.content.decode()


def test_it_is_pressed_whole_and_proved(archive: list[ArticlePage]) -> None:
    run_until_idle()

    assert list(verify()) == []
    newest = queries.listing(ListingKind.SITE, 0, 5).cards
    assert [card.number for card in newest] == list(range(STORIES, STORIES - 5, -1))
    assert all(card.published_at <= timezone.now() for card in newest)
