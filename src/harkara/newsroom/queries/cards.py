"""Cards: live stories as others show them."""

from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet

from harkara.newsroom import keys
from harkara.newsroom.addresses import section_path, story_path
from harkara.newsroom.models import LiveStory, Photo, SectionPage
from harkara.newsroom.queries.pictures import CARD, FORMAT, picture
from harkara.newsroom.records import Card, SectionRef
from harkara.press.recorder import read


def section_ref(section: SectionPage) -> SectionRef:
    """Return a section as a label: what all pages show of it in their menu."""
    read(keys.MENU)
    return SectionRef(
        id=section.pk,
        name=section.title,
        path=section_path(section.slug),
        colour=section.colour,
    )


def with_pictures(rows: QuerySet[LiveStory]) -> QuerySet[LiveStory]:
    """Return the rows with all that their cards need, in a fixed number of queries."""
    photos = Photo.objects.prefetch_renditions(*[spec + FORMAT for spec in CARD])
    return rows.select_related("section").prefetch_related(Prefetch("picture", queryset=photos))


def card_from(row: LiveStory, *, pictured: bool = True) -> Card:
    """Return a live story's row (with its section, and its picture if wanted) as a card."""
    read(keys.card(row.number))
    return Card(
        number=row.number,
        headline=row.headline,
        standfirst=row.standfirst,
        kind=row.kind,
        path=story_path(row.section.slug, row.slug),
        section=section_ref(row.section),
        published_at=row.published_at,
        updated_at=row.updated_at,
        picture=picture(row.picture, CARD) if pictured else None,
    )


def cards(numbers: Iterable[int]) -> tuple[Card, ...]:
    """Return the cards of those stories that are live, in the order asked for."""
    wanted = list(numbers)
    read(*map(keys.card, wanted))
    rows = {row.number: row for row in with_pictures(LiveStory.objects.filter(pk__in=wanted))}
    return tuple(card_from(rows[number]) for number in wanted if number in rows)


def card_of_article(article_ids: Iterable[int]) -> dict[int, Card]:
    """Return the cards of live stories by the id of their page in the newsroom."""
    ids = list(article_ids)
    if not ids:
        return {}
    read(*map(keys.page, ids))
    rows = with_pictures(LiveStory.objects.filter(article__in=ids))
    return {row.article_id: card_from(row) for row in rows}
