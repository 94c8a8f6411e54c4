"""Running: an export of another Harkara from its first line to its last."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from harkara.intake.models import Move
from harkara.intake.moving.archive import Archive, Moved, Passed, Survey, same_id
from harkara.intake.moving.restoring.finishing import Finisher
from harkara.intake.moving.restoring.keeping import Restorer
from harkara.intake.moving.restoring.leading import lead
from harkara.intake.moving.restoring.standing import Said, lay
from harkara.intake.moving.running import BATCH, Progress, begin


class OwnArchive(Archive, Protocol):
    """An export of another Harkara, which tells of more than stories."""

    def ground(self) -> Iterator[Said]:
        """Give what stories stand on: the paper, sections, photos, authors, topics."""

    def later(self) -> Iterator[tuple[Said, Moved | None]]:
        """Give what can be restored only when all stories are here."""


def restore(
    archive: OwnArchive,
    survey: Survey,
    *,
    at: datetime,
    media: Path | None = None,
    progress: Progress = lambda _done, _all: None,
) -> Move:
    """Restore the site of an export in this home, and return the move with its report.

    `media` is the folder of its photos' files. Killed at any moment, it goes on behind the last
    batch; the same file a second time changes nothing.
    """
    move = begin(archive, survey, at)
    standing = lay(move, archive.ground(), media)
    restorer = Restorer(move=move, standing=standing, at=at)
    done = sum(move.counts.values()) - move.counts.get("comments", 0)
    read = map(archive.reader(), archive.items(move.after))
    for batch in _batches(_only_the_first(read, archive.first_line)):
        restorer.keep(batch)
        done += len(batch)
        progress(done, survey.stories + survey.pages)
    lead(move)
    Finisher(move=move, standing=standing, at=at).finish(archive.later())
    move.finished_at = at
    move.save(update_fields=["finished_at"])
    return move


def _only_the_first(
    found: Iterable[Moved | Passed], first_line: Callable[[str], int | None]
) -> Iterator[Moved | Passed]:
    """Give the items, passing over those whose id stands on another line first."""
    for one in found:
        if isinstance(one, Passed):
            yield one
            continue
        foreign_id = one.draft.origin.foreign_id
        if first_line(foreign_id) in (None, one.line):
            yield one
        else:
            title = one.draft.headline
            yield same_id(foreign_id, title=title, line=one.line, after=one.after)


def _batches(found: Iterable[Any]) -> Iterator[list[Any]]:
    rest = iter(found)
    while batch := list(islice(rest, BATCH)):
        yield batch
