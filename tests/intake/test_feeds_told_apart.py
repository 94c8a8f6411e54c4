"""Feeds told apart: the same story in two feeds, ids that change, and what the editor is told."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest
from django.contrib.auth.models import User
from django.test import Client
from tests.intake.fetching.stranger import HERE, Stranger, guest, serving
from tests.intake.test_feeds_attacked import rss

from harkara.intake.actions.polling import FIRST, Polled, Poller
from harkara.intake.fetching import Fetcher
from harkara.intake.fetching.robots import Robots
from harkara.intake.models import Arrival, FeedSubscription
from harkara.newsroom.models import ArticlePage

pytestmark = [pytest.mark.usefixtures("paper"), pytest.mark.allow_hosts(["127.0.0.1"])]
NOON = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
TEXT = (
    "सोहनी नदी पर बना नया पुल मंगलवार को खोल दिया गया। तीस गांवों के लोगों को जिला अस्पताल पहुंचने में अब"
    " आधा समय लगेगा। पुल पर बारह करोड़ रुपये खर्च हुए।"
)
OTHER = "थोक मंडी में प्याज का भाव पंद्रह रुपये किलो रह गया। किसानों ने सरकार से खरीद शुरू करने की मांग की है।"


@pytest.fixture
def stranger() -> Iterator[Stranger]:
    yield from serving()


def subscribed(url: str, **fields: object) -> FeedSubscription:
    made = FeedSubscription(**{"name": "सोहनी समाचार", "url": url, **fields})
    made.full_clean()
    made.save()
    return made


def asked(feed: FeedSubscription, at: datetime = NOON, fetcher: Fetcher | None = None) -> Polled:
    feed.refresh_from_db()
    fetcher = fetcher or guest()
    return Poller(fetcher=fetcher, robots=Robots(fetcher), rest=lambda _s: None).poll(feed, at)


def item(number: int = 1, text: str = TEXT, **said: str) -> str:
    given = {"guid": f"n-{number}", "title": f"खबर {number}", "description": text, **said}
    return "".join(f"<{name}>{value}</{name}>" for name, value in given.items())


def test_a_name_that_is_bound_anew_while_the_feed_is_read_leads_nowhere(
    stranger: Stranger,
) -> None:
    page = stranger.url("/story")
    url = stranger.says("/rss", rss(item(link=page)))
    found = iter([(HERE,)])
    fetcher = Fetcher(
        "Harkara tests",
        rule=lambda address, _port: address == HERE,
        resolver=lambda *_: next(found, (ip_address("169.254.169.254"),)),
    )

    assert asked(subscribed(url, full_text=True), fetcher=fetcher).new == 1
    assert [path for path, _ in stranger.asked] == ["/rss"]
    assert "सार्वजनिक" in Arrival.objects.get().note


def test_a_story_in_two_feeds_is_one_by_its_id_whatever_it_says(stranger: Stranger) -> None:
    named = "https://agency.example/pul-41"
    first = subscribed(stranger.says("/a", rss(item(guid=named))))
    second = subscribed(stranger.says("/b", rss(item(guid=named, text=OTHER, title="दूसरी"))))

    assert asked(first).new == 1
    assert asked(second) == Polled(repeated=1)


def test_a_small_number_is_no_id_for_the_whole_world(stranger: Stranger) -> None:
    first = subscribed(stranger.says("/a", rss(item())))
    second = subscribed(stranger.says("/b", rss(item(text=OTHER, title="दूसरी"))))

    assert asked(first).new == 1
    assert asked(second).new == 1


def test_a_story_in_two_feeds_is_one_by_its_text(stranger: Stranger) -> None:
    first = subscribed(stranger.says("/a", rss(item())))
    second = subscribed(stranger.says("/b", rss(item(number=77))))

    assert asked(first).new == 1
    assert asked(second) == Polled(repeated=1)


@pytest.mark.parametrize("address", ["", "https://sohni.example/pul"])
def test_a_feed_that_names_its_items_anew_each_time_brings_them_once(
    stranger: Stranger, address: str
) -> None:
    def said(at: int) -> bytes:
        return rss(*(item(text="छोटी", guid=f"{at}-{n}", title=f"छोटी {n}", link=address)
                     for n in range(3)))  # fmt: skip

    feed = subscribed(stranger.says("/rss", said(0)))
    assert asked(feed).new == 3
    for at in (1, 2):
        stranger.says("/rss", said(at))
        assert asked(feed, LATER) == Polled(repeated=3)

    assert ArticlePage.objects.count() == 3


def test_whole_stories_come_so_many_at_a_time_and_none_is_forgotten(stranger: Stranger) -> None:
    stranger.says("/p", b"<p>x</p>", Content_Type="text/html")
    feed = subscribed(stranger.says("/rss", rss(item())), full_text=True)
    asked(feed)
    many = [item(n, f"{n}", title=f"{n} वीं खबर", link=stranger.url("/p")) for n in range(2, 27)]
    stranger.says("/rss", rss(item(), *many), ETag='"all"')

    first = asked(feed, LATER)
    feed.refresh_from_db()
    assert (first.new + first.repeated, feed.etag) == (FIRST, "")
    second = asked(feed, LATER)

    assert second.new + second.repeated == 25 - FIRST
    feed.refresh_from_db()
    assert feed.etag == '"all"'


def test_what_is_wrong_stands_at_the_feeds_page(
    stranger: Stranger, client: Client, editor: User
) -> None:
    feed = subscribed(stranger.says("/rss", b"", 404))
    said = asked(feed).refused
    client.force_login(editor)

    for page in ("", f"edit/{feed.pk}/"):
        shown = client.get(f"/newsroom/snippets/intake/feedsubscription/{page}")
        assert said in shown.content.decode()
