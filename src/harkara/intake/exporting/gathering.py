"""Gathering: all stories of the newsroom, a batch at a time, with all that belongs to them.

A batch takes the same few queries however large the archive is, and whatever its stories refer to.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any

from django.db.models import F
from wagtail.models import Page, Revision

from harkara.intake.exporting.versions import Version, of_revision, of_row
from harkara.newsroom.addresses import section_path, story_path
from harkara.newsroom.models import ArticlePage, Author, LiveStory, Photo, SectionPage, Topic
from harkara.newsroom.models.article import State
from harkara.newsroom.queries.body import linked_pages, shown_photos

AT_ONCE = 200
_BESIDE = (
    "bylines", "topics", "corrections", "kept_comments", "foreign_ids",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story: as readers see it or will, and as it waits in the newsroom, if that is another."""

    row: ArticlePage
    section: SectionPage | None
    live: LiveStory | None
    state: State
    publish_at: datetime | None
    shown: Version
    waiting: Version | None

    @property
    def number(self) -> int:
        """Its permanent number."""
        return int(self.row.number)

    @property
    def words(self) -> str:
        """The words of its address, without its number."""
        return str(self.row.slug).removesuffix(f"-{self.row.number}")

    @property
    def path(self) -> str:
        """Its address; for one that is not on the site, the one it would have, "" if none."""
        return story_path(self.section.slug, self.row.slug) if self.section else ""

    @property
    def versions(self) -> tuple[Version, ...]:
        """All versions that go out."""
        return (self.shown, self.waiting) if self.waiting else (self.shown,)


@dataclass(frozen=True, slots=True)
class PageRef:
    """A page that a story refers to; `path` is None if readers may not see it."""

    number: int | None
    headline: str
    path: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the stories of a batch refer to, by their ids."""

    pages: Mapping[int, PageRef]
    photos: Mapping[int, Photo]
    topics: Mapping[int, Topic]
    authors: Mapping[int, Author]

    def topics_of(self, version: Version) -> tuple[Topic, ...]:
        """Return the topics of a version that there are still."""
        return tuple(self.topics[pk] for pk in version.topic_ids if pk in self.topics)

    def bylines_of(self, version: Version) -> tuple[Author | str, ...]:
        """Return the names over a version: authors, and guests by their names."""
        found = (self.authors.get(pk) if pk else guest for pk, guest in version.bylines)
        return tuple(one for one in found if one)


def sections() -> tuple[SectionPage, ...]:
    """Return the sections, in the desk's order."""
    return tuple(SectionPage.objects.order_by("path"))


def batches(sections: Sequence[SectionPage]) -> Iterator[tuple[list[Story], Around]]:
    """Give all stories in the order of their numbers, with what they refer to."""
    by_path = {section.path: section for section in sections}
    last = 0
    while rows := list(
        ArticlePage.objects.filter(number__gt=last)
        .select_related("live_story__also_read_choice", "provenance")
        .prefetch_related(*_BESIDE)
        .order_by("number")[:AT_ONCE]
    ):
        last = rows[-1].number
        newest, due = _revisions(rows)
        stories = [_story(row, by_path, newest, due) for row in rows]
        yield stories, _around(list(chain.from_iterable(one.versions for one in stories)))


def pages_named(ids: Iterable[int]) -> dict[int, PageRef]:
    """Return what there is of the pages with these ids; one query."""
    wanted = set(ids)
    if not wanted:
        return {}
    story = "articlepage__live_story__"
    rows = Page.objects.filter(pk__in=wanted).values(
        "pk", "title", "slug", "live", "frontpage", number=F("articlepage__number"),
        headline=F(f"{story}headline"), words=F(f"{story}slug"), section=F(f"{story}section__slug"),
    )  # fmt: skip
    return {row["pk"]: _page(row) for row in rows}


def _page(row: Mapping[str, Any]) -> PageRef:
    path: str | None = None
    if row["number"] is not None:
        path = story_path(row["section"], row["words"]) if row["words"] else None
    elif row["live"]:
        path = "/" if row["frontpage"] else section_path(row["slug"])
    return PageRef(row["number"], row["headline"] or row["title"], path)


def _revisions(
    rows: Sequence[ArticlePage],
) -> tuple[dict[int, Revision], dict[int, tuple[datetime, Revision]]]:
    """Return, by their ids, the newest revisions of unfinished stories, and those that are due."""
    unfinished = {row.latest_revision_id for row in rows if row.has_unpublished_changes}
    newest = Revision.objects.in_bulk(unfinished - {None})
    waiting = [str(row.pk) for row in rows if row.go_live_at]
    due = Revision.page_revisions.filter(
        object_id__in=waiting, approved_go_live_at__isnull=False
    ).order_by("pk")
    return (
        {int(one.object_id): one for one in newest.values()},
        {int(one.object_id): (one.approved_go_live_at, one) for one in due},
    )


def _story(
    row: ArticlePage,
    by_path: Mapping[str, SectionPage],
    newest: Mapping[int, Revision],
    due: Mapping[int, tuple[datetime, Revision]],
) -> Story:
    at, scheduled = due.get(row.pk, (None, None))
    latest = newest.get(row.pk)
    shown = of_row(row)
    if not row.live and (first := scheduled or latest):
        shown = of_revision(first.content)
    waiting = of_revision(latest.content) if latest else None
    live = getattr(row, "live_story", None)
    return Story(
        row=row,
        section=by_path.get(row.path[: -ArticlePage.steplen]),
        live=live,
        state=_state(row, at),
        publish_at=at,
        shown=shown,
        waiting=waiting if waiting != shown else None,
    )


def _state(row: ArticlePage, publish_at: datetime | None) -> State:
    """Return where a story stands. An embargo is told beside it: whether it is over, time tells."""
    if row.live:
        return State.LIVE
    if publish_at:
        return State.SCHEDULED
    return State.WITHDRAWN if row.first_published_at else State.DRAFT


def _around(versions: Sequence[Version]) -> Around:
    bodies = [list(one.body) for one in versions]
    photos = set(chain.from_iterable(map(shown_photos, bodies)))
    photos |= {one.picture_id for one in versions if one.picture_id}
    topics = set(chain.from_iterable(one.topic_ids for one in versions))
    authors = {pk for one in versions for pk, _guest in one.bylines if pk}
    return Around(
        pages=pages_named(chain.from_iterable(map(linked_pages, bodies))),
        photos=Photo.objects.in_bulk(photos),
        topics=Topic.objects.in_bulk(topics),
        authors=Author.objects.in_bulk(authors),
    )
