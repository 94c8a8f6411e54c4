"""Items: what an entry of any kind of feed says, and the draft that it makes."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from hashlib import blake2b

from harkara.intake.content import Content, lost, plain, read_content, syndicated
from harkara.intake.datelines import take_dateline
from harkara.intake.drafts import (
    Draft,
    DraftBlock,
    DraftGallery,
    DraftImageRef,
    DraftSource,
    DraftVideo,
    Origin,
    SourceKind,
    TextBlock,
)
from harkara.intake.mending import Pen
from harkara.intake.pictures import address
from harkara.intake.signatures import take_signatures
from harkara.intake.sources.feeds.tails import without_tails
from harkara.newsroom.videos import video_addresses

_NOBODY = frozenset({"admin", "administrator", "unknown"})
MOST_STANDFIRST = 400
MOST_ID = 255
MOST_TITLE = 500
LOST = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry as its feed has it; texts are HTML unless they are said to be plain."""

    id: str = ""
    url: str = ""
    title: str = ""
    summary: str = ""
    content: str = ""
    authors: tuple[str, ...] = ()
    picture: str = ""
    published_at: datetime | None = field(default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed: what it calls itself, where its site is, and its items, in its own order."""

    title: str
    url: str
    drafts: tuple[Draft, ...]


def draft_of(item: Item, name: str) -> Draft:
    """Return the draft of an item of the feed that is called `name`."""
    pen, of_summary = Pen(), Pen()
    headline = plain(item.title, pen)[:MOST_TITLE].strip()
    content = _content(item.content or item.summary, item.url, pen)
    summary = _text(_content(item.summary, item.url, of_summary)) if item.content else ""
    text = _text(content)
    stands_alone = 0 < len(summary) <= MOST_STANDFIRST and summary.rstrip("… .") not in text
    body = (*_video(item.url, content), *_with_picture(content.blocks, item.picture))
    draft = Draft(
        origin=Origin(
            kind=SourceKind.FEED,
            raw=_raw(item),
            name=item.url[:MOST_ID],
            foreign_id=_foreign_id(item),
        ),
        headline=headline,
        standfirst=summary if stands_alone else "",
        body=body,
        byline=tuple(dict.fromkeys(filter(_is_name, (" ".join(a.split()) for a in item.authors)))),
        published_at=item.published_at,
        source=DraftSource(name=name, url=address(item.url, "")),
        removed=tuple(
            replace(line, before_block=line.before_block + len(body) - len(content.blocks))
            for line in content.removed
        ),
        repairs=(*pen.notes, *(of_summary.notes if stands_alone else ())),
        notices=tuple(lost(content)),
        damaged=LOST in item.title + item.summary + item.content,
    )
    return take_signatures(take_dateline(draft))


def _content(html: str, url: str, pen: Pen) -> Content:
    return without_tails(read_content(html, syndicated(url), pen), url)


def _text(content: Content) -> str:
    return " ".join(block.text for block in content.blocks if isinstance(block, TextBlock))


def _is_name(author: str) -> bool:
    """Say whether an author is somebody: WordPress calls its first account "admin"."""
    return bool(author) and author.casefold() not in _NOBODY


def _video(url: str, content: Content) -> Iterator[DraftVideo]:
    """Give the video that an item of a channel's feed is, unless it stands in its text."""
    video = video_addresses(url)
    if video and not any(isinstance(block, DraftVideo) for block in content.blocks):
        yield DraftVideo(url=video.watch)


def _raw(item: Item) -> bytes:
    """Return an item's words as they came; when they came is no part of them."""
    said = {name: value for name, value in asdict(item).items() if name != "published_at"}
    return json.dumps(said, ensure_ascii=False).encode("utf-8", "replace")


def _foreign_id(item: Item) -> str:
    """Return what the feed calls an item: its id, else its address, else what it says."""
    named = item.id or item.url
    if named and len(named) <= MOST_ID:
        return named
    said = named or f"{item.title}\n{item.summary or item.content}"
    return blake2b(said.encode("utf-8", "replace"), digest_size=20).hexdigest()


def _with_picture(body: Sequence[DraftBlock], picture: str) -> tuple[DraftBlock, ...]:
    """Return the blocks with the item's own picture first, unless one stands in them."""
    url = address(picture, "")
    if not url or any(isinstance(block, DraftImageRef | DraftGallery) for block in body):
        return tuple(body)
    return (DraftImageRef(url=url), *body)
