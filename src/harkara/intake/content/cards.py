"""Cards: what Ghost's editor sets between paragraphs, as it stands in stories, feeds and pages.

A card is an element of the class `kg-…-card` (`@tryghost/kg-default-nodes`); those that hold no
more than paragraphs, pictures and frames are read like any other element.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from harkara.intake.content.ways import Ways
from harkara.intake.drafts import (
    DraftAlsoRead,
    DraftBlock,
    DraftHeading,
    DraftLink,
    DraftParagraph,
)
from harkara.intake.line_words.area import Area
from harkara.intake.line_words.phrases import WHY
from harkara.newsroom.links import followable

MARK = "kg-"
"""What the class of every part of a card begins with."""
Say = Callable[[etree._Element], str]
"""An element → what it says, on one line, mended."""
_CARD = re.compile(r"\bkg-(bookmark|video|audio|file|header)-card(?![\w-])")
_SHOWN_ONLY = re.compile(
    r"\bkg-(?:callout-emoji|toggle-card-icon|product-card-rating|audio-thumbnail)(?![\w-])"
)
_NO_STORY = {
    "kg-signup-card": WHY[Area.PROMPT],
    "kg-cta-card": WHY[Area.ADVERT],
    "kg-email-cta-card": WHY[Area.PROMPT],
}


def is_shown_only(classes: str) -> bool:
    """Say whether a part of a card says nothing: it is a sign, a knob or a row of stars."""
    return _SHOWN_ONLY.search(classes) is not None


def why_no_story(classes: str) -> str:
    """Return why a card is no part of its story, as a msgid; "" if it is one."""
    return next((why for name, why in _NO_STORY.items() if name in classes.split()), "")


def card(
    element: etree._Element, classes: str, ways: Ways, say: Say
) -> tuple[DraftBlock, ...] | None:
    """Return the blocks that a card is; None for what is none, or is read by its parts."""
    found = _CARD.search(classes)
    if found is None:
        return None
    parts = _Parts(element, ways, say)
    match found[1]:
        case "bookmark":
            return (*_bookmark(parts), *parts.paragraphs("figcaption"))
        case "header":
            return _header(parts)
        case "file":
            words = (parts.said("kg-file-card-title"), parts.said("kg-file-card-caption"))
            return linked(words[0] or parts.said("kg-file-card-filename"), parts.link(), words[1])
        case kind:
            name = parts.said("figcaption") or parts.said(f"kg-{kind}-title")
            return linked(name, parts.player(kind))


def reference(text: str, address: str, ways: Ways) -> tuple[DraftBlock, ...]:
    """Return what a card that shows another page is: a reference to a story of ours, or a link."""
    if ways.own and ways.own.may_be_story(address):
        url = ways.own.whole(address)
        return (DraftAlsoRead(text=text, after_paragraph=0, url=url),) if text else ()
    return linked(text, ways.address(address))


def linked(text: str, address: str, more: str = "") -> tuple[DraftBlock, ...]:
    """Return a paragraph of words on their link; `more` follows them. Without words it is none.

    What is a file and has no title is called by its name.
    """
    address = followable(address)
    words = text or address.partition("?")[0].rstrip("/").rpartition("/")[2]
    if not words:
        return ()
    links = (DraftLink(text=words, url=address),) if address else ()
    return (DraftParagraph(text=f"{words}: {more}" if more else words, links=links),)


def _bookmark(parts: "_Parts") -> tuple[DraftBlock, ...]:
    address = parts.link()
    return reference(parts.said("kg-bookmark-title") or address, address, parts.ways)


def _header(parts: "_Parts") -> tuple[DraftBlock, ...]:
    heads = (parts.said("kg-header-card-heading"), parts.said("kg-header-card-header"))
    return (
        *(DraftHeading(text=one) for one in heads if one),
        *parts.paragraphs("kg-header-card-subheading"),
        *parts.paragraphs("kg-header-card-subheader"),
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of a card, by their classes."""

    element: etree._Element
    ways: Ways
    say: Say

    def said(self, name: str) -> str:
        """Return what the first part of a class, or with a tag of that name, says."""
        for inner in self.element.iter():
            if inner.tag == name or name in (inner.get("class") or "").split():
                return self.say(inner)
        return ""

    def paragraphs(self, name: str) -> tuple[DraftBlock, ...]:
        """Return what a part says as a paragraph, none if it says nothing."""
        text = self.said(name)
        return (DraftParagraph(text=text),) if text else ()

    def link(self) -> str:
        """Return where the card leads."""
        found = self.element.find(".//a[@href]")
        return "" if found is None else self.ways.address(found.get("href") or "")

    def player(self, tag: str) -> str:
        """Return which file the card plays."""
        found = next(iter(self.element.iter(tag)), None)
        return "" if found is None else self.ways.address(found.get("src") or "")
