"""Putting a breaking line above the paper, and taking it away."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from wagtail.log_actions import log

from harkara.newsroom import keys
from harkara.newsroom.addresses import LATEST, fragment_path
from harkara.newsroom.models import LONGEST_LINE, STANDING, BreakingLine, LiveStory
from harkara.newsroom.refusals import LineGone, NothingSaid, NotLive
from harkara.press import priorities
from harkara.press.actions import mark_stale, want
from harkara.text.normalise import normalise

SET, TAKEN_BACK = "newsroom.breaking.set", "newsroom.breaking.take_back"
EXPIRED, STORY_GONE = "newsroom.breaking.expire", "newsroom.breaking.story_gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBreaking:
    """The desk's request for a breaking line; `article_id` is the story it leads to."""

    text: str
    lasts: timedelta
    at: datetime
    article_id: int | None = None
    by: AbstractBaseUser | None = None


@transaction.atomic
def set_breaking(request: SetBreaking) -> BreakingLine:
    """Put a line above the paper, in the place of the one that stands there.

    What is longer than a line may be is cut at a word. Raises NothingSaid for an empty line,
    NotLive for a story that is not on the site.
    """
    text = _one_line(request.text)
    if not text:
        raise NothingSaid
    story = request.article_id
    if story and not LiveStory.objects.filter(article=story).exists():
        raise NotLive
    BreakingLine.objects.filter(standing=STANDING).update(standing=None)
    line = BreakingLine.objects.create(
        text=text,
        article_id=story,
        by_id=request.by.pk if request.by else None,
        set_at=request.at,
        expires_at=request.at + request.lasts,
    )
    log(line, SET, user=request.by, data=_told(line))
    mark_stale({keys.BREAKING})
    want({fragment_path(LATEST): priorities.FRAGMENT, f"/{LATEST}/": priorities.FRONT})
    return line


@transaction.atomic
def take_back_breaking(line_id: int, by: AbstractBaseUser | None = None) -> None:
    """Take a line away before its time. Raises LineGone if it does not stand any more."""
    if not _end(BreakingLine.objects.filter(pk=line_id, standing=STANDING), TAKEN_BACK, by):
        raise LineGone


@transaction.atomic
def end_breaking_of(article_id: int) -> None:
    """Take away the line of a story that leaves the site."""
    _end(BreakingLine.objects.filter(article=article_id, standing=STANDING), STORY_GONE)


def expire_breaking(at: datetime) -> int:
    """Take away the line whose time is over; returns how many went. One query while none is due."""
    due = BreakingLine.objects.filter(standing=STANDING, expires_at__lte=at)
    if not due.exists():
        return 0
    with transaction.atomic():
        return _end(due, EXPIRED)


def _end(lines: Iterable[BreakingLine], why: str, by: AbstractBaseUser | None = None) -> int:
    ended = 0
    for line in lines:
        # Of two workers, or a worker and an editor, one takes it away.
        if BreakingLine.objects.filter(pk=line.pk, standing=STANDING).update(standing=None):
            log(line, why, user=by, data=_told(line))
            ended += 1
    if ended:
        mark_stale({keys.BREAKING})
    return ended


def _told(line: BreakingLine) -> dict[str, object]:
    return {"text": line.text, "story": line.article_id, "until": line.expires_at.isoformat()}


def _one_line(text: str) -> str:
    whole = " ".join(normalise(text).split())
    if len(whole) <= LONGEST_LINE:
        return whole
    cut = whole[: LONGEST_LINE - 1].rpartition(" ")[0] or whole[: LONGEST_LINE - 1]
    return f"{cut}…"
