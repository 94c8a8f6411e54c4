"""Comparing: stories that moved in and are nearly the same as earlier ones, named for a person.

The same text twice is noticed as it comes. One that was changed a little is looked for afterwards,
by the worker: a few stories at a time, by what the archive remembers of each. Nothing is merged.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from django.db import transaction

from harkara.intake.drafts import Notice
from harkara.intake.models import ForeignId, Move, MoveNote
from harkara.intake.moving import notes
from harkara.newsroom.models import ArticlePage
from harkara.newsroom.queries.repeats import DeskArchive, DeskTexts
from harkara.search.actions.sketches import remember_missing
from harkara.search.duplicates.sketch import sketch_each
from harkara.search.queries.sketches import without_sketch
from harkara.search.twins import Twin, find_twins, maybe_twins

AT_ONCE = 50
"""So many stories are compared in one transaction: who publishes waits no longer than for these."""
NEARLY = 0.5
"""Two texts are nearly the same if so much of the telling words of each stands in the other."""


def waiting() -> Move | None:
    """Return the oldest move that came to its end and has stories to be compared, if any has."""
    ended = Move.objects.filter(finished_at__isnull=False, compared_at__isnull=True)
    return ended.order_by("finished_at", "pk").first()


def compare_some(move: Move, at: datetime) -> int:
    """Compare the next stories of a move with earlier ones; return how many were looked at.

    Killed at any moment, it goes on behind what it has noted. Where nothing is left, it notes the
    moment.
    """
    rows = _next(move)
    articles = {row.article.number: row for row in rows if _stands(row.article)}
    # Reading and sketching hold nobody up.
    missing = sorted(without_sketch(list(articles)))
    made = sketch_each(DeskTexts()(missing)) if missing else {}
    with transaction.atomic():
        now = Move.objects.select_for_update().get(pk=move.pk)
        if now.compared != move.compared:
            move.compared = now.compared  # Another worker was sooner.
            return len(rows)
        remember_missing(made)
        MoveNote.objects.bulk_create(
            _note(move, articles[number], twin, story)
            for number, twin, story in _twins(sorted(articles))
        )
        move.compared = rows[-1].pk if rows else move.compared
        move.compared_at = None if rows else at
        move.save(update_fields=["compared", "compared_at"])
    return len(rows)


def _next(move: Move) -> list[ForeignId]:
    rows = ForeignId.objects.filter(source_kind=move.source_kind, source_key=move.source_key)
    later = rows.filter(pk__gt=move.compared).select_related("article").order_by("pk")
    return list(later[:AT_ONCE])


def _stands(article: ArticlePage) -> bool:
    """Say whether a story is on the site or waits for its hour; drafts are left to the desk."""
    return bool(article.live or article.approved_schedule)


def _twins(numbers: Sequence[int]) -> Iterator[tuple[int, Twin, str]]:
    """Give the stories that are nearly earlier ones, each with its twin and that one's headline."""
    archive = DeskArchive()
    for number, others in sorted(maybe_twins(numbers).items()):
        if not any(other < number for other in others):
            continue
        texts: Mapping[int, str] = archive([number])
        for twin in find_twins(texts.get(number, ""), archive, but_not=number):
            if twin.story < number and twin.smaller_share >= NEARLY:
                yield number, twin, archive[twin.story].headline


def _note(move: Move, row: ForeignId, twin: Twin, headline: str) -> MoveNote:
    notice = Notice(
        message=notes.NEARLY_SAME,
        values={
            "number": twin.story,
            "title": headline[: notes.MOST_SHOWN],
            "share": round(100 * twin.smaller_share),
        },
    )
    return MoveNote(
        move=move,
        kind=notes.PERSON,
        foreign_id=row.foreign_id,
        title=row.article.title[: notes.MOST_TITLE],
        article_id=row.article_id,
        message=notice.message,
        values=dict(notice.values),
    )
