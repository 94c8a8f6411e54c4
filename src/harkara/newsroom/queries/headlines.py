"""How much of a headline is left where somebody else shows it."""

from dataclasses import dataclass
from enum import StrEnum

from harkara.text.graphemes import ellipsis
from harkara.text.width import ems


class Place(StrEnum):
    """Where a headline is cut to the room there is."""

    NOTICE = "notice"
    RESULTS = "results"
    SHARE = "share"


ROOM = {
    # Android's folded notification: one line of 14-pixel type, 264 of a phone's 360 pixels.
    Place.NOTICE: 264 / 14,
    # A title among a search engine's results: about 600 pixels of 20-pixel type.
    Place.RESULTS: 600 / 20,
    # The card of a link that was shared: two lines of 16-pixel type, 296 pixels each.
    Place.SHARE: 2 * 296 / 16,
}
"""The room of each place, in ems. The sizes are those of common phones, and about right."""


@dataclass(frozen=True, slots=True)
class HeadlineCut:
    """A headline as one place shows it."""

    place: Place
    text: str
    is_cut: bool


def headline_cuts(headline: str) -> tuple[HeadlineCut, ...]:
    """Return a headline as each place shows it, the narrowest first.

    >>> [cut.text for cut in headline_cuts("राजनाथ सिंह ने रूसी समकक्ष से की मुलाकात, एस-400 पर चर्चा")]
    ['राजनाथ सिंह ने रूसी समकक्ष से की मुलाकात…', \
'राजनाथ सिंह ने रूसी समकक्ष से की मुलाकात, एस-400 पर चर्चा', \
'राजनाथ सिंह ने रूसी समकक्ष से की मुलाकात, एस-400 पर चर्चा']
    """
    whole = " ".join(headline.split())
    cuts = ((place, ellipsis(whole, room, measure=ems)) for place, room in ROOM.items())
    return tuple(HeadlineCut(place, text, text != whole) for place, text in cuts)
