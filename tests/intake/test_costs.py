"""What an item costs that comes by itself: the same in a large archive as in a small one."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.intake.fetching.stranger import Stranger, guest, serving
from tests.intake.wire_samples import agency, item

from harkara.intake.actions.polling import Polled, Poller
from harkara.intake.actions.wiring import Outcome, take
from harkara.intake.fetching.robots import Robots
from harkara.intake.models import FeedSubscription
from harkara.intake.sources.wires import read_wire
from harkara.newsroom.actions import StoryDraft, file_story
from harkara.newsroom.models import SectionPage

pytestmark = [pytest.mark.usefixtures("paper"), pytest.mark.allow_hosts(["127.0.0.1"])]
NOON = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
MOST_OF_A_WIRE = 46
MOST_OF_A_FEED = 42
PLACES = ("पुल", "मेला", "मंडी", "बाजार", "स्कूल", "अस्पताल", "थाना", "घाट")


def fill(count: int = 20) -> None:
    section = SectionPage.objects.get(slug="desh")
    for number in range(count):
        body = ({"type": "paragraph", "value": f"<p>{PLACES[number % 8]} की खबर {number}।</p>"},)
        file_story(StoryDraft(headline=f"पुरानी {number}", body=body, section_id=section.pk))


def no_photo(place: str) -> bytes:
    raise AssertionError(place)


def test_an_item_of_a_wire_costs_the_same_in_a_large_archive() -> None:
    service = agency(section=SectionPage.objects.get(slug="zila"))

    def cost(number: int) -> int:
        raw = item(1, f"{PLACES[number]} के पास {number} दुकानें खुलीं।", uri=f"urn:agency:{number}")
        with CaptureQueriesContext(connection) as asked:
            (taken,) = take(read_wire(raw), service, at=NOON, get_photo=no_photo)
        assert taken.outcome is Outcome.NEW
        return len(asked)

    cost(0)
    first = cost(1)
    fill()
    assert cost(2) == first <= MOST_OF_A_WIRE


@pytest.fixture
def stranger() -> Iterator[Stranger]:
    yield from serving()


def test_an_item_of_a_feed_costs_the_same_in_a_large_archive(stranger: Stranger) -> None:
    feeds = [
        FeedSubscription.objects.create(name=f"सोहनी {at}", url=stranger.says(f"/{at}", feed(at)))
        for at in range(3)
    ]
    poller = Poller(fetcher=guest(), robots=Robots(guest()), rest=lambda _seconds: None)

    def cost(at: int) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert poller.poll(feeds[at], NOON) == Polled(new=len(PLACES))
        return len(asked)

    cost(0)
    first = cost(1)
    fill()
    assert cost(2) == first <= len(PLACES) * MOST_OF_A_FEED


def feed(at: int) -> bytes:
    items = "".join(
        f"<item><guid>{at}-{number}</guid><title>{place}: {at} की खबर</title>"
        f"<description>{place} के पास {at}{number} दुकानें खुलीं, {place} में भीड़।</description></item>"
        for number, place in enumerate(PLACES)
    )
    return f"<rss version='2.0'><channel><title>सोहनी</title>{items}</channel></rss>".encode()
