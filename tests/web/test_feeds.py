"""Feeds: RSS, Atom and JSON Feed of the site, a section, a topic and an author."""

import json
from dataclasses import replace
from typing import Any

import feedparser
import pytest
from lxml import html as lxml_html
from tests.web import samples
from tests.web.conftest import Newsroom, Open

from harkara.newsroom.records import Paragraph

PLACES = ("/", "/desh/", "/vishay/sohni-pul/", "/lekhak/meera-chauhan/")
XML_FEEDS = [f"{place}{file}" for place in PLACES for file in ("feed.xml", "atom.xml")]
JSON_FEEDS = [f"{place}feed.json" for place in PLACES]


def parsed(open_page: Open, path: str) -> Any:
    rendered = open_page(path)
    assert rendered.status == 200
    return feedparser.parse(rendered.body, response_headers={"content-type": rendered.content_type})


@pytest.mark.parametrize("path", XML_FEEDS)
def test_a_feed_is_well_formed_and_whole(open_page: Open, path: str) -> None:
    feed = parsed(open_page, path)

    assert feed.bozo is False
    assert feed.version in ("rss20", "atom10")
    assert feed.feed.title.endswith("परख समाचार")
    assert feed.feed.language == "hi"
    assert [entry.title for entry in feed.entries] == [
        samples.STORY.headline,
        samples.BARE.headline,
    ]
    assert feed.entries[0].link == f"https://parakh.example{samples.STORY.path}"
    assert feed.entries[0].id == "https://parakh.example/s/42"
    assert feed.entries[0].published_parsed[:5] == (2026, 11, 23, 6, 30)
    assert [one.name for one in feed.entries[0].authors][:1] == ["मीरा चौहान"]
    assert {tag.term for tag in feed.entries[0].tags} == {"देश", "सोहनी पुल"}
    assert "640 मीटर" in feed.entries[0].content[0].value


def test_rss_names_every_author_and_the_picture(open_page: Open) -> None:
    body = open_page("/feed.xml").body.decode()

    assert "<dc:creator>मीरा चौहान</dc:creator><dc:creator>डॉ. रमा सेन</dc:creator>" in body
    assert 'url="https://parakh.example/media/images/share.jpg"' in body
    assert "<lastBuildDate>Mon, 23 Nov 2026 14:00:00 +0530</lastBuildDate>" in body


@pytest.mark.parametrize("path", JSON_FEEDS)
def test_a_json_feed_says_the_same(open_page: Open, path: str) -> None:
    feed = json.loads(open_page(path).body)

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"https://parakh.example{path}"
    first = feed["items"][0]
    assert (first["id"], first["title"]) == ("https://parakh.example/s/42", samples.STORY.headline)
    assert first["date_modified"] == "2026-11-23T14:00:00+05:30"
    assert [author["name"] for author in first["authors"]] == ["मीरा चौहान", "डॉ. रमा सेन"]
    assert all(item["content_html"] for item in feed["items"])


@pytest.mark.parametrize("path", XML_FEEDS)
def test_every_address_in_a_feed_is_whole_and_ascii(
    newsroom: Newsroom, open_page: Open, path: str
) -> None:
    newsroom.stories[42] = replace(
        samples.STORY,
        body=(
            *samples.STORY.body,
            Paragraph(html='<a href="/desh/पुल/">पुल</a> <a href="http://उदाहरण.भारत/क">क</a>'),
        ),
        source=replace(samples.SOURCE, url="https://example.org/मूल"),
    )

    feed = parsed(open_page, path)

    content = lxml_html.fragment_fromstring(feed.entries[0].content[0].value, create_parent=True)
    addresses = [link.href for entry in feed.entries for link in entry.links]
    addresses += [str(address) for _, _, address, _ in content.iterlinks()]
    assert len(addresses) > 8
    assert all(address.isascii() and address.startswith("http") for address in addresses)


def test_a_feed_body_holds_every_kind_of_block_and_nothing_that_runs(open_page: Open) -> None:
    content = json.loads(open_page("/feed.json").body)["items"][0]["content_html"]

    for words in (
        "लागत बढ़ी",
        "पुल का सफर",
        "जिला प्रशासन",
        "धनीराम",
        "15 खंभे",
        "दूसरा",
        "किराया",
        "भूल-सुधार",
    ):
        assert words in content
    assert "<script" not in content
    assert "class=" not in content
    assert content.count("<img") == 4


@pytest.mark.parametrize("path", ["/feed.xml", "/atom.xml", "/feed.json"])
def test_what_xml_cannot_hold_is_left_out(newsroom: Newsroom, open_page: Open, path: str) -> None:
    newsroom.stories[42] = replace(
        samples.STORY, headline="पुल\x0b\x00 <b>&\ufffe", standfirst="]]>"
    )

    rendered = open_page(path)
    feed = parsed(open_page, path) if path.endswith("xml") else None

    assert b"\x0b" not in rendered.body
    assert feed is None or (feed.bozo is False and feed.entries[0].title == "पुल <b>&")


@pytest.mark.parametrize("path", ["/feed.xml", "/atom.xml"])
def test_a_feed_without_stories_is_still_a_feed(
    newsroom: Newsroom, open_page: Open, path: str
) -> None:
    newsroom.stories = {}

    feed = parsed(open_page, path)

    assert feed.bozo is False
    assert feed.entries == []


def test_a_page_names_its_feeds(open_page: Open) -> None:
    page = lxml_html.document_fromstring(open_page("/desh/").body.decode())

    assert page.xpath("//link[@rel='alternate']/@href") == [
        "/desh/feed.xml",
        "/desh/atom.xml",
        "/desh/feed.json",
    ]
