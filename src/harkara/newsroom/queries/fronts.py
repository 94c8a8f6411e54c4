"""The front page: the desk's placements, then what is newest."""

from harkara.newsroom import keys
from harkara.newsroom.keys import ListingKind
from harkara.newsroom.queries.cards import card_of_article
from harkara.newsroom.queries.listings import newest
from harkara.newsroom.queries.site import front_page, sections
from harkara.newsroom.records import Card, Front, FrontBlock
from harkara.press.recorder import read

SECONDS = 4
LATEST = 12
BLOCK = 5


def front() -> Front:
    """Return the front page; places the desk left empty are filled with the newest stories."""
    read(keys.FRONT)
    placements = front_page().placements.order_by("sort_order")
    placed_ids = list(placements.values_list("article", flat=True))
    placed = card_of_article(placed_ids)
    top = [placed[pk] for pk in placed_ids if pk in placed][: 1 + SECONDS]
    shown = {card.number for card in top}
    fresh = [c for c in newest(ListingKind.SITE, 0, LATEST + 1 + SECONDS) if c.number not in shown]
    while fresh and len(top) < 1 + SECONDS:
        top.append(fresh.pop(0))
    on_top = {card.number for card in top}
    blocks = (FrontBlock(section=ref, cards=_block(ref.id, on_top)) for ref in sections())
    return Front(
        lead=top[0] if top else None,
        seconds=tuple(top[1:]),
        latest=tuple(fresh[:LATEST]),
        blocks=tuple(block for block in blocks if block.cards),
    )


def _block(section_id: int, on_top: set[int]) -> tuple[Card, ...]:
    """Return a section's newest stories that do not stand on top already."""
    found = newest(ListingKind.SECTION, section_id, BLOCK + len(on_top))
    return tuple(card for card in found if card.number not in on_top)[:BLOCK]
