"""Filing, publishing, correcting and withdrawing a story from code."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from wagtail.signal_handlers import disable_reference_index_auto_update

from harkara.newsroom.actions.live import may_go_live, put_on_site
from harkara.newsroom.models import (
    ArticlePage,
    Byline,
    CorrectionNote,
    DeskPage,
    SectionPage,
)
from harkara.newsroom.refusals import NotLive, Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryDraft:
    """A story as somebody hands it to the desk.

    `body` holds raw blocks as `blocks.BodyBlock` stores them:
    `{"type": "paragraph", "value": "<p>…</p>"}`, `{"type": "also_read", "value": {"story": page id
    or None, "text": "…"}}` and so on. Without a section the story waits in the desk's tray.
    """

    headline: str
    body: tuple[Mapping[str, Any], ...] = ()
    standfirst: str = ""
    kind: str = ArticlePage.Kind.NEWS
    dateline: str = ""
    section_id: int | None = None
    author_ids: tuple[int, ...] = ()
    guests: tuple[str, ...] = ()
    topic_ids: tuple[int, ...] = ()
    picture_id: int | None = None
    source_name: str = ""
    source_credit: str = ""
    source_url: str = ""
    embargo_until: datetime | None = None
    corrections: tuple[tuple[datetime, str], ...] = ()
    by: AbstractBaseUser | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A story that lies with the desk now."""

    article_id: int
    number: int
    slug: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Publish:
    """The request to put a filed story on the site.

    `at` in the future schedules it; `published_at` is the time readers see, for a story that was
    published elsewhere before.
    """

    article_id: int
    by: AbstractBaseUser | None = None
    at: datetime | None = None
    published_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct:
    """The request to own up to a mistake on a live story."""

    article_id: int
    text: str
    at: datetime
    by: AbstractBaseUser | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw:
    """The request to take a live story off the site."""

    article_id: int
    by: AbstractBaseUser | None = None


class NoDesk(Refused):
    """The site has no desk tray: it was not made by `harkara init`."""


@transaction.atomic
def file_story(draft: StoryDraft) -> Filed:
    """Keep a story as a draft, in its section or in the desk's tray."""
    article = ArticlePage(
        title=draft.headline,
        standfirst=draft.standfirst,
        kind=draft.kind,
        dateline=draft.dateline,
        picture_id=draft.picture_id,
        body=json.dumps(draft.body, ensure_ascii=False),
        embargo_until=draft.embargo_until,
        source_name=draft.source_name,
        source_credit=draft.source_credit,
        source_url=draft.source_url,
        owner=draft.by,
        live=False,
    )
    article.bylines = [Byline(author_id=pk) for pk in draft.author_ids] + [
        Byline(guest=name) for name in draft.guests
    ]
    article.corrections = [
        CorrectionNote(text=text, corrected_at=at) for at, text in draft.corrections
    ]
    _place_for(draft.section_id).add_child(instance=article)
    article.topics = list(draft.topic_ids)
    # What it refers to was noted as it was added, and its first revision refers to the same.
    with disable_reference_index_auto_update():
        article.save_revision(user=draft.by)
    return Filed(article_id=article.pk, number=article.number, slug=article.slug)


@transaction.atomic
def publish(request: Publish) -> None:
    """Put the newest revision of a story on the site, or schedule it.

    Raises NoSection or EmbargoInForce; nothing is changed then.
    """
    article = _latest(request.article_id)
    if request.at is None:
        may_go_live(article)
    article.go_live_at = request.at
    article.first_published_at = request.published_at or article.first_published_at
    article.save_revision(user=request.by).publish(user=request.by)
    if request.published_at:
        ArticlePage.objects.filter(pk=article.pk).update(last_published_at=request.published_at)
        put_on_site(ArticlePage.objects.get(pk=article.pk))


@transaction.atomic
def correct(request: Correct) -> None:
    """Add a dated correction to a live story and publish it. Raises NotLive."""
    article = _latest(request.article_id)
    if not article.live:
        raise NotLive
    article.corrections.add(CorrectionNote(text=request.text, corrected_at=request.at))
    article.save_revision(user=request.by).publish(user=request.by)


@transaction.atomic
def withdraw(request: Withdraw) -> None:
    """Take a live story off the site; the newsroom keeps it. Raises NotLive."""
    article = ArticlePage.objects.get(pk=request.article_id)
    if not article.live:
        raise NotLive
    article.unpublish(user=request.by)


@transaction.atomic
def recall(request: Withdraw) -> bool:
    """Take a story off the site and off the schedule, whichever it is on.

    Returns whether readers could reach it. The newsroom keeps it.
    """
    article = ArticlePage.objects.get(pk=request.article_id)
    for revision in article.revisions.filter(approved_go_live_at__isnull=False):
        revision.approved_go_live_at = None
        revision.save(update_fields=["approved_go_live_at"])
    was_live = bool(article.live)
    if was_live:
        article.unpublish(user=request.by)
    return was_live


def _latest(article_id: int) -> ArticlePage:
    latest: ArticlePage = ArticlePage.objects.get(pk=article_id).get_latest_revision_as_object()
    return latest


def _place_for(section_id: int | None) -> SectionPage | DeskPage:
    if section_id is not None:
        section: SectionPage = SectionPage.objects.get(pk=section_id)
        return section
    tray: DeskPage | None = DeskPage.objects.first()
    if tray is None:
        raise NoDesk
    return tray
