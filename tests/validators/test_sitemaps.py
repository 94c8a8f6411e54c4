"""Sitemaps: true to their schemas, and to what is on the site."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from lxml import etree
from lxml import html as lxml_html
from tests.running import MARKS, Paper
from tests.validators.conftest import Pages

pytestmark = MARKS
SCHEMAS = Path(__file__).parents[1] / "data" / "schemas"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
MOST_IN_ONE, MOST_NEWS = 50_000, 1000


@pytest.fixture(scope="module")
def sitemaps(pages: Pages) -> dict[str, etree._Element]:
    return {
        path: etree.fromstring(page.body)
        for path, page in pages.items()
        if page.type == "application/xml" and "sitemap" in path
    }


@pytest.fixture(scope="module")
def listed(sitemaps: dict[str, etree._Element], demo: Paper) -> set[str]:
    """Return the paths that the sitemaps of pages and months hold."""
    return {
        path
        for name, root in sitemaps.items()
        if name.startswith("/sitemaps/")
        for path in paths_in(root, demo)
    }


def paths_in(root: etree._Element, demo: Paper) -> list[str]:
    found = [str(loc.text) for loc in root.iter(f"{SITEMAP}loc")]
    assert [address for address in found if not address.startswith(f"{demo.url}/")] == []
    return [address.removeprefix(demo.url) for address in found]


def is_indexed(body: bytes) -> bool:
    page = lxml_html.document_fromstring(body.decode())
    return not page.xpath("//meta[@name='robots'][contains(@content, 'noindex')]")


def test_every_sitemap_keeps_to_its_schema(sitemaps: dict[str, etree._Element]) -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "sitemap.xsd"))

    assert {"/sitemap.xml", "/news-sitemap.xml", "/sitemaps/pages.xml"} < set(sitemaps)
    for root in sitemaps.values():
        schema.assertValid(root)


def test_no_sitemap_is_longer_than_the_protocol_allows(
    sitemaps: dict[str, etree._Element], demo: Paper
) -> None:
    assert all(len(paths_in(root, demo)) <= MOST_IN_ONE for root in sitemaps.values())
    assert len(paths_in(sitemaps["/news-sitemap.xml"], demo)) <= MOST_NEWS


def test_what_is_listed_is_there_to_be_indexed(listed: set[str], html_pages: Pages) -> None:
    assert [
        path for path in listed if path not in html_pages or not is_indexed(html_pages[path].body)
    ] == []


def test_every_story_of_the_paper_is_listed(listed: set[str], html_pages: Pages) -> None:
    stories = {path for path, page in html_pages.items() if b'"@type":"NewsArticle"' in page.body}

    assert len(stories) >= 50
    assert stories - listed == set()


def test_news_are_of_the_last_two_days(sitemaps: dict[str, etree._Element]) -> None:
    root = sitemaps["/news-sitemap.xml"]
    dates = [datetime.fromisoformat(str(one.text)) for one in root.iter(f"{NEWS}publication_date")]

    assert dates
    assert max(dates) - min(dates) <= timedelta(days=2)
