"""A site in Harkara's own form: one JSON object a line, all that is editorial, nothing lost.

The form is described in `docs/reference/exports.md`. A change that a reader of the form must know
of raises its version.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, TextIO

from wagtail.contrib.redirects.models import Redirect

from harkara.intake.exporting import gathering
from harkara.intake.exporting.gathering import PageRef
from harkara.intake.exporting.pictures import photos
from harkara.intake.exporting.readers_words import NOBODY, Readers, comment_lines
from harkara.intake.exporting.story_lines import linked, story_line
from harkara.newsroom.models import (
    ArticlePage,
    Author,
    FrontPage,
    InfoPage,
    NumberSeries,
    Photo,
    Placement,
    SectionPage,
    Topic,
    Withdrawal,
)
from harkara.newsroom.queries.body import pages_in

FORM, VERSION = "harkara", 1
AT_ONCE = 500
Progress = Callable[[int, int], object]
Line = Mapping[str, Any]


def write_jsonl(
    out: TextIO,
    *,
    site: str,
    readers: Readers = NOBODY,
    progress: Progress = lambda _done, _all: None,
) -> int:
    """Write the whole site; return how many stories that were. `site` is its address."""
    sections = gathering.sections()
    every = ArticlePage.objects.count()
    for line in _head(site.rstrip("/"), sections, every):
        _write(out, line)
    done = 0
    for stories, around in gathering.batches(sections):
        for story in stories:
            _write(out, story_line(story, around))
        for line in comment_lines(readers.fetch([story.number for story in stories])):
            _write(out, line)
        done += len(stories)
        progress(done, every)
    for line in _foot():
        _write(out, line)
    return done


def _write(out: TextIO, line: Line) -> None:
    out.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")))
    out.write("\n")


def _head(site: str, sections: Sequence[SectionPage], stories: int) -> Iterator[Line]:
    """Give what stories stand on: the paper, its sections, photos, authors and topics."""
    yield _paper(site, stories)
    yield from map(_section, sections)
    yield from map(_photo, photos())
    for author in Author.objects.order_by("pk").iterator(AT_ONCE):
        yield {
            "type": "author",
            "slug": author.slug,
            "name": author.name,
            "role": author.role,
            "about": author.bio,
            "photo": author.photo_id,
        }
    for topic in Topic.objects.order_by("pk").iterator(AT_ONCE):
        yield {
            "type": "topic",
            "slug": topic.slug,
            "name": topic.name,
            "kind": topic.kind,
            "aliases": list(topic.alias_list),
            "description": topic.description,
        }


def _paper(site: str, stories: int) -> Line:
    front = FrontPage.objects.get()
    series = NumberSeries.objects.filter(pk=1).first()
    return {
        "type": "site",
        "form": FORM,
        "version": VERSION,
        "address": site,
        "name": front.title,
        "tagline": front.tagline,
        "publisher": front.publisher,
        "email": front.email,
        "postal_address": front.address,
        "ads_txt": front.ads_txt,
        "stories": stories,
        "last_number": series.last if series else 0,
    }


def _section(section: SectionPage) -> Line:
    return {
        "type": "section",
        "slug": section.slug,
        "name": section.title,
        "colour": section.colour,
        "description": section.description,
        "chooses_also_read": section.chooses_also_read,
        "live": section.live,
    }


def _photo(photo: Photo) -> Line:
    point = (
        photo.focal_point_x, photo.focal_point_y, photo.focal_point_width, photo.focal_point_height,
    )  # fmt: skip
    return {
        "type": "photo",
        "id": photo.pk,
        "file": photo.file.name.rpartition("/")[2],
        "title": photo.title,
        "alt": photo.alt,
        "caption": photo.caption,
        "credit": photo.credit,
        "width": photo.width,
        "height": photo.height,
        "focal_point": None if point[0] is None else list(point),
    }


def _foot() -> Iterator[Line]:
    """Give what refers to stories: pages about the paper, the front, what is gone, addresses."""
    for page in InfoPage.objects.order_by("path"):
        yield {
            "type": "page",
            "slug": page.slug,
            "title": page.title,
            "html": linked(page.body, gathering.pages_named(pages_in(page.body))),
            "live": page.live,
            "published_at": _moment(page.first_published_at),
            "updated_at": _moment(page.last_published_at),
        }
    placed = Placement.objects.order_by("sort_order", "pk").select_related("article")
    yield {"type": "front", "stories": [one.article.number for one in placed]}
    for gone in Withdrawal.objects.order_by("pk").iterator(AT_ONCE):
        yield {
            "type": "withdrawn",
            "number": gone.number,
            "withdrawn_at": _moment(gone.withdrawn_at),
            "merged_into": gone.merged_into,
        }
    yield from _addresses()


def _addresses() -> Iterator[Line]:
    """Give the old addresses of the site, and where each leads."""
    last = 0
    while rows := list(Redirect.objects.filter(pk__gt=last, site=None).order_by("pk")[:AT_ONCE]):
        pages = gathering.pages_named(row.redirect_page_id for row in rows if row.redirect_page_id)
        for row in rows:
            leads_to = _leads_to(row, pages)
            if leads_to:
                yield {"type": "address", "old": row.old_path, **leads_to}
        last = rows[-1].pk


def _leads_to(row: Redirect, pages: Mapping[int, PageRef]) -> Line:
    if not row.redirect_page_id:
        return {"path": row.redirect_link} if row.redirect_link else {}
    page = pages.get(row.redirect_page_id)
    if page is None:
        return {}
    return {"story": page.number} if page.number else {"path": page.path} if page.path else {}


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
