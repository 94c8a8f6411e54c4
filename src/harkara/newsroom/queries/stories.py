"""A live story, whole."""

from functools import partial

from django.utils import timezone

from harkara.newsroom import keys
from harkara.newsroom.addresses import author_path, topic_path
from harkara.newsroom.keys import ListingKind
from harkara.newsroom.links import followable
from harkara.newsroom.models import ArticlePage, Byline, LiveStory, Topic
from harkara.newsroom.queries.body import Around, body, linked_pages, with_also_read
from harkara.newsroom.queries.cards import card_from, path_of, section_ref
from harkara.newsroom.queries.few import live_sections, sections_by_id
from harkara.newsroom.queries.gathering import (
    Gathered,
    Matter,
    at_hand,
    gathered,
    gathered_draft,
)
from harkara.newsroom.queries.listings import newest_numbers
from harkara.newsroom.queries.pictures import WIDE, picture, share_picture
from harkara.newsroom.records import Byline as BylineRecord
from harkara.newsroom.records import Card, Correction, Source, Story, TopicRef
from harkara.newsroom.words import count_words
from harkara.press.recorder import once, read


def story(number: int) -> Story | None:
    """Return a live story with its neighbours, or None if it is not on the site."""
    read(keys.article(number))
    rows = at_hand(number)
    row = rows.stories.get(number)
    if row is None:
        return None
    read(keys.neighbours(number))
    beside = [other for other in rows.beside[number] if other]
    read(*map(keys.card, beside))
    return _story(row, rows)


def draft_story(article: ArticlePage) -> Story:
    """Return a story as it stands with the desk, also one that was never saved, as it would look.

    A story that is in no section yet is shown in the first one; it has no neighbours.
    """
    section = article.section or live_sections()[0]
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
    return _story(row, gathered_draft(row, article))


def newest_stories(kind: ListingKind, ref: int, size: int) -> tuple[Story, ...]:
    """Return the newest stories of a listing whole, for full-text feeds, without neighbours."""
    return once(("whole", kind, ref, size), partial(_newest_stories, kind, ref, size))


def _newest_stories(kind: ListingKind, ref: int, size: int) -> tuple[Story, ...]:
    numbers = newest_numbers(kind, ref, size)
    read(*map(keys.article, numbers), *map(keys.card, numbers))
    rows = gathered(numbers, with_neighbours=False)
    return tuple(_story(rows.stories[n], rows) for n in numbers if n in rows.stories)


def _story(row: LiveStory, rows: Gathered) -> Story:
    matter = rows.matters[row.article_id or 0]
    before, after = rows.beside.get(row.number, (None, None))
    blocks = body(matter.stream, Around(_linked(matter, rows), rows.photos))
    blocks = with_also_read(blocks, _chosen(row.number, rows))
    photo = rows.photos.get(row.picture_id or 0)
    return Story(
        number=row.number,
        headline=row.headline,
        standfirst=row.standfirst,
        kind=row.kind,
        path=path_of(row),
        section=section_ref(sections_by_id()[row.section_id]),
        bylines=tuple(map(_byline, matter.bylines)),
        dateline=matter.words["dateline"],
        published_at=row.published_at,
        updated_at=row.updated_at,
        picture=picture(photo, WIDE),
        share_picture=share_picture(photo),
        body=blocks,
        word_count=count_words(row.headline, row.standfirst, blocks),
        topics=tuple(map(_topic_ref, matter.topics)),
        corrections=_corrections(matter),
        source=_source(matter),
        previous=_beside(before, rows),
        next=_beside(after, rows),
    )


def _beside(number: int | None, rows: Gathered) -> Card | None:
    row = rows.others.get(number or 0)
    return card_from(row, rows.photos) if row else None


def _linked(matter: Matter, rows: Gathered) -> dict[int, Card]:
    """Return the cards of the live stories that a body refers to, by the ids of their pages."""
    ids = set(linked_pages(matter.stream))
    read(*map(keys.page, ids))
    found = {pk: rows.by_page.get(pk) for pk in ids}
    return {pk: card_from(row, rows.photos) for pk, row in found.items() if row}


def _chosen(number: int, rows: Gathered) -> list[Card]:
    """Return the cards of the stories chosen to be read beside one, those still on the site."""
    numbers = rows.chosen.get(number, [])
    read(*map(keys.card, numbers))
    found = (rows.others.get(other) for other in numbers)
    return [card_from(row, rows.photos) for row in found if row]


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


def _corrections(matter: Matter) -> tuple[Correction, ...]:
    made = [
        Correction(text=note.text, corrected_at=note.corrected_at) for note in matter.corrections
    ]
    return tuple(sorted(made, key=lambda note: note.corrected_at))


def _source(matter: Matter) -> Source | None:
    name, credit, url = (matter.words[f"source_{part}"] for part in ("name", "credit", "url"))
    return Source(name=name, credit=credit, url=followable(url)) if name else None
