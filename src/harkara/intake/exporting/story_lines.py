"""A story as a line of Harkara's own form."""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ObjectDoesNotExist

from harkara.intake.exporting.gathering import Around, PageRef, Story
from harkara.intake.exporting.versions import Version
from harkara.intake.models import ForeignId, KeptComment, Provenance
from harkara.newsroom.models import AlsoReadChoice, Author
from harkara.newsroom.queries.body import LINK_ID, PAGE_LINK

Line = dict[str, Any]


def story_line(story: Story, around: Around) -> Line:
    """Return a story as a line: where it stands, what it says, what belongs to it."""
    row, live = story.row, story.live
    return {
        "type": "story",
        "number": story.number,
        "state": str(story.state),
        "section": story.section.slug if story.section else None,
        "words": story.words,
        "path": story.path if live else None,
        "published_at": _moment(live.published_at if live else row.first_published_at),
        "updated_at": _moment(live.updated_at if live else row.last_published_at),
        "publish_at": _moment(story.publish_at),
        "expires_at": _moment(row.expire_at),
        **_version(story.shown, around),
        "waiting": _version(story.waiting, around) if story.waiting else None,
        "beside": list(_beside(story)),
        "comments": [_comment(one) for one in row.kept_comments.all() if not one.is_erased],
        "ids": [_id(one) for one in row.foreign_ids.all()],
        "provenance": _provenance(story),
    }


def linked(html: str, pages: Mapping[int, PageRef]) -> str:
    """Return rich text whose links to pages name stories by their numbers, others by their paths.

    `<a href="story:41">` leads to a story, `<a href="page:/desh/">` to another page of the site.
    A link to a page that is gone becomes one without an address, as readers see it.
    """

    def resolved(found: re.Match[str]) -> str:
        named = LINK_ID.search(found[0])
        page = pages.get(int(named[1])) if named else None
        if page is None or not (page.number or page.path):
            return "<a>"
        return f'<a href="story:{page.number}">' if page.number else f'<a href="page:{page.path}">'

    return PAGE_LINK.sub(resolved, html)


def body_of(version: Version, pages: Mapping[int, PageRef]) -> Iterator[Line]:
    """Give the blocks of a version as they are stored, stories named by their numbers."""
    for block in version.body:
        value = block["value"]
        if block["type"] == "paragraph":
            value = linked(value, pages)
        elif block["type"] == "also_read":
            page = pages.get(value.get("story") or 0)
            value = {**value, "story": page.number if page else None}
        yield {**block, "value": value}


def _version(version: Version, around: Around) -> Line:
    return {
        "kind": version.kind,
        "headline": version.headline,
        "standfirst": version.standfirst,
        "dateline": version.dateline,
        "bylines": [
            {"author": one.slug} if isinstance(one, Author) else {"guest": one}
            for one in around.bylines_of(version)
        ],
        "picture": version.picture_id if version.picture_id in around.photos else None,
        "body": list(body_of(version, around.pages)),
        "topics": [topic.slug for topic in around.topics_of(version)],
        "corrections": [{"at": at.isoformat(), "text": text} for at, text in version.corrections],
        "embargo_until": _moment(version.embargo_until),
        "source": {
            "name": version.source_name,
            "credit": version.source_credit,
            "url": version.source_url,
        },
        "chosen_words": version.address_words,
    }


def _beside(story: Story) -> Iterator[int]:
    """Give the stories that were chosen by themselves to be read beside a live one."""
    try:
        choice: AlsoReadChoice | None = story.live.also_read_choice if story.live else None
    except ObjectDoesNotExist:
        choice = None
    if choice:
        yield from choice.numbers


def _comment(one: KeptComment) -> Line:
    return {
        "source": one.source_kind,
        "site": one.source_key,
        "id": one.foreign_id,
        "parent": one.parent_id,
        "author": one.author,
        "email": one.email,
        "url": one.url,
        "ip": one.ip,
        "status": one.status,
        "text": one.text,
        "at": _moment(one.written_at),
    }


def _id(one: ForeignId) -> Line:
    return {
        "source": one.source_kind,
        "site": one.source_key,
        "id": one.foreign_id,
        "fingerprint": one.fingerprint,
        "text_print": one.text_print,
        "received_at": _moment(one.received_at),
    }


def _provenance(story: Story) -> Line | None:
    try:
        kept: Provenance = story.row.provenance
    except ObjectDoesNotExist:
        return None
    return {
        "source": kept.source_kind,
        "file_name": kept.file_name,
        "raw": b64encode(bytes(kept.raw)).decode("ascii"),
        "packed": kept.is_packed,
        "published_at": _moment(kept.published_at),
        "removed": kept.removed,
        "repairs": kept.repairs,
        "notices": kept.notices,
        "pictures": kept.pictures,
        "topics": kept.topics,
        "received_at": _moment(kept.received_at),
    }


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
