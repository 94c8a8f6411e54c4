"""Feeds of the whole paper: read by a feed reader, and held to the letter of their formats."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime

import feedparser
import pytest
from lxml import etree
from tests.running import MARKS
from tests.validators.conftest import Pages

pytestmark = MARKS
ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
RFC_822 = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d "
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d [+-]\d{4}"
)
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
URL = re.compile(r"https?://[!-~]+")
# Readers show at most so many, and every publish sends the whole feed anew.
MOST_ITEMS = 100

Feeds = dict[str, etree._Element]


@pytest.fixture(scope="module")
def rss(pages: Pages) -> Feeds:
    return feeds(pages, "application/rss+xml")


@pytest.fixture(scope="module")
def atom(pages: Pages) -> Feeds:
    return feeds(pages, "application/atom+xml")


@pytest.fixture(scope="module")
def json_feeds(pages: Pages) -> dict[str, dict[str, object]]:
    return {
        path: json.loads(page.body)
        for path, page in pages.items()
        if page.type == "application/feed+json"
    }


def feeds(pages: Pages, media_type: str) -> Feeds:
    found = {
        path: etree.fromstring(page.body) for path, page in pages.items() if page.type == media_type
    }
    # The paper's own, and one for each section at least.
    assert len(found) > 8
    return found


def texts(root: etree._Element, *names: str) -> Iterator[str]:
    """Give the text of every element of these names; an empty one is an empty string."""
    for name in names:
        yield from ((element.text or "").strip() for element in root.iter(name))


def lacking(elements: list[etree._Element], names: tuple[str, ...]) -> list[str]:
    """Return the names of which an element has none with words in it."""
    return [
        name
        for element in elements
        for name in names
        if not any((child.text or "").strip() for child in element.findall(name))
    ]


def test_a_feed_reader_finds_nothing_wrong(pages: Pages, rss: Feeds, atom: Feeds) -> None:
    for path in (*rss, *atom):
        headers = {"content-type": pages[path].content_type}
        read = feedparser.parse(pages[path].body, response_headers=headers)

        assert not read.bozo, (path, read.get("bozo_exception"))
        assert read.entries, path


def test_rss_has_every_element_it_must_have(rss: Feeds) -> None:
    for path, root in rss.items():
        (channel,) = root.findall("channel")
        items = channel.findall("item")

        assert root.get("version") == "2.0"
        assert lacking([channel], ("title", "link", "description", "language")) == [], path
        assert lacking(items, ("title", "link", "guid", "pubDate", f"{DC}creator")) == [], path
        assert lacking(items, (f"{CONTENT}encoded",)) == [], path
        assert len(items) <= MOST_ITEMS


def test_atom_has_every_element_it_must_have(atom: Feeds) -> None:
    for path, root in atom.items():
        entries = root.findall(f"{ATOM}entry")
        must = tuple(f"{ATOM}{name}" for name in ("id", "title", "updated"))

        assert root.tag == f"{ATOM}feed"
        assert lacking([root, *entries], must) == [], path
        assert lacking(entries, (f"{ATOM}published", f"{ATOM}content")) == [], path
        assert all(
            entry.find(f"{ATOM}author/{ATOM}name") is not None
            or root.find(f"{ATOM}author/{ATOM}name") is not None
            for entry in entries
        ), path
        assert len(entries) <= MOST_ITEMS


def test_json_feeds_have_every_property_they_must_have(
    json_feeds: dict[str, dict[str, object]],
) -> None:
    assert len(json_feeds) > 8
    for path, feed in json_feeds.items():
        items = feed["items"]
        assert isinstance(items, list)

        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert all(feed[name] for name in ("title", "home_page_url", "language")), path
        for item in items:
            assert all(item[name] for name in ("id", "url", "title", "content_html")), path
            assert RFC_3339.fullmatch(item["date_published"]), path
            assert all(author["name"] for author in item["authors"]), path


def test_a_feed_knows_its_own_address(
    pages: Pages, rss: Feeds, atom: Feeds, json_feeds: dict[str, dict[str, object]]
) -> None:
    own = {path: root.find(f"channel/{ATOM}link[@rel='self']") for path, root in rss.items()}
    own |= {path: root.find(f"{ATOM}link[@rel='self']") for path, root in atom.items()}

    for path, link in own.items():
        assert link is not None, path
        assert str(link.get("href")).endswith(path)
        assert link.get("type") == pages[path].type
    for path, feed in json_feeds.items():
        assert str(feed["feed_url"]).endswith(path)


def test_dates_are_written_as_each_format_asks(rss: Feeds, atom: Feeds) -> None:
    for path, root in rss.items():
        for written in texts(root, "pubDate", "lastBuildDate"):
            assert RFC_822.fullmatch(written), (path, written)
            # The weekday must be that of the date.
            assert parsedate_to_datetime(written).strftime("%a") == written[:3]
    for path, root in atom.items():
        for written in texts(root, f"{ATOM}updated", f"{ATOM}published"):
            assert RFC_3339.fullmatch(written), (path, written)


def test_a_story_is_never_updated_before_it_was_published(atom: Feeds) -> None:
    for root in atom.values():
        for entry in root.iter(f"{ATOM}entry"):
            published, updated = (
                datetime.fromisoformat(next(texts(entry, f"{ATOM}{name}")))
                for name in ("published", "updated")
            )
            assert published <= updated


def test_no_two_stories_of_a_feed_have_one_id(
    rss: Feeds, atom: Feeds, json_feeds: dict[str, dict[str, object]]
) -> None:
    ids = {path: list(texts(root, "guid")) for path, root in rss.items()}
    ids |= {path: list(texts(root, f"{ATOM}id")) for path, root in atom.items()}
    ids |= {
        path: [item["id"] for item in feed["items"]]
        for path, feed in json_feeds.items()
        if isinstance(feed["items"], list)
    }

    assert [path for path, all_ids in ids.items() if len(set(all_ids)) < len(all_ids)] == []


def test_every_address_in_a_feed_is_whole_and_ascii(rss: Feeds, atom: Feeds) -> None:
    for path, root in {**rss, **atom}.items():
        addresses = [
            *texts(root, "link", "guid", "url", f"{ATOM}id"),
            *(
                address
                for element in root.iter()
                for address in (element.get("href"), element.get("url"), element.get("src"))
                if address is not None
            ),
        ]

        assert [one for one in addresses if not URL.fullmatch(one)] == [], path
