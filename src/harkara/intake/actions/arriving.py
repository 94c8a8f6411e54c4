"""Arriving: what comes by itself becomes a story of the desk, and the desk is told."""

from dataclasses import replace
from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Q, QuerySet

from harkara.intake.actions.filing import Choice, story_of
from harkara.intake.actions.one_row import keep_rows
from harkara.intake.actions.receiving import Change, Received, keep, known_story, left_alone
from harkara.intake.drafts import Draft
from harkara.intake.models import Arrival, ForeignId
from harkara.intake.stream import FindPhoto
from harkara.intake.suggestions import suggest
from harkara.newsroom.actions import offer
from harkara.newsroom.models import ArticlePage

MOST_NOTE = 600
UNDOABLE = timedelta(hours=1)
"""So long it can be undone that an arrival was settled or thrown away."""
AT_ONCE = 50
NEVER_LIVE = Q(live=False, first_published_at__isnull=True)


@transaction.atomic
def arrive(
    draft: Draft,
    *,
    at: datetime,
    section_id: int | None = None,
    picture_id: int | None = None,
    find_photo: FindPhoto | None = None,
) -> Received:
    """Take in a version of a story that nobody asked for at the desk.

    A new one waits as a draft, in the section its source is set to or in the proposed one. A newer
    version of a story that the desk has left as it came becomes the story, on the site too if it is
    there. If the desk has edited it, the version waits among its revisions. Each is noted for the
    desk to look at; the same version again changes nothing. `picture_id` is the photo that leads
    it; pictures in it stay out unless `find_photo` finds them.
    """
    known = known_story(draft.origin)
    left = left_alone(known, draft.origin) if known else None
    if left is not None and left.change is Change.UNCHANGED:
        return left
    suggested = suggest(draft)
    proposed = suggested.section.section.id if suggested.section else None
    choice = Choice(
        section_id=section_id or proposed,
        topic_ids=suggested.known_topic_ids,
        picture_id=picture_id,
    )
    if known is not None and left is not None:
        revision = offer(known.article_id, story_of(draft, choice, None, find_photo))
        ForeignId.objects.filter(pk=known.pk).update(
            fingerprint=draft.origin.fingerprint, received_at=at
        )
        tell(known.article_id, draft, Arrival.State.WAITING, at, revision_id=revision)
        return replace(left, held_back="")
    received = keep(
        draft,
        known,
        by=None,
        at=at,
        publish=known is not None and known.article.live,
        choice=choice,
        suggested=suggested,
        find_photo=find_photo,
    )
    if received.change is Change.NEW:
        tell(received.article_id, draft, Arrival.State.NEW, at)
    else:
        tell(received.article_id, draft, Arrival.State.UPDATED, at, note=received.held_back)
    return received


def tell(
    article_id: int,
    draft: Draft,
    state: str,
    at: datetime,
    *,
    note: str = "",
    revision_id: int | None = None,
) -> None:
    """Note for the desk what happened to a story; part of the transaction that made it happen."""
    said = " ".join(filter(None, (note, *map(str, draft.notices))))
    arrival = Arrival(
        article_id=article_id,
        state=state,
        source_kind=draft.origin.kind,
        source_name=draft.source.name[:120],
        note=said[:MOST_NOTE],
        revision_id=revision_id,
        came_at=at,
    )
    keep_rows([arrival], one_for=["article"])


@transaction.atomic
def settle(arrival_ids: list[int], *, by: AbstractBaseUser, at: datetime) -> int:
    """Note that somebody has looked at these; return how many still waited."""
    waiting = Arrival.objects.filter(pk__in=arrival_ids, done_at__isnull=True)
    return waiting.update(done_at=at, done_by_id=by.pk)


@transaction.atomic
def throw_away(arrival_ids: list[int], *, by: AbstractBaseUser, at: datetime) -> int:
    """Throw away the drafts of these arrivals that were never on the site; return how many.

    For UNDOABLE they can be brought back; then `clear_away` deletes them.
    """
    never_live = ArticlePage.objects.filter(NEVER_LIVE, arrival__in=arrival_ids)
    stories = [one.pk for one in never_live if one.permissions_for_user(by).can_delete()]
    waiting = Arrival.objects.filter(article__in=stories, done_at__isnull=True)
    return waiting.update(done_at=at, done_by_id=by.pk, thrown_at=at)


@transaction.atomic
def bring_back(*, by: AbstractBaseUser, at: datetime) -> int:
    """Let wait again what a person settled or threw away last; return how many those are."""
    last = last_done(by, at)
    return last.update(done_at=None, done_by=None, thrown_at=None) if last is not None else 0


def last_done(by: AbstractBaseUser, at: datetime) -> "QuerySet[Arrival] | None":
    """Return what a person settled or threw away together last, None if it was long ago."""
    mine = Arrival.objects.filter(done_by=by.pk, done_at__gt=at - UNDOABLE)
    newest = mine.order_by("-done_at").values_list("done_at", flat=True).first()
    return mine.filter(done_at=newest) if newest else None


def clear_away(at: datetime) -> int:
    """Delete drafts that were thrown away long enough ago; return how many.

    One that somebody has put on the site since stays.
    """
    thrown = Arrival.objects.filter(thrown_at__lt=at - UNDOABLE).select_related("done_by")
    arrivals = list(thrown.order_by("thrown_at", "pk")[:AT_ONCE])
    for arrival in arrivals:
        with transaction.atomic():
            story = ArticlePage.objects.filter(NEVER_LIVE, pk=arrival.article_id).first()
            if story is None:
                Arrival.objects.filter(pk=arrival.pk).update(thrown_at=None)
            else:
                story.delete(user=arrival.done_by)
    return len(arrivals)
