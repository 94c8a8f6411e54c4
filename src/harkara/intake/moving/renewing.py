"""Renewing: a story that has moved in comes again with another text."""

from harkara.intake.actions import Change, Choice, receive
from harkara.intake.actions.receiving import EDITED_HERE
from harkara.intake.drafts import Notice
from harkara.intake.models import ForeignId
from harkara.intake.moving.archive import Fate, Moved
from harkara.intake.moving.composing import Around
from harkara.intake.moving.notes import PERSON, Note, notes_of
from harkara.intake.moving.photos import Photos
from harkara.newsroom.actions.bulk import keep_old_paths


def renew(moved: Moved, row: ForeignId, around: Around, photos: Photos) -> tuple[str, list[Note]]:
    """Keep a newer version of a story as its next revision; return what that did, and notes.

    The story goes live only if it was live there and is live here.
    """
    choice = Choice(section_id=None, topic_ids=around.places.topics_of(moved))
    live = moved.fate is Fate.LIVE and row.article.live
    received = receive(
        moved.draft, by=None, at=around.at, publish=live, choice=choice, find_photo=photos
    )
    if received.change is Change.EDITED_HERE:
        return received.change, [(PERSON, Notice(message=EDITED_HERE))]
    keep_old_paths(dict.fromkeys(moved.old_paths, row.article_id))
    return received.change, list(notes_of(moved))
