"""A site as a WordPress export (WXR 1.2), written story by story."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import lru_cache, partial
from typing import TextIO
from urllib.parse import quote
from xml.sax.saxutils import escape

from harkara.intake.exporting.markup import Around, Picture, html_of
from harkara.intake.models import KeptComment
from harkara.newsroom.models import (
    ArticlePage,
    Author,
    FrontPage,
    InfoPage,
    LiveStory,
    Photo,
    SectionPage,
    Topic,
)
from harkara.newsroom.models.article import State
from harkara.newsroom.queries.lookups import path_of_page

AT_ONCE = 200
MOST_KEPT = 4096
PHOTO_IDS = 1_000_000_000
"""Photos have ids of their own there: they share one series with the stories."""
PAGE_IDS = 2_000_000_000
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
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


def write_wxr(out: TextIO, *, site: str, progress: Progress = lambda _done, _all: None) -> int:
    """Write the whole site; return how many stories that were.

    `site` is its address, such as `https://khabar.example`. Live stories are written as readers see
    them, others as their newest revision has them.
    """
    site = site.rstrip("/")
    around = Around(
        page=lru_cache(MOST_KEPT)(partial(_page, site=site)),
        photo=lru_cache(MOST_KEPT)(partial(_photo, site=site)),
    )
    out.write(_HEAD)
    out.writelines(_head(site))
    done, every = 0, ArticlePage.objects.count()
    for articles in _chunks():
        out.writelines(_items(articles, around, site))
        done += len(articles)
        progress(done, every)
    out.writelines(_pages(site))
    out.writelines(_photos(site))
    out.write("</channel>\n</rss>\n")
    return done


def _head(site: str) -> Iterator[str]:
    front = FrontPage.objects.get()
    yield _tag("title", front.title) + _tag("link", site) + _tag("wp:wxr_version", "1.2")
    yield _tag("wp:base_site_url", site) + _tag("wp:base_blog_url", site)
    for author in Author.objects.order_by("pk"):
        inside = _tag("wp:author_login", author.slug)
        yield f"<wp:author>{inside}{_tag('wp:author_display_name', author.name)}</wp:author>\n"
    for section in SectionPage.objects.order_by("path"):
        inside = _tag("wp:category_nicename", section.slug) + _tag("wp:cat_name", section.title)
        yield f"<wp:category>{inside}</wp:category>\n"
    for topic in Topic.objects.order_by("pk").iterator():
        inside = _tag("wp:tag_slug", topic.slug) + _tag("wp:tag_name", topic.name)
        yield f"<wp:tag>{inside}</wp:tag>\n"


def _chunks() -> Iterator[list[ArticlePage]]:
    last = 0
    while articles := list(
        ArticlePage.objects.filter(pk__gt=last)
        .prefetch_related("topics", "bylines__author", "kept_comments")
        .order_by("pk")[:AT_ONCE]
    ):
        yield articles
        last = articles[-1].pk


def _items(articles: Sequence[ArticlePage], around: Around, site: str) -> Iterator[str]:
    paths = dict(_sections(articles))
    for kept in articles:
        article = kept if kept.live else kept.get_latest_revision_as_object()
        yield f"<item>{_item(article, kept, paths.get(kept.pk), around, site)}</item>\n"


def _item(
    article: ArticlePage, kept: ArticlePage, section: SectionPage | None, around: Around, site: str
) -> str:
    words = kept.slug.removesuffix(f"-{kept.number}")
    path = f"/{section.slug}/{kept.slug}/" if section and kept.live else f"/?p={kept.number}"
    parts = [
        _tag("title", article.title),
        _tag("link", site + path),
        *(_tag("dc:creator", one.author.slug) for one in kept.bylines.all()[:1] if one.author),
        _tag("content:encoded", html_of(list(article.body.raw_data), around)),
        _tag("excerpt:encoded", article.standfirst),
        _tag("wp:post_id", str(kept.number)),
        *_times(article, kept),
        _tag("wp:post_name", words),
        _tag("wp:status", STATUS.get(kept.state(), "draft")),
        _tag("wp:post_type", "post"),
    ]
    if section:
        parts.append(_term("category", section.slug, section.title))
    parts += [_term("post_tag", topic.slug, topic.name) for topic in article.topics.all()]
    for byline in kept.bylines.all():
        if byline.author:
            parts.append(_term("author", byline.author.slug, byline.author.name))
        else:
            parts.append(_term("author", byline.guest, byline.guest))
    if article.picture_id:
        meta = _tag("wp:meta_key", "_thumbnail_id") + _tag(
            "wp:meta_value", str(PHOTO_IDS + article.picture_id)
        )
        parts.append(f"<wp:postmeta>{meta}</wp:postmeta>")
    parts += [_comment(one) for one in kept.kept_comments.all()]
    return "".join(parts)


def _times(article: ArticlePage, kept: ArticlePage) -> Iterator[str]:
    at = kept.first_published_at or article.go_live_at
    for name, moment in (("post_date", at), ("post_modified", kept.last_published_at)):
        if moment:
            yield _tag(f"wp:{name}_gmt", _moment(moment))


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")


def _comment(one: KeptComment) -> str:
    approved = {"approved": "1", "pending": "0"}.get(one.status, one.status)
    values = {
        "comment_id": one.foreign_id,
        "comment_parent": one.parent_id or "0",
        "comment_author": one.author,
        "comment_author_email": one.email,
        "comment_author_url": one.url,
        "comment_author_IP": one.ip,
        "comment_date_gmt": _moment(one.written_at) if one.written_at else "",
        "comment_content": one.text,
        "comment_approved": approved,
    }
    return f"<wp:comment>{''.join(_tag(f'wp:{k}', v) for k, v in values.items())}</wp:comment>"


def _pages(site: str) -> Iterator[str]:
    for page in InfoPage.objects.order_by("pk"):
        parts = [
            _tag("title", page.title),
            _tag("link", f"{site}/{page.slug}/"),
            _tag("content:encoded", page.body),
            _tag("wp:post_id", str(PAGE_IDS + page.pk)),
            _tag("wp:post_name", page.slug),
            _tag("wp:status", "publish" if page.live else "draft"),
            _tag("wp:post_type", "page"),
        ]
        yield f"<item>{''.join(parts)}</item>\n"


def _photos(site: str) -> Iterator[str]:
    for photo in Photo.objects.order_by("pk").iterator(chunk_size=AT_ONCE):
        alt = _tag("wp:meta_key", "_wp_attachment_image_alt") + _tag("wp:meta_value", photo.alt)
        parts = [
            _tag("title", photo.title),
            _tag("excerpt:encoded", photo.caption),
            _tag("wp:post_id", str(PHOTO_IDS + photo.pk)),
            _tag("wp:status", "inherit"),
            _tag("wp:post_type", "attachment"),
            _tag("wp:attachment_url", _address(photo, site)),
            f"<wp:postmeta>{alt}</wp:postmeta>",
        ]
        yield f"<item>{''.join(parts)}</item>\n"


def _sections(articles: Sequence[ArticlePage]) -> Iterator[tuple[int, SectionPage]]:
    by_path = {section.path: section for section in SectionPage.objects.order_by("path")}
    for article in articles:
        section = by_path.get(article.path[: -ArticlePage.steplen])
        if section:
            yield article.pk, section


def _page(pk: int, site: str) -> tuple[str, str] | None:
    path = path_of_page(pk)
    row = LiveStory.objects.filter(article=pk).first()
    return (row.headline if row else "", site + path) if path else None


def _photo(pk: int, site: str) -> Picture | None:
    photo = Photo.objects.filter(pk=pk).first()
    return Picture(PHOTO_IDS + pk, _address(photo, site), photo.alt) if photo else None


def _address(photo: Photo, site: str) -> str:
    """Return the address a picture has in the export: its file's name below `uploads`."""
    return f"{site}/uploads/{quote(photo.file.name.rpartition('/')[2])}"


def _term(domain: str, key: str, name: str) -> str:
    said = escape(key, {'"': "&quot;"})
    return f'<category domain="{domain}" nicename="{said}">{_cdata(name)}</category>'


def _tag(name: str, text: str) -> str:
    return f"<{name}>{_cdata(text)}</{name}>\n"


def _cdata(text: str) -> str:
    clean = _UNREADABLE.sub("", text)
    if not re.search(r"[<>&]", clean):
        return clean
    return f"<![CDATA[{clean.replace(']]>', ']]]]><![CDATA[>')}]]>"
