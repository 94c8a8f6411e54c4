"""Media: the featured picture or video of a post, and galleries that name no picture."""

import re
from collections.abc import Sequence
from dataclasses import replace

from harkara.intake.content import Content
from harkara.intake.drafts import DraftImageRef
from harkara.intake.sources.wxr import plugins
from harkara.intake.sources.wxr.items import Item
from harkara.newsroom.links import followable
from harkara.newsroom.videos import video_addresses

WITHOUT_IDS = re.compile(r"\[gallery(?![^\]]*\b(?:ids|include)\s*=)(?=[\s/\]])")
"""The beginning of a gallery that does not say which pictures it has."""


def lead_of(item: Item) -> DraftImageRef | None:
    """Return the featured picture of an item, None if it has none."""
    picture = item.meta.get("_thumbnail_id", "")
    if picture.isdecimal():
        return DraftImageRef(url="", foreign_id=picture)
    url = followable(plugins.picture(item.meta))
    return DraftImageRef(url=url) if url else None


def shown_once(
    lead: DraftImageRef | None, content: Content
) -> tuple[DraftImageRef | None, Content]:
    """Return a featured picture, and what its story holds without it, if its text begins with it.

    Where themes showed none above the text, authors put it there themselves.
    """
    first = next(iter(content.blocks), None)
    if lead is None or not isinstance(first, DraftImageRef) or first.caption:
        return lead, content
    is_lead = first.foreign_id == lead.foreign_id if lead.foreign_id else first.url == lead.url
    if not is_lead:
        return lead, content
    removed = (
        replace(line, before_block=max(line.before_block - 1, 0)) for line in content.removed
    )
    return first, replace(content, blocks=content.blocks[1:], removed=tuple(removed))


def with_video(item: Item, html: str) -> str:
    """Return HTML with the video that stood above a post, unless it stands in its text as well."""
    shown = video_addresses(plugins.video(item.meta))
    if shown is None or shown.watch.rpartition("=")[2] in html:
        return html
    return f'<x-embed src="{shown.watch}"></x-embed>{html}'


def with_attached(item: Item, pictures: Sequence[str]) -> str:
    """Return HTML whose galleries that name no picture name all that were uploaded with a post."""
    named = f'[gallery ids="{",".join(pictures)}"'
    return WITHOUT_IDS.sub(named, item["content"]) if pictures else item["content"]
