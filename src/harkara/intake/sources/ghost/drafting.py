"""Drafting: a Ghost post as the draft of a story, with all that belongs to it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.utils.translation import gettext_noop as _

from harkara.intake.content import (
    Content,
    counted,
    plain,
    read_content,
    readable_words,
    stored,
)
from harkara.intake.drafts import Draft, DraftImageRef, DraftSource, Notice, Origin, SourceKind
from harkara.intake.mending import Pen
from harkara.intake.moments import iso_moment, within_reach
from harkara.intake.moving.archive import NO_ID, Fate, Moved, Passed
from harkara.intake.sources.ghost import lexical, mobiledoc
from harkara.intake.sources.ghost.export import Row
from harkara.text.slug import slug

GHOST_URL = "__GHOST_URL__"
MOST_URL = 500
FATES = {
    "published": Fate.LIVE,
    "sent": Fate.DRAFT,
    "scheduled": Fate.SCHEDULED,
    "draft": Fate.DRAFT,
}
_MAIL = _("It was sent by mail alone there: kept as a draft.")
_MEMBERS = _("It was for members alone there (“%(who)s”): kept as a draft.")


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


def draft_of(post: Post, settings: Settings) -> Moved | Passed:
    """Return what a post is: a story, or something that does not become one."""
    row = post.row
    foreign_id = id_of(row)
    if not foreign_id:
        why = Notice(message=NO_ID)
        title = said(row, "title")[:80]
        return Passed(line=post.at, after=post.at, why=why, title=title, is_trouble=True)
    pen = Pen()
    html = _html(row)
    base = settings.base
    content = read_content(html.replace(GHOST_URL, base), stored(base), pen)
    members = said(row, "visibility") not in ("", "public")
    fate = FATES.get(said(row, "status"), Fate.DRAFT)
    headline = plain(said(row, "title"), pen)
    lead = _lead(post, base)
    mail = said(row, "status") == "sent" or _is_mail(post.meta)
    notices = tuple(_notices(content, pen, row, members=members, mail=mail))
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
            published_at=moment(row.get("published_at")),
            source=DraftSource(url=_canonical(post)),
            removed=content.removed,
            repairs=tuple(pen.notes),
            notices=notices,
        ),
        line=post.at,
        after=post.at,
        fate=_fate(fate, members=members, mail=mail),
        words=readable_words(said(row, "slug")) or slug(headline),
        sections=post.tags[:1],
        topics=post.tags[1:],
        authors=post.authors,
        updated_at=moment(row.get("updated_at")),
        old_paths=tuple(f"/{name}/" for name in [said(row, "slug")] if name),
        lead=lead,
        is_page=said(row, "type") == "page" or row.get("page") in (True, 1),
    )


def id_of(row: Row) -> str:
    """Return what Ghost calls a post, whichever of its names it has."""
    return said(row, "id") or said(row, "uuid") or said(row, "slug") or said(row, "url")


def _html(row: Row) -> str:
    """Return what a post says as HTML: as Ghost made it, or out of its editor's document."""
    return (
        said(row, "html")
        or lexical.html_of(said(row, "lexical"))
        or mobiledoc.html_of(said(row, "mobiledoc"))
    )


def said(row: Row, name: str) -> str:
    """Return a text of a row, "" for anything that is none."""
    value = row.get(name)
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def moment(value: Any) -> datetime | None:  # noqa: ANN401 (JSON)
    """Return a moment of a row: as text, or in milliseconds as old exports have it."""
    try:
        if isinstance(value, int | float):
            return within_reach(datetime.fromtimestamp(value / 1000, UTC))
    except (ValueError, OverflowError, OSError):
        return None
    return iso_moment(value)


def _lead(post: Post, base: str) -> DraftImageRef | None:
    url = (said(post.row, "feature_image") or said(post.row, "image")).replace(GHOST_URL, base)
    if not url:
        return None
    meta, pen = post.meta or post.row, Pen()
    return DraftImageRef(
        url=url,
        alt=plain(said(meta, "feature_image_alt"), pen),
        caption=plain(said(meta, "feature_image_caption"), pen),
    )


def _canonical(post: Post) -> str:
    """Return where a post was first published, if that was elsewhere."""
    url = said(post.row, "canonical_url") or said(post.meta or {}, "canonical_url")
    return url if url.startswith(("https://", "http://")) and len(url) <= MOST_URL else ""


def _is_mail(meta: Row | None) -> bool:
    return meta is not None and meta.get("email_only") in (True, 1)


def _fate(fate: Fate, *, members: bool, mail: bool) -> Fate:
    """Return what becomes of a post that not everybody could read there."""
    if mail:
        return Fate.DRAFT
    return Fate.PRIVATE if members and fate is Fate.LIVE else fate


def _notices(
    content: Content, pen: Pen, row: Row, *, members: bool, mail: bool
) -> Iterator[Notice]:
    if members:
        yield Notice(message=_MEMBERS, values={"who": said(row, "visibility")})
    if mail:
        yield Notice(message=_MAIL)
    yield from counted(content, pen)
