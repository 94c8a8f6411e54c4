"""What a reader is told at the doors where she writes."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from harkara.audience.comments.models import Comment, Report
from harkara.audience.comments.queries.pages import rule_of
from harkara.audience.comments.records import Rule
from harkara.newsroom import queries as newsroom
from harkara.newsroom.records import Card

TO_CHANGE = timedelta(minutes=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """A comment as its writer sees it."""

    id: int
    number: int
    name: str
    text: str
    status: str
    changes_until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A comment somebody wants to answer or complain of."""

    id: int
    number: int
    name: str
    text: str
    written_at: datetime


def card_of(number: int) -> Card | None:
    """Return the live story that somebody writes about, None if it is not on the site."""
    return next(iter(newsroom.cards([number], pictured=False)), None)


def is_open(of: Card, at: datetime) -> bool:
    """Say whether a story may be commented on now."""
    return may_be_said(rule_of(of.section.id), of.published_at, at)


def may_be_said(rule: Rule, published_at: datetime, at: datetime) -> bool:
    """Say whether a story is open under a rule, by the clock and by the pages."""
    over = rule.days is not None and published_at <= at - timedelta(days=rule.days)
    return rule.is_open(published_at) and not over


def accepted(comment_id: int) -> Answered | None:
    """Return a comment that stands on the site, None if it does not."""
    row = Comment.objects.filter(pk=comment_id, status=Comment.Status.ACCEPTED).first()
    if row is None:
        return None
    return Answered(
        id=row.pk,
        number=row.story_id,
        name=row.name,
        text=row.text,
        written_at=row.written_at,
    )


def complaint_reasons() -> list[tuple[str, str]]:
    """Return why one may complain of a comment: what is sent, and what it is in words."""
    return [(value, str(label)) for value, label in Report.Reason.choices]


def own_comment(comment_id: int) -> Own | None:
    """Return a comment for its writer, None if it is removed or there is no such one."""
    row = Comment.objects.filter(pk=comment_id).exclude(status=Comment.Status.REMOVED).first()
    if row is None:
        return None
    return Own(
        id=row.pk,
        number=row.story_id,
        name=row.name,
        text=row.text,
        status=row.status,
        changes_until=row.written_at + TO_CHANGE,
    )
