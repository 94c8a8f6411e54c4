"""A story of an archive that moves in: as it is filed with thousands of others."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import uuid4

from harkara.newsroom.kinds import StoryKind

RawBlock = Mapping[str, Any]


class Referred(StrEnum):
    """What a body may refer to."""

    PHOTO = "photo"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Reference:
    """One thing a body refers to by its id: at which path in it, and at which of its model."""

    to: Referred
    pk: int
    path: str
    model_path: str


@dataclass(frozen=True, slots=True)
class Body:
    """A story's body as its row has it, and what it refers to; `as_stored` makes it of blocks."""

    text: str = "[]"
    references: tuple[Reference, ...] = ()

    def __bool__(self) -> bool:
        return self.text != "[]"


def as_stored(blocks: Sequence[RawBlock]) -> Body:
    """Return raw blocks as they are stored; those without an id are given one.

    So are the pictures of a gallery, which may come as Wagtail takes them: as values alone.
    """
    named = [_named(block) for block in blocks]
    references = tuple(found for block in named for found in _referred(block))
    return Body(json.dumps(named, ensure_ascii=False), references)


def _named(block: RawBlock) -> RawBlock:
    if block["type"] == "gallery":
        pictures = [_named(_as_item(one)) for one in block["value"]["pictures"]]
        block = {**block, "value": {**block["value"], "pictures": pictures}}
    return block if "id" in block else {"id": str(uuid4()), **block}


def _as_item(picture: RawBlock) -> RawBlock:
    return picture if picture.get("type") == "item" else {"type": "item", "value": picture}


def _referred(block: RawBlock) -> Iterator[Reference]:
    """Give what a block refers to, as Wagtail would note it."""
    kind, value, where = block["type"], block["value"], f"body.{block['id']}"
    if kind == "picture" and value["photo"]:
        yield Reference(Referred.PHOTO, value["photo"], f"{where}.photo", "body.picture.photo")
    elif kind == "also_read" and value["story"]:
        yield Reference(Referred.PAGE, value["story"], f"{where}.story", "body.also_read.story")
    elif kind == "video" and value["poster"]:
        yield Reference(Referred.PHOTO, value["poster"], f"{where}.poster", "body.video.poster")
    elif kind == "gallery":
        for one in value["pictures"]:
            path = f"{where}.pictures.{one['id']}.photo"
            named = "body.gallery.pictures.item.photo"
            yield Reference(Referred.PHOTO, one["value"]["photo"], path, named)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveStory:
    """A story that was published elsewhere before, or lay unfinished there.

    `address_words` are the words of its address, made already. A story of no section, and one that
    is not `live`, waits with the desk. `old_paths` are the addresses it had, decoded, and lead to
    it from now on. `number` is the number it had as a story of another Harkara: it keeps it if
    nobody here has it. `chosen_words` are those of its address if an editor chose them.
    `names` are the ids of authors and the guests in the order they stand over it, if that is told.
    `expires_at` is when it leaves the site by itself. `first_published_at` tells of a story that
    is not live that it was, once.
    """

    headline: str
    address_words: str
    body: Body = Body()
    standfirst: str = ""
    dateline: str = ""
    kind: str = StoryKind.NEWS
    section_id: int | None = None
    author_ids: tuple[int, ...] = ()
    guests: tuple[str, ...] = ()
    names: tuple[int | str, ...] = ()
    topic_ids: tuple[int, ...] = ()
    picture_id: int | None = None
    source_name: str = ""
    source_credit: str = ""
    source_url: str = ""
    embargo_until: datetime | None = None
    corrections: tuple[tuple[datetime, str], ...] = ()
    number: int | None = None
    chosen_words: str = ""
    expires_at: datetime | None = None
    first_published_at: datetime | None = None
    live: bool = True
    published_at: datetime | None = None
    updated_at: datetime | None = None
    old_paths: tuple[str, ...] = ()
    by_id: int | None = None
