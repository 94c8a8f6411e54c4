"""Elements: what an element of a story is as a whole, as blocks; the others are read by parts."""

import re
from dataclasses import dataclass, replace

from lxml import etree

from harkara.intake.content import cards, embeds, figures, own_marks
from harkara.intake.content.own_marks import Correction
from harkara.intake.content.ways import Ways
from harkara.intake.drafts import (
    DraftBlock,
    DraftHeading,
    DraftImageRef,
    DraftList,
    DraftParagraph,
    DraftQuote,
    DraftTable,
    DraftVideo,
)
from harkara.intake.markup import cells_of, pieces_of, words
from harkara.intake.mending import Pen
from harkara.text.legacy import Font

Blocks = tuple[DraftBlock, ...]
BARE_ADDRESS = re.compile(r"https?://\S+\Z")
_SIGNED = re.compile(r"[-–—―]\s*([^-–—―\s].{1,118})\Z")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_FRAMES = frozenset({"iframe", "embed", "video", "audio", "x-embed", "object", "amp-youtube"})
_LISTS = frozenset({"ul", "ol"})
WHOLE = _HEADINGS | _FRAMES | _LISTS | {"blockquote", "table", "figure", "x-gallery"}
"""The elements that may be one block; so may be a `div`, by its class."""


@dataclass(frozen=True, slots=True)
class Elements:
    """Makes blocks of whole elements, their words mended."""

    ways: Ways
    pen: Pen

    def blocks(self, element: etree._Element, tag: str, font: Font | None) -> Blocks | None:
        """Return the blocks that an element is; None if its parts are to be read each.

        `font` is the old one that its page names for it, if any.
        """
        if figures.is_gallery(element):
            return self._gallery(element, font)
        if tag in _HEADINGS:
            return self._heading(element, font)
        if tag in _LISTS:
            return self._list(element, font, ordered=tag == "ol")
        if tag == "blockquote":
            return self._quote(element, font)
        if tag == "table":
            return self._table(element, font)
        if tag in _FRAMES:
            return _only(self._frame(element))
        if tag == "figure":
            return self._figure(element, font)
        box = own_marks.fact_box(element, lambda inner: self.words(inner, font))
        return (box,) if box else None

    def corrections(self, element: etree._Element, font: Font | None) -> list[Correction]:
        """Return the corrections that an element of our own export tells; none for any other."""
        return list(own_marks.corrections(element, lambda inner: self.words(inner, font)))

    def words(self, element: etree._Element, font: Font | None) -> str:
        """Return what an element says, on one line, mended."""
        return " ".join("".join(self.pen.pieces(list(pieces_of(element, font)))).split())

    def embed(self, address: str) -> DraftBlock | None:
        """Return what stands for something that was embedded, None if nothing does."""
        return embeds.embed(address, links=self.ways.links_frames)

    def _gallery(self, element: etree._Element, font: Font | None) -> Blocks | None:
        gallery = figures.gallery(element, self.ways, self.pen.mend)
        below = element.find("figcaption")
        caption = self.words(below, font) if below is not None else ""
        return figures.captioned(gallery, caption) if gallery else None

    def _heading(self, element: etree._Element, font: Font | None) -> Blocks:
        text = self.words(element, font)
        addresses = [link.get("href") or "" for link in element.iter("a")]
        own = self.ways.own
        reference = own.reference(text, addresses) if own and text else None
        said = reference or (DraftHeading(text=text) if text else None)
        return (*self._pictures(element), *_only(said))

    def _list(self, element: etree._Element, font: Font | None, *, ordered: bool) -> Blocks | None:
        if next(element.iter("table", *_FRAMES), None) is not None:
            return None
        items = list(element.iter("li"))
        entries = [list(pieces_of(item, font, without=_LISTS)) for item in items]
        said = "".join(piece.text for pieces in entries for piece in pieces)
        if not said.split() or _letters(said) != _letters(words(element)):
            return None  # Words stand beside the entries.
        # A list of nothing but links may stand below "ये भी पढ़ें": each is a line of its own then.
        if self.ways.own and all(map(_is_link, items)):
            return None
        texts = (" ".join("".join(self.pen.pieces(pieces)).split()) for pieces in entries)
        listed = DraftList(items=tuple(filter(None, texts)), ordered=ordered)
        return (*self._pictures(element), listed)

    def _quote(self, element: etree._Element, font: Font | None) -> Blocks:
        if embeds.is_post(element) and (post := self._post(element, font)):
            return post
        if "wp-embedded-content" in (element.get("class") or ""):
            return self._page(element, font)
        said = "".join(self.pen.pieces(list(pieces_of(element, font))))
        cite = next(iter(element.iter("cite")), None)
        who = Elements(self.ways, Pen()).words(cite, font) if cite is not None else ""
        text, signed = _signed("" if who else said)
        text = text or " ".join(said.split()).removesuffix(who).strip()
        who = who or signed
        return _only(DraftQuote(text=text, who=who) if text else None)

    def _table(self, element: etree._Element, font: Font | None, below: str = "") -> Blocks | None:
        cells = cells_of(element, short=self.ways.own is None)
        rows = [[self.words(cell, font) for cell in row] for row in cells]
        if not rows:
            return None
        wide = max(map(len, rows))
        named = next(element.iter("caption"), None)
        return (
            DraftTable(
                rows=tuple((*row, *[""] * (wide - len(row))) for row in rows),
                caption=self.words(named, font) if named is not None else below,
            ),
        )

    def _figure(self, element: etree._Element, font: Font | None) -> Blocks | None:
        post = next((one for one in element.iter("blockquote") if embeds.is_post(one)), None)
        under = figures.caption_of(element)
        caption = self.words(under, font) if under is not None else ""
        if post is not None:
            return (*self._quote(post, font), *_only(_paragraph(caption)))
        page = element.find(".//blockquote[@class='wp-embedded-content']")
        if page is not None:
            return (*self._page(page, font), *_only(_paragraph(caption)))
        frame = next(element.iter(*_FRAMES), None)
        if frame is not None:
            return _only(embeds.titled(self._frame(frame), caption))
        if (table := element.find(".//table")) is not None:
            return self._table(table, font, caption)
        for wrapper in element.iter("div"):
            text = "".join(map(str, wrapper.itertext())).strip()
            if BARE_ADDRESS.match(text):
                return _only(self._embedded(text, element, caption))
        if words(element) != (words(under) if under is not None else ""):
            return None  # Words stand beside the caption.
        return self._pictures(element, caption) or None

    def _embedded(self, address: str, figure: etree._Element, caption: str) -> DraftBlock | None:
        """Return what was embedded; a video keeps its title and its still picture."""
        found = self.embed(address)
        if not isinstance(found, DraftVideo):
            return found
        still = next(iter(self._pictures(figure)), None)
        return replace(found, title=caption, poster=still)

    def _pictures(self, element: etree._Element, caption: str = "") -> tuple[DraftImageRef, ...]:
        images = element.iter(*figures.PICTURES)
        shown = (figures.picture(one, self.ways, caption) for one in images)
        # One that is fetched late stands there twice.
        return tuple({one.url: one for one in shown if one is not None}.values())

    def _post(self, element: etree._Element, font: Font | None) -> Blocks:
        address = embeds.post_address(element)
        post = embeds.post(element, self.words(element, font), address) if address else None
        return _only(post or self.embed(address))

    def _page(self, element: etree._Element, font: Font | None) -> Blocks:
        """Return what a page of another site, or of this one, is that was embedded."""
        link = next(iter(element.iter("a")), element)
        return cards.reference(self.words(link, font), link.get("href") or "", self.ways)

    def _frame(self, element: etree._Element) -> DraftBlock | None:
        found = self.embed(embeds.address_in(element))
        title = self.pen.mend(embeds.title_of(element))
        return embeds.titled(found, title) if isinstance(found, DraftVideo) else found


def _signed(text: str) -> tuple[str, str]:
    r"""Return the words of a quotation and who said them, if that stands on its last line.

    >>> _signed("हम तैयार हैं।\n— रमेश कुमार, मंत्री")
    ('हम तैयार हैं।', 'रमेश कुमार, मंत्री')
    """
    *lines, last = [" ".join(line.split()) for line in text.strip().split("\n")]
    found = _SIGNED.match(last)
    return (" ".join(filter(None, lines)), found[1]) if found and any(lines) else ("", "")


def _paragraph(text: str) -> DraftParagraph | None:
    return DraftParagraph(text=text) if text else None


def _letters(text: str) -> int:
    return sum(map(len, text.split()))


def _is_link(item: etree._Element) -> bool:
    """Say whether an entry says nothing but one link's words, or nothing at all."""
    link = item.find(".//a")
    said = words(item)
    return not said or (link is not None and words(link) == said)


def _only(block: DraftBlock | None) -> Blocks:
    return () if block is None else (block,)
