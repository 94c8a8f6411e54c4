"""How much is asked for readers' pages: the same, however many stories there are."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from harkara.newsroom import queries
from harkara.newsroom.actions import Filed, Publish, publish
from harkara.newsroom.admin import press as press_panel
from harkara.newsroom.keys import ListingKind
from harkara.newsroom.models import ArticlePage, Author, LiveStory, SectionPage, Topic
from harkara.newsroom.records import AlsoRead
from harkara.press.recorder import recording, together
from harkara.press.render import render
from harkara.web.gathering import gather

JUNE = datetime(2026, 6, 10, tzinfo=UTC)
# Tables of a handful of rows, and lists of one story's own, are read whole.
SHORT = (
    "newsroom_sectionpage", "newsroom_frontpage", "newsroom_infopage", "audience_sectionrule",
    "polls_of_the_front",
)  # fmt: skip


@pytest.fixture
def stories(
    filed: Callable[..., Filed], meera: Author, river: Topic
) -> Callable[[int], list[ArticlePage]]:
    """Publish so many stories a day apart, each referring to the one before it."""

    def put(count: int) -> list[ArticlePage]:
        made: list[ArticlePage] = []
        for day in range(count):
            body: list[dict[str, Any]] = [{"type": "paragraph", "value": "<p>पुल खुला।</p>"}]
            if made:
                body.append({"type": "also_read", "value": {"story": made[-1].pk, "text": ""}})
            story = filed(
                f"पुल की खबर {day}",
                body=tuple(body),
                author_ids=(meera.pk,),
                topic_ids=(river.pk,),
            )
            at = JUNE + timedelta(hours=day)
            publish(Publish(article_id=story.article_id, published_at=at))
            made.append(ArticlePage.objects.get(pk=story.article_id))
        return made

    return put


def asked_for(path: str) -> list[str]:
    with CaptureQueriesContext(connection) as asked:
        assert render(path).status == 200
    return [query["sql"] for query in asked]


def path_of(article: ArticlePage) -> str:
    path = queries.story_path(article.number)
    assert path
    return path


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/", 19),
        ("/desh/", 13),
        ("/vishay/sohni-nadi/", 14),
        ("/lekhak/meera-chauhan/", 14),
        ("/feed.xml", 15),
        ("/desh/feed.json", 15),
        ("/vishay/sohni-nadi/atom.xml", 16),
        ("/news-sitemap.xml", 9),
        ("/bhool-sudhar/", 8),
    ],
)
def test_a_page_asks_no_more_for_many_stories_than_for_few(
    stories: Callable[[int], list[ArticlePage]], path: str, most: int
) -> None:
    stories(3)
    few = len(asked_for(path))
    stories(12)

    assert len(asked_for(path)) <= few <= most


def test_a_story_asks_for_a_fixed_number_of_things(
    stories: Callable[[int], list[ArticlePage]],
) -> None:
    made = stories(6)

    assert {len(asked_for(path_of(article))) for article in made[1:-1]} == {14}


def test_stories_pressed_together_ask_together(
    stories: Callable[[int], list[ArticlePage]],
) -> None:
    made = stories(8)
    paths = [path_of(article) for article in made]

    with CaptureQueriesContext(connection) as asked, together():
        gather(paths)
        together_made = [render(path) for path in paths]

    assert len(asked) == 14
    alone = [render(path) for path in paths]
    assert [(one.body, one.keys) for one in together_made] == [
        (one.body, one.keys) for one in alone
    ]


def test_no_page_walks_past_the_archive(stories: Callable[[int], list[ArticlePage]]) -> None:
    made = stories(4)
    paths = ["/", "/desh/", "/vishay/sohni-nadi/", "/feed.xml", "/sitemap.xml", path_of(made[1])]
    walks = []
    for sql in {sql for path in paths for sql in asked_for(path)}:
        with connection.cursor() as cursor:
            plan = cursor.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
        walks += [step for *_ids, step in plan if step.startswith("SCAN")]

    assert [step for step in walks if not step.endswith(SHORT)] == []


def test_the_neighbours_of_equal_hours_are_told_apart_by_number(
    filed: Callable[..., Filed], desh: SectionPage
) -> None:
    made = [filed(f"पुल की खबर {number}") for number in range(3)]
    for story in made:
        publish(Publish(article_id=story.article_id, published_at=JUNE))

    beside = [queries.story(story.number) for story in made]

    assert [
        (one.previous and one.previous.number, one.next and one.next.number)
        for one in beside
        if one
    ] == [
        (None, made[1].number),
        (made[0].number, made[2].number),
        (made[1].number, None),
    ]
    newest = queries.listing(ListingKind.SECTION, desh.pk, 3).cards
    assert [card.number for card in newest] == [story.number for story in reversed(made)]


def test_cards_of_other_stories_follow_a_changed_headline(
    stories: Callable[[int], list[ArticlePage]],
) -> None:
    first, second, third = stories(3)
    with recording() as keys:
        queries.story(second.number)
    assert {f"card:{first.number}", f"card:{third.number}", f"page:{first.pk}"} <= keys

    latest = first.get_latest_revision_as_object()
    latest.title = "पुल बंद हुआ"
    latest.save_revision().publish()

    story = queries.story(second.number)
    assert story
    assert story.previous
    assert story.previous.headline == "पुल बंद हुआ"
    shown = [block.card.headline for block in story.body if isinstance(block, AlsoRead)]
    assert shown == ["पुल बंद हुआ"]


def test_a_draft_in_a_hidden_section_can_be_looked_at(
    filed: Callable[..., Filed], khel: SectionPage
) -> None:
    story = filed("मैच टला", section_id=khel.pk)
    SectionPage.objects.get(pk=khel.pk).unpublish()

    shown = queries.draft_story(ArticlePage.objects.get(pk=story.article_id))

    assert shown.section.name == "खेल"
    assert [section.name for section in queries.sections()] == ["देश"]


def test_the_desk_sees_how_far_the_press_is_only_when_much_waits(
    stories: Callable[[int], list[ArticlePage]],
    at_the_desk: Client,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stories(2)
    assert "छपाई में" not in at_the_desk.get(reverse("wagtailadmin_home")).content.decode()

    monkeypatch.setattr(press_panel, "MUCH", 3)

    said = at_the_desk.get(reverse("wagtailadmin_home")).content.decode()
    assert "छपाई में" in said
    assert "पन्ने फिर से छप रहे हैं" in said
    assert LiveStory.objects.count() == 2
