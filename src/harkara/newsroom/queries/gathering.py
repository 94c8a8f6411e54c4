"""Gathering: the rows that stories' pages are made of, fetched for many stories together.

A fixed number of queries, whether for one story or for all that are pressed together. Only rows are
gathered; which keys a page read is said when a page is made of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from harkara.newsroom.keys import ListingKind
from harkara.newsroom.models import (
    ArticlePage,
    Byline,
    CorrectionNote,
    Entry,
    LiveStory,
    Topic,
)
from harkara.newsroom.queries.body import Stream, linked_pages, shown_photos
from harkara.newsroom.queries.cards import rows_of
from harkara.newsroom.queries.pictures import PhotoRow, photos
from harkara.press.recorder import shelf

ON_SHELF = "stories"
WORDS = ("dateline", "source_name", "source_credit", "source_url")


@dataclass(slots=True, kw_only=True)
class Matter:
    """What a story's page shows beyond its card: from a live story, or from a draft."""

    words: dict[str, str]
    stream: Stream
    bylines: list[Byline] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)
    corrections: list[CorrectionNote] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Gathered:
    """Rows by their ids. `stories` and `matters` are of the stories asked for."""

    stories: dict[int, LiveStory] = field(default_factory=dict)
    # By number: the numbers before and after. By the page's id: the matter.
    beside: dict[int, tuple[int | None, int | None]] = field(default_factory=dict)
    # By number: the numbers of the stories that were chosen to be read beside it.
    chosen: dict[int, list[int]] = field(default_factory=dict)
    matters: dict[int, Matter] = field(default_factory=dict)
    others: dict[int, LiveStory] = field(default_factory=dict)
    photos: dict[int, PhotoRow] = field(default_factory=dict)
    # The same as `others`, by the ids of their pages.
    by_page: dict[int, LiveStory] = field(default_factory=dict)


def gather_stories(numbers: Sequence[int]) -> None:
    """Fetch what the pages of these stories will need, for pages that are made together."""
    rows = shelf()
    if rows is not None and numbers:
        found = gathered(numbers)
        rows |= {(ON_SHELF, number): found for number in numbers}


def at_hand(number: int) -> Gathered:
    """Return what was gathered for the page of a story, or gather it."""
    rows = shelf()
    if rows is None:
        return gathered([number])
    if (ON_SHELF, number) not in rows:
        gather_stories([number])
    found: Gathered = rows[ON_SHELF, number]
    return found


def gathered(numbers: Sequence[int], *, with_neighbours: bool = True) -> Gathered:
    """Return the rows for these stories, and for the cards their pages show."""
    found = LiveStory.objects.filter(pk__in=numbers).order_by().select_related("also_read_choice")
    if with_neighbours:
        found = found.annotate(before=Subquery(before_it()), after=Subquery(after_it()))
    stories = {row.number: row for row in found}
    beside: dict[int, tuple[int | None, int | None]] = dict.fromkeys(numbers, (None, None))
    if with_neighbours:
        # Annotations are no fields of the model: its type does not know them.
        found_beside = {number: vars(row) for number, row in stories.items()}
        beside |= {number: (one["before"], one["after"]) for number, one in found_beside.items()}
    matters = _matters([row.article_id for row in stories.values()])
    # A story without a choice has no such attribute.
    choices = {number: getattr(row, "also_read_choice", None) for number, row in stories.items()}
    chosen = {number: choice.numbers for number, choice in choices.items() if choice}
    return _with_others(Gathered(stories=stories, beside=beside, chosen=chosen, matters=matters))


def gathered_draft(row: LiveStory, article: ArticlePage) -> Gathered:
    """Return the rows for a story as it stands with the desk, in the row made up for it."""
    matter = Matter(
        words={name: getattr(article, name) for name in WORDS},
        stream=list(article.body.raw_data),
        bylines=list(article.bylines.all()),
        topics=list(article.topics.all()),
        corrections=list(article.corrections.all()),
    )
    found = Gathered(stories={row.number: row}, matters={row.article_id: matter})
    return _with_others(found)


def neighbours(row: LiveStory) -> tuple[int | None, int | None]:
    """Return the numbers of the stories before and after a story in its section."""
    found = LiveStory.objects.filter(pk=row.number).order_by()
    pair = found.annotate(before=Subquery(before_it()), after=Subquery(after_it())).values_list(
        "before", "after"
    )
    before, after = pair.first() or (None, None)
    return before, after


def _in_section() -> QuerySet[Entry]:
    return Entry.objects.filter(kind=ListingKind.SECTION, ref=OuterRef("section_id"))


# The bound on the time alone lets the index begin at the story; the rest decides equal times.
def before_it() -> QuerySet[Entry, Any]:
    """Return the number of the story before the outer one in its section."""
    at, number = OuterRef("published_at"), OuterRef("number")
    older = Q(published_at__lt=at) | Q(story_id__lt=number)
    found = _in_section().filter(older, published_at__lte=at)
    return found.order_by("-published_at", "-story_id").values("story_id")[:1]


def after_it() -> QuerySet[Entry, Any]:
    """Return the number of the story after the outer one in its section."""
    at, number = OuterRef("published_at"), OuterRef("number")
    newer = Q(published_at__gt=at) | Q(story_id__gt=number)
    found = _in_section().filter(newer, published_at__gte=at)
    return found.order_by("published_at", "story_id").values("story_id")[:1]


def _matters(ids: list[int]) -> dict[int, Matter]:
    """Return the matter of live stories by the ids of their pages."""
    if not ids:
        return {}
    found = ArticlePage.objects.filter(pk__in=ids).order_by().values_list("pk", "body", *WORDS)
    matters = {
        pk: Matter(words=dict(zip(WORDS, words, strict=True)), stream=list(body.raw_data))
        for pk, body, *words in found
    }
    for byline in Byline.objects.filter(article__in=ids).select_related("author"):
        matters[byline.article_id].bylines.append(byline)
    for note in CorrectionNote.objects.filter(article__in=ids):
        matters[note.article_id].corrections.append(note)
    for topic in Topic.objects.filter(articlepage__in=ids).annotate(of=F("articlepage")):
        matters[topic.of].topics.append(topic)
    return matters


def _with_others(found: Gathered) -> Gathered:
    """Fetch the stories and photos that those gathered lead to."""
    streams = [matter.stream for matter in found.matters.values()]
    beside = [number for pair in found.beside.values() for number in pair if number]
    chosen = [number for numbers in found.chosen.values() for number in numbers]
    rows = rows_of(
        numbers=[*beside, *chosen], articles=[pk for one in streams for pk in linked_pages(one)]
    )
    found.others = {row.number: row for row in rows}
    found.by_page = {row.article_id: row for row in rows}
    leads = _leads([*found.stories.values(), *rows])
    found.photos = photos([*leads, *(pk for one in streams for pk in shown_photos(one))])
    return found


def _leads(rows: Iterable[LiveStory]) -> Iterable[int]:
    return (row.picture_id for row in rows if row.picture_id)
