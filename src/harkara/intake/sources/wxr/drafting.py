"""Drafting: an item of an export as the draft of a story, with all that belongs to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import tzinfo
from typing import Any

from django.utils.translation import gettext_noop as _

from harkara.intake.content import (
    Content,
    counted,
    plain,
    read_content,
    readable_words,
    shown_once,
    stored,
)
from harkara.intake.drafts import (
    Draft,
    DraftSource,
    Notice,
    Origin,
    SourceKind,
)
from harkara.intake.mending import Pen
from harkara.intake.moments import iso_moment
from harkara.intake.moving.archive import NO_ID, ArchiveComment, Fate, Moved, Passed
from harkara.intake.sources.wxr import dates, plugins
from harkara.intake.sources.wxr.addresses import old_paths
from harkara.intake.sources.wxr.items import Frame, Item, item_of
from harkara.intake.sources.wxr.media import lead_of, with_attached, with_video
from harkara.intake.sources.wxr.splitting import MOST_BYTES, Flaw, Piece
from harkara.intake.sources.wxr.terms import authors_of, sections_of, terms_of
from harkara.newsroom.kinds import StoryKind
from harkara.newsroom.links import followable
from harkara.text.graphemes import ellipsis
from harkara.text.slug import slug

MOST_SHOWN = 80
FATES = {
    "publish": Fate.LIVE,
    "future": Fate.SCHEDULED,
    "draft": Fate.DRAFT,
    "pending": Fate.DRAFT,
    "private": Fate.PRIVATE,
    "": Fate.DRAFT,
}
STORY, PAGE, ATTACHMENT = "post", "page", "attachment"
GUEST_AUTHOR = "guest-author"
"""Where Co-Authors Plus keeps who has no account."""
_KINDS = frozenset(StoryKind.values)
_OWN_KIND = "_harkara_kind"
"""The field that every story of our own exports has."""
# What WordPress keeps for itself among the stories.
_OWN_TYPES = frozenset(
    {"nav_menu_item", "revision", "customize_changeset", "oembed_cache", GUEST_AUTHOR}
)
_NO_ITEM = _("The item cannot be read as XML.")
_FLAWS = {
    Flaw.TOO_LARGE: _("The item is larger than %(size)d MB."),
    Flaw.UNCLOSED: _("The item is not closed: another begins inside it."),
    Flaw.CUT_OFF: _("The file ends inside the item."),
}
_TYPE = _("“%(type)s” is no kind of story here; name it under [types] in the map to take it.")
_OWN_TYPE = _("“%(type)s” is WordPress's own.")
_TRASH = _("It lay in the trash there.")
_UNFINISHED = _("WordPress had saved it by itself (“%(status)s”).")
_DAMAGED = _("The item was no whole XML and was read as far as it goes: compare it.")
_SHORTCODES = _("Shortcodes were taken out: %(codes)s")
_FILLED = _("Blocks that WordPress filled in itself were taken out: %(codes)s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the items of one export are read, and what the survey knows of the whole of it."""

    key: str
    base: str
    zone: tzinfo
    frame: Frame
    file_name: str = ""
    types: tuple[str, ...] = ()
    categories: Mapping[str, str] = field(default_factory=dict)
    """The keys of the categories by their numbers."""
    attached: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The pictures of the posts whose galleries name none: all that were uploaded with them."""


def draft_of(piece: Piece, settings: Settings) -> Moved | Passed:
    """Return what an item is: a story, or something that does not become one."""
    if piece.flaw is not Flaw.NONE:
        return _passed(piece, Notice(message=_FLAWS[piece.flaw], values={"size": MOST_BYTES >> 20}))
    item = item_of(piece.raw, settings.frame)
    if item is None:
        return _passed(piece, Notice(message=_NO_ITEM))
    kind = item["post_type"] or STORY
    if kind not in (STORY, PAGE, *settings.types):
        own = kind in _OWN_TYPES or kind.startswith("wp_") or kind == ATTACHMENT
        why = Notice(message=_OWN_TYPE if own else _TYPE, values={"type": kind})
        return replace(_passed(piece, why, item, is_trouble=False), is_own=own)
    if item["status"] == "trash":
        return _passed(piece, Notice(message=_TRASH), item, is_trouble=False)
    if item["status"] not in FATES:
        why = Notice(message=_UNFINISHED, values={"status": item["status"]})
        return _passed(piece, why, item, is_trouble=False)
    if not item["post_id"]:
        return _passed(piece, Notice(message=NO_ID), item)
    return _moved(piece, item, settings, is_page=kind == PAGE)


def _moved(piece: Piece, item: Item, settings: Settings, *, is_page: bool) -> Moved:
    pen, foreign_id = Pen(), item["post_id"]
    headline = plain(item["title"], pen)
    html = with_video(item, with_attached(item, settings.attached.get(foreign_id, ())))
    content, lead = read_content(html, stored(settings.base), pen), lead_of(item)
    if _OWN_KIND not in item.meta:
        lead, content = shown_once(lead, content)
    draft = Draft(
        origin=Origin(
            kind=SourceKind.WXR,
            raw=piece.raw,
            name=settings.file_name,
            key=settings.key,
            foreign_id=foreign_id,
        ),
        headline=headline,
        standfirst=plain(item["excerpt"] or plugins.subtitle(item.meta), pen),
        body=content.blocks,
        corrections=content.corrections,
        **_own_fields(item.meta),
        published_at=dates.published(item, settings.zone),
        removed=content.removed,
        repairs=tuple(pen.notes),
        notices=tuple(_notices(item, content, pen)),
        damaged=item.is_damaged,
    )
    return Moved(
        draft=draft,
        line=piece.line,
        after=piece.after,
        fate=Fate.PASSWORD if item["post_password"] else FATES[item["status"]],
        # Our own exports have the number of a story at the end of its address, as it had here.
        words=readable_words(item["post_name"].removesuffix(f"-{foreign_id}")) or slug(headline),
        sections=sections_of(item, settings.categories),
        topics=(*terms_of(item, "post_tag"), *terms_of(item, "tag")),
        authors=authors_of(item) or tuple(filter(None, [item["creator"]])),
        updated_at=dates.when(item, "post_modified", settings.zone),
        old_paths=old_paths(item, foreign_id),
        lead=lead,
        comments=tuple(_comments(item, settings.zone)),
        is_page=is_page,
    )


def _own_fields(meta: Mapping[str, str]) -> dict[str, Any]:
    """Return what an export of ours keeps beside a post, or a plugin, as the fields of a draft."""
    form = meta.get(_OWN_KIND, "")
    name, url = plugins.source(meta)
    return {
        "form": form if form in _KINDS else StoryKind.NEWS.value,
        "dateline": meta.get("_harkara_dateline", ""),
        "byline": tuple(meta.get("_harkara_guests", "").splitlines()),
        "embargo_until": iso_moment(meta.get("_harkara_embargo_until", "")),
        "source": DraftSource(
            name=meta.get("_harkara_source_name", "") or name,
            credit=meta.get("_harkara_source_credit", ""),
            url=meta.get("_harkara_source_url", "") or followable(url),
        ),
    }


def _notices(item: Item, content: Content, pen: Pen) -> Iterator[Notice]:
    if item.is_damaged:
        yield Notice(message=_DAMAGED)
    for message, codes in ((_SHORTCODES, content.unknown), (_FILLED, content.filled)):
        if codes:
            said = ellipsis(", ".join(dict.fromkeys(codes)), 200)
            yield Notice(message=message, values={"codes": said})
    yield from counted(content, pen)


def _comments(item: Item, zone: tzinfo) -> Iterator[ArchiveComment]:
    for one in item.comments:
        parent = one.get("comment_parent", "")
        yield ArchiveComment(
            foreign_id=one.get("comment_id", ""),
            parent_id="" if parent == "0" else parent,
            author=one.get("comment_author", ""),
            email=one.get("comment_author_email", ""),
            url=one.get("comment_author_url", ""),
            ip=one.get("comment_author_IP", ""),
            status=one.get("comment_type") or _status(one.get("comment_approved", "")),
            text=one.get("comment_content", ""),
            at=dates.moment(one.get("comment_date", ""), one.get("comment_date_gmt", ""), zone),
        )


def _status(approved: str) -> str:
    return {"1": "approved", "0": "pending"}.get(approved, approved or "pending")


def _passed(
    piece: Piece, why: Notice, item: Item | None = None, *, is_trouble: bool = True
) -> Passed:
    return Passed(
        line=piece.line,
        after=piece.after,
        why=why,
        title=item["title"][:MOST_SHOWN] if item else "",
        foreign_id=item["post_id"] if item else "",
        is_trouble=is_trouble,
    )
