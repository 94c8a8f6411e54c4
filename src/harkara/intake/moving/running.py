"""Running a move: an archive from its first item to its last, going on where it was stopped."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.db.models import Max

from harkara.intake.models import Move, MoveNote
from harkara.intake.moving import notes
from harkara.intake.moving.archive import Archive, Item, Passed, Survey, same_id
from harkara.intake.moving.batch import Keeper
from harkara.intake.moving.composing import Around
from harkara.intake.moving.leading import lead_some
from harkara.intake.moving.mapping import Plan
from harkara.intake.moving.photos import Photos
from harkara.intake.moving.preparing import Prepared, Preparer
from harkara.intake.moving.settling import settle
from harkara.intake.moving.together import each
from harkara.intake.stream import labels

BATCH, BATCH_BYTES = 1000, 16 << 20
"""So many items are kept in one transaction, fewer if what came in is so large."""
Progress = Callable[[int, int], object]


def move_in(
    archive: Archive,
    survey: Survey,
    plan: Plan,
    *,
    at: datetime,
    media: Path | None = None,
    progress: Progress = lambda _done, _all: None,
) -> Move:
    """Move an archive in and return the move, with its report.

    A batch is kept in one transaction, with how far the move has come: killed at any moment, it
    goes on behind the last batch. The same file a second time changes nothing.
    """
    move = begin(archive, survey, at)
    photos = Photos(kind=archive.kind, key=survey.key, media=archive.media(), folder=media)
    around = Around(places=settle(survey, plan), labels=labels(), at=at)
    read = archive.reader()
    keeper = Keeper(move=move, read=read, around=around, photos=photos)
    prepare = Preparer(read=read, around=around, with_pictures=media is not None)
    done = sum(move.counts.values()) - move.counts.get("comments", 0)
    made = each(prepare, archive.items(move.after), many=survey.stories)
    for batch in _batches(_only_the_first(made, archive.first_line)):
        keeper.keep(batch)
        done += len(batch)
        progress(done, survey.stories + survey.pages)
    while lead_some(move):
        pass
    move.finished_at = at
    move.save(update_fields=["finished_at"])
    return move


@transaction.atomic
def begin(archive: Archive, survey: Survey, at: datetime) -> Move:
    """Begin a move, or go on with the one of this file; a finished one begins anew."""
    move, is_new = Move.objects.get_or_create(
        source_kind=archive.kind,
        source_key=survey.key,
        mark=archive.mark,
        defaults={"started_at": at, "file_name": archive.name[:255]},
    )
    if is_new or move.finished_at is not None:
        # What is said of the file itself is said once, and of its items when they change.
        move.notes.filter(article=None).delete()
        move.after, move.counts, move.stories = 0, {}, survey.stories
        move.started_at, move.finished_at = at, None
        move.compared, move.compared_at = _compared(move), None
        move.save()
        MoveNote.objects.bulk_create(
            MoveNote(
                move=move,
                kind=notes.PERSON,
                line=one.line,
                message=one.why.message,
                values=dict(one.why.values),
            )
            for one in survey.troubles
        )
    return move


def _compared(move: Move) -> int:
    """Return the last story of a move's source that was compared, in whatever move it came."""
    moves = Move.objects.filter(source_kind=move.source_kind, source_key=move.source_key)
    return int(moves.aggregate(last=Max("compared"))["last"] or 0)


def _only_the_first(
    made: Iterable[tuple[Item, Prepared | Passed]], first_line: Callable[[str], int | None]
) -> Iterator[tuple[Item, Prepared | Passed]]:
    """Give the items, passing over those whose id stands on another line first."""
    for item, one in made:
        if isinstance(one, Passed) or first_line(one.foreign_id) in (None, one.line):
            yield item, one
        else:
            yield item, same_id(one.foreign_id, title=one.title, line=one.line, after=one.after)


def _batches(
    made: Iterable[tuple[Item, Prepared | Passed]],
) -> Iterator[list[tuple[Item, Prepared | Passed]]]:
    batch: list[tuple[Item, Prepared | Passed]] = []
    size = 0
    for item, one in made:
        batch.append((item, one))
        size += one.size
        if len(batch) >= BATCH or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
