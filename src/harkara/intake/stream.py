"""Stream: a draft's blocks as the newsroom's story body stores them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any
from uuid import uuid4

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from harkara.intake.drafts import (
    DraftAlsoRead,
    DraftBlock,
    DraftFactBox,
    DraftGallery,
    DraftHeading,
    DraftImageRef,
    DraftLink,
    DraftList,
    DraftParagraph,
    DraftPost,
    DraftQuote,
    DraftTable,
    DraftVideo,
)
from harkara.intake.emphasis import written

RawBlock = Mapping[str, Any]
FindStory = Callable[[str], int | None]
"""A reference's words → the page of the story it names, if the archive has it."""
FindPhoto = Callable[[DraftImageRef], int | None]
"""A picture that stood somewhere → the photo of the newsroom that it is, if there is one."""

MOST_HEADING = 160
MOST_REFERENCE = 300
MOST_ITEM = 600
MOST_FACT = 400
MOST_NAME = 120
MOST_TITLE = 200
MOST_CREDIT = 200
MOST_CORRECTION = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What stands over a table, a video and a story that nobody named, in the home's language."""

    table: str
    video: str
    nameless: str


def labels() -> Labels:
    """Return the labels in the language of this moment; a process without Django is handed them."""
    return Labels(
        table=gettext("Table"),
        video=gettext("Video"),
        nameless=gettext("Pasted story without a headline"),
    )


def body_of(
    blocks: Sequence[DraftBlock],
    *,
    headline: str,
    labels: Labels,
    find_story: FindStory | None = None,
    find_photo: FindPhoto | None = None,
) -> tuple[RawBlock, ...]:
    """Return a draft's blocks as raw blocks of a story body.

    Pictures that `find_photo` does not find are left out: nothing is fetched, and only a person
    knows whose a picture is.
    """
    around = _Around(headline, labels, find_story or _no_story, find_photo or _no_photo)
    return tuple(raw for block in blocks for raw in _raw(block, around))


def filed_places(blocks: Sequence[DraftBlock]) -> tuple[int, ...]:
    """Return how many raw blocks stand before each of a draft's blocks, and how many in all."""
    nothing = _Around("", Labels(table="", video="", nameless=""), _no_story, _no_photo)
    sizes = (sum(1 for _raw_block in _raw(block, nothing)) for block in blocks)
    return tuple(accumulate(sizes, initial=0))


def paragraph(text: str, links: Sequence[DraftLink] = ()) -> RawBlock:
    """Return one paragraph of plain text as a raw block, its links at their words."""
    return {"type": "paragraph", "value": f"<p>{linked(text, links)}</p>"}


@dataclass(frozen=True, slots=True)
class _Around:
    """What a body is filed with: its headline, and where its stories and photos are found."""

    headline: str
    labels: Labels
    find_story: FindStory
    find_photo: FindPhoto


def _raw(block: DraftBlock, around: _Around) -> Iterator[RawBlock]:
    match block:
        case DraftParagraph(html=html) if html:
            yield {"type": "paragraph", "value": f"<p>{html}</p>"}
        case DraftParagraph(text=text, links=links):
            yield paragraph(text, links)
        case DraftHeading(text=text):
            fits = len(text) <= MOST_HEADING
            yield {"type": "heading", "value": text} if fits else paragraph(text)
        case DraftAlsoRead(text=text):
            named = text[:MOST_REFERENCE]
            yield {"type": "also_read", "value": {"story": around.find_story(text), "text": named}}
        case DraftList(items=items, ordered=ordered):
            yield from _list(items, ordered=ordered)
        case DraftTable(rows=rows, caption=caption):
            # The bar parts the cells of a typed table, so a bar inside one becomes a stroke.
            lines = "\n".join(" | ".join(cell.replace("|", "/") for cell in row) for row in rows)
            named = caption[:MOST_TITLE] or around.labels.table
            yield {"type": "table", "value": {"caption": named, "lines": lines}}
        case DraftFactBox():
            yield from _fact_box(block)
        case _:
            yield from _set_apart(block, around)


def _set_apart(block: DraftBlock, around: _Around) -> Iterator[RawBlock]:
    match block:
        case DraftQuote(text=text, who=who):
            yield {"type": "pull_quote", "value": {"text": text, "who": who[:MOST_NAME]}}
        case DraftVideo(url=url, title=title, poster=poster):
            named = (title or around.headline)[:MOST_TITLE] or around.labels.video
            still = around.find_photo(poster) if poster else None
            yield {"type": "video", "value": {"url": url, "title": named, "poster": still}}
        case DraftPost(text=text, author=author, network=network, url=url):
            post = {"author": author[:MOST_NAME], "network": network, "text": text, "url": url}
            yield {"type": "social_post", "value": post}
        case DraftImageRef():
            yield from ({"type": "picture", "value": one} for one in _pictures([block], around))
        case DraftGallery(pictures=pictures):
            yield from _gallery(_pictures(pictures, around))


def _pictures(pictures: Sequence[DraftImageRef], around: _Around) -> list[dict[str, object]]:
    found = ((around.find_photo(one), one.caption[:MOST_REFERENCE]) for one in pictures)
    return [{"photo": photo, "caption": caption} for photo, caption in found if photo]


def _gallery(pictures: Sequence[Mapping[str, object]]) -> Iterator[RawBlock]:
    """Give a gallery; a single picture is none."""
    if len(pictures) == 1:
        yield {"type": "picture", "value": pictures[0]}
    elif pictures:
        items = [{"type": "item", "value": one, "id": str(uuid4())} for one in pictures]
        yield {"type": "gallery", "value": {"pictures": items}}


def _list(items: Sequence[str], *, ordered: bool) -> Iterator[RawBlock]:
    if any(len(item) > MOST_ITEM for item in items):
        yield from (paragraph(item) for item in items)
        return
    yield {"type": "list", "value": {"ordered": ordered, "items": list(items)}}


def _fact_box(box: DraftFactBox) -> Iterator[RawBlock]:
    if len(box.title) > MOST_NAME or any(len(line) > MOST_FACT for line in box.lines):
        yield from (paragraph(line) for line in (box.title, *box.lines))
        return
    yield {"type": "fact_box", "value": {"title": box.title, "lines": list(box.lines)}}


def _no_photo(_picture: DraftImageRef) -> int | None:
    return None


def _no_story(_reference: str) -> int | None:
    return None


def linked(text: str, links: Sequence[DraftLink]) -> SafeString:
    """Return a text as safe HTML with each link once, in the order of the text."""
    return SafeString(written(text, ((link.text, link.url) for link in links)))  # all is escaped
