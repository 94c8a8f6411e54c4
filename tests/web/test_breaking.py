"""The breaking line on readers' pages."""

from datetime import timedelta

import pytest
from tests.web import samples
from tests.web.conftest import Newsroom, Open, Read, text_of, value

from harkara.newsroom.records import Breaking

LINE = Breaking(
    id=7,
    text="नौघाट में बाढ़ का पानी घुसा",
    path=samples.STORY.path,
    set_at=samples.NOON,
    expires_at=samples.NOON + timedelta(hours=1),
)


@pytest.fixture
def flood(newsroom: Newsroom) -> Newsroom:
    newsroom.breaking = LINE
    return newsroom


@pytest.mark.parametrize("path", ["/", "/desh/", "/taaza/"])
def test_fronts_carry_the_line_pressed_in(flood: Newsroom, read_page: Read, path: str) -> None:
    line = read_page(path).cssselect("aside.breaking .breaking__line")[0]

    assert text_of(line) == "ब्रेकिंग नौघाट में बाढ़ का पानी घुसा"
    assert value(line.cssselect("a")[0], "href") == samples.STORY.path
    assert (line.get("data-line"), line.get("data-until")) == ("7", "2026-11-23T13:00:00+05:30")


@pytest.mark.parametrize("path", [samples.STORY.path, "/vishay/sohni-pul/", "/desh/2026/11/"])
def test_other_pages_do_not_know_the_line_and_lead_to_it_without_a_script(
    flood: Newsroom, open_page: Open, read_page: Read, path: str
) -> None:
    page = read_page(path)

    assert "breaking__line" not in open_page(path).body.decode()
    assert page.cssselect("nav.bar a[href='/taaza/']")
    place = page.cssselect("hk-fragment.breaking--arrived")[0]
    assert value(place, "from") == "/tukda/taaza/"
    assert value(place, "aria-live") == "polite"


def test_the_fragment_is_small_and_can_be_closed(flood: Newsroom, open_page: Open) -> None:
    body = open_page("/tukda/taaza/").body

    assert len(body) < 800
    assert 'type="button">बंद करें</button>' in body.decode()


def test_a_line_without_a_story_leads_to_the_newest_news(
    newsroom: Newsroom, read_page: Read
) -> None:
    newsroom.breaking = Breaking(
        id=8, text="मतगणना शुरू", path=None, set_at=LINE.set_at, expires_at=LINE.expires_at
    )

    assert value(read_page("/").cssselect(".breaking__link")[0], "href") == "/taaza/"


def test_the_newest_news_lists_stories_below_the_line(flood: Newsroom, read_page: Read) -> None:
    page = read_page("/taaza/")

    assert text_of(page.cssselect("h1")[0]) == "ताजा खबरें"
    assert len(page.cssselect(".rows .card")) == 7
    assert "अभी कोई ब्रेकिंग खबर नहीं" not in text_of(page)
