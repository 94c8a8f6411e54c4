"""The inbox: what came by itself is seen by the desk, and by nobody else."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from harkara.intake import queries
from harkara.intake.actions.arriving import UNDOABLE, arrive, clear_away, tell
from harkara.intake.drafts import Draft, DraftParagraph, DraftSource, Origin, SourceKind
from harkara.intake.models import Arrival, FeedSubscription
from harkara.newsroom.actions import Publish, publish
from harkara.newsroom.models import ArticlePage, SectionPage

NOON = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
INBOX = "/newsroom/intake/"


def came(number: int, source: str = "सोहनी समाचार") -> int:
    text = f"यह {number} नंबर की खबर है और इसमें अपनी ही बात कही गई है।"
    draft = Draft(
        origin=Origin(
            kind=SourceKind.FEED, raw=text.encode(), key="feed 1", foreign_id=str(number)
        ),
        headline=f"खबर नंबर {number}",
        body=(DraftParagraph(text=text),),
        source=DraftSource(name=source),
    )
    return arrive(draft, at=NOON).article_id


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def test_what_came_is_shown_and_settled(desk: Client, editor: User) -> None:
    came(1)
    came(2, "दूसरी एजेंसी")

    shown = desk.get(INBOX).content.decode()
    assert "खबर नंबर 1" in shown
    assert "खबर नंबर 2" in shown
    assert "खबर नंबर 1" not in desk.get(INBOX, {"source": "दूसरी एजेंसी"}).content.decode()

    arrival = Arrival.objects.get(article__title="खबर नंबर 1")
    desk.post(INBOX, {"arrival": [arrival.pk], "do": "settle"})

    arrival.refresh_from_db()
    assert arrival.done_by == editor
    assert "खबर नंबर 1" not in desk.get(INBOX).content.decode()


def test_drafts_nobody_wants_are_thrown_away(desk: Client) -> None:
    came(1)
    arrival = Arrival.objects.get()

    desk.post(INBOX, {"arrival": [arrival.pk], "do": "throw-away"})

    assert "खबर नंबर 1" not in desk.get(INBOX).content.decode()
    assert clear_away(timezone.now() + 2 * UNDOABLE) == 1
    assert not ArticlePage.objects.exists()


@pytest.mark.parametrize("do", ["settle", "throw-away"])
def test_what_was_done_last_is_undone(desk: Client, do: str) -> None:
    for number in (1, 2, 3):
        came(number)
    first, *others = Arrival.objects.order_by("pk").values_list("pk", flat=True)
    desk.post(INBOX, {"arrival": [first], "do": "settle"})
    desk.post(INBOX, {"arrival": others, "do": do})

    desk.post(INBOX, {"do": "undo"})

    assert set(queries.waiting().values_list("pk", flat=True)) == set(others)
    assert clear_away(timezone.now() + 2 * UNDOABLE) == 0
    desk.post(INBOX, {"do": "undo"})
    assert queries.waiting().count() == 3


def test_a_draft_that_was_thrown_away_and_then_published_stays(desk: Client) -> None:
    article_id = came(1)
    desk.post(INBOX, {"arrival": [Arrival.objects.get().pk], "do": "throw-away"})
    story = ArticlePage.objects.get(pk=article_id)
    story.move(SectionPage.objects.get(slug="zila"), pos="last-child")
    publish(Publish(article_id=article_id))

    assert clear_away(timezone.now() + 2 * UNDOABLE) == 1

    assert ArticlePage.objects.get().live
    assert clear_away(timezone.now() + 2 * UNDOABLE) == 0


def test_strangers_do_not_see_the_inbox(client: Client, paper: None) -> None:
    assert client.get(INBOX).status_code == 302


def test_a_long_inbox_costs_no_more_queries(
    desk: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(8):
        came(number)
    desk.get(INBOX)

    with django_assert_max_num_queries(20):
        desk.get(INBOX)


def test_what_was_taken_back_is_told_on_the_first_screen(desk: Client) -> None:
    article_id = came(1)
    draft = Draft(
        origin=Origin(kind=SourceKind.WIRE, raw=b"x"),
        headline="x",
        source=DraftSource(name="एजेंसी"),
    )
    tell(article_id, draft, Arrival.State.KILLED, NOON)

    assert "इनका उपयोग न करें" in desk.get("/newsroom/").content.decode()


def test_an_editor_takes_a_feed_in_the_newsroom(desk: Client) -> None:
    address = "/newsroom/snippets/intake/feedsubscription/add/"
    assert "फीड का पता" in desk.get(address).content.decode()

    answer = desk.post(
        address,
        {
            "name": "सोहनी समाचार",
            "url": "https://sohni.example/rss",
            "credit": "",
            "section": "",
            "every_minutes": "30",
            "active": "on",
        },
    )

    assert answer.status_code == 302
    feed = FeedSubscription.objects.get()
    assert (feed.host, feed.every_minutes, feed.full_text) == ("sohni.example", 30, False)
    assert (
        "सोहनी समाचार" in desk.get("/newsroom/snippets/intake/feedsubscription/").content.decode()
    )
