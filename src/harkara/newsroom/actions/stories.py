"""Publishing, correcting and withdrawing a story from code, and what is said of a filed one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from harkara.newsroom.actions.live import may_go_live, put_on_site
from harkara.newsroom.models import ArticlePage, CorrectionNote
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
    """A story that lies with the desk now; one of an archive has no revision."""

    article_id: int
    number: int
    slug: str
    revision_id: int | None = None


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
