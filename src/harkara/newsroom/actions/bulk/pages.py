"""The newsroom's own rows of stories that move in: pages, bylines, topics and references."""

import uuid
from collections.abc import Iterator, Sequence

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import Page

from harkara.newsroom.actions.bulk.references import References
from harkara.newsroom.actions.bulk.rows import Row
from harkara.newsroom.actions.bulk.tables import take_ids
from harkara.newsroom.archive_story import Referred
from harkara.newsroom.models import ArticlePage, Author, Byline, CorrectionNote, Photo
from harkara.press.tables import Table, moment


def write_pages(rows: Sequence[Row]) -> None:
    """Write each story's page in the newsroom's tree, and what it refers to."""
    pages, articles = Table(Page, numbered=True), Table(ArticlePage)
    links, references = Table(ArticlePage.topics.through), References(ArticlePage)
    key = Page._meta.get_field("translation_key")
    kind = ContentType.objects.get_for_model(ArticlePage).pk
    for row in rows:
        story, parent = row.story, row.parent
        first = row.published_at if row.live else story.first_published_at
        pages.add(
            id=row.pk,
            locale_id=parent.locale_id,
            content_type_id=kind,
            path=Page._get_path(parent.path, parent.depth + 1, row.step),
            depth=parent.depth + 1,
            title=story.headline,
            draft_title=story.headline,
            slug=row.slug,
            url_path=f"{parent.url_path}{row.slug}/",
            translation_key=key.get_db_prep_save(uuid.uuid4(), connection),
            live=row.live,
            has_unpublished_changes=not row.live,
            owner_id=story.by_id,
            first_published_at=moment(first) if first else None,
            last_published_at=moment(row.updated_at) if row.live else None,
            expire_at=moment(story.expires_at) if story.expires_at else None,
        )
        articles.add(
            page_ptr_id=row.pk,
            number=row.number,
            kind=str(story.kind),
            standfirst=story.standfirst,
            dateline=story.dateline,
            picture_id=story.picture_id,
            body=story.body.text,
            source_name=story.source_name,
            source_credit=story.source_credit,
            source_url=story.source_url,
            address_words=story.chosen_words,
            embargo_until=moment(story.embargo_until) if story.embargo_until else None,
        )
        for pk in dict.fromkeys(story.topic_ids):
            links.add(articlepage_id=row.pk, topic_id=pk)
        _refer(references, row)
    for table in (pages, articles, links, references.table):
        table.write()


def write_bylines(rows: Sequence[Row]) -> None:
    """Write the names over each story: authors first, then guests."""
    named = [
        (row.pk, row.place(order), author, guest)
        for row in rows
        for order, (author, guest) in enumerate(_names(row))
    ]
    if not named:
        return
    table, references = Table(Byline, numbered=True), References(ArticlePage)
    ids = take_ids(Byline, len(named))
    for pk, (article, order, author, guest) in zip(ids, named, strict=True):
        table.add(id=pk, sort_order=order, article_id=article, author_id=author, guest=guest)
        if author:
            path = f"bylines.{pk}.author"
            references.add(article, path, (Author, author), model_path="bylines.item.author")
    table.write()
    references.table.write()


def write_corrections(rows: Sequence[Row]) -> None:
    """Write what each story owned up to, in the order it is told."""
    table = Table(CorrectionNote)
    for row in rows:
        for order, (at, text) in enumerate(row.story.corrections):
            place = row.place(order)
            table.add(sort_order=place, article_id=row.pk, text=text, corrected_at=moment(at))
    table.write()


def _names(row: Row) -> Iterator[tuple[int | None, str]]:
    if row.story.names:
        named = dict.fromkeys(row.story.names)
        yield from ((one, "") if isinstance(one, int) else (None, one) for one in named)
        return
    for pk in dict.fromkeys(row.story.author_ids):
        yield pk, ""
    for guest in dict.fromkeys(filter(None, row.story.guests)):
        yield None, guest


def _refer(references: References, row: Row) -> None:
    """Note which photos and stories a story refers to."""
    if row.story.picture_id:
        references.add(row.pk, "picture", (Photo, row.story.picture_id))
    for one in row.story.body.references:
        model = Photo if one.to is Referred.PHOTO else Page
        references.add(row.pk, one.path, (model, one.pk), model_path=one.model_path)
