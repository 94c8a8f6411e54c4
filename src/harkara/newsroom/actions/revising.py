"""Revising: a story that came from elsewhere comes again, and says something else now."""

import json

from django.db import transaction

from harkara.newsroom.actions.stories import Filed, StoryDraft
from harkara.newsroom.models import ArticlePage, Byline, CorrectionNote

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


@transaction.atomic
def revise(article_id: int, draft: StoryDraft) -> Filed:
    """Make a newer version of a story its newest revision; publishing it is another step.

    The story stays in its section and keeps its kind, its topics and its corrections; what the
    newer version adds to these is added. A picture is replaced only by another picture.
    """
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
    article.save_revision(user=draft.by)
    return Filed(article_id=article.pk, number=article.number, slug=article.slug)
