"""What a link to a story shows of it elsewhere."""

from harkara.newsroom import keys
from harkara.newsroom.queries.cards import photos_of, rows_of, section_ref
from harkara.newsroom.queries.few import sections_by_id
from harkara.newsroom.queries.pictures import share_file
from harkara.newsroom.queries.site import front_page
from harkara.newsroom.records import ShareCard
from harkara.press.recorder import read


def share_card(number: int) -> ShareCard | None:
    """Return what the share card of a live story says, or None if it is not on the site."""
    read(keys.card(number))
    rows = rows_of(numbers=[number])
    if not rows:
        return None
    row = rows[0]
    return ShareCard(
        headline=row.headline,
        section=section_ref(sections_by_id()[row.section_id]),
        paper=front_page().title,
        picture=share_file(photos_of(rows).get(row.picture_id or 0)),
    )
