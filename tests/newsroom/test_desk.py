"""Working at the desk through Wagtail's own screens."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)

from harkara.newsroom import queries
from harkara.newsroom.actions import Filed
from harkara.newsroom.models import ArticlePage, DeskPage, SectionPage
from harkara.newsroom.models.article import State


def story_form(**fields: Any) -> dict[str, Any]:
    """Return what the editor's form posts for a story."""
    filled = {
        "title": "सोहनी नदी पर नया पुल खुला",
        "standfirst": "अब नौघाट तक बीस मिनट।",
        "kind": "news",
        "section": "",
        "dateline": "नौघाट",
        "body": streamfield([("paragraph", rich_text("<p>पुल खुल गया।</p>"))]),
        "bylines": inline_formset([]),
        "corrections": inline_formset([]),
        "address_words": "",
        "embargo_until": "",
        "go_live_at": "",
        "expire_at": "",
        "comments": inline_formset([]),
    }
    form: dict[str, Any] = nested_form_data(filled | fields)
    return form


def new_story(client: Client, parent: Any, **fields: Any) -> ArticlePage:
    """Write a story below a page and return it as the newsroom keeps it."""
    address = reverse("wagtailadmin_pages:add", args=["newsroom", "articlepage", parent.pk])
    response = client.post(address, story_form(**fields))
    assert response.status_code == 302, errors_of(response)
    story: ArticlePage = ArticlePage.objects.latest("pk")
    return story


def edit(client: Client, article_id: int, **fields: Any) -> Any:
    """Save a story's form and return the answer."""
    return client.post(reverse("wagtailadmin_pages:edit", args=[article_id]), story_form(**fields))


def errors_of(response: Any) -> Any:
    """Return what the form complained of."""
    return response.context and response.context["form"].errors


def messages_of(client: Client) -> str:
    """Return what the next screen tells the editor."""
    return client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.usefixtures("paper")
class TestWithoutSection:
    """A story with no section cannot go live, and the desk is told so in Hindi."""

    def test_a_new_story_opens_in_the_tray(self, at_the_desk: Client) -> None:
        response = at_the_desk.get(reverse("newsroom_new_story"), follow=True)

        assert response.status_code == 200
        assert "खंड" in response.content.decode()

    def test_publishing_it_keeps_the_draft_and_says_why(self, at_the_desk: Client) -> None:
        story = new_story(
            at_the_desk, DeskPage.objects.get(), **{"action-publish": "action-publish"}
        )

        assert not story.live
        assert story.title == "सोहनी नदी पर नया पुल खुला"
        page = at_the_desk.get(reverse("wagtailadmin_pages:edit", args=[story.pk]))
        assert "खबर अभी किसी खंड में नहीं है" in page.content.decode()

    def test_choosing_a_section_while_writing_is_enough(
        self, at_the_desk: Client, khel: SectionPage
    ) -> None:
        tray = DeskPage.objects.get()

        story = new_story(
            at_the_desk, tray, section=khel.pk, **{"action-publish": "action-publish"}
        )

        assert story.live
        assert (queries.story_path(story.number) or "").startswith("/khel/")

    def test_choosing_it_later_is_enough_too(self, at_the_desk: Client, khel: SectionPage) -> None:
        story = new_story(at_the_desk, DeskPage.objects.get())

        edit(at_the_desk, story.pk, section=khel.pk, **{"action-publish": "action-publish"})

        assert (queries.story_path(story.number) or "").startswith("/khel/")


def test_a_live_story_is_moved_by_choosing_another_section(
    at_the_desk: Client, live: Callable[..., ArticlePage], khel: SectionPage
) -> None:
    article = live()

    edit(at_the_desk, article.pk, section=khel.pk, **{"action-publish": "action-publish"})

    assert (queries.story_path(article.number) or "").startswith("/khel/")
    assert ArticlePage.objects.get(pk=article.pk).url_path.startswith("/front/khel/")


def test_publishing_under_embargo_waits_for_its_end(at_the_desk: Client, desh: SectionPage) -> None:
    until = (timezone.localtime() + timedelta(hours=5)).replace(second=0, microsecond=0)

    story = new_story(
        at_the_desk,
        desh,
        embargo_until=until.strftime("%Y-%m-%d %H:%M"),
        **{"action-publish": "action-publish"},
    )

    assert not story.live
    assert story.state() == State.EMBARGOED
    assert "एम्बार्गो" in story.status_string
    assert story.get_latest_revision_as_object().go_live_at == until
    assert story.scheduled_revision is not None


def test_the_dashboard_shows_what_waits(at_the_desk: Client, filed: Callable[..., Filed]) -> None:
    filed("बिना खंड की खबर", section_id=None)

    page = messages_of(at_the_desk)

    assert "डेस्क पर" in page
    assert "बिना खंड की खबर" in page


def test_a_reporter_writes_but_does_not_publish(
    client: Client, reporter: User, desh: SectionPage
) -> None:
    client.force_login(reporter)

    story = new_story(client, desh, **{"action-publish": "action-publish"})

    assert not story.live


def test_a_refusal_elsewhere_comes_back_as_a_sentence(
    at_the_desk: Client, live: Callable[..., ArticlePage], desh: SectionPage
) -> None:
    live()

    response = at_the_desk.post(reverse("wagtailadmin_pages:unpublish", args=[desh.pk]))

    assert response.status_code == 302
    assert SectionPage.objects.get(pk=desh.pk).live
    assert "इस खंड की खबरें साइट पर हैं" in messages_of(at_the_desk)


ATTACK = '<script>alert(1)</script><img src=x onerror="alert(2)">'


def test_script_in_a_paragraph_never_reaches_a_reader(
    live: Callable[..., ArticlePage],
) -> None:
    article = live(body=({"type": "paragraph", "value": f"<p>पुल {ATTACK}</p>"},))

    story = queries.story(article.number)

    assert story is not None
    html = str(story.body)
    assert "<script" not in html
    assert "onerror" not in html


@pytest.mark.parametrize("scheme", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_a_link_that_runs_something_loses_its_address(
    live: Callable[..., ArticlePage], scheme: str
) -> None:
    article = live(body=({"type": "paragraph", "value": f'<p><a href="{scheme}">पुल</a></p>'},))

    story = queries.story(article.number)

    assert story is not None
    assert scheme not in str(story.body)
    assert "पुल" in str(story.body)


def test_a_link_to_a_story_that_is_not_live_stays_as_text(
    live: Callable[..., ArticlePage], filed: Callable[..., Filed]
) -> None:
    draft = filed("मसौदा")
    link = f'<p><a linktype="page" id="{draft.article_id}">यह खबर</a></p>'
    article = live(body=({"type": "paragraph", "value": link},))

    story = queries.story(article.number)

    assert story is not None
    assert "यह खबर" in str(story.body)
    assert "href" not in str(story.body)


def test_an_editor_sees_a_draft_as_readers_would(
    at_the_desk: Client, filed: Callable[..., Filed]
) -> None:
    story = filed("अभी छपी नहीं खबर", section_id=None)
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[story.article_id])

    at_the_desk.post(address, story_form(title="बदला हुआ शीर्षक"))
    response = at_the_desk.get(address)

    page = response.content.decode()
    assert "script-src 'self';" in response.headers["Content-Security-Policy"]
    assert "<h1" in page
    assert "बदला हुआ शीर्षक" in page
    assert queries.story(story.number) is None
