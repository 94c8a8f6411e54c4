"""What can be restored only when all stories are here: drafts, the front, what is gone."""

import json
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from harkara.newsroom.actions.stories import StoryDraft
from harkara.newsroom.models import (
    AlsoReadChoice,
    ArticlePage,
    Byline,
    CorrectionNote,
    FrontPage,
    LiveStory,
    Placement,
    Withdrawal,
)


@transaction.atomic
def keep_waiting(
    article_id: int, draft: StoryDraft, *, names: Sequence[int | str], words: str
) -> None:
    """Keep a version that waits in the newsroom beside the one that readers see.

    `names` are the ids of authors and the guests over it, `words` those of its address if an editor
    chose them.
    """
    article = ArticlePage.objects.get(pk=article_id)
    article.title = draft.headline
    article.standfirst, article.kind, article.dateline = (
        draft.standfirst, draft.kind, draft.dateline,
    )  # fmt: skip
    article.picture_id = draft.picture_id
    article.body = json.dumps(draft.body, ensure_ascii=False)
    article.embargo_until = draft.embargo_until
    article.address_words = words
    article.source_name, article.source_credit, article.source_url = (
        draft.source_name, draft.source_credit, draft.source_url,
    )  # fmt: skip
    article.bylines = [
        Byline(author_id=one) if isinstance(one, int) else Byline(guest=one) for one in names
    ]
    article.corrections = [
        CorrectionNote(text=text, corrected_at=at) for at, text in draft.corrections
    ]
    article.topics = list(draft.topic_ids)
    article.save_revision(user=draft.by)


@transaction.atomic
def keep_front(article_ids: Sequence[int]) -> None:
    """Put stories on top of the front, unless the desk has put others there."""
    front = FrontPage.objects.get()
    if not article_ids or front.placements.exists():
        return
    front.placements = [Placement(article_id=pk) for pk in article_ids]
    front.save_revision().publish()


@transaction.atomic
def keep_beside(number: int, numbers: Sequence[int]) -> None:
    """Keep which stories were chosen to be read beside a live one."""
    if numbers and LiveStory.objects.filter(pk=number).exists():
        AlsoReadChoice.objects.get_or_create(story_id=number, defaults={"numbers": list(numbers)})


@transaction.atomic
def keep_withdrawal(number: int, at: datetime, merged_into: int | None) -> None:
    """Let the address of a story that was taken off the site say so, unless one is live there."""
    if not LiveStory.objects.filter(pk=number).exists():
        Withdrawal.objects.get_or_create(
            number=number, defaults={"withdrawn_at": at, "merged_into": merged_into}
        )
