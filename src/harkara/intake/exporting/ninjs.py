"""A site as ninjs 3.0 documents (https://iptc.org/standards/ninjs/): a file for each story.

A file for each item is what agencies send and what watched folders take. The names are those of the
schema of IPTC; what the schema has no name for is not written.
"""

import json
import mimetypes
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from harkara.intake.exporting import gathering
from harkara.intake.exporting.gathering import Around, Story
from harkara.intake.exporting.markup import (
    Refs,
    corrections_html,
    file_address,
    file_name,
    html_of,
)
from harkara.newsroom.addresses import section_path, topic_path
from harkara.newsroom.models import ArticlePage, Author, Photo, Topic
from harkara.newsroom.models.article import State
from harkara.newsroom.queries.body import shown_photos

SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json"
XHTML = "application/xhtml+xml"
# What may be done with a story: what readers may not see yet is withheld, what was taken back is
# cancelled.
_STATUS = {State.LIVE: "usable", State.SCHEDULED: "usable", State.WITHDRAWN: "canceled"}
_KINDS = {
    Topic.Kind.PERSON: "people",
    Topic.Kind.PLACE: "places",
    Topic.Kind.ORGANISATION: "organisations",
    Topic.Kind.EVENT: "events",
    Topic.Kind.THING: "subjects",
}
Progress = Callable[[int, int], object]
Item = dict[str, Any]


def write_ninjs(folder: Path, *, site: str, progress: Progress = lambda _done, _all: None) -> int:
    """Write a file for each story, named by its number; return how many. `site` is its address."""
    site, done, every = site.rstrip("/"), 0, ArticlePage.objects.count()
    for stories, around in gathering.batches(gathering.sections()):
        refs = Refs(site, around.pages, around.photos)
        for story in stories:
            text = json.dumps(item_of(story, around, refs), ensure_ascii=False, indent=1)
            (folder / f"{story.number}.json").write_text(f"{text}\n", encoding="utf-8")
        done += len(stories)
        progress(done, every)
    return done


def item_of(story: Story, around: Around, refs: Refs) -> Item:
    """Return a story as a ninjs item, without what it does not say."""
    shown = story.shown
    found = {
        **_about(story, refs.site),
        "headlines": _texts("main", shown.headline),
        "descriptions": _texts("summary", shown.standfirst),
        "by": ", ".join(
            one.name if isinstance(one, Author) else one for one in around.bylines_of(shown)
        ),
        "located": shown.dateline,
        "bodies": _bodies(story, refs),
        **_terms(story, around, refs.site),
        "genres": [] if shown.kind == ArticlePage.Kind.NEWS else [{"name": shown.kind}],
        "infoSources": list(_sources(story)),
        "associations": list(_pictures(story, around, refs.site)),
    }
    return {name: value for name, value in found.items() if value}


def _about(story: Story, site: str) -> Item:
    """Return what identifies an item, and when it may be shown."""
    row, live = story.row, story.live
    first = live.published_at if live else row.first_published_at
    changed = live.updated_at if live else row.last_published_at or row.latest_revision_created_at
    held = [at for at in (story.shown.embargo_until, story.publish_at) if at]
    return {
        "uri": f"{site}/s/{story.number}",
        "standard": {"name": "ninjs", "version": "3.0", "schema": SCHEMA},
        "type": "text",
        "pubStatus": _STATUS.get(story.state, "withheld"),
        "language": settings.LANGUAGE_CODE,
        "firstCreated": _moment(first),
        "versionCreated": _moment(changed or first),
        "embargoed": _moment(max(held, default=None)),
        "expires": _moment(row.expire_at),
        "altIds": [{"role": "web", "value": site + story.path}] if story.path else [],
    }


def _texts(role: str, text: str) -> list[Item]:
    return [{"role": role, "contentType": "text/plain", "value": text}] if text else []


def _bodies(story: Story, refs: Refs) -> list[Item]:
    shown = story.shown
    parts = (html_of(shown.body, refs), corrections_html(shown.corrections))
    html = "\n\n".join(filter(None, parts))
    return [{"role": "main", "contentType": XHTML, "value": html}] if html else []


def _terms(story: Story, around: Around, site: str) -> Item:
    """Return the section and the topics of a story, each kind under its own name."""
    found: dict[str, list[Item]] = {}
    if story.section:
        section = {"name": story.section.title, "rel": "section"}
        found["subjects"] = [{**section, "uri": site + section_path(story.section.slug)}]
    for topic in around.topics_of(story.shown):
        name = _KINDS[Topic.Kind(topic.kind)]
        term = {"name": topic.name, "rel": "about", "uri": site + topic_path(topic.slug)}
        found.setdefault(name, []).append(term)
    return found


def _sources(story: Story) -> Iterator[Item]:
    shown = story.shown
    if shown.source_name:
        source = {"name": shown.source_name, "literal": shown.source_credit}
        source["uri"] = shown.source_url
        yield {name: value for name, value in source.items() if value}


def _pictures(story: Story, around: Around, site: str) -> Iterator[Item]:
    """Give the pictures of a story as items of their own, its lead first."""
    lead = around.photos.get(story.shown.picture_id or 0)
    others = (around.photos.get(pk) for pk in shown_photos(list(story.shown.body)))
    found: Mapping[int, Photo] = {one.pk: one for one in (lead, *others) if one}
    for photo in found.values():
        yield _picture(photo, site, "lead" if photo is lead else f"picture-{photo.pk}")


def _picture(photo: Photo, site: str, name: str) -> Item:
    rendition = {
        "name": "original",
        "href": file_address(photo, site),
        "contentType": mimetypes.guess_type(file_name(photo))[0] or "image/jpeg",
        "width": photo.width,
        "height": photo.height,
        "originalFilename": file_name(photo),
    }
    return {
        "name": name,
        "uri": f"{site}/uploads/{photo.pk}",
        "type": "picture",
        "pubStatus": "usable",
        "headlines": _texts("main", photo.alt),
        "descriptions": _texts("caption", photo.caption or photo.alt),
        "by": photo.credit,
        "copyrightHolder": photo.credit,
        "renditions": [rendition],
    }


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
