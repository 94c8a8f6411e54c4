"""The photos of ninjs items, each with the places where its file lies, the largest first."""

from collections.abc import Iterable, Iterator

from harkara.intake.content import plain
from harkara.intake.mending import Pen
from harkara.intake.sources.wires.items import Status, WirePhoto, short_id, status_of
from harkara.intake.sources.wires.ninjs_words import Told, headline_of, richest, text_of

PICTURES = ("picture", "graphic")
"""The types of items that are a picture."""


def photos_of(told: Told) -> Iterator[WirePhoto]:
    """Give the photos of an item: the one that it is, and those beside its story."""
    if text_of(told, "type").lower() in PICTURES and (own := _photo(told)):
        yield own
    for one in _pictures_beside(told):
        found = _photo(one) if _is_usable(one) else None
        if found:
            yield found


def taken_back(told: Told) -> Iterator[str]:
    """Give the ids of the pictures beside an item that must not be used."""
    for one in _pictures_beside(told):
        if not _is_usable(one) and (uri := text_of(one, "uri")):
            yield short_id(uri)


def _pictures_beside(told: Told) -> Iterator[Told]:
    beside = told.get("associations")
    several = beside.values() if isinstance(beside, dict) else beside
    for one in several if isinstance(several, Iterable) else ():
        if isinstance(one, dict) and text_of(one, "type").lower() in PICTURES:
            yield one


def _is_usable(told: Told) -> bool:
    return status_of(text_of(told, "pubstatus")) is Status.USABLE


def _photo(told: Told) -> WirePhoto | None:
    renditions = told.get("renditions") or ()
    several = renditions.values() if isinstance(renditions, dict) else renditions
    several = several if isinstance(several, Iterable) else ()
    found = [one for one in several if isinstance(one, dict) and text_of(one, "href")]
    fit = [one for one in found if _kind(one).startswith("image/") or not _kind(one)]
    fit.sort(key=_width, reverse=True)
    places = tuple(dict.fromkeys(text_of(one, "href") for one in fit if not _is_marked(one)))
    if not places:
        return None
    caption = plain(richest(told, "description")[0], Pen())
    credit = (text_of(told, "by"), text_of(told, "byline"), text_of(told, "copyrightholder"))
    return WirePhoto(
        places=places,
        item_id=short_id(text_of(told, "uri")),
        headline=headline_of(told, Pen()),
        caption=caption,
        credit=next(filter(None, credit), ""),
    )


def _kind(rendition: Told) -> str:
    return text_of(rendition, "contenttype") or text_of(rendition, "mimetype")


def _is_marked(rendition: Told) -> bool:
    """Say whether a rendition carries the agency's mark across the picture."""
    return "watermark" in f"{rendition.get('href')} {rendition.get('title')}".lower()


def _width(rendition: Told) -> int:
    width = rendition.get("width")
    return width if isinstance(width, int) else 0
