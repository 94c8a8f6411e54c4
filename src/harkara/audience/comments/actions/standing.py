"""Standing: putting comments on the pages of their story and taking them off again."""

from collections.abc import Iterable

from django.db.models import Count, Max, Sum
from django.db.models.functions import Length

from harkara.audience.comments import keys
from harkara.audience.comments.addresses import sheet_path
from harkara.audience.comments.models import Comment
from harkara.press import priorities
from harkara.press.actions import mark_stale, want

MOST_ON_SHEET = 50
MOST_LETTERS_ON_SHEET = 12_000
"""A page of the story's own length besides must still fit its budget of 40 KB."""
ROOM_FOR_ANSWERS = 2
"""So many times as much may stand on a sheet if it is by answers to what stands there."""
FIRST = 1


def put_on_page(comment: Comment) -> None:
    """Give a comment its sheet and mark what shows it stale; the caller saves its status and sheet.

    An answer stands on the sheet of what it answers while there is room, else on the last one. A
    sheet that stands never sends a comment to another. Must be called in a transaction.
    """
    comment.sheet = _sheet_for(comment)
    touch([(comment.story_id, comment.sheet)])
    if comment.sheet > FIRST:
        want({sheet_path(comment.story_id, comment.sheet): priorities.REST})


def take_off_page(comment: Comment) -> None:
    """Mark stale what shows a comment, and take its sheet from it; the caller saves it."""
    if comment.sheet is not None:
        touch([(comment.story_id, comment.sheet)])
        _touch_answers(comment)
    comment.sheet = None


def touch(places: Iterable[tuple[int, int]]) -> None:
    """Mark stale the sheets of stories, and their counts. Must be called in a transaction."""
    found = set(places)
    mark_stale(
        {keys.count(number) for number, _ in found}
        | {keys.sheet(number, sheet) for number, sheet in found}
    )


def _touch_answers(comment: Comment) -> None:
    """Mark stale the other sheets on which answers name the comment they answer."""
    if comment.parent_id is None:
        sheets = comment.replies.filter(status=Comment.Status.ACCEPTED).values_list("sheet")
        touch((comment.story_id, sheet) for (sheet,) in sheets.distinct() if sheet)


def _sheet_for(comment: Comment) -> int:
    accepted = Comment.objects.filter(story=comment.story_id, status=Comment.Status.ACCEPTED)
    last = accepted.aggregate(last=Max("sheet"))["last"] or FIRST
    if comment.parent_id is not None:
        own = accepted.filter(pk=comment.parent_id).values_list("sheet", flat=True).first()
        if own and _has_room(comment, own, ROOM_FOR_ANSWERS):
            return own
    return last if _has_room(comment, last, 1) else last + 1


def _has_room(comment: Comment, sheet: int, times: int) -> bool:
    there = Comment.objects.filter(
        story=comment.story_id, status=Comment.Status.ACCEPTED, sheet=sheet
    ).aggregate(many=Count("pk"), letters=Sum(Length("text")))
    letters = (there["letters"] or 0) + len(comment.text)
    fits = there["many"] < times * MOST_ON_SHEET and letters <= times * MOST_LETTERS_ON_SHEET
    return bool(fits or not there["many"])
