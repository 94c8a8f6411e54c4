"""The body of a story: StreamField blocks to plain values."""

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import nh3

from harkara.newsroom.blocks import table_rows
from harkara.newsroom.links import followable
from harkara.newsroom.models import ArticlePage
from harkara.newsroom.queries.cards import card_of_article
from harkara.newsroom.queries.pictures import WIDE, picture
from harkara.newsroom.records import (
    AlsoRead,
    Block,
    Card,
    FactBox,
    Gallery,
    Heading,
    ListBlock,
    Paragraph,
    PictureBlock,
    PullQuote,
    SocialPost,
    Table,
    Video,
)
from harkara.newsroom.videos import video_addresses

INLINE_TAGS = {"a", "strong", "em", "b", "i", "br"}
PAGE_TAGS = INLINE_TAGS | {"h2", "h3", "p", "ul", "ol", "li"}
PAGE_LINK = re.compile(r'<a\b[^>]*\blinktype="page"[^>]*>')
# More digits than these no database holds as an id.
LINK_ID = re.compile(r'\bid="([0-9]{1,18})"')
PARAGRAPH_EDGE = re.compile(r"</?p\b[^>]*>")

Cards = dict[int, Card]
# Wagtail's block values have no types of their own.
StreamValue = Any


def body(article: ArticlePage) -> tuple[Block, ...]:
    """Return the blocks of a story as readers see them; what leads nowhere is left out."""
    stream = [(block.block_type, block.value) for block in article.body]
    linked = card_of_article(_linked_pages(stream))
    made = (MAKERS[kind](value, linked) for kind, value in stream)
    return tuple(block for blocks in made for block in blocks)


def inline_html(html: str, linked: Cards) -> str:
    """Return one paragraph's clean inline HTML, with links to stories resolved."""
    return _clean(PARAGRAPH_EDGE.sub("", html), linked, INLINE_TAGS)


def page_html(html: str) -> str:
    """Return the clean HTML of a page about the paper."""
    linked = card_of_article(_pages_in(html))
    return _clean(html, linked, PAGE_TAGS)


def _clean(html: str, linked: Cards, tags: set[str]) -> str:
    resolved = PAGE_LINK.sub(partial(_resolve, linked), html)
    return nh3.clean(
        resolved,
        tags=tags,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener",
    )


def _resolve(linked: Cards, link: re.Match[str]) -> str:
    found = LINK_ID.search(link.group())
    card = linked.get(int(found.group(1))) if found else None
    # A link to a story that is not on the site loses its address and stays as text.
    return f'<a href="{card.path}">' if card else "<a>"


def _pages_in(html: str) -> list[int]:
    ids = (LINK_ID.search(link) for link in PAGE_LINK.findall(html))
    return [int(found.group(1)) for found in ids if found]


def _linked_pages(stream: list[tuple[str, StreamValue]]) -> Iterable[int]:
    for kind, value in stream:
        if kind == "also_read" and value["story"]:
            yield value["story"].pk
        elif kind == "paragraph":
            yield from _pages_in(value.source)


def _paragraph(value: StreamValue, linked: Cards) -> Iterable[Block]:
    for part in re.split(r"</p>", value.source):
        html = inline_html(part, linked).strip()
        if html:
            yield Paragraph(html=html)


def _heading(value: str, _linked: Cards) -> Iterable[Block]:
    if value.strip():
        yield Heading(text=value)


def _picture(value: StreamValue, _linked: Cards) -> Iterable[Block]:
    made = picture(value["photo"], WIDE, caption=value["caption"])
    if made:
        yield PictureBlock(picture=made)


def _also_read(value: StreamValue, linked: Cards) -> Iterable[Block]:
    card = linked.get(value["story"].pk) if value["story"] else None
    if card:
        yield AlsoRead(card=card)


def _video(value: StreamValue, _linked: Cards) -> Iterable[Block]:
    addresses = video_addresses(value["url"])
    if addresses:
        yield Video(
            title=value["title"],
            provider=addresses.provider,
            embed_url=addresses.embed,
            watch_url=addresses.watch,
            poster=picture(value["poster"], WIDE),
        )


def _social_post(value: StreamValue, _linked: Cards) -> Iterable[Block]:
    yield SocialPost(
        author=value["author"],
        text=value["text"],
        network=value["network"],
        url=followable(value["url"]),
    )


def _pull_quote(value: StreamValue, _linked: Cards) -> Iterable[Block]:
    yield PullQuote(text=value["text"], who=value["who"])


def _fact_box(value: StreamValue, _linked: Cards) -> Iterable[Block]:
    yield FactBox(title=value["title"], lines=tuple(value["lines"]))


def _list(value: StreamValue, _linked: Cards) -> Iterable[Block]:
    yield ListBlock(ordered=value["ordered"], items=tuple(value["items"]))


def _table(value: StreamValue, _linked: Cards) -> Iterable[Block]:
    head, *rows = table_rows(value["lines"]) or [[]]
    if head:
        yield Table(caption=value["caption"], head=tuple(head), rows=tuple(map(tuple, rows)))


def _gallery(value: StreamValue, _linked: Cards) -> Iterable[Block]:
    made = (picture(one["photo"], WIDE, caption=one["caption"]) for one in value["pictures"])
    pictures = tuple(one for one in made if one)
    if pictures:
        yield Gallery(pictures=pictures)


MAKERS: dict[str, Callable[[StreamValue, Cards], Iterable[Block]]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "picture": _picture,
    "also_read": _also_read,
    "video": _video,
    "social_post": _social_post,
    "pull_quote": _pull_quote,
    "fact_box": _fact_box,
    "list": _list,
    "table": _table,
    "gallery": _gallery,
}
