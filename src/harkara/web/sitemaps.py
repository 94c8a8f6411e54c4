"""Sitemaps, as sitemaps.org and the news and image extensions write them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lxml import etree

from harkara.newsroom.records import Card, Site
from harkara.web.addresses import absolute, media
from harkara.web.feeds.channel import sayable
from harkara.web.presenters.times import local

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"
# Search engines read a news sitemap for two days; without a clock, counted from the newest story.
NEWS_DAYS = timedelta(days=2)
NEWS_MOST = 1000


@dataclass(frozen=True, slots=True)
class Entry:
    """One address, and what is known of it."""

    path: str
    changed_at: datetime | None = None
    picture: str = ""


def index(paths: Iterable[str]) -> bytes:
    """Return the sitemap that names all the others."""
    root = etree.Element(f"{{{SITEMAP}}}sitemapindex", nsmap={None: SITEMAP})
    for path in paths:
        _put(etree.SubElement(root, f"{{{SITEMAP}}}sitemap"), SITEMAP, "loc", absolute(path))
    return _bytes(root)


def month_path(month: date) -> str:
    """Return the address of one month's sitemap."""
    return f"/sitemaps/{month:%Y-%m}.xml"


def urls(entries: Iterable[Entry]) -> bytes:
    """Return a sitemap of addresses."""
    root = etree.Element(f"{{{SITEMAP}}}urlset", nsmap={None: SITEMAP, "image": IMAGE})
    for entry in entries:
        url = etree.SubElement(root, f"{{{SITEMAP}}}url")
        _put(url, SITEMAP, "loc", absolute(entry.path))
        if entry.changed_at:
            _put(url, SITEMAP, "lastmod", local(entry.changed_at).isoformat())
        if entry.picture:
            picture = etree.SubElement(url, f"{{{IMAGE}}}image")
            _put(picture, IMAGE, "loc", entry.picture)
    return _bytes(root)


def story_entries(cards: Iterable[Card]) -> tuple[Entry, ...]:
    """Return what a sitemap says of stories."""
    return tuple(Entry(card.path, card.updated_at, _picture(card)) for card in cards)


def news(site: Site, cards: tuple[Card, ...]) -> bytes:
    """Return the news sitemap: of the cards, those within two days of the newest."""
    root = etree.Element(f"{{{SITEMAP}}}urlset", nsmap={None: SITEMAP, "news": NEWS})
    newest = max((card.published_at for card in cards), default=None)
    for card in cards:
        if newest and newest - card.published_at <= NEWS_DAYS:
            _news(etree.SubElement(root, f"{{{SITEMAP}}}url"), site, card)
    return _bytes(root)


def _news(url: etree._Element, site: Site, card: Card) -> None:
    _put(url, SITEMAP, "loc", absolute(card.path))
    story = etree.SubElement(url, f"{{{NEWS}}}news")
    paper = etree.SubElement(story, f"{{{NEWS}}}publication")
    _put(paper, NEWS, "name", sayable(site.name))
    _put(paper, NEWS, "language", site.language)
    _put(story, NEWS, "publication_date", local(card.published_at).isoformat())
    _put(story, NEWS, "title", sayable(card.headline))


def _picture(card: Card) -> str:
    if card.picture is None or not card.picture.renditions:
        return ""
    return absolute(media(card.picture.renditions[-1]))


def _put(at: etree._Element, space: str, tag: str, text: str) -> None:
    etree.SubElement(at, f"{{{space}}}{tag}").text = text


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)
