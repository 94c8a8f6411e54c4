"""Composing: a story of another Harkara as the newsroom files it, block by block as it was."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from harkara.intake.fitting import fitted
from harkara.intake.moving.archive import GUEST, Fate, Kept, Moved
from harkara.intake.moving.restoring.standing import Standing
from harkara.intake.stream import MOST_NAME
from harkara.newsroom.actions import StoryDraft
from harkara.newsroom.actions.restoring import Link, linked
from harkara.newsroom.archive_story import ArchiveStory, as_stored

Raw = Mapping[str, Any]
MOST_HEADLINE = 255
_NAMED = re.compile(r'<a href="((?:story|page):[^"]*)">')


@dataclass(frozen=True, slots=True)
class Restored:
    """A story as it is filed, and what its blocks lead to."""

    story: ArchiveStory
    links: tuple[Link, ...]


def photos_of(moved: Moved) -> Iterator[str]:
    """Give the ids that the photos of a story have there."""
    if moved.lead:
        yield moved.lead.foreign_id
    for block in moved.kept.body if moved.kept else ():
        yield from map(str, filter(None, _photo_ids(block)))


def restored(moved: Moved, kept: Kept, standing: Standing, photos: Mapping[str, int]) -> Restored:
    """Return a story as it is filed: readers see it if they saw it there."""
    draft = moved.draft
    body = tuple(_with_photos(kept.body, photos))
    section = next((standing.sections.get(key) for key in moved.sections), None)
    story = ArchiveStory(
        headline=draft.headline[:MOST_HEADLINE] or str(kept.number),
        address_words=moved.words,
        body=as_stored([_without_story(block) for block in body]),
        section_id=section,
        author_ids=tuple(one for one in _names(kept, standing) if isinstance(one, int)),
        names=_names(kept, standing),
        topic_ids=_topics(moved, standing),
        picture_id=photos.get(moved.lead.foreign_id) if moved.lead else None,
        **fitted(draft),
        number=kept.number,
        chosen_words=kept.chosen_words[:80],
        expires_at=kept.expires_at,
        first_published_at=kept.first_published_at,
        live=moved.fate is Fate.LIVE,
        published_at=draft.published_at,
        updated_at=moved.updated_at,
    )
    return Restored(story, tuple(_links(body)))


def version_of(
    moved: Moved,
    kept: Kept,
    standing: Standing,
    photos: Mapping[str, int],
    pages: Mapping[str, int],
) -> tuple[StoryDraft, tuple[int | str, ...]]:
    """Return a version as the desk takes it, and the names over it in their order.

    `pages` are the pages of this newsroom by what the version calls them.
    """
    draft, names = moved.draft, _names(kept, standing)
    body = tuple(_led(block, pages) for block in _with_photos(kept.body, photos))
    section = next((standing.sections.get(key) for key in moved.sections), None)
    return StoryDraft(
        headline=draft.headline[:MOST_HEADLINE],
        body=body,
        section_id=section,
        author_ids=tuple(one for one in names if isinstance(one, int)),
        guests=tuple(one for one in names if isinstance(one, str)),
        topic_ids=_topics(moved, standing),
        picture_id=photos.get(moved.lead.foreign_id) if moved.lead else None,
        **fitted(draft),
    ), names


def names_led_to(moved: Moved) -> Iterator[str]:
    """Give what the blocks of a story lead to, such as `story:41`."""
    return (link.name for link in _links(moved.kept.body if moved.kept else ()))


def names_in(html: str) -> Iterator[str]:
    """Give what the links of rich text lead to, such as `story:41`."""
    return map(unescape, dict.fromkeys(_NAMED.findall(html)))


def _names(kept: Kept, standing: Standing) -> tuple[int | str, ...]:
    found = (
        one.removeprefix(GUEST)[:MOST_NAME] if one.startswith(GUEST) else standing.authors.get(one)
        for one in kept.byline
    )
    return tuple(dict.fromkeys(one for one in found if one))


def _topics(moved: Moved, standing: Standing) -> tuple[int, ...]:
    found = (standing.topics.get(key) for key in moved.topics)
    return tuple(dict.fromkeys(one for one in found if one))


def _photo_ids(block: Raw) -> Iterator[int | None]:
    value = block["value"]
    match block["type"]:
        case "picture":
            yield value["photo"]
        case "video":
            yield value["poster"]
        case "gallery":
            yield from (one["value"]["photo"] for one in value["pictures"])


def _with_photos(body: Iterable[Raw], photos: Mapping[str, int]) -> Iterator[Raw]:
    """Give the blocks with the photos of this newsroom; one that shows none of them is left out."""
    for block in body:
        value = block["value"]
        match block["type"]:
            case "picture":
                value = {**value, "photo": photos.get(str(value["photo"]))}
                if value["photo"] is None:
                    continue
            case "video":
                value = {**value, "poster": photos.get(str(value["poster"]))}
            case "gallery":
                shown = [
                    {**one, "value": {**one["value"], "photo": photo}}
                    for one in value["pictures"]
                    if (photo := photos.get(str(one["value"]["photo"])))
                ]
                if not shown:
                    continue
                value = {"pictures": shown}
        yield {**block, "value": value}


def _links(body: Iterable[Raw]) -> Iterator[Link]:
    for block in body:
        if block["type"] == "also_read" and block["value"]["story"]:
            yield Link(block["id"], f"story:{block['value']['story']}")
        elif block["type"] == "paragraph":
            yield from (Link(block["id"], name) for name in names_in(block["value"]))


def _without_story(block: Raw) -> Raw:
    if block["type"] != "also_read":
        return block
    return {**block, "value": {**block["value"], "story": None}}


def _led(block: Raw, pages: Mapping[str, int]) -> Raw:
    if block["type"] == "paragraph":
        return {**block, "value": linked(block["value"], pages)}
    if block["type"] == "also_read":
        name = f"story:{block['value']['story']}"
        return {**block, "value": {**block["value"], "story": pages.get(name)}}
    return block
