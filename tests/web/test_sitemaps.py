"""Sitemaps, held to their schemas."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from lxml import etree
from tests.web import samples
from tests.web.conftest import Newsroom, Open

from harkara.newsroom.records import Listing

SCHEMAS = Path(__file__).parents[1] / "data" / "schemas"
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
TITLE = "{http://www.google.com/schemas/sitemap-news/0.9}title"


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS / "sitemap.xsd"))


def tree(open_page: Open, path: str) -> etree._Element:
    rendered = open_page(path)
    assert (rendered.status, rendered.content_type) == (200, "application/xml; charset=utf-8")
    return etree.fromstring(rendered.body)


def addresses(root: etree._Element) -> list[str]:
    return [str(loc.text).removeprefix("https://parakh.example") for loc in root.iter(LOC)]


@pytest.mark.parametrize(
    "path", ["/sitemap.xml", "/sitemaps/pages.xml", "/sitemaps/2026-11.xml", "/news-sitemap.xml"]
)
def test_a_sitemap_keeps_to_its_schema(open_page: Open, schema: etree.XMLSchema, path: str) -> None:
    schema.assertValid(tree(open_page, path))


def test_the_index_names_the_pages_and_every_month_with_stories(open_page: Open) -> None:
    assert addresses(tree(open_page, "/sitemap.xml")) == [
        "/sitemaps/pages.xml",
        "/sitemaps/2026-11.xml",
        "/sitemaps/2026-10.xml",
    ]


def test_pages_are_listed(open_page: Open) -> None:
    assert addresses(tree(open_page, "/sitemaps/pages.xml")) == [
        "/", "/desh/", "/khel/", "/hamare-bare-mein/", "/bhool-sudhar/",
    ]  # fmt: skip


def test_a_month_lists_its_stories(open_page: Open) -> None:
    assert addresses(tree(open_page, "/sitemaps/2026-11.xml")) == [
        f"/desh/pul-par-bas-{number}/" for number in (1, 2, 30)
    ]


def test_the_news_sitemap_goes_back_two_days_from_the_newest_story(
    newsroom: Newsroom, open_page: Open
) -> None:
    at = {1: timedelta(0), 2: timedelta(days=2), 3: timedelta(days=2, seconds=1)}
    cards = tuple(
        replace(samples.card(number), published_at=samples.NOON - before)
        for number, before in at.items()
    )
    newsroom.listing = Listing(cards=cards, months=())

    root = tree(open_page, "/news-sitemap.xml")

    assert addresses(root) == ["/desh/pul-par-bas-1/", "/desh/pul-par-bas-2/"]
    assert [title.text for title in root.iter(TITLE)] == [card.headline for card in cards[:2]]


def test_a_news_sitemap_without_stories_is_empty(newsroom: Newsroom, open_page: Open) -> None:
    newsroom.listing = Listing(cards=(), months=())

    assert addresses(tree(open_page, "/news-sitemap.xml")) == []
