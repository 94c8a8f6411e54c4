"""What a reporter and an editor may do, whatever their browser sends."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from tests.newsroom.test_desk import edit, errors_of, new_story
from wagtail.images import get_image_model
from wagtail.permissions import policy_registry

from harkara.newsroom import queries
from harkara.newsroom.actions import Filed
from harkara.newsroom.models import ArticlePage, DeskPage, SectionPage


@pytest.fixture
def as_reporter(client: Client, reporter: User) -> Client:
    client.force_login(reporter)
    return client


def section_of(article: ArticlePage) -> str:
    """Return the slug of the section a story stands in."""
    section = ArticlePage.objects.get(pk=article.pk).section
    return section.slug if section else ""


def test_a_reporter_cannot_move_a_live_story(
    as_reporter: Client, live: Callable[..., ArticlePage], khel: SectionPage
) -> None:
    article = live()

    response = edit(as_reporter, article.pk, section=khel.pk)

    assert "section" in errors_of(response)
    assert section_of(article) == "desh"


def test_a_reporter_is_offered_no_other_section_for_a_live_story(
    as_reporter: Client, live: Callable[..., ArticlePage]
) -> None:
    article = live()

    page = as_reporter.get(reverse("wagtailadmin_pages:edit", args=[article.pk]))

    assert [s.slug for s in page.context["form"].fields["section"].queryset] == ["desh"]


def test_a_reporter_moves_a_draft(
    as_reporter: Client, filed: Callable[..., Filed], khel: SectionPage
) -> None:
    article = ArticlePage.objects.get(pk=filed().article_id)

    edit(as_reporter, article.pk, section=khel.pk)

    assert section_of(article) == "khel"


def test_a_reporter_chooses_the_section_of_a_new_story(
    as_reporter: Client, khel: SectionPage
) -> None:
    story = new_story(as_reporter, DeskPage.objects.get(), section=khel.pk)

    assert section_of(story) == "khel"
    assert not story.live


def test_keeping_a_draft_of_a_live_story_does_not_move_it(
    at_the_desk: Client, live: Callable[..., ArticlePage], khel: SectionPage
) -> None:
    article = live()

    edit(at_the_desk, article.pk, section=khel.pk)

    assert (queries.story_path(article.number) or "").startswith("/desh/")
    assert section_of(article) == "desh"


@pytest.mark.parametrize("action", ["add", "change", "choose"])
def test_reporters_and_editors_work_with_photos(reporter: User, editor: User, action: str) -> None:
    rights = policy_registry.get_by_type(get_image_model())

    assert rights.user_has_permission(reporter, action)
    assert rights.user_has_permission(editor, action)
