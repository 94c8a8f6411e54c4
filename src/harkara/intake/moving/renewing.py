"""Renewing: a story that has moved in comes again with another text."""

from collections.abc import Iterator
from datetime import datetime

from harkara.intake.actions import Change, Choice, receive
from harkara.intake.actions.receiving import EDITED_HERE
from harkara.intake.drafts import Notice
from harkara.intake.models import ForeignId
from harkara.intake.moving.archive import Fate, Moved
from harkara.intake.moving.composing import Around
from harkara.intake.moving.notes import PERSON, Note, notes_of
from harkara.intake.moving.photos import Photos
from harkara.intake.moving.scheduling import schedule
from harkara.newsroom.actions import Withdraw, recall
from harkara.newsroom.actions.bulk import keep_old_paths


def renew(moved: Moved, row: ForeignId, around: Around, photos: Photos) -> tuple[str, list[Note]]:
    """Keep a newer version of a story as its next revision; return what that did, and notes.

    The story goes live only if it was live there and is live here, or waits here for its time. One
    that waits, and there is no longer to go live, or at another time, waits so here too.
    """
    waited = row.article.approved_schedule and not row.article.live
    choice = Choice(section_id=None, topic_ids=around.places.topics_of(moved))
    live = moved.fate is Fate.LIVE and (row.article.live or waited)
    received = receive(
        moved.draft, by=None, at=around.at, publish=live, choice=choice, find_photo=photos
    )
    if received.change is Change.EDITED_HERE:
        return received.change, [(PERSON, Notice(message=EDITED_HERE))]
    keep_old_paths(dict.fromkeys(moved.old_paths, row.article_id))
    said = list(notes_of(moved))
    if waited and received.change is Change.UPDATED and not live:
        said += _schedule_again(moved, row, around.at)
    return received.change, said


def _schedule_again(moved: Moved, row: ForeignId, at: datetime) -> Iterator[Note]:
    recall(Withdraw(article_id=row.article_id))
    if moved.fate is Fate.SCHEDULED:
        lacking = schedule(row.article_id, moved.draft.published_at, now=at)
        if lacking:
            yield PERSON, lacking
