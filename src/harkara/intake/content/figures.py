"""Figures: pictures and galleries of a stored body."""

import re
from collections.abc import Iterator

from lxml import etree

from harkara.intake.drafts import DraftGallery, DraftImageRef

_ATTACHMENT = re.compile(r"\b(?:wp-image|attachment)[-_](\d{1,18})\b")
_GALLERY = re.compile(
    r"\b(?:wp-block-gallery|blocks-gallery-grid|gallery|kg-gallery-(?:container|card)|tiled-gallery)\b"
)
_PIXEL = re.compile(r"^1(?:px)?$")


def is_gallery(element: etree._Element) -> bool:
    """Say whether an element holds pictures that stand together."""
    if element.tag == "x-gallery":
        return True
    return (
        element.tag in ("figure", "div", "ul")
        and _GALLERY.search(element.get("class") or "") is not None
    )


def gallery(element: etree._Element) -> DraftGallery:
    """Return the pictures of a gallery; a shortcode names them by their ids alone."""
    ids = [one.strip() for one in (element.get("ids") or "").split(",")]
    named = [DraftImageRef(url="", foreign_id=one) for one in ids if one.isdecimal()]
    return DraftGallery(pictures=(*named, *_pictures(element)))


def _pictures(element: etree._Element) -> Iterator[DraftImageRef]:
    for image in element.iter("img"):
        found = picture(image, _caption_beside(image, element))
        if found is not None:
            yield found


def picture(image: etree._Element, caption: str = "") -> DraftImageRef | None:
    """Return a picture; None for one that nobody can see: without an address, or one dot large."""
    lazy = image.get("data-src") or image.get("data-lazy-src") or ""
    address = (lazy or image.get("src") or "").strip()
    if not address or address.startswith("data:") or _PIXEL.match(image.get("width") or ""):
        return None
    found = _ATTACHMENT.search(image.get("class") or "")
    return DraftImageRef(
        url=address,
        alt=" ".join((image.get("alt") or "").split()),
        caption=caption,
        foreign_id=found[1] if found else image.get("data-id") or "",
    )


def caption_of(figure: etree._Element) -> str:
    """Return the words under a figure."""
    for inner in figure.iter("figcaption", "p"):
        if inner.tag == "figcaption" or "caption" in (inner.get("class") or ""):
            return " ".join("".join(inner.itertext()).split())
    return ""


def _caption_beside(image: etree._Element, top: etree._Element) -> str:
    above = image.getparent()
    while above is not None and above is not top:
        if above.tag in ("figure", "li", "dl"):
            return caption_of(above)
        above = above.getparent()
    return ""
