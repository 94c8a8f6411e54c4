"""What the desk does with comments: decides, undoes, shuts out, looks at complaints."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from harkara.audience.comments.actions.standing import put_on_page, take_off_page
from harkara.audience.comments.actions.writing import erase_words
from harkara.audience.comments.models import Ban, Comment, Decision

MOST_AT_ONCE = 200
_BATCH_BYTES = 12
KIND_OF = {
    Comment.Status.ACCEPTED: Decision.Kind.ACCEPTED,
    Comment.Status.REJECTED: Decision.Kind.REJECTED,
    Comment.Status.SPAM: Decision.Kind.SPAM,
    Comment.Status.WAITING: Decision.Kind.WAITING,
}
LONGEST_BAN = timedelta(days=21)
"""So long every network's name can be told again from its address."""


class NotInReach(Exception):
    """What a comment came from is not known any more, so it cannot be shut out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the desk decided about some comments; `by` is a login."""

    ids: Collection[int]
    status: Comment.Status
    by: str
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """How many comments changed, and by what name that can be undone."""

    count: int
    batch: str


def decide(verdict: Verdict) -> Decided:
    """Give comments a status, show or hide them on their pages, and note it in the trail.

    A comment that has it already or that its writer removed is left alone. A decision also settles
    what readers complained of.
    """
    batch = secrets.token_hex(_BATCH_BYTES)
    with transaction.atomic():
        changed = [
            (comment, _give(comment, verdict.status, verdict.at))
            for comment in _decidable(verdict.ids)
            if comment.status != verdict.status
        ]
        _keep(changed)
        Decision.objects.bulk_create(
            Decision(
                comment=comment,
                kind=KIND_OF[verdict.status],
                reason=verdict.reason,
                before=before,
                by=verdict.by,
                batch=batch,
                at=verdict.at,
            )
            for comment, before in changed
        )
    return Decided(len(changed), batch)


def undo(batch: str, *, by: str, at: datetime) -> int:
    """Put back what was decided together, and return how many comments that changed.

    What was decided anew or removed meanwhile stays as it is.
    """
    with transaction.atomic():
        done = (
            {one.comment_id: one for one in Decision.objects.filter(batch=batch)} if batch else {}
        )
        changed = []
        for comment in _decidable(done):
            was = done[comment.pk]
            if KIND_OF[Comment.Status(comment.status)] == was.kind and _is_last(was):
                changed.append((comment, _give(comment, Comment.Status(was.before), at)))
        _keep(changed)
        Decision.objects.bulk_create(
            Decision(comment=comment, kind=Decision.Kind.UNDONE, before=before, by=by, at=at)
            for comment, before in changed
        )
    return len(changed)


def clear_reports(ids: Collection[int], *, by: str, at: datetime) -> int:
    """Say that complaints were looked at and the comments stay; return how many those are."""
    with transaction.atomic():
        found = list(Comment.objects.filter(pk__in=list(ids)[:MOST_AT_ONCE], reports__gt=0))
        Comment.objects.filter(pk__in=[one.pk for one in found]).update(reports=0)
        Decision.objects.bulk_create(
            Decision(comment=one, kind=Decision.Kind.CLEARED, by=by, at=at) for one in found
        )
    return len(found)


def shut_out(
    comment_id: int, kind: Ban.Kind, lasting: timedelta, *, by: str, at: datetime, reason: str = ""
) -> Ban:
    """Take no more comments from where one came from, for a while.

    Raises NotInReach if its browser or network is not known (any more).
    """
    with transaction.atomic():
        comment = Comment.objects.get(pk=comment_id)
        value = comment.writer if kind == Ban.Kind.WRITER else comment.network
        if not value:
            raise NotInReach
        until = at + min(lasting, LONGEST_BAN)
        ban, _made = Ban.objects.update_or_create(
            kind=kind,
            value=value,
            defaults={"until": until, "by": by, "at": at, "reason": reason},
        )
        Decision.objects.create(
            comment=comment, kind=Decision.Kind.BANNED, by=by, at=at, reason=reason
        )
    return ban


def lift(ban_id: int) -> None:
    """Take comments from somewhere again; a ban that is over already is no error."""
    Ban.objects.filter(pk=ban_id).delete()


def erase(ids: Collection[int], *, by: str, at: datetime) -> int:
    """Erase comments at a reader's wish, whatever their status; return how many there were."""
    with transaction.atomic():
        found = list(
            Comment.objects.select_for_update()
            .filter(pk__in=ids)
            .exclude(status=Comment.Status.REMOVED)
        )
        for comment in found:
            erase_words(comment, Decision.Kind.ERASED, at=at, by=by)
    return len(found)


def _decidable(ids: Collection[int]) -> list[Comment]:
    wanted = list(ids)[:MOST_AT_ONCE]
    found = Comment.objects.select_for_update().filter(pk__in=wanted)
    return list(found.exclude(status=Comment.Status.REMOVED).order_by("written_at", "pk"))


def _give(comment: Comment, status: Comment.Status, at: datetime) -> str:
    """Give a comment its status and its place on a page, or none; return what it was before.

    What is given a place is saved at once: the next one may need to know how full its sheet is.
    """
    before = comment.status
    comment.decided_at = None if status == Comment.Status.WAITING else at
    if before == Comment.Status.ACCEPTED:
        take_off_page(comment)
    comment.status = status
    comment.reports = 0
    if status == Comment.Status.ACCEPTED:
        put_on_page(comment)
        comment.save(update_fields=["status", "sheet", "decided_at", "reports"])
    return before


def _keep(changed: Collection[tuple[Comment, str]]) -> None:
    rest = [one for one, _ in changed if one.status != Comment.Status.ACCEPTED]
    Comment.objects.bulk_update(rest, ["status", "sheet", "decided_at", "reports"])


def _is_last(decision: Decision) -> bool:
    later = Decision.objects.filter(comment=decision.comment_id, pk__gt=decision.pk)
    return not later.exclude(kind__in=UNDECIDED).exists()


UNDECIDED = (Decision.Kind.REPORTED, Decision.Kind.BANNED, Decision.Kind.CLEARED)
