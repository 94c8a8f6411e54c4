"""Filing an archive: thousands of stories in one transaction, every row a publish would have made.

What such a story has not is a past with us: no revisions, and no log of who did what. Wagtail makes
its first revision when somebody edits it.
"""

from collections import Counter
from collections.abc import Sequence

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from wagtail.models import Page

from harkara.newsroom.actions.bulk.marking import mark
from harkara.newsroom.actions.bulk.numbers import numbers_for
from harkara.newsroom.actions.bulk.old_paths import keep_old_paths
from harkara.newsroom.actions.bulk.pages import write_bylines, write_corrections, write_pages
from harkara.newsroom.actions.bulk.rows import Row
from harkara.newsroom.actions.bulk.showing import show_to_the_newsroom
from harkara.newsroom.actions.bulk.tables import take_ids
from harkara.newsroom.actions.stories import Filed, NoDesk
from harkara.newsroom.archive_story import ArchiveStory
from harkara.newsroom.models import (
    DeskPage,
    Entry,
    LiveStory,
    SectionPage,
)
from harkara.newsroom.queries.lookups import headline_key
from harkara.press.tables import Table, moment


@transaction.atomic
def file_archive(stories: Sequence[ArchiveStory]) -> tuple[Filed, ...]:
    """File stories of an archive that moves in, and return them in their order.

    Those that were live and have a section are on the site. All of it happens or nothing. Raises
    NoDesk if there is no tray for those that have no section.
    """
    if not stories:
        return ()
    rows = write_down(stories)
    _write_copies([row for row in rows if row.live])
    keep_old_paths({path: row.pk for row in rows for path in row.story.old_paths})
    mark(rows)
    return tuple(Filed(article_id=row.pk, number=row.number, slug=row.slug) for row in rows)


def write_down(stories: Sequence[ArchiveStory], *, has_past: bool = True) -> list[Row]:
    """Write all that the newsroom has of stories of an archive, or of today; in a transaction.

    What readers see, and what follows from it, is another step. Raises NoDesk.
    """
    rows = _rows(stories, has_past=has_past)
    write_pages(rows)
    write_bylines(rows)
    write_corrections(rows)
    show_to_the_newsroom(rows)
    return rows


def _rows(stories: Sequence[ArchiveStory], *, has_past: bool) -> list[Row]:
    now, numbers = timezone.now(), numbers_for([story.number for story in stories])
    parents = _parents(stories)
    steps = Counter({pk: _last_step(parent) for pk, parent in parents.items()})
    rows = []
    for story, pk, number in zip(stories, take_ids(Page, len(stories)), numbers, strict=True):
        parent = parents[story.section_id]
        steps[story.section_id] += 1
        rows.append(
            Row(
                story=story,
                pk=pk,
                number=number,
                parent=parent,
                step=steps[story.section_id],
                published_at=story.published_at or now,
                has_past=has_past,
            )
        )
    for section, count in Counter(story.section_id for story in stories).items():
        Page.objects.filter(pk=parents[section].pk).update(numchild=F("numchild") + count)
    return rows


def _parents(stories: Sequence[ArchiveStory]) -> dict[int | None, SectionPage | DeskPage]:
    """Return the pages the stories are filed below, by the ids of their sections; None: the tray.

    They are locked, so that nobody else gives out the same place.
    """
    wanted = {story.section_id for story in stories}
    sections = SectionPage.objects.select_for_update(of=("page_ptr",)).order_by("pk")
    named = [pk for pk in wanted if pk is not None]
    found: dict[int | None, SectionPage | DeskPage] = {
        one.pk: one for one in (sections.filter(pk__in=named) if named else ())
    }
    if None in wanted:
        tray: DeskPage | None = DeskPage.objects.select_for_update(of=("self",)).first()
        if tray is None:
            raise NoDesk
        found[None] = tray
    return found


def _last_step(parent: SectionPage | DeskPage) -> int:
    paths = parent.get_children().order_by("-path").values_list("path", flat=True)
    last = paths.first()
    return int(Page._str2int(last[-Page.steplen :])) if last else 0


def _write_copies(rows: Sequence[Row]) -> None:
    """Write the readers' copy of each live story, and its place in the listings."""
    live, entries = Table(LiveStory), Table(Entry)
    for row in rows:
        story, at = row.story, moment(row.published_at)
        live.add(
            number=row.number,
            article_id=row.pk,
            section_id=row.parent.pk,
            kind=str(story.kind),
            slug=row.slug,
            headline=story.headline,
            headline_key=headline_key(story.headline),
            standfirst=story.standfirst,
            picture_id=story.picture_id,
            corrected=bool(story.corrections),
            expires_at=moment(story.expires_at) if story.expires_at else None,
            published_at=at,
            updated_at=moment(row.updated_at),
        )
        for kind, ref in row.places:
            entries.add(kind=str(kind), ref=ref, story_id=row.number, published_at=at)
    live.write()
    entries.write()
