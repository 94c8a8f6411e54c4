"""Figures: pictures and galleries of a story."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from lxml import etree

from harkara.intake.content.ways import Ways
from harkara.intake.drafts import DraftGallery, DraftImageRef, DraftParagraph
from harkara.intake.markup import words
from harkara.intake.pictures import picture_source

PICTURES = ("img", "amp-img")
MOST_ALT = 250
_ATTACHMENT = re.compile(r"\b(?:wp-image|attachment)[-_](\d{1,18})\b")
_GALLERY = re.compile(
    r"\b(?:wp-block-gallery|blocks-gallery-grid|gallery|kg-gallery-(?:container|card)|tiled-gallery)\b"
)


def is_gallery(element: etree._Element) -> bool:
    """Say whether an element holds pictures that stand together."""
    if element.tag == "x-gallery":
        return True
    return (
        element.tag in ("figure", "div", "ul")
        and _GALLERY.search(element.get("class") or "") is not None
    )


def gallery(element: etree._Element, ways: Ways, mend: Callable[[str], str]) -> DraftGallery | None:
    """Return the pictures of a gallery; a shortcode names them by their ids alone."""
    ids = [one.strip() for one in (element.get("ids") or "").split(",")]
    named = [DraftImageRef(url="", foreign_id=one) for one in ids if one.isdecimal()]
    shown = (
        replace(one, alt=mend(one.alt), caption=mend(one.caption))
        for one in _pictures(element, ways)
    )
    pictures = (*named, *shown)
    return DraftGallery(pictures=pictures) if pictures else None


def captioned(gallery: DraftGallery, caption: str) -> tuple[DraftGallery | DraftParagraph, ...]:
    """Return a gallery with what stood below all of it: at the first picture that lacks words."""
    if not caption:
        return (gallery,)
    pictures = list(gallery.pictures)
    for at, one in enumerate(pictures):
        if not one.caption and not one.foreign_id:
            pictures[at] = replace(one, caption=caption)
            return (replace(gallery, pictures=tuple(pictures)),)
    return (gallery, DraftParagraph(text=caption))


def _pictures(element: etree._Element, ways: Ways) -> Iterator[DraftImageRef]:
    for image in element.iter(*PICTURES):
        found = picture(image, ways, _caption_beside(image, element))
        if found is not None:
            yield found


def picture(image: etree._Element, ways: Ways, caption: str = "") -> DraftImageRef | None:
    """Return a picture; None for one that is not to be seen, or has no address that is taken."""
    url = picture_source(image, ways.address, ways.least_pixels)
    if not url:
        return None
    found = _ATTACHMENT.search(image.get("class") or "")
    return DraftImageRef(
        url=url,
        alt=" ".join((image.get("alt") or "").split())[:MOST_ALT],
        caption=caption,
        foreign_id=found[1] if found else image.get("data-id") or "",
    )


def caption_of(figure: etree._Element) -> etree._Element | None:
    """Return the element under a figure that says what is seen."""
    for inner in figure.iter("figcaption", "p"):
        if inner.tag == "figcaption" or "caption" in (inner.get("class") or ""):
            return inner
    return None


def _caption_beside(image: etree._Element, top: etree._Element) -> str:
    above = image.getparent()
    while above is not None and above is not top:
        if above.tag in ("figure", "li", "dl"):
            caption = caption_of(above)
            return "" if caption is None else words(caption)
        above = above.getparent()
    return ""
