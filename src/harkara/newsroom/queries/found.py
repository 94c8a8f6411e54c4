"""Stories that a search has found, with the words that it found them by."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Q, QuerySet

from harkara.newsroom.models import ArticlePage, LiveStory
from harkara.newsroom.queries.cards import card_from, photos_of
from harkara.newsroom.queries.pictures import CARD, is_made
from harkara.newsroom.queries.plain import paragraphs
from harkara.newsroom.records import FoundStory


def found_stories(numbers: Sequence[int], at: datetime) -> tuple[FoundStory, ...]:
    """Return those of these stories that are on the site at a moment, in the order asked for.

    Pictures come with those that have one ready: nobody who searches waits for one to be made.
    """
    rows = {row.number: row for row in on_site(at).filter(pk__in=numbers).order_by()}
    texts = bodies([row.article_id for row in rows.values()])
    shown = {pk: photo for pk, photo in photos_of(rows.values()).items() if is_made(photo, CARD)}
    return tuple(
        FoundStory(card=card_from(rows[number], shown), body=texts[rows[number].article_id])
        for number in numbers
        if number in rows
    )


def on_site(at: datetime) -> QuerySet[LiveStory]:
    """Return the stories that are on the site at a moment; one that has expired then is not."""
    return LiveStory.objects.filter(Q(expires_at__isnull=True) | Q(expires_at__gt=at))


def bodies(pages: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Return the paragraphs of stories as plain text, by the ids of their pages."""
    found = ArticlePage.objects.filter(pk__in=pages).order_by().values_list("pk", "body")
    return {pk: paragraphs(body.raw_data) for pk, body in found}
