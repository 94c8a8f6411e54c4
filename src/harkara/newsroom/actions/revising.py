"""Revising: a story that came from elsewhere comes again, and says something else now."""

import json

from django.db import transaction

from harkara.newsroom.actions.stories import Filed, StoryDraft
from harkara.newsroom.models import ArticlePage, Byline, CorrectionNote
from harkara.newsroom.queries.wording import plain_text
from harkara.search.actions.sketches import remember

# What a newer version says anew. Section and kind are the desk's choice, so they stay.
FIELDS = {
    "title": "headline",
    "standfirst": "standfirst",
    "dateline": "dateline",
    "embargo_until": "embargo_until",
    "source_name": "source_name",
    "source_credit": "source_credit",
    "source_url": "source_url",
}

# What a page knows of its newest revision.
_OF_THE_NEWEST = (
    "latest_revision_id", "latest_revision_created_at", "has_unpublished_changes", "draft_title",
)  # fmt: skip


@transaction.atomic
def revise(article_id: int, draft: StoryDraft) -> Filed:
    """Make a newer version of a story its newest revision; publishing it is another step.

    The story stays in its section and keeps its kind, its topics and its corrections; what the
    newer version adds to these is added. A picture is replaced only by another picture.
    """
    article = _said_anew(article_id, draft)
    revision = article.save_revision(user=draft.by)
    return Filed(
        article_id=article.pk, number=article.number, slug=article.slug, revision_id=revision.pk
    )


@transaction.atomic
def offer(article_id: int, draft: StoryDraft) -> int:
    """Keep a newer version among the revisions of a story that the desk has edited.

    The desk's own work stays the newest draft, and what is on the site stays on it; somebody
    compares the two and takes what is wanted. Returns the id of the version's revision.
    """
    kept = ArticlePage.objects.get(pk=article_id)
    as_it_was = {name: getattr(kept, name) for name in _OF_THE_NEWEST}
    revision = _said_anew(article_id, draft).save_revision(user=draft.by)
    ArticlePage.objects.filter(pk=article_id).update(**as_it_was)
    desks = ArticlePage.objects.get(pk=article_id).get_latest_revision_as_object()
    remember({desks.number: plain_text(desks.title, desks.standfirst, desks.body)})
    return int(revision.pk)


def _said_anew(article_id: int, draft: StoryDraft) -> ArticlePage:
    """Return the desk's newest draft of a story with a newer version's words in it."""
    article: ArticlePage = ArticlePage.objects.get(pk=article_id).get_latest_revision_as_object()
    for name, said in FIELDS.items():
        setattr(article, name, getattr(draft, said))
    article.body = json.dumps(draft.body, ensure_ascii=False)
    article.picture_id = draft.picture_id or article.picture_id
    article.bylines = [Byline(author_id=pk) for pk in draft.author_ids] + [
        Byline(guest=name) for name in draft.guests
    ]
    known = {note.text for note in article.corrections.all()}
    article.corrections.add(
        *(
            CorrectionNote(text=text, corrected_at=at)
            for at, text in draft.corrections
            if text not in known
        )
    )
    article.topics = [*article.topics.all(), *draft.topic_ids]
    return article
