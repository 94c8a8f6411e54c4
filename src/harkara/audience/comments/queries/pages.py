"""What readers' pages show of comments, each answer noting the keys it was read under."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db.models import Count, Max

from harkara.audience.comments import keys
from harkara.audience.comments.models import Comment, SectionRule
from harkara.audience.comments.records import Conversation, Mode, Rule, Said
from harkara.press.recorder import once, read, shelf

FIRST = 1
ON_SHELF = "comments"


class Gathered(NamedTuple):
    """The comments of one story on one sheet, how many there are in all, and the last sheet."""

    many: int
    sheets: int
    rows: list[Comment]


def conversation(number: int, section_id: int, published_at: datetime) -> Conversation:
    """Return what stands on a story's own page: the first sheet, and whether more may come."""
    found = _at_hand(number)
    return _conversation(number, found, FIRST, rule_of(section_id).is_open(published_at))


def further_sheet(
    number: int, section_id: int, published_at: datetime, sheet: int
) -> Conversation | None:
    """Return one of a story's further sheets, None if it has no such one. Three queries."""
    found = _gathered([number], sheet)[number]
    read(keys.count(number), keys.sheet(number, sheet))
    if not FIRST < sheet <= found.sheets:
        return None
    return _conversation(number, found, sheet, rule_of(section_id).is_open(published_at))


def gather_conversations(numbers: Sequence[int]) -> None:
    """Fetch the first sheets of these stories, for pages that are made together. Two queries."""
    rows = shelf()
    if rows is not None and numbers:
        found = _gathered(numbers, FIRST)
        rows |= {(ON_SHELF, number): one for number, one in found.items()}


def rule_of(section_id: int) -> Rule:
    """Return what may be said in a section. One query for all pages that are made together."""
    read(keys.rule(section_id))
    return once(ON_SHELF, _rules).get(section_id, Rule())


def _rules() -> dict[int, Rule]:
    return {
        row.section_id: Rule(mode=Mode(row.mode), days=row.days, closed_before=row.closed_before)
        for row in SectionRule.objects.all()
    }


def _at_hand(number: int) -> Gathered:
    rows = shelf()
    if rows is None:
        return _gathered([number], FIRST)[number]
    if (ON_SHELF, number) not in rows:
        gather_conversations([number])
    found: Gathered = rows[ON_SHELF, number]
    return found


def _gathered(numbers: Sequence[int], sheet: int) -> dict[int, Gathered]:
    """Return the sheet of each story. A second query only if any of them has a comment."""
    accepted = Comment.objects.filter(status=Comment.Status.ACCEPTED)
    counts = {
        story: (count, last)
        for story, count, last in accepted.filter(story__in=numbers)
        .order_by()
        .values_list("story")
        .annotate(Count("pk"), Max("sheet"))
    }
    rows: dict[int, list[Comment]] = {number: [] for number in numbers}
    if counts:
        found = accepted.filter(story__in=counts, sheet=sheet).select_related("parent")
        for row in found.order_by("written_at", "pk"):
            rows[row.story_id].append(row)
    return {number: Gathered(*counts.get(number, (0, FIRST)), rows[number]) for number in numbers}


def _conversation(number: int, found: Gathered, sheet: int, is_open: bool) -> Conversation:  # noqa: FBT001 (a value that is passed on)
    read(keys.count(number), keys.sheet(number, sheet))
    return Conversation(
        number=number,
        count=found.many,
        sheet=sheet,
        sheets=found.sheets,
        said=tuple(_threads(found.rows)),
        is_open=is_open,
    )


def _threads(rows: Iterable[Comment]) -> Iterable[Said]:
    """Give the comments of a sheet, each with its answers; what answers nobody here stands alone.

    A comment that was taken away after it was answered leaves an empty place above its answers.
    """
    listed = list(rows)
    here = {row.pk for row in listed}
    answers: dict[int, list[Said]] = {}
    heads: list[tuple[int, Comment | None, str]] = []
    for row in listed:
        parent = row.parent
        if parent is None:
            heads.append((row.pk, row, ""))
        elif parent.pk in here:
            answers.setdefault(parent.pk, []).append(_said(row))
        elif parent.status == Comment.Status.ACCEPTED:
            heads.append((row.pk, row, parent.name))
        else:
            if parent.pk not in answers:
                heads.append((parent.pk, None, ""))
            answers.setdefault(parent.pk, []).append(_said(row))
    for pk, head, to in heads:
        below = tuple(answers.get(pk, ()))
        yield _said(head, to=to, replies=below) if head else _gone(pk, below)


def _said(row: Comment, to: str = "", replies: tuple[Said, ...] = ()) -> Said:
    return Said(
        id=row.pk,
        name=row.name,
        text=row.text,
        written_at=row.written_at,
        edited=row.edited_at is not None,
        to=to,
        replies=replies,
    )


def _gone(pk: int, replies: tuple[Said, ...]) -> Said:
    first = replies[0]
    return Said(
        id=pk,
        name="",
        text="",
        written_at=first.written_at,
        edited=False,
        replies=replies,
        is_gone=True,
    )
