"""Stream: a draft's blocks as the newsroom's story body stores them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from harkara.intake.drafts import (
    DraftAlsoRead,
    DraftBlock,
    DraftHeading,
    DraftImageRef,
    DraftLink,
    DraftList,
    DraftParagraph,
    DraftQuote,
    DraftTable,
    DraftVideo,
)

RawBlock = Mapping[str, Any]
FindStory = Callable[[str], int | None]
"""A reference's words → the page of the story it names, if the archive has it."""

MOST_HEADING = 160
MOST_REFERENCE = 300
MOST_ITEM = 600
MOST_NAME = 120
MOST_TITLE = 200


def body_of(
    blocks: Sequence[DraftBlock], *, headline: str, find_story: FindStory
) -> tuple[RawBlock, ...]:
    """Return a draft's blocks as raw blocks of a story body.

    Pictures are left out: nothing is fetched, and only a person knows whose a picture is.
    """
    return tuple(raw for block in blocks for raw in _raw(block, headline, find_story))


def filed_places(blocks: Sequence[DraftBlock]) -> tuple[int, ...]:
    """Return how many raw blocks stand before each of a draft's blocks, and how many in all."""
    sizes = (sum(1 for _raw_block in _raw(block, "", _no_story)) for block in blocks)
    return tuple(accumulate(sizes, initial=0))


def paragraph(text: str, links: Sequence[DraftLink] = ()) -> RawBlock:
    """Return one paragraph of plain text as a raw block, its links at their words."""
    return {"type": "paragraph", "value": f"<p>{_linked(text, links)}</p>"}


def _raw(block: DraftBlock, headline: str, find_story: FindStory) -> Iterator[RawBlock]:
    match block:
        case DraftParagraph(text=text, links=links):
            yield paragraph(text, links)
        case DraftHeading(text=text):
            fits = len(text) <= MOST_HEADING
            yield {"type": "heading", "value": text} if fits else paragraph(text)
        case DraftAlsoRead(text=text):
            named = text[:MOST_REFERENCE]
            yield {"type": "also_read", "value": {"story": find_story(text), "text": named}}
        case DraftList(items=items, ordered=ordered):
            yield from _list(items, ordered=ordered)
        case DraftQuote(text=text, who=who):
            yield {"type": "pull_quote", "value": {"text": text, "who": who[:MOST_NAME]}}
        case DraftTable(rows=rows):
            # The bar parts the cells of a typed table, so a bar inside one becomes a stroke.
            lines = "\n".join(" | ".join(cell.replace("|", "/") for cell in row) for row in rows)
            yield {"type": "table", "value": {"caption": gettext("Table"), "lines": lines}}
        case DraftVideo(url=url):
            title = headline[:MOST_TITLE] or gettext("Video")
            yield {"type": "video", "value": {"url": url, "title": title, "poster": None}}
        case DraftImageRef():
            return


def _list(items: Sequence[str], *, ordered: bool) -> Iterator[RawBlock]:
    if any(len(item) > MOST_ITEM for item in items):
        yield from (paragraph(item) for item in items)
        return
    yield {"type": "list", "value": {"ordered": ordered, "items": list(items)}}


def _no_story(_reference: str) -> int | None:
    return None


def _linked(text: str, links: Sequence[DraftLink]) -> SafeString:
    """Return a text as safe HTML with each link once, in the order of the text."""
    pieces: list[SafeString] = []
    at = 0
    for link in links:
        start = text.find(link.text, at) if link.text else -1
        if start < 0:
            continue
        pieces += (
            escape(text[at:start]),
            format_html('<a href="{}">{}</a>', link.url, link.text),
        )
        at = start + len(link.text)
    pieces.append(escape(text[at:]))
    return mark_safe("".join(pieces))  # noqa: S308 (every piece was escaped above)
