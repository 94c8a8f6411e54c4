"""What the desk sees of comments: the queue, one comment with its trail, bans and rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from harkara.audience.comments.models import Ban, Comment, Decision, Report, SectionRule
from harkara.audience.comments.scoring import in_words
from harkara.newsroom.models import LiveStory, SectionPage

ROWS = 50
COUNTED = 1000
"""No more are counted: whoever has as many waiting does not need to know how many exactly."""
DOUBTFUL = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A comment as the desk's list shows it; `path` is empty if its story is not on the site."""

    id: int
    status: str
    status_words: str
    name: str
    text: str
    written_at: datetime
    percent: int
    reasons: tuple[str, ...]
    reports: int
    complaints: tuple[str, ...]
    answers: str
    headline: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """One page of the queue, and whether there is another."""

    shown: tuple[Shown, ...]
    has_more: bool


class View:
    """The lists the desk can look at, by the word in the address."""

    WAITING = "waiting"
    DOUBTFUL = "doubtful"
    FINE = "fine"
    REPORTED = "reported"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    SPAM = "spam"
    ALL = (WAITING, FINE, DOUBTFUL, REPORTED, ACCEPTED, REJECTED, SPAM)


def queue(view: str, page: int) -> Rows:
    """Return one page of a list: what waits from the oldest on, the rest from the newest.

    Four queries, however long the list is.
    """
    start = (page - 1) * ROWS
    found = list(_listed(view).select_related("parent")[start : start + ROWS + 1])
    return Rows(shown=_shown(found[:ROWS]), has_more=len(found) > ROWS)


def how_many(view: str) -> int:
    """Return how many there are on a list, counted up to a thousand."""
    return _listed(view).order_by()[: COUNTED + 1].count()


def shown(comment_id: int) -> Shown | None:
    """Return one comment as the list shows it, None if there is none."""
    rows = _shown(Comment.objects.filter(pk=comment_id).select_related("parent"))
    return rows[0] if rows else None


def trail(comment_id: int) -> list[Decision]:
    """Return what was done to a comment, the newest first."""
    return list(Decision.objects.filter(comment=comment_id)[:200])


def origin_of(comment_id: int) -> tuple[str, str]:
    """Return the writer's token and the network's name of a comment, "" for what is forgotten."""
    row = Comment.objects.filter(pk=comment_id).values_list("writer", "network").first()
    return row or ("", "")


def same_origin(comment_id: int) -> tuple[Shown, ...]:
    """Return the newest other comments from the same browser or network."""
    writer, network = origin_of(comment_id)
    others = Comment.objects.exclude(pk=comment_id).select_related("parent")
    of_writer = others.filter(writer=writer) if writer else others.none()
    of_network = others.filter(network=network) if network else others.none()
    found = {one.pk: one for some in (of_writer, of_network) for one in _newest(some)[:10]}
    return _shown(found.values())


def bans(at: datetime) -> list[Ban]:
    """Return the bans in force, the newest first."""
    return list(Ban.objects.filter(until__gt=at).order_by("-at", "-pk")[:500])


def recent_trail() -> list[Decision]:
    """Return the newest lines of the whole trail."""
    return list(Decision.objects.select_related("comment")[:200])


def batch_size(batch: str) -> int:
    """Return how many comments were decided together."""
    return Decision.objects.filter(batch=batch).count() if batch else 0


def rules() -> list[tuple[SectionPage, SectionRule]]:
    """Return all sections in the desk's order, each with what may be said in it."""
    kept = {rule.section_id: rule for rule in SectionRule.objects.all()}
    sections = SectionPage.objects.order_by("path")
    return [(one, kept.get(one.pk) or SectionRule(section=one)) for one in sections]


def _listed(view: str) -> QuerySet[Comment]:
    waiting = Comment.objects.filter(status=Comment.Status.WAITING).order_by("written_at", "pk")
    if view == View.DOUBTFUL:
        return waiting.filter(weight__gte=DOUBTFUL)
    if view == View.FINE:
        return waiting.filter(weight__lt=DOUBTFUL)
    if view == View.REPORTED:
        accepted = Comment.objects.filter(status=Comment.Status.ACCEPTED, reports__gt=0)
        return accepted.order_by("-reports", "pk")
    if view in (View.ACCEPTED, View.REJECTED, View.SPAM):
        return _newest(Comment.objects.filter(status=view))
    return waiting


def _newest(found: QuerySet[Comment]) -> QuerySet[Comment]:
    return found.order_by("-written_at", "-pk")


def _shown(found: Iterable[Comment]) -> tuple[Shown, ...]:
    rows = list(found)
    numbers = {row.story_id for row in rows}
    stories = LiveStory.objects.filter(pk__in=numbers).select_related("section").in_bulk()
    complaints: dict[int, list[str]] = {}
    reported = [row.pk for row in rows if row.reports]
    for one in Report.objects.filter(comment__in=reported).order_by("pk") if reported else ():
        complaints.setdefault(one.comment_id, []).append(one.get_reason_display())
    return tuple(_one(row, stories.get(row.story_id), complaints.get(row.pk, ())) for row in rows)


def _one(row: Comment, story: LiveStory | None, complaints: Iterable[str]) -> Shown:
    return Shown(
        id=row.pk,
        status=row.status,
        status_words=row.get_status_display(),
        name=row.name,
        text=row.text,
        written_at=row.written_at,
        percent=round(100 * row.weight),
        reasons=tuple(in_words(row.reasons)),
        reports=row.reports,
        complaints=tuple(dict.fromkeys(complaints)),
        answers=row.parent.text if row.parent else "",
        headline=story.headline if story else "",
        path=f"/{story.section.slug}/{story.slug}/" if story else "",
    )
