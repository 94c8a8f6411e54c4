"""Feeds are asked politely, and what is new in them waits at the desk as drafts."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from django.contrib.auth.models import User
from pytest_django import DjangoAssertNumQueries
from tests.intake.conftest import PAGES
from tests.intake.fetching.stranger import Stranger, guest, serving

from harkara.intake.actions.arriving import UNDOABLE, clear_away, settle, throw_away
from harkara.intake.actions.polling import FIRST, Polled, Poller
from harkara.intake.actions.turns import HOST_REST, LEASE, claim
from harkara.intake.fetching.robots import Robots
from harkara.intake.models import Arrival, FeedSubscription, Provenance
from harkara.newsroom.actions import Publish, publish
from harkara.newsroom.models import ArticlePage, SectionPage

pytestmark = [pytest.mark.usefixtures("paper"), pytest.mark.allow_hosts(["127.0.0.1"])]
NOON = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
RSS = (PAGES.parent / "feeds" / "rss.xml").read_bytes()
SCRIPT = RSS.decode()


@pytest.fixture
def stranger() -> Iterator[Stranger]:
    yield from serving()


@pytest.fixture
def feed(stranger: Stranger) -> FeedSubscription:
    section = SectionPage.objects.get(slug="zila")
    made = FeedSubscription(name="सोहनी समाचार", url=stranger.says("/rss", RSS), section=section)
    made.full_clean()
    made.save()
    return made


def poller() -> Poller:
    fetcher = guest()
    return Poller(fetcher=fetcher, robots=Robots(fetcher), rest=lambda _seconds: None)


def asked(feed: FeedSubscription, at: datetime = NOON) -> Polled:
    feed.refresh_from_db()
    return poller().poll(feed, at)


def test_each_item_waits_as_a_draft_with_its_source(feed: FeedSubscription) -> None:
    assert asked(feed) == Polled(new=2)

    article = ArticlePage.objects.get(title__contains="पुल")
    assert not article.live
    assert article.section is not None
    assert article.section.slug == "zila"
    assert (article.source_name, article.source_credit) == ("सोहनी समाचार", "सोहनी समाचार")
    assert article.source_url == "https://sohni.example/desh/pul-41/"
    arrival = Arrival.objects.get(article=article)
    assert (arrival.state, arrival.done_at) == (Arrival.State.NEW, None)
    assert Provenance.objects.get(article=article).source_kind == "feed"


def test_what_was_told_before_is_not_told_again(
    feed: FeedSubscription, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    asked(feed)

    with django_assert_max_num_queries(12):
        assert asked(feed, LATER) == Polled()

    assert ArticlePage.objects.count() == 2


def test_a_server_is_told_what_is_known_already(feed: FeedSubscription, stranger: Stranger) -> None:
    stranger.says("/rss", RSS, ETag='"a1"')
    asked(feed)
    stranger.says("/rss", b"", 304)

    assert asked(feed, LATER) == Polled()

    assert stranger.asked[-1][1]["If-None-Match"] == '"a1"'
    feed.refresh_from_db()
    assert (feed.failures, feed.etag, feed.said) == (0, '"a1"', "")


def test_a_newer_version_becomes_the_story_if_the_desk_has_left_it(
    feed: FeedSubscription, stranger: Stranger
) -> None:
    asked(feed)
    article = ArticlePage.objects.get(title__contains="पुल")
    publish(Publish(article_id=article.pk))
    stranger.says("/rss", SCRIPT.replace("तीस गांवों के", "चालीस गांवों के").encode())

    assert asked(feed, LATER) == Polled(updated=1)

    article.refresh_from_db()
    assert "चालीस" in str(article.body.raw_data)
    assert article.live
    assert Arrival.objects.get(article=article).state == Arrival.State.UPDATED


def test_what_the_desk_has_edited_is_never_overwritten(
    feed: FeedSubscription, stranger: Stranger, editor: User
) -> None:
    asked(feed)
    article = ArticlePage.objects.get(title__contains="पुल")
    edited = article.get_latest_revision_as_object()
    edited.title = "पुल खुला, डेस्क का शीर्षक"
    desks = edited.save_revision(user=editor)
    stranger.says("/rss", SCRIPT.replace("तीस गांवों के", "चालीस गांवों के").encode())

    assert asked(feed, LATER) == Polled(waiting=1)
    assert asked(feed, LATER + timedelta(hours=1)) == Polled()

    article.refresh_from_db()
    assert article.latest_revision_id == desks.pk
    assert article.draft_title == "पुल खुला, डेस्क का शीर्षक"
    arrival = Arrival.objects.get(article=article)
    assert arrival.state == Arrival.State.WAITING
    offered = article.revisions.get(pk=arrival.revision_id).as_object()
    assert "चालीस" in str(offered.body.raw_data)


def test_a_story_that_the_desk_has_already_is_not_filed_twice(
    feed: FeedSubscription, stranger: Stranger
) -> None:
    asked(feed)
    other = FeedSubscription(name="दूसरी एजेंसी", url=stranger.says("/other", RSS))
    other.full_clean()
    other.save()

    assert asked(other) == Polled(repeated=2)
    assert asked(other, LATER) == Polled()
    assert ArticlePage.objects.count() == 2


def test_what_the_desk_threw_away_does_not_come_back(
    feed: FeedSubscription, stranger: Stranger, editor: User
) -> None:
    asked(feed)
    ids = list(Arrival.objects.values_list("pk", flat=True))

    assert throw_away(ids, by=editor, at=NOON) == 2
    stranger.says("/rss", SCRIPT.replace("तीस गांवों के", "चालीस गांवों के").encode())

    assert asked(feed, LATER) == Polled()
    assert clear_away(NOON + UNDOABLE) == 0
    assert clear_away(LATER + UNDOABLE) == 2
    assert not ArticlePage.objects.exists()


def test_a_story_that_was_on_the_site_is_not_thrown_away(
    feed: FeedSubscription, editor: User
) -> None:
    asked(feed)
    article = ArticlePage.objects.get(title__contains="पुल")
    publish(Publish(article_id=article.pk))

    assert throw_away([article.arrival.pk], by=editor, at=NOON) == 0
    assert settle([article.arrival.pk], by=editor, at=NOON) == 1
    assert settle([article.arrival.pk], by=editor, at=NOON) == 0


def test_of_a_feed_that_is_new_here_only_the_newest_items_come(
    feed: FeedSubscription, stranger: Stranger
) -> None:
    items = "".join(
        f"<item><guid>{n}</guid><title>खबर {n}</title><description>{word(n)}</description></item>"
        for n in range(FIRST + 5)
    )
    stranger.says("/rss", f"<rss version='2.0'><channel>{items}</channel></rss>".encode())

    assert asked(feed).new == FIRST
    assert asked(feed, LATER) == Polled()


def word(n: int) -> str:
    letters, chance = "कखगघचछजटडतथदधपबमयरलवसह", Random(n)  # noqa: S311 (no secret)
    return " ".join("".join(chance.choices(letters, k=4)) for _ in range(12))


def test_a_feed_that_fails_is_put_off_longer_each_time(
    feed: FeedSubscription, stranger: Stranger
) -> None:
    stranger.says("/rss", b"", 500)
    waits = []
    for _ in range(3):
        assert "500" in asked(feed).refused
        feed.refresh_from_db()
        waits.append(feed.next_poll_at - NOON)

    assert timedelta(minutes=25) < waits[0] < waits[1] < waits[2] < timedelta(hours=3)
    assert (feed.failures, feed.active) == (3, True)
    assert "500" in feed.said


def test_a_server_that_asks_for_time_is_given_it(
    feed: FeedSubscription, stranger: Stranger
) -> None:
    stranger.says("/rss", b"", 429, Retry_After="86000")

    asked(feed)

    feed.refresh_from_db()
    assert feed.next_poll_at >= NOON + timedelta(seconds=86000)


def test_a_feed_that_is_gone_for_good_is_asked_no_more(
    feed: FeedSubscription, stranger: Stranger
) -> None:
    stranger.says("/rss", b"", 410)

    asked(feed)

    feed.refresh_from_db()
    assert not feed.active


def test_a_feed_that_moved_for_good_is_asked_at_its_new_address(
    feed: FeedSubscription, stranger: Stranger
) -> None:
    new = stranger.says("/new", RSS)
    stranger.says("/rss", b"", 301, Location="/new")

    asked(feed)

    feed.refresh_from_db()
    assert feed.url == new


def test_whole_stories_are_fetched_only_where_the_owner_allows_it(
    feed: FeedSubscription, stranger: Stranger
) -> None:
    page = (PAGES / "wordpress-block.html").read_bytes()
    stranger.says("/desh/pul-41/", page, Content_Type="text/html")
    stranger.says("/rss", SCRIPT.replace("https://sohni.example/", stranger.url("/")).encode())

    asked(feed)
    assert [path for path, _ in stranger.asked] == ["/rss"]

    FeedSubscription.objects.update(full_text=True)
    stranger.says(
        "/rss",
        SCRIPT.replace("https://sohni.example/", stranger.url("/"))
        .replace("sohni-41", "sohni-51")
        .replace("<title>सोहनी नदी पर नया पुल खुला", "<title>सोहनी के पुल पर पहली बस")
        .replace("तीस गांवों के लोगों को जिला अस्पताल पहुंचने में आधा समय लगेगा", "राह खुली")
        .replace("सोहनी नदी पर बना नया पुल मंगलवार को खोल दिया गया।", "")
        .encode(),
    )
    assert asked(feed, LATER).new == 1

    article = ArticlePage.objects.order_by("-pk")[0]
    assert len(article.body) > 3
    assert [path for path, _ in stranger.asked][1:] == ["/rss", "/robots.txt", "/desh/pul-41/"]


def test_a_page_that_its_site_keeps_from_programs_is_not_read(
    feed: FeedSubscription, stranger: Stranger
) -> None:
    stranger.says("/robots.txt", b"User-agent: *\nDisallow: /desh/", Content_Type="text/plain")
    stranger.says("/rss", SCRIPT.replace("https://sohni.example/", stranger.url("/")).encode())
    FeedSubscription.objects.update(full_text=True)

    asked(feed)

    assert "/desh/pul-41/" not in [path for path, _ in stranger.asked]
    assert Arrival.objects.get(article__title__contains="पुल").note


def test_a_feed_has_one_who_asks_it_at_a_time(feed: FeedSubscription) -> None:
    at = feed.next_poll_at

    assert claim(at) == feed
    assert claim(at) is None
    assert claim(at + LEASE) == feed


def test_a_server_rests_between_two_of_its_feeds(
    feed: FeedSubscription, stranger: Stranger
) -> None:
    other = FeedSubscription(name="खेल", url=stranger.says("/khel", RSS))
    other.full_clean()
    other.save()
    at = other.next_poll_at
    first = claim(at)
    assert first == feed
    poller().poll(first, at)

    assert claim(at) is None
    assert claim(at + HOST_REST) == other
