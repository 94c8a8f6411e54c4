"""What the desk sees of what is read, and of what was searched in vain."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from lxml import html as lxml_html
from pytest_django import DjangoAssertNumQueries
from tests.audience.conftest import NOON

from harkara.audience.trending import slips
from harkara.audience.trending.actions import drain
from harkara.audience.trending.queries import desk
from harkara.audience.trending.records import Counts, Views
from harkara.newsroom.models import ArticlePage

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
Put = Callable[..., None]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Count views and searches as the worker does."""

    def count(
        views: dict[int, Views] | None = None,
        misses: dict[str, int] | None = None,
        before: timedelta = timedelta(0),
    ) -> None:
        at = NOON - before
        slips.write(tmp_path / "slips", Counts(at=at, views=views or {}, misses=misses or {}))
        drain(tmp_path / "slips", at)

    return count


def screen(client: Client) -> lxml_html.HtmlElement:
    answer = client.get("/newsroom/reading/")
    assert answer.status_code == 200
    return lxml_html.document_fromstring(answer.content.decode())


def words(page: lxml_html.HtmlElement) -> str:
    return " ".join(page.cssselect("#reading")[0].text_content().split())


def test_the_desk_sees_what_is_read_now_and_how_much(
    at_the_desk: Client, put: Put, live: Callable[..., ArticlePage]
) -> None:
    first, second = live("पहली खबर").number, live("दूसरी खबर").number
    put({first: Views(500), second: Views(2)}, before=6 * HOUR)
    put({first: Views(3), second: Views(9, 40)})

    page = screen(at_the_desk)

    assert [one.text for one in page.cssselect(".reading__headline")] == ["दूसरी खबर", "पहली खबर"]
    counts = [one.text_content() for one in page.cssselect(".reading__counts")]
    assert counts[0] == "इस घंटे 9, आज 11 · 40 कुछ ही नेटवर्कों से, छोड़े गए"
    assert counts[1] == "इस घंटे 3, आज 503"
    assert "इस घंटे 12 बार, आज कुल 514 बार" in words(page)


def test_the_bars_are_the_hours_of_the_last_day(
    at_the_desk: Client, put: Put, live: Callable[..., ArticlePage]
) -> None:
    number = live().number
    put({number: Views(100)}, before=23 * HOUR)
    put({number: Views(999)}, before=24 * HOUR)
    put({number: Views(1)})

    [whole, _of_the_story] = screen(at_the_desk).cssselect("svg.reading__bars")

    heights = [bar.get("height") for bar in whole.cssselect("rect")]
    assert heights == ["40", *["0"] * 22, "1"]
    assert whole.get("aria-label", "").endswith("सबसे ज़्यादा 100 बार, इस घंटे 1 बार।")


def test_where_nothing_was_counted_the_screen_says_so(at_the_desk: Client) -> None:
    said = words(screen(at_the_desk))

    assert "पिछले आधे घंटे में कुछ नहीं पढ़ा गया" in said
    assert "कोई खोज खाली नहीं गई" in said


def test_what_several_networks_searched_in_vain_is_listed(at_the_desk: Client, put: Put) -> None:
    put(misses={"सोहनी मेला": 4, "निजी नाम": 2, "<b>नया</b>": 3})

    page = screen(at_the_desk)

    assert [one.text for one in page.cssselect(".reading__missed a")] == [
        "सोहनी मेला",
        "<b>नया</b>",
    ]
    assert "4 बार" in words(page)
    assert "निजी नाम" not in words(page)


def test_the_screen_costs_the_same_however_much_is_read(
    put: Put, live: Callable[..., ArticlePage], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for many in (1, 4):
        numbers = [live().number for _ in range(many)]
        put(dict.fromkeys(numbers, Views(5)))
        with django_assert_num_queries(6):
            desk.live(NOON)


def test_nobody_sees_it_without_signing_in(client: Client, paper: None) -> None:
    assert client.get("/newsroom/reading/").status_code == 302


def test_a_reporter_sees_it_too(client: Client, reporter: object) -> None:
    client.force_login(reporter)  # type: ignore[arg-type]  # a user

    assert client.get("/newsroom/reading/").status_code == 200
