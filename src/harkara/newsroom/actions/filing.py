"""Filing one story from code, with its first version: every row that Wagtail would have written.

Wagtail adds a page, then keeps its first version: two saves, each of which checks, indexes and
remembers the same story. Here its rows are written once, as those of an archive are.
"""

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page, PageLogEntry, Revision

from harkara.newsroom.actions.bulk.filing import write_down
from harkara.newsroom.actions.stories import Filed, StoryDraft
from harkara.newsroom.archive_story import ArchiveStory, as_stored
from harkara.newsroom.models import ArticlePage
from harkara.newsroom.queries.wording import plain_text
from harkara.search.actions.sketches import remember
from harkara.text.slug import slug


@transaction.atomic
def file_story(draft: StoryDraft) -> Filed:
    """Keep a story as a draft, in its section or in the desk's tray.

    Raises NoDesk if there is no tray, and ValidationError for what no field takes.
    """
    (row,) = write_down([_as_moved(draft)], has_past=False)
    article = ArticlePage.objects.get(pk=row.pk)
    _spare_questions(article, draft)
    article.clean_fields(exclude=_LEADING)
    _log(article, draft)
    version = _keep_first_version(article, draft)
    remember({row.number: plain_text(article.title, article.standfirst, article.body)})
    return Filed(article_id=row.pk, number=row.number, slug=row.slug, revision_id=version.pk)


_LEADING = [field.name for field in ArticlePage._meta.concrete_fields if field.is_relation]
"""Fields that lead to other rows: the database holds that those are there."""


def _as_moved(draft: StoryDraft) -> ArchiveStory:
    return ArchiveStory(
        headline=draft.headline,
        address_words=slug(draft.headline),
        body=as_stored(draft.body),
        standfirst=draft.standfirst,
        dateline=draft.dateline,
        kind=draft.kind,
        section_id=draft.section_id,
        author_ids=draft.author_ids,
        guests=draft.guests,
        topic_ids=draft.topic_ids,
        picture_id=draft.picture_id,
        source_name=draft.source_name,
        source_credit=draft.source_credit,
        source_url=draft.source_url,
        embargo_until=draft.embargo_until,
        corrections=draft.corrections,
        live=False,
        by_id=draft.by.pk if draft.by else None,
    )


def _spare_questions(article: ArticlePage, draft: StoryDraft) -> None:
    """Say what a new story has not, so that nobody asks the database for it."""
    held: dict[str, Any] = {
        "bylines": draft.author_ids or draft.guests,
        "corrections": draft.corrections,
        "topics": draft.topic_ids,
        "wagtail_admin_comments": (),
    }
    for name, there in held.items():
        if not there:
            setattr(article, name, [])


def _log(article: ArticlePage, draft: StoryDraft) -> None:
    """Write what Wagtail's log says of a new page; what it would check is known here."""
    acting = get_active_log_context()
    entry = PageLogEntry(
        content_type_id=article.content_type_id,
        label=article.get_admin_display_title(),
        action="wagtail.create",
        timestamp=timezone.now(),
        uuid=acting.uuid,
        user=draft.by or acting.user,
        page=article,
        content_changed=True,
    )
    PageLogEntry.objects.bulk_create([entry])


def _keep_first_version(article: ArticlePage, draft: StoryDraft) -> Revision:
    version: Revision = Revision.objects.create(
        content_object=article,
        base_content_type=article.get_base_content_type(),
        user=draft.by,
        content=article.serializable_data(),
        object_str=str(article),
    )
    Page.objects.filter(pk=article.pk).update(
        latest_revision=version, latest_revision_created_at=version.created_at
    )
    return version
