"""What readers' pages show of polls, each answer noting the keys it was read under."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from django.db.models import Max, QuerySet

from harkara.audience.polls import keys
from harkara.audience.polls.models import Poll
from harkara.audience.polls.records import Option, Shown, Stage
from harkara.press.recorder import read, shelf

ON_A_STORY = 3
"""So many polls stand on a story's page at the most: the newest."""
ON_A_SHEET = 50
ON_SHELF = "polls"


class Listed(NamedTuple):
    """The newest polls, and on how many sheets all of them stand."""

    shown: tuple[Shown, ...]
    sheets: int


def polls_of_story(number: int) -> tuple[Shown, ...]:
    """Return the polls that stand on a story's page. One query; none if they were gathered."""
    read(keys.story(number))
    rows = shelf()
    found: list[Poll]
    if rows is None:
        found = _of_stories([number])[number]
    else:
        if (ON_SHELF, number) not in rows:
            gather_polls([number])
        found = rows[ON_SHELF, number]
    return tuple(_noted(found))


def gather_polls(numbers: Sequence[int]) -> None:
    """Fetch the polls of these stories, for pages that are made together.

    One query; another for their answers if there is any poll.
    """
    rows = shelf()
    if rows is not None and numbers:
        found = _of_stories(numbers)
        rows |= {(ON_SHELF, number): polls for number, polls in found.items()}


def poll_of_section(section_id: int) -> Shown | None:
    """Return the poll that stands on a section's front, None if there is none."""
    read(keys.section(section_id))
    return _newest(_on_pages().filter(section=section_id, put_away=False))


def poll_of_front() -> Shown | None:
    """Return the poll that stands on the front page, None if there is none."""
    read(keys.FRONT)
    return _newest(_on_pages().filter(on_front=True, put_away=False))


def poll(number: int) -> Shown | None:
    """Return a poll for its own page, None if it is not on the site. Two queries."""
    read(keys.poll(number))
    row = _of_site().filter(pk=number).first()
    return _shown(row) if row else None


def standing(number: int) -> Shown | None:
    """Return a poll with its votes, for those who have voted. Two queries."""
    read(keys.tally(number))
    return poll(number)


def newest_polls() -> Listed:
    """Return the newest polls. Three queries."""
    read(keys.INDEX)
    rows = _on_pages().order_by("-pk")[:ON_A_SHEET]
    last: int | None = Poll.objects.aggregate(last=Max("pk"))["last"]
    return Listed(tuple(_noted(rows)), _sheet_of(last or 1))


def polls_on_sheet(sheet: int) -> tuple[Shown, ...]:
    """Return the polls of a sheet, newest first; none if there is no such sheet. Two queries."""
    read(keys.sheet(sheet))
    last = sheet * ON_A_SHEET
    rows = _on_pages().filter(pk__gt=last - ON_A_SHEET, pk__lte=last).order_by("-pk")
    return tuple(_noted(rows))


def places_of(row: Poll) -> set[str]:
    """Return the keys of all places that may show a poll."""
    places = {keys.poll(row.pk), keys.tally(row.pk), keys.INDEX, keys.sheet(_sheet_of(row.pk))}
    if row.story_id is not None:
        places.add(keys.story(row.story_id))
    if row.section_id is not None:
        places.add(keys.section(row.section_id))
    if row.on_front:
        places.add(keys.FRONT)
    return places


def _of_site() -> QuerySet[Poll]:
    return Poll.objects.filter(taken_off=False).prefetch_related("choices")


def _on_pages() -> QuerySet[Poll]:
    return _of_site().exclude(stage=Stage.PLANNED)


def _newest(rows: QuerySet[Poll]) -> Shown | None:
    return next(_noted(rows.order_by("-opens_at", "-pk")[:1]), None)


def _of_stories(numbers: Sequence[int]) -> dict[int, list[Poll]]:
    found: dict[int, list[Poll]] = {number: [] for number in numbers}
    for row in _on_pages().filter(story__in=numbers).order_by("-opens_at", "-pk"):
        there = found[row.story_id or 0]
        if len(there) < ON_A_STORY:
            there.append(row)
    return found


def _noted(rows: Iterable[Poll]) -> Iterator[Shown]:
    for row in rows:
        read(keys.poll(row.pk))
        yield _shown(row)


def _sheet_of(pk: int) -> int:
    return (pk - 1) // ON_A_SHEET + 1


def _shown(row: Poll) -> Shown:
    choices = list(row.choices.all())
    return Shown(
        number=row.pk,
        question=row.question,
        stage=Stage(row.stage),
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        options=tuple(Option(one.place, one.words, one.counted) for one in choices),
        aside=sum(one.aside for one in choices),
        story=row.story_id,
    )
