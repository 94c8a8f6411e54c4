"""A live story, whole."""

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from harkara.newsroom import keys
from harkara.newsroom.addresses import author_path, story_path, topic_path
from harkara.newsroom.keys import ListingKind
from harkara.newsroom.links import followable
from harkara.newsroom.models import ArticlePage, Byline, LiveStory, SectionPage, Topic
from harkara.newsroom.queries.body import body
from harkara.newsroom.queries.cards import cards, section_ref
from harkara.newsroom.queries.listings import entries
from harkara.newsroom.queries.pictures import WIDE, picture, share_picture
from harkara.newsroom.records import Byline as BylineRecord
from harkara.newsroom.records import Card, Correction, Listing, Source, Story, TopicRef
from harkara.newsroom.words import count_words
from harkara.press.recorder import read


def story(number: int) -> Story | None:
    """Return a live story with its neighbours, or None if it is not on the site."""
    read(keys.article(number))
    row = _rows().filter(pk=number).first()
    return _story(row, with_neighbours=True) if row else None


def draft_story(article: ArticlePage) -> Story:
    """Return a story as it stands with the desk, also one that was never saved, as it would look.

    A story that is in no section yet is shown in the first one; it has no neighbours.
    """
    section = article.section or SectionPage.objects.live().order_by("path").first()
    at = article.first_published_at or timezone.now()
    row = LiveStory(
        number=article.number or 0,
        article=article,
        section=section,
        kind=article.kind,
        slug=article.slug or "",
        headline=article.title,
        standfirst=article.standfirst,
        picture=article.picture,
        published_at=at,
        updated_at=at,
    )
    return _story(row, with_neighbours=False)


def stories_of(listing: Listing) -> tuple[Story, ...]:
    """Return a listing's stories whole, for full-text feeds; their neighbours are left out."""
    numbers = [card.number for card in listing.cards]
    read(*map(keys.article, numbers))
    rows = {row.number: row for row in _rows().filter(pk__in=numbers)}
    return tuple(
        _story(rows[number], with_neighbours=False) for number in numbers if number in rows
    )


def neighbours(row: LiveStory) -> tuple[int | None, int | None]:
    """Return the numbers of the stories before and after a story in its section."""
    beside = entries(ListingKind.SECTION, row.section_id).exclude(story=row.number)
    before = beside.filter(
        Q(published_at__lt=row.published_at)
        | Q(published_at=row.published_at, story__lt=row.number)
    ).first()
    after = beside.filter(
        Q(published_at__gt=row.published_at)
        | Q(published_at=row.published_at, story__gt=row.number)
    ).last()
    return (before.story_id if before else None, after.story_id if after else None)


def _rows() -> QuerySet[LiveStory]:
    return LiveStory.objects.select_related("section", "picture", "article").prefetch_related(
        Prefetch("article__bylines", queryset=Byline.objects.select_related("author")),
        "article__corrections",
        "article__topics",
    )


def _story(row: LiveStory, *, with_neighbours: bool) -> Story:
    article = row.article
    before, after = neighbours(row) if with_neighbours else (None, None)
    if with_neighbours:
        read(keys.neighbours(row.number))
    beside = {card.number: card for card in cards([n for n in (before, after) if n])}
    blocks = body(article)
    return Story(
        number=row.number,
        headline=row.headline,
        standfirst=row.standfirst,
        kind=row.kind,
        path=story_path(row.section.slug, row.slug),
        section=section_ref(row.section),
        bylines=tuple(map(_byline, article.bylines.all())),
        dateline=article.dateline,
        published_at=row.published_at,
        updated_at=row.updated_at,
        picture=picture(row.picture, WIDE),
        share_picture=share_picture(row.picture),
        body=blocks,
        word_count=count_words(row.headline, row.standfirst, blocks),
        topics=tuple(map(_topic_ref, article.topics.all())),
        corrections=_corrections(article),
        source=_source(article),
        previous=_of(before, beside),
        next=_of(after, beside),
    )


def _of(number: int | None, beside: dict[int, Card]) -> Card | None:
    return beside.get(number) if number else None


def _byline(byline: Byline) -> BylineRecord:
    if byline.author is None:
        return BylineRecord(name=byline.guest, role="", path=None)
    read(keys.author_label(byline.author.pk))
    return BylineRecord(
        name=byline.author.name,
        role=byline.author.role,
        path=author_path(byline.author.slug),
    )


def _topic_ref(topic: Topic) -> TopicRef:
    read(keys.topic_label(topic.pk))
    return TopicRef(id=topic.pk, name=topic.name, kind=topic.kind, path=topic_path(topic.slug))


def _corrections(article: ArticlePage) -> tuple[Correction, ...]:
    made = [
        Correction(text=note.text, corrected_at=note.corrected_at)
        for note in article.corrections.all()
    ]
    return tuple(sorted(made, key=lambda note: note.corrected_at))


def _source(article: ArticlePage) -> Source | None:
    if not article.source_name:
        return None
    return Source(
        name=article.source_name,
        credit=article.source_credit,
        url=followable(article.source_url),
    )
