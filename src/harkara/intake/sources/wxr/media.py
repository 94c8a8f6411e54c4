"""Media: the featured picture or video of a post, and galleries that name no picture."""

import re
from collections.abc import Sequence

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
