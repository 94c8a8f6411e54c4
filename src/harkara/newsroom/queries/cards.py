"""Cards: live stories as others show them."""

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Q

from harkara.newsroom import keys
from harkara.newsroom.addresses import section_path, story_path
from harkara.newsroom.models import LiveStory, SectionPage
from harkara.newsroom.queries.few import sections_by_id
from harkara.newsroom.queries.pictures import CARD, PhotoRow, photos, picture
from harkara.newsroom.records import Card, SectionRef
from harkara.press.recorder import read

Photos = Mapping[int, PhotoRow]


def section_ref(section: SectionPage) -> SectionRef:
    """Return a section as a label: what all pages show of it in their menu."""
    read(keys.MENU)
    return SectionRef(
        id=section.pk,
        name=section.title,
        path=section_path(section.slug),
        colour=section.colour,
    )


def path_of(row: LiveStory) -> str:
    """Return the address of a live story."""
    return story_path(sections_by_id()[row.section_id].slug, row.slug)


def card_from(row: LiveStory, shown: Photos, *, pictured: bool = True) -> Card:
    """Return a live story's row as a card, its picture (if wanted) from the photos at hand."""
    read(keys.card(row.number))
    photo = shown.get(row.picture_id or 0) if pictured else None
    return Card(
        number=row.number,
        headline=row.headline,
        standfirst=row.standfirst,
        kind=row.kind,
        path=path_of(row),
        section=section_ref(sections_by_id()[row.section_id]),
        published_at=row.published_at,
        updated_at=row.updated_at,
        picture=picture(photo, CARD),
    )


def cards(numbers: Iterable[int], *, pictured: bool = True) -> tuple[Card, ...]:
    """Return the cards of those stories that are live, in the order asked for."""
    wanted = list(numbers)
    read(*map(keys.card, wanted))
    rows = {row.number: row for row in rows_of(numbers=wanted)}
    shown = photos_of(rows.values()) if pictured else {}
    return tuple(
        card_from(rows[number], shown, pictured=pictured) for number in wanted if number in rows
    )


def card_of_article(article_ids: Iterable[int]) -> dict[int, Card]:
    """Return the cards of live stories by the id of their page in the newsroom."""
    ids = list(article_ids)
    read(*map(keys.page, ids))
    rows = rows_of(articles=ids)
    shown = photos_of(rows)
    return {row.article_id: card_from(row, shown) for row in rows}


def rows_of(*, numbers: Sequence[int] = (), articles: Sequence[int] = ()) -> list[LiveStory]:
    """Return the live stories of these numbers and of these pages, in no order."""
    if not numbers and not articles:
        return []
    found = LiveStory.objects.filter(Q(pk__in=numbers) | Q(article__in=articles))
    return list(found.order_by())


def photos_of(rows: Iterable[LiveStory]) -> dict[int, PhotoRow]:
    """Return the photos that the cards of these stories show."""
    return photos(row.picture_id for row in rows if row.picture_id)
