"""Choosing what to read beside a story, for sections that leave that to the engine.

A publication asks; the choice is made after it, when the index has the story, and recorded. Pages
are made from what is recorded, so a page comes out the same whenever it is made.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from harkara.newsroom import keys
from harkara.newsroom.models import AlsoReadChoice, LiveStory
from harkara.newsroom.queries.related import related_of
from harkara.press.actions import mark_stale
from harkara.search.backends.base import Backend

MOST = 2
"""So many stories are placed beside one."""
AT_ONCE = 5
"""So many choices are made at a time: a story that is published meanwhile waits for no more."""


def ask_for_also_read(row: LiveStory, *, wanted: bool) -> None:
    """Ask for a choice beside a story that is being published; drop an old one if none is wanted.

    Part of the publication's own transaction, which marks the story's page stale.
    """
    if wanted:
        AlsoReadChoice.objects.update_or_create(story=row, defaults={"due_at": timezone.now()})
    else:
        AlsoReadChoice.objects.filter(story=row.number).delete()


def choose_due(index: Backend, at: datetime) -> int:
    """Make the next choices that are due, the oldest first; return how many those were.

    A page whose choice is another than before is marked stale with it. Raises Unavailable if there
    is no index; what is due stays due.
    """
    due = AlsoReadChoice.objects.filter(due_at__isnull=False).order_by("due_at")[:AT_ONCE]
    chosen = [(one, _choice(one.story_id, index, at)) for one in due]
    for one, numbers in chosen:
        _record(one, numbers)
    return len(chosen)


def _choice(number: int, index: Backend, at: datetime) -> list[int]:
    return [one.number for one in related_of(number, index, at=at)[:MOST]]


@transaction.atomic
def _record(one: AlsoReadChoice, numbers: list[int]) -> None:
    """Keep a choice, unless the story was published again while it was made."""
    still = AlsoReadChoice.objects.filter(story=one.story_id, due_at=one.due_at)
    if numbers != one.numbers:
        mark_stale({keys.article(one.story_id)})
    still.update(numbers=numbers, due_at=None)
