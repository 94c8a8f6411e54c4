"""Stories that a search has found, with the words that it found them by."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Q, QuerySet

from harkara.newsroom.models import ArticlePage, LiveStory
from harkara.newsroom.queries.cards import card_from
from harkara.newsroom.queries.pictures import CARD, photos_made
from harkara.newsroom.queries.plain import stored, stored_paragraphs
from harkara.newsroom.records import FoundStory


def found_stories(
    numbers: Sequence[int], at: datetime, *, pictured: bool = True
) -> tuple[FoundStory, ...]:
    """Return those of these stories that are on the site at a moment, in the order asked for.

    Pictures, if wanted, come with those that have one ready: nobody who searches waits for one to
    be made. Two queries, however many stories are asked for.
    """
    found = on_site(at).filter(pk__in=numbers).annotate(text=stored("article__body")).order_by()
    rows = {row.number: row for row in found}
    ids = [row.picture_id for row in rows.values() if pictured and row.picture_id]
    shown = photos_made(ids, CARD)
    return tuple(
        FoundStory(
            card=card_from(rows[number], shown, pictured=pictured),
            body=stored_paragraphs(rows[number].text),
        )
        for number in numbers
        if number in rows
    )


def on_site(at: datetime) -> QuerySet[LiveStory]:
    """Return the stories that are on the site at a moment; one that has expired then is not."""
    return LiveStory.objects.filter(Q(expires_at__isnull=True) | Q(expires_at__gt=at))


def bodies(pages: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Return the paragraphs of stories as plain text, by the ids of their pages."""
    found = ArticlePage.objects.filter(pk__in=pages).order_by()
    return {pk: stored_paragraphs(text) for pk, text in found.values_list("pk", stored("body"))}
