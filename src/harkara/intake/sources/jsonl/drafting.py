"""Drafting: a line as a story that moves in, with all that another Harkara told of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_noop as _

from harkara.intake.drafts import Draft, DraftImageRef, DraftSource, Notice, Origin, SourceKind
from harkara.intake.moments import iso_moment
from harkara.intake.moving.archive import GUEST, NO_ID, ArchiveComment, Fate, Kept, Moved, Passed
from harkara.intake.sources.jsonl.blocks import drafted, number, stored, text
from harkara.intake.sources.jsonl.lines import Line, Said
from harkara.newsroom.models import ArticlePage
from harkara.text.slug import slug

FATES = {"live": Fate.LIVE, "scheduled": Fate.SCHEDULED}
_NO_JSON = _("The line is no JSON object, or is too long.")
_UNKNOWN = _("“%(type)s” is nothing that this version of the program knows.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What all lines of a file have in common."""

    key: str
    file_name: str


def draft_of(line: Line, settings: Settings) -> Moved | Passed:
    """Return what the line of a story or a page is."""
    said = line.said
    if said is None:
        return _passed(line, Notice(message=_NO_JSON))
    kind = text(said.get("type"))
    if kind not in ("story", "page"):
        return _passed(line, Notice(message=_UNKNOWN, values={"type": kind[:80]}))
    if kind == "page":
        return _page(line, said, settings) if said.get("slug") else _nameless(line, said)
    return _story(line, said, settings) if number(said.get("number")) else _nameless(line, said)


def waiting_of(said: Said, settings: Settings) -> Moved | None:
    """Return the version of a story that waits beside the one readers see, if there is one."""
    waiting, number_ = _object(said.get("waiting")), number(said.get("number"))
    line = Line(b"{}", 0, 0, 0)
    return _story(line, {**said, **waiting}, settings) if waiting and number_ else None


def _version(said: Said, origin: Origin) -> Draft:
    source = _object(said.get("source"))
    form = text(said.get("kind"))
    return Draft(
        origin=origin,
        headline=text(said.get("headline")),
        form=form if form in ArticlePage.Kind.values else ArticlePage.Kind.NEWS.value,
        standfirst=text(said.get("standfirst")),
        body=drafted(stored(said.get("body"))),
        byline=tuple(_guests(said)),
        dateline=text(said.get("dateline")),
        published_at=iso_moment(said.get("published_at")),
        embargo_until=iso_moment(said.get("embargo_until")),
        corrections=tuple(_corrections(said)),
        source=DraftSource(
            name=text(source.get("name")),
            credit=text(source.get("credit")),
            url=text(source.get("url")),
        ),
    )


def _bylines(said: Said) -> Iterator[str]:
    for one in _objects(said.get("bylines")):
        if text(one.get("author")):
            yield one["author"]
        elif text(one.get("guest")):
            yield GUEST + one["guest"]


def _topics(said: Said) -> tuple[str, ...]:
    found = said.get("topics")
    return tuple(filter(None, map(text, found if isinstance(found, list) else [])))


def _story(line: Line, said: Said, settings: Settings) -> Moved:
    origin = _origin(line, str(said["number"]), settings)
    draft = _version(said, origin)
    section = text(said.get("section"))
    picture = number(said.get("picture"))
    fate = FATES.get(text(said.get("state")), Fate.DRAFT)
    return Moved(
        draft=draft,
        line=line.number,
        after=line.after,
        fate=fate,
        words=slug(text(said.get("words")) or draft.headline),
        sections=(section,) if section else (),
        topics=_topics(said),
        authors=tuple(one for one in _bylines(said) if not one.startswith(GUEST)),
        updated_at=iso_moment(said.get("updated_at")),
        old_paths=tuple(filter(None, [text(said.get("path"))])),
        lead=DraftImageRef(url="", foreign_id=str(picture)) if picture else None,
        comments=tuple(_comments(said)),
        kept=Kept(
            number=said["number"],
            body=tuple(stored(said.get("body"))),
            byline=tuple(_bylines(said)),
            chosen_words=slug(chosen) if (chosen := text(said.get("chosen_words"))) else "",
            first_published_at=draft.published_at,
            expires_at=iso_moment(said.get("expires_at")),
            commented=tuple(
                (text(one.get("source")), text(one.get("site")))
                for one in _objects(said.get("comments"))
            ),
            provenance=_object(said.get("provenance")) or None,
            ids=tuple(one for one in _objects(said.get("ids")) if text(one.get("id"))),
        ),
    )


def _page(line: Line, said: Said, settings: Settings) -> Moved:
    origin = _origin(line, f"page:{text(said['slug'])}", settings)
    paragraphs = [{"type": "paragraph", "value": text(said.get("html"))}]
    return Moved(
        draft=Draft(
            origin=origin,
            headline=text(said.get("title")),
            body=drafted(paragraphs),
            published_at=iso_moment(said.get("published_at")),
        ),
        line=line.number,
        after=line.after,
        fate=Fate.LIVE if said.get("live") else Fate.DRAFT,
        words=text(said["slug"]),
        updated_at=iso_moment(said.get("updated_at")),
        is_page=True,
    )


def _origin(line: Line, foreign_id: str, settings: Settings) -> Origin:
    return Origin(
        kind=SourceKind.JSONL,
        raw=line.raw,
        name=settings.file_name,
        key=settings.key,
        foreign_id=foreign_id[:255],
    )


def _guests(said: Said) -> Iterator[str]:
    return (one.removeprefix(GUEST) for one in _bylines(said) if one.startswith(GUEST))


def _corrections(said: Said) -> Iterator[tuple[datetime, str]]:
    for one in _objects(said.get("corrections")):
        at = iso_moment(one.get("at"))
        if at and text(one.get("text")):
            yield at, one["text"]


def _comments(said: Said) -> Iterator[ArchiveComment]:
    for one in _objects(said.get("comments")):
        yield ArchiveComment(
            foreign_id=text(one.get("id")),
            parent_id=text(one.get("parent")),
            author=text(one.get("author")),
            email=text(one.get("email")),
            url=text(one.get("url")),
            ip=text(one.get("ip")),
            status=text(one.get("status")),
            text=text(one.get("text")),
            at=iso_moment(one.get("at")),
        )


def _objects(value: object) -> list[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _nameless(line: Line, said: Said) -> Passed:
    return _passed(line, Notice(message=NO_ID), text(said.get("headline") or said.get("title")))


def _passed(line: Line, why: Notice, title: str = "") -> Passed:
    return Passed(line=line.number, after=line.after, why=why, title=title[:80], is_trouble=True)
