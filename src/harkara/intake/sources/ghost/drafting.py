"""Drafting: a Ghost post as the draft of a story, with all that belongs to it."""

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext_noop as _

from harkara.intake.content import (
    Ways,
    counted,
    plain,
    read_content,
    readable_words,
    shown_once,
    stored,
)
from harkara.intake.drafts import Draft, DraftImageRef, DraftSource, Notice, Origin, SourceKind
from harkara.intake.mending import Pen
from harkara.intake.moments import iso_moment, within_reach
from harkara.intake.moving.archive import NO_ID, Fate, Moved, Passed
from harkara.intake.sources.ghost.addresses import Addresses
from harkara.intake.sources.ghost.bodies import GHOST_URL, body_of
from harkara.intake.sources.ghost.export import Row, said
from harkara.newsroom.addresses import as_asked_for
from harkara.newsroom.links import followable
from harkara.text.slug import slug

MOST_URL = 500
FATES = {
    "published": Fate.LIVE,
    "sent": Fate.DRAFT,
    "scheduled": Fate.SCHEDULED,
    "draft": Fate.DRAFT,
}
UNTITLED = "(Untitled)"
"""What Ghost calls a post that nobody gave a title."""
_UNTITLED = re.compile(r"untitled(?:-\d+)?\Z")
_MAIL = _("It was sent by mail alone there: kept as a draft.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post with the keys of its tags and authors, the first tag first, and its place in the file.

    `at` counts the posts of the file from 1.
    """

    row: Row
    at: int
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    meta: Row | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What all posts of an export have in common."""

    key: str
    base: str
    file_name: str
    addresses: Addresses
    leading: frozenset[str] = frozenset()
    """The tags that stand first in some post: of these are sections made."""


def draft_of(post: Post, settings: Settings) -> Moved | Passed:
    """Return what a post is: a story, or something that does not become one."""
    row = post.row
    foreign_id = id_of(row)
    if not foreign_id:
        why = Notice(message=NO_ID)
        title = said(row, "title")[:80]
        return Passed(line=post.at, after=post.at, why=why, title=title, is_trouble=True)
    pen = Pen()
    base, ways = settings.base, stored(settings.base)
    body = body_of(row, base)
    lead, content = shown_once(_lead(post, ways, base), read_content(body.html, ways, pen))
    members = said(row, "visibility") not in ("", "public")
    fate = FATES.get(said(row, "status"), Fate.DRAFT)
    headline = plain(said(row, "title"), pen)
    headline = "" if headline == UNTITLED else headline
    published = moment(row.get("published_at"))
    mail = said(row, "status") == "sent" or _is_mail(post.meta)
    notices = (
        *([Notice(message=_MAIL)] if mail else []),
        *counted(content, pen),
        *body.notices,
    )
    return Moved(
        draft=Draft(
            origin=Origin(
                kind=SourceKind.GHOST,
                raw=json.dumps(row, ensure_ascii=False, sort_keys=True).encode(),
                name=settings.file_name,
                key=settings.key,
                foreign_id=foreign_id,
            ),
            headline=headline,
            standfirst=plain(said(row, "custom_excerpt"), pen),
            body=content.blocks,
            published_at=published,
            source=_source(post, ways),
            removed=content.removed,
            repairs=tuple(pen.notes),
            notices=notices,
        ),
        line=post.at,
        after=post.at,
        fate=_fate(fate, members=members, mail=mail),
        words=_words(said(row, "slug")) or slug(headline),
        sections=tuple(tag for tag in post.tags if tag in settings.leading),
        topics=post.tags,
        authors=post.authors,
        updated_at=moment(row.get("updated_at")),
        old_paths=_paths(post, ways, settings.addresses.of_post(_in_permalinks(post), published)),
        lead=lead,
        is_page=said(row, "type") == "page" or row.get("page") in (True, 1),
    )


def id_of(row: Row) -> str:
    """Return what Ghost calls a post, whichever of its names it has."""
    return said(row, "id") or said(row, "uuid") or said(row, "slug") or said(row, "url")


def moment(value: Any) -> datetime | None:  # noqa: ANN401 (JSON)
    """Return a moment of a row: as text, or in milliseconds as old exports have it."""
    try:
        if isinstance(value, int | float):
            return within_reach(datetime.fromtimestamp(value / 1000, UTC))
    except (ValueError, OverflowError, OSError):
        return None
    return iso_moment(value)


def _lead(post: Post, ways: Ways, base: str) -> DraftImageRef | None:
    url = (said(post.row, "feature_image") or said(post.row, "image")).replace(GHOST_URL, base)
    if not url:
        return None
    meta, pen = post.meta or post.row, Pen()
    return DraftImageRef(
        url=ways.address(url),
        alt=plain(said(meta, "feature_image_alt"), pen),
        caption=plain(said(meta, "feature_image_caption"), pen),
    )


def _source(post: Post, ways: Ways) -> DraftSource:
    """Return where a post was first published, if that was elsewhere, under its host's name."""
    url = said(post.row, "canonical_url") or said(post.meta or {}, "canonical_url")
    url = followable(url.strip())
    if not url or len(url) > MOST_URL or (ways.own and ways.own.is_own(url)):
        return DraftSource()
    return DraftSource(name=(urlsplit(url).hostname or "").removeprefix("www."), url=url)


def _paths(post: Post, ways: Ways, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the paths of a post, with the one that an answer of Ghost's API tells whole."""
    url = said(post.row, "url")
    told = as_asked_for(urlsplit(url).path) if ways.own and ways.own.may_be_story(url) else ""
    return tuple(dict.fromkeys([*known, *filter(None, [told])]))


def _in_permalinks(post: Post) -> dict[str, str]:
    """Return what a permalink may name of a post."""
    author = next(iter(post.authors), "")
    return {
        "slug": said(post.row, "slug"),
        "id": said(post.row, "id"),
        "uuid": said(post.row, "uuid"),
        "primary_tag": next(iter(post.tags), "all"),
        "primary_author": author,
        "author": author,
    }


def _words(name: str) -> str:
    """Return the words of a post's address that may stay; Ghost numbers those without a title."""
    return "" if _UNTITLED.match(name) else readable_words(name)


def _is_mail(meta: Row | None) -> bool:
    return meta is not None and meta.get("email_only") in (True, 1)


def _fate(fate: Fate, *, members: bool, mail: bool) -> Fate:
    """Return what becomes of a post that not everybody could read there."""
    if mail:
        return Fate.DRAFT
    return Fate.MEMBERS if members and fate in (Fate.LIVE, Fate.SCHEDULED) else fate
