"""The body of a story: StreamField blocks, as the database holds them, to plain values."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

import nh3

from harkara.newsroom.blocks import table_rows
from harkara.newsroom.links import followable
from harkara.newsroom.queries.pictures import WIDE, PhotoRow, picture
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
ALSO_READ_AFTER = 3
"""The first story that was chosen stands after so many paragraphs, if more follow."""
PAGE_LINK = re.compile(r'<a\b[^>]*\blinktype="page"[^>]*>')
# More digits than these no database holds as an id.
LINK_ID = re.compile(r'\bid="([0-9]{1,18})"')
PARAGRAPH_EDGE = re.compile(r"</?p\b[^>]*>")

Cards = Mapping[int, Card]
# A block as the database holds it: its type, and a value shaped by `newsroom.blocks`.
Raw = Mapping[str, Any]
Stream = list[Raw]


@dataclass(frozen=True, slots=True)
class Around:
    """What a body refers to: cards by the ids of their pages, photos by theirs."""

    cards: Cards
    photos: Mapping[int, PhotoRow]

    def photo(self, pk: int | None) -> PhotoRow | None:
        """Return a photo, None if it was deleted since."""
        return self.photos.get(pk) if pk else None


def body(stream: Stream, around: Around) -> tuple[Block, ...]:
    """Return the blocks of a story as readers see them; what leads nowhere is left out."""
    made = (MAKERS[one["type"]](one["value"], around) for one in stream if one["type"] in MAKERS)
    return tuple(block for blocks in made for block in blocks)


def with_also_read(blocks: tuple[Block, ...], chosen: Sequence[Card]) -> tuple[Block, ...]:
    """Return a body with chosen stories to read beside it: one inside, the others at its end.

    A body in which an editor placed some is left as it is.
    """
    if not chosen or any(isinstance(block, AlsoRead) for block in blocks):
        return blocks
    first, *others = (AlsoRead(card=card) for card in chosen)
    paragraphs = [at for at, block in enumerate(blocks) if isinstance(block, Paragraph)]
    inside = len(paragraphs) > ALSO_READ_AFTER
    at = paragraphs[ALSO_READ_AFTER - 1] + 1 if inside else len(blocks)
    return (*blocks[:at], first, *blocks[at:], *others)


def inline_html(html: str, linked: Cards) -> str:
    """Return one paragraph's clean inline HTML, with links to stories resolved."""
    return _clean(PARAGRAPH_EDGE.sub("", html), linked, INLINE_TAGS)


def page_html(html: str, linked: Cards) -> str:
    """Return the clean HTML of a page about the paper, with links to stories resolved."""
    return _clean(html, linked, PAGE_TAGS)


def linked_pages(stream: Stream) -> Iterator[int]:
    """Give the ids of the pages a body refers to."""
    for one in stream:
        if one["type"] == "also_read" and one["value"].get("story"):
            yield one["value"]["story"]
        elif one["type"] == "paragraph":
            yield from pages_in(one["value"])


def pages_in(html: str) -> list[int]:
    """Return the ids of the pages that rich text links to."""
    ids = (LINK_ID.search(link) for link in PAGE_LINK.findall(html))
    return [int(found.group(1)) for found in ids if found]


def shown_photos(stream: Stream) -> Iterator[int]:
    """Give the ids of the photos a body shows."""
    for one in stream:
        for place in _places_of_photos(one["type"], one["value"]):
            if place:
                yield place


def _places_of_photos(kind: str, value: Any) -> Iterable[int | None]:  # noqa: ANN401 (raw)
    if kind == "picture":
        return [value.get("photo")]
    if kind == "gallery":
        return [one.get("photo") for one in items(value.get("pictures"))]
    return [value.get("poster")] if kind == "video" else []


def _clean(html: str, linked: Cards, tags: set[str]) -> str:
    return _safe(PAGE_LINK.sub(partial(_resolve, linked), html), frozenset(tags))


# The newest stories stand in several feeds and are cleaned for each.
@lru_cache(maxsize=1024)
def _safe(html: str, tags: frozenset[str]) -> str:
    return nh3.clean(
        html,
        tags=set(tags),
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener",
    )


def _resolve(linked: Cards, link: re.Match[str]) -> str:
    found = LINK_ID.search(link.group())
    card = linked.get(int(found.group(1))) if found else None
    # A link to a story that is not on the site loses its address and stays as text.
    return f'<a href="{card.path}">' if card else "<a>"


def items(values: list[Any] | None) -> list[Any]:
    """Return the items of a list block, which is kept with or without names for them."""
    return [_bare(one) for one in values or ()]


def _bare(one: Any) -> Any:  # noqa: ANN401 (raw)
    named = isinstance(one, dict) and one.get("type") == "item" and {"id", "value"} <= one.keys()
    return one["value"] if named else one


def _paragraph(value: str, around: Around) -> Iterable[Block]:
    for part in re.split(r"</p>", value):
        html = inline_html(part, around.cards).strip()
        if html:
            yield Paragraph(html=html)


def _heading(value: str, _around: Around) -> Iterable[Block]:
    if value.strip():
        yield Heading(text=value)


def _picture(value: Raw, around: Around) -> Iterable[Block]:
    made = picture(around.photo(value.get("photo")), WIDE, caption=value.get("caption") or "")
    if made:
        yield PictureBlock(picture=made)


def _also_read(value: Raw, around: Around) -> Iterable[Block]:
    card = around.cards.get(value.get("story") or 0)
    if card:
        yield AlsoRead(card=card)


def _video(value: Raw, around: Around) -> Iterable[Block]:
    addresses = video_addresses(value.get("url") or "")
    if addresses:
        yield Video(
            title=value.get("title") or "",
            provider=addresses.provider,
            embed_url=addresses.embed,
            watch_url=addresses.watch,
            poster=picture(around.photo(value.get("poster")), WIDE),
        )


def _social_post(value: Raw, _around: Around) -> Iterable[Block]:
    yield SocialPost(
        author=value.get("author") or "",
        text=value.get("text") or "",
        network=value.get("network") or "",
        url=followable(value.get("url") or ""),
    )


def _pull_quote(value: Raw, _around: Around) -> Iterable[Block]:
    yield PullQuote(text=value.get("text") or "", who=value.get("who") or "")


def _fact_box(value: Raw, _around: Around) -> Iterable[Block]:
    yield FactBox(title=value.get("title") or "", lines=tuple(items(value.get("lines"))))


def _list(value: Raw, _around: Around) -> Iterable[Block]:
    yield ListBlock(ordered=bool(value.get("ordered")), items=tuple(items(value.get("items"))))


def _table(value: Raw, _around: Around) -> Iterable[Block]:
    head, *rows = table_rows(value.get("lines") or "") or [[]]
    if head:
        caption = value.get("caption") or ""
        yield Table(caption=caption, head=tuple(head), rows=tuple(map(tuple, rows)))


def _gallery(value: Raw, around: Around) -> Iterable[Block]:
    made = (
        picture(around.photo(one.get("photo")), WIDE, caption=one.get("caption") or "")
        for one in items(value.get("pictures"))
    )
    pictures = tuple(one for one in made if one)
    if pictures:
        yield Gallery(pictures=pictures)


MAKERS: dict[str, Callable[[Any, Around], Iterable[Block]]] = {
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
