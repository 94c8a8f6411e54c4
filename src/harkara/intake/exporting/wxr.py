"""A site as a WordPress export (WXR 1.2), written batch by batch.

Titles, summaries, captions and the names of terms are HTML there, as bodies are; the names of
people and what stands in fields of a post are not. What WordPress has no form for stands where it
does no harm: kinds, datelines, embargoes and sources in fields of the post that begin with
`_harkara_`, fact boxes and corrections as groups in its body.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TextIO
from xml.sax.saxutils import escape

from django.conf import settings

from harkara.intake.exporting import gathering
from harkara.intake.exporting.gathering import Around, Story
from harkara.intake.exporting.markup import (
    PHOTO_IDS,
    Refs,
    corrections_html,
    file_address,
    html_of,
    rich_text,
)
from harkara.intake.exporting.pictures import photos
from harkara.intake.exporting.readers_words import NOBODY, Readers
from harkara.intake.exporting.wxr_comments import comments
from harkara.intake.exporting.wxr_marks import clock, content, meta, tag, term, times
from harkara.newsroom.models import (
    ArticlePage,
    Author,
    FrontPage,
    InfoPage,
    Photo,
    SectionPage,
    Topic,
)
from harkara.newsroom.models.article import State
from harkara.newsroom.queries.body import pages_in

NEVER = "0000-00-00 00:00:00"
PAGE_IDS = 2_000_000_000
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"
 xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
"""
STATUS = {State.LIVE: "publish", State.SCHEDULED: "future"}

Progress = Callable[[int, int], object]


def write_wxr(
    out: TextIO,
    *,
    site: str,
    readers: Readers = NOBODY,
    progress: Progress = lambda _done, _all: None,
) -> int:
    """Write the whole site; return how many stories that were.

    `site` is its address, such as `https://khabar.example`. Live stories are written as readers see
    them, others as their newest revision has them.
    """
    site = site.rstrip("/")
    sections = gathering.sections()
    out.write(_HEAD)
    out.writelines(_head(site, sections))
    done, every = 0, ArticlePage.objects.count()
    for stories, around in gathering.batches(sections):
        refs = Refs(site, around.pages, around.photos)
        said = readers.fetch([one.number for one in stories])
        for one in stories:
            told = comments(one, said.get(one.number, ()), readers.name_of)
            out.write(f"<item>{''.join((*_item(one, around, refs), *told))}</item>\n")
        done += len(stories)
        progress(done, every)
    out.writelines(_pages(site))
    out.writelines(_photo(photo, site) for photo in photos())
    out.write("</channel>\n</rss>\n")
    return done


def _head(site: str, sections: Sequence[SectionPage]) -> Iterator[str]:
    front = FrontPage.objects.get()
    yield tag("title", front.title) + tag("link", site) + tag("description", front.tagline)
    yield tag("language", settings.LANGUAGE_CODE) + tag("wp:wxr_version", "1.2")
    yield tag("wp:base_site_url", site) + tag("wp:base_blog_url", site)
    for author in Author.objects.order_by("pk").iterator():
        inside = tag("wp:author_login", author.slug)
        yield f"<wp:author>{inside}{tag('wp:author_display_name', author.name)}</wp:author>\n"
    for section in sections:
        name = tag("wp:cat_name", escape(section.title))
        about = tag("wp:category_description", escape(section.description))
        inside = tag("wp:category_nicename", section.slug) + name + about
        yield f"<wp:category>{inside}</wp:category>\n"
    for topic in Topic.objects.order_by("pk").iterator():
        inside = tag("wp:tag_slug", topic.slug) + tag("wp:tag_name", escape(topic.name))
        inside += tag("wp:tag_description", escape(topic.description))
        yield f"<wp:tag>{inside}</wp:tag>\n"


def _item(story: Story, around: Around, refs: Refs) -> Iterator[str]:
    shown, site = story.shown, refs.site
    path = story.path if story.path and story.live else f"/?p={story.number}"
    names = around.bylines_of(shown)
    authors = [one for one in names if isinstance(one, Author)]
    body = html_of(shown.body, refs, named=True)
    corrected = corrections_html(shown.corrections, named=True)
    yield tag("title", escape(shown.headline))
    yield tag("link", site + path)
    yield from (tag("dc:creator", one.slug) for one in authors[:1])
    yield content("\n\n".join(filter(None, (body, corrected))))
    yield tag("excerpt:encoded", escape(shown.standfirst))
    yield tag("guid", f"{site}/?p={story.number}")
    yield tag("wp:post_id", str(story.number))
    yield from _times(story)
    # With its number: so the permalink /%category%/%postname%/ gives every address as it was.
    yield tag("wp:post_name", story.row.slug if story.section else story.words)
    yield tag("wp:status", STATUS.get(story.state, "draft"))
    yield tag("wp:post_type", "post")
    if story.section:
        yield term("category", story.section.slug, story.section.title)
    yield from (term("post_tag", one.slug, one.name) for one in around.topics_of(shown))
    yield from (term("author", one.slug, one.name) for one in authors)
    yield from (meta(name, value) for name, value in _fields(story, names) if value)


def _fields(story: Story, names: Sequence[Author | str]) -> Iterator[tuple[str, str]]:
    """Give what WordPress keeps beside a post: its picture, and what only we know."""
    shown = story.shown
    if shown.picture_id:
        yield "_thumbnail_id", str(PHOTO_IDS + shown.picture_id)
    if shown.kind != ArticlePage.Kind.NEWS:
        yield "_harkara_kind", shown.kind
    yield "_harkara_dateline", shown.dateline
    yield "_harkara_guests", "\n".join(one for one in names if isinstance(one, str))
    if shown.embargo_until:
        yield "_harkara_embargo_until", shown.embargo_until.isoformat()
    yield "_harkara_source_name", shown.source_name
    yield "_harkara_source_credit", shown.source_credit
    yield "_harkara_source_url", shown.source_url


def _times(story: Story) -> Iterator[str]:
    row = story.row
    at = story.publish_at or row.first_published_at
    if at:
        yield times("wp:post_date", at)
    else:
        # A draft has a day there, by which it is told from others of its title, but no moment.
        yield tag("wp:post_date", clock(row.latest_revision_created_at))
        yield tag("wp:post_date_gmt", NEVER)
    yield times("wp:post_modified", row.last_published_at)


def _pages(site: str) -> Iterator[str]:
    for page in InfoPage.objects.order_by("pk"):
        refs = Refs(site, gathering.pages_named(pages_in(page.body)), {})
        parts = [
            tag("title", escape(page.title)),
            tag("link", f"{site}/{page.slug}/"),
            content(rich_text(page.body, refs)),
            tag("wp:post_id", str(PAGE_IDS + page.pk)),
            tag("guid", f"{site}/?page_id={PAGE_IDS + page.pk}"),
            times("wp:post_date", page.first_published_at or page.latest_revision_created_at),
            times("wp:post_modified", page.last_published_at),
            tag("wp:post_name", page.slug),
            tag("wp:status", "publish" if page.live else "draft"),
            tag("wp:post_type", "page"),
        ]
        yield f"<item>{''.join(parts)}</item>\n"


def _photo(photo: Photo, site: str) -> str:
    parts = [
        tag("title", escape(photo.title)),
        tag("excerpt:encoded", escape(photo.caption)),
        tag("wp:post_id", str(PHOTO_IDS + photo.pk)),
        tag("guid", file_address(photo, site)),
        times("wp:post_date", photo.created_at),
        tag("wp:status", "inherit"),
        tag("wp:post_type", "attachment"),
        tag("wp:attachment_url", file_address(photo, site)),
        meta("_wp_attachment_image_alt", escape(photo.alt)),
        meta("_harkara_credit", photo.credit),
    ]
    return f"<item>{''.join(parts)}</item>\n"
