"""Arriving: what comes by itself becomes a story of the desk, and the desk is told."""

from dataclasses import replace
from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Q, QuerySet

from harkara.intake.actions.filing import Choice, story_of
from harkara.intake.actions.receiving import Change, Received, receive
from harkara.intake.drafts import Draft, Origin
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
    same = _same_story(draft.origin)
    if same.filter(fingerprint=draft.origin.fingerprint).exists():
        return receive(draft, by=None, at=at, publish=False)  # which leaves it as it is
    suggested = suggest(draft)
    proposed = suggested.section.section.id if suggested.section else None
    choice = Choice(
        section_id=section_id or proposed,
        topic_ids=suggested.known_topic_ids,
        picture_id=picture_id,
    )
    received = receive(
        draft,
        by=None,
        at=at,
        publish=same.filter(article__live=True).exists(),
        choice=choice,
        suggested=suggested,
        find_photo=find_photo,
    )
    match received.change:
        case Change.NEW:
            tell(received.article_id, draft, Arrival.State.NEW, at)
        case Change.UPDATED:
            tell(received.article_id, draft, Arrival.State.UPDATED, at, note=received.held_back)
        case Change.EDITED_HERE:
            revision = offer(received.article_id, story_of(draft, choice, None, find_photo))
            same.update(fingerprint=draft.origin.fingerprint, received_at=at)
            tell(received.article_id, draft, Arrival.State.WAITING, at, revision_id=revision)
            received = replace(received, held_back="")
        case Change.UNCHANGED:
            pass
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
    Arrival.objects.update_or_create(
        article_id=article_id,
        defaults={
            "state": state,
            "source_kind": draft.origin.kind,
            "source_name": draft.source.name[:120],
            "note": said[:MOST_NOTE],
            "revision_id": revision_id,
            "came_at": at,
            "done_at": None,
            "done_by": None,
            "thrown_at": None,
        },
    )


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


def _same_story(origin: Origin) -> QuerySet[ForeignId]:
    return ForeignId.objects.filter(
        source_kind=origin.kind, source_key=origin.key, foreign_id=origin.foreign_id
    )
