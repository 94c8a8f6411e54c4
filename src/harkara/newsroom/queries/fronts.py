"""The front page: the desk's placements, then what is newest."""

from harkara.newsroom import keys
from harkara.newsroom.keys import ListingKind
from harkara.newsroom.queries.cards import card_of_article, cards
from harkara.newsroom.queries.listings import newest_numbers
from harkara.newsroom.queries.site import front_page, sections
from harkara.newsroom.records import Card, Front, FrontBlock
from harkara.press.recorder import read

SECONDS = 4
TOP = 1 + SECONDS
LATEST = 12
BLOCK = 5


def front() -> Front:
    """Return the front page; places the desk left empty are filled with the newest stories."""
    read(keys.FRONT)
    placed = _placed()
    shown = [card.number for card in placed]
    found = newest_numbers(ListingKind.SITE, 0, LATEST + TOP)
    fresh = [number for number in found if number not in shown]
    filled, fresh = fresh[: TOP - len(placed)], fresh[TOP - len(placed) :][:LATEST]
    on_top = {*shown, *filled}
    blocks = {ref.id: _block(ref.id, on_top) for ref in sections()}
    # All the cards of the page in one go.
    wanted = [*filled, *fresh, *(number for block in blocks.values() for number in block)]
    made = {card.number: card for card in cards(dict.fromkeys(wanted))}
    top = [*placed, *(made[number] for number in filled)]
    return Front(
        lead=top[0] if top else None,
        seconds=tuple(top[1:]),
        latest=tuple(made[number] for number in fresh),
        blocks=tuple(
            FrontBlock(section=ref, cards=tuple(made[number] for number in blocks[ref.id]))
            for ref in sections()
            if blocks[ref.id]
        ),
    )


def _placed() -> list[Card]:
    """Return the cards of the live stories that the desk placed, in its order."""
    ids = list(front_page().placements.values_list("article", flat=True))
    found = card_of_article(ids)
    return [found[pk] for pk in ids if pk in found][:TOP]


def _block(section_id: int, on_top: set[int]) -> list[int]:
    """Return a section's newest stories that do not stand on top already."""
    found = newest_numbers(ListingKind.SECTION, section_id, BLOCK + len(on_top))
    return [number for number in found if number not in on_top][:BLOCK]
