"""Facts: what an HTML page says of itself in its head and in its JSON-LD."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from harkara.intake.json_text import read_json
from harkara.intake.sources.paste.lines import PageFacts

_ARTICLES = frozenset(
    {"NewsArticle", "Article", "BlogPosting", "ReportageNewsArticle", "LiveBlogPosting"}
)
MOST_JSON = 500_000
MOST_DEPTH = 6


def read_facts(root: etree._Element) -> PageFacts:
    """Return what the page says of itself. Anything malformed counts as not said."""
    meta = _meta(root)
    article = _article(root)
    canonical = "".join(root.xpath("string(//link[@rel='canonical'][1]/@href)"))
    return PageFacts(
        headline=_one_line(article.get("headline")) or meta.get("og:title", ""),
        site_name=meta.get("og:site_name") or _name(article.get("publisher")),
        url=next(filter(_is_address, (canonical, meta.get("og:url", ""))), ""),
        published=_one_line(article.get("datePublished")) or meta.get("article:published_time", ""),
        authors=_authors(article.get("author")) or tuple(filter(None, [meta.get("author", "")])),
        title=_one_line(root.xpath("string(//head/title)")),
    )


def _meta(root: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name")
        if name:
            found.setdefault(name.lower(), _one_line(element.get("content")))
    return found


def _article(root: etree._Element) -> dict[str, Any]:
    for element in root.xpath("//script[@type='application/ld+json']"):
        text = element.text or ""
        if len(text) > MOST_JSON:
            continue
        try:
            data = read_json(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items(data, MOST_DEPTH):
            kind = item.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if any(isinstance(name, str) and name in _ARTICLES for name in kinds):
                return item
    return {}


def _items(data: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth and isinstance(data, dict):
        yield data
        yield from _items(data.get("@graph"), depth - 1)
    elif depth and isinstance(data, list):
        for item in data:
            yield from _items(item, depth - 1)


def _authors(value: object) -> tuple[str, ...]:
    people = value if isinstance(value, list) else [value]
    return tuple(filter(None, (_name(person) for person in people)))


def _name(value: object) -> str:
    name = value.get("name") if isinstance(value, dict) else value
    return _one_line(name)


def _one_line(value: object) -> str:
    return " ".join(value.split())[:500] if isinstance(value, str) else ""


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and len(value) <= 500
