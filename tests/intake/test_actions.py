"""A draft becomes a story of the desk, with everything that came in kept beside it."""

from dataclasses import replace
from datetime import UTC, datetime
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError
from tests.intake.conftest import INDIA, page

from harkara.intake.actions import Choice, put_lines_back, receive
from harkara.intake.drafts import Draft
from harkara.intake.models import Provenance
from harkara.intake.sources.paste import paste
from harkara.newsroom.actions import Publish, StoryDraft, file_story, publish
from harkara.newsroom.models import ArticlePage, Author, DeskPage, SectionPage, Topic
from harkara.search.topics import NameKind, TopicProposal

NOON = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)

pytestmark = pytest.mark.usefixtures("paper")


@pytest.fixture
def draft() -> Draft:
    return paste(page("portal-hindi-chrome.txt"), zone=INDIA, name="daud.txt")


@pytest.fixture
def unsure() -> Draft:
    """A draft for which no section is proposed."""
    return paste(
        "एक छोटी सी बात की खबर\n\nयह एक बात है जो किसी खंड के बारे में कुछ नहीं कहती।".encode(), zone=INDIA
    )


def received(draft: Draft, *, put_live: bool = False, by: User | None = None) -> ArticlePage:
    filed = receive(draft, by=by, at=NOON, publish=put_live)
    article: ArticlePage = ArticlePage.objects.get(pk=filed.article_id)
    return article


def kinds(article: ArticlePage) -> list[str]:
    return [block.block_type for block in article.body]


def test_the_story_stands_in_the_proposed_section_as_a_draft(draft: Draft) -> None:
    article = received(draft)

    assert article.title == draft.headline
    assert article.section is not None
    assert article.section.slug == "khel"
    assert not article.live
    assert kinds(article) == ["paragraph", "paragraph", "also_read", "paragraph"]


def test_a_reference_finds_its_story_in_the_archive(draft: Draft) -> None:
    named = draft.also_read[0].text
    khel = SectionPage.objects.get(slug="khel")
    other = file_story(StoryDraft(headline=named, section_id=khel.pk))
    publish(Publish(article_id=other.article_id))

    reference = received(draft).body[2].value

    assert reference["story"].pk == other.article_id
    assert reference["text"] == named


def test_a_reference_to_no_story_keeps_its_words(draft: Draft) -> None:
    reference = received(draft).body[2].value

    assert reference["story"] is None
    assert reference["text"] == draft.also_read[0].text


def test_what_came_in_is_kept_beside_the_story(draft: Draft, reporter: User) -> None:
    article = received(draft, by=reporter)

    provenance = Provenance.objects.get(article=article)
    assert bytes(provenance.raw) == page("portal-hindi-chrome.txt")
    assert provenance.file_name == "daud.txt"
    assert [line["text"] for line in provenance.removed] == [r.text for r in draft.removed]
    assert provenance.received_at == NOON
    assert provenance.received_by == reporter
    assert provenance.published_at == draft.published_at
    assert article.owner == reporter


def test_a_story_is_published_if_asked(draft: Draft) -> None:
    filed = receive(draft, by=None, at=NOON, publish=True)

    assert filed.published
    assert filed.held_back == ""
    assert ArticlePage.objects.get(pk=filed.article_id).live


def test_a_story_of_no_section_is_kept_in_the_tray_and_says_why(unsure: Draft) -> None:
    filed = receive(unsure, by=None, at=NOON, publish=True)

    article = ArticlePage.objects.get(pk=filed.article_id)
    assert not filed.published
    assert not article.live
    assert article.get_parent().pk == DeskPage.objects.get().pk
    assert "खंड" in filed.held_back
    assert "\n" not in filed.held_back


def test_a_story_without_a_headline_is_kept_under_its_first_words() -> None:
    draft = paste(page("no-headline.txt"), zone=INDIA)

    filed = receive(draft, by=None, at=NOON, publish=True)

    assert not filed.published
    assert "शीर्षक" in filed.held_back
    assert draft.text.startswith(ArticlePage.objects.get(pk=filed.article_id).title.rstrip("…"))


def test_a_damaged_story_is_never_published_unseen(draft: Draft) -> None:
    filed = receive(replace(draft, damaged=True), by=None, at=NOON, publish=True)

    assert not filed.published
    assert filed.held_back


def test_either_everything_is_kept_or_nothing(draft: Draft) -> None:
    broken = patch.object(Provenance.objects, "bulk_create", side_effect=DatabaseError)
    with broken, pytest.raises(DatabaseError):
        receive(draft, by=None, at=NOON, publish=True)

    assert not ArticlePage.objects.exists()


def test_known_topics_are_set_and_new_ones_only_proposed(draft: Draft) -> None:
    topic = Topic.objects.create(
        name="जिला खेल महोत्सव", slug="zila-khel-mahotsav", kind=Topic.Kind.EVENT
    )

    article = received(draft)

    assert list(article.get_latest_revision_as_object().topics.all()) == [topic]
    assert Topic.objects.count() == 1
    assert Provenance.objects.get(article=article).topics


def test_a_chosen_section_and_new_topics_win_over_what_was_proposed(draft: Draft) -> None:
    zila = SectionPage.objects.get(slug="zila")
    new = TopicProposal(name="रुखसार खान", kind=NameKind.PERSON, known_id=None, why="रुखसार ने")
    choice = Choice(section_id=zila.pk, topic_ids=(), new_topics=(new, new))

    filed = receive(draft, by=None, at=NOON, publish=False, choice=choice)

    article = ArticlePage.objects.get(pk=filed.article_id)
    assert article.section == zila
    assert [t.name for t in article.get_latest_revision_as_object().topics.all()] == ["रुखसार खान"]


def test_a_byline_finds_its_author_in_any_spelling(draft: Draft) -> None:
    meera = Author.objects.create(name="मीरा चौहान", slug="meera")

    article = received(replace(draft, byline=("मीरा चौहान", "अतिथि लेखक")))

    bylines = article.get_latest_revision_as_object().bylines.all()
    assert [(b.author, b.guest) for b in bylines] == [(meera, ""), (None, "अतिथि लेखक")]


def test_markup_in_a_text_is_text_in_the_story() -> None:
    article = received(paste(page("injection.html"), zone=INDIA))

    stored = str(article.body.raw_data[1]["value"])
    assert "&lt;b&gt;कम&lt;/b&gt;" in stored
    assert "<b>" not in stored
    assert "javascript" not in str(list(article.body.raw_data))


def test_a_link_keeps_its_place_in_its_paragraph() -> None:
    article = received(paste(page("wordpress-classic.html"), zone=INDIA))

    last = article.body.raw_data[-1]["value"]
    assert '<a href="https://example.in/suchna/">सूचना</a>' in last


def test_every_kind_of_block_reaches_the_story() -> None:
    article = received(paste(page("blocks.html"), zone=INDIA))

    assert kinds(article) == [
        "paragraph",
        "heading",
        "list",
        "paragraph",
        "table",
        "video",
        "paragraph",
    ]
    assert article.body[2].value["ordered"]
    assert article.body[4].value["lines"].splitlines()[0] == "मद | रकम"


def test_an_editor_puts_a_line_back_once(draft: Draft, editor: User) -> None:
    article = received(draft)
    provenance = Provenance.objects.get(article=article)
    at = next(i for i, line in enumerate(draft.removed) if line.text == "ट्रेंडिंग वीडियो")

    assert put_lines_back(provenance, {at, 999}, by=editor) == 1
    assert put_lines_back(provenance, {at}, by=editor) == 0

    newest = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
    assert [b.block_type for b in newest.body].count("paragraph") == 4
    assert newest.body[2].value.source == "<p>ट्रेंडिंग वीडियो</p>"
