"""Fragments: the HTML of one story, without a page around it, becomes the blocks of a draft.

A feed, a wire and an export hand over what their author meant as the story, so nothing of it is
judged here. What could run, and what readers do not see, is left out.
"""

import re
from dataclasses import replace

from django.utils.html import escape
from lxml import etree

from harkara.intake.drafts import (
    DraftBlock,
    DraftHeading,
    DraftImageRef,
    DraftLink,
    DraftList,
    DraftParagraph,
    DraftQuote,
    DraftTable,
    DraftVideo,
    TextBlock,
)
from harkara.intake.pictures import address, emoji, picture_address, video_address

_UNSEEN = frozenset(
    {
        "script", "style", "noscript", "template", "svg", "math", "object", "embed", "applet",
        "canvas", "audio", "head", "title", "form", "button", "input", "select", "textarea", "nav",
    }
)  # fmt: skip
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt",
        "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "html", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th",
        "thead", "tr", "ul",
    }
)  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile(r"[ \t\r\n\f\u00a0]+")
_ENDS = re.compile(r"[।॥?!….:]['\"’”)]*\s*$")
_LINES = re.compile(r"(?:\r\n?|\n)+")
MOST_CELL = 300


def blocks_of(html: str, base: str = "") -> tuple[DraftBlock, ...]:
    """Return the blocks of a story's HTML; `base` makes its addresses whole.

    >>> [block.kind for block in blocks_of("<h2>मौसम</h2>कल बारिश होगी।<br>धूप भी।")]
    ['heading', 'paragraph', 'paragraph']
    """
    text = _UNREADABLE.sub("", html)
    if not text.strip():
        return ()
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    root = etree.fromstring(text.encode(), parser)
    if root is None:
        return ()
    reader = _Reader(base)
    reader.read(root)
    return tuple(reader.blocks)


def html_of(plain: str) -> str:
    """Return plain text as HTML, a paragraph for each of its lines."""
    return "".join(f"<p>{escape(line)}</p>" for line in _LINES.split(plain) if line.strip())


def plain_of(html: str) -> str:
    """Return what a piece of HTML says, on one line."""
    texts = (block.text for block in blocks_of(html) if isinstance(block, TextBlock))
    return " ".join(" ".join(texts).split())


class _Reader:
    """Reads a fragment from its first element to its last and gathers blocks."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.blocks: list[DraftBlock] = []
        self.pieces: list[str] = []
        self.links: list[DraftLink] = []
        self.link_from: int | None = None
        self.around: list[str] = []
        self.items: list[str] = []
        self.quoted: list[str] = []

    def read(self, root: etree._Element) -> None:
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                if tag in _UNSEEN or not self.open(tag, element):
                    walker.skip_subtree()
                self.around.append(tag)
                continue
            self.around.pop()
            self.close(tag, element)
            self.add(element.tail)
        self.flush()

    def open(self, tag: str, element: etree._Element) -> bool:
        """Take in the start of an element; say whether what it holds is to be read."""
        if tag == "br":
            # A line's end inside a sentence is only where a narrow column broke it.
            if not self.pieces or _ENDS.search("".join(self.pieces)):
                self.flush()
            else:
                self.pieces.append(" ")
        elif tag in _BLOCKS:
            self.flush()
        elif tag == "a":
            self.link_from = len(self.pieces)
        elif tag in ("img", "amp-img"):
            self.see_picture(element)
        elif tag in ("iframe", "amp-youtube"):
            self.see_video(element)
        if tag == "table" and (rows := _rows(element)):
            self.blocks.append(DraftTable(rows=rows))
            return False
        self.add(element.text)
        return True

    def close(self, tag: str, element: etree._Element) -> None:
        """Take in the end of an element."""
        if tag == "a":
            self.end_link(element.get("href"))
        elif tag in _BLOCKS:
            self.flush(tag)
        if tag in ("ul", "ol") and not {"ul", "ol"} & set(self.around):
            self.end_list(ordered=tag == "ol")
        elif tag == "blockquote" and "blockquote" not in self.around:
            self.end_quote()

    def add(self, text: str | None) -> None:
        if text:
            self.pieces.append(text)

    def flush(self, tag: str = "") -> None:
        """End the text being read: it is a paragraph, or what the elements round it say."""
        text = _SPACES.sub(" ", "".join(self.pieces)).strip()
        links, self.pieces, self.links = tuple(self.links), [], []
        self.link_from = None if self.link_from is None else 0
        if not text:
            return
        around = {*self.around, tag}
        if around & {"ul", "ol"}:
            self.items.append(text)
        elif "blockquote" in around:
            self.quoted.append(text)
        elif "figcaption" in around and self.blocks and self.caption(text):
            return
        elif around & _HEADINGS:
            self.blocks.append(DraftHeading(text=text))
        else:
            self.blocks.append(DraftParagraph(text=text, links=links))

    def caption(self, text: str) -> bool:
        """Put a caption under the picture above it; say whether there is one without."""
        above = self.blocks[-1]
        if not isinstance(above, DraftImageRef) or above.caption:
            return False
        self.blocks[-1] = replace(above, caption=text)
        return True

    def end_link(self, href: str | None) -> None:
        if self.link_from is None:
            return
        text = _SPACES.sub(" ", "".join(self.pieces[self.link_from :])).strip()
        self.link_from = None
        if text and (url := address(href, self.base)):
            self.links.append(DraftLink(text=text, url=url))

    def end_list(self, *, ordered: bool) -> None:
        items, self.items = tuple(self.items), []
        if len(items) == 1:
            self.blocks.append(DraftParagraph(text=items[0]))
        elif items:
            self.blocks.append(DraftList(items=items, ordered=ordered))

    def end_quote(self) -> None:
        quoted, self.quoted = self.quoted, []
        if quoted:
            self.blocks.append(DraftQuote(text=" ".join(quoted)))

    def see_picture(self, element: etree._Element) -> None:
        if sign := emoji(element):
            self.pieces.append(sign)
        elif url := picture_address(element, self.base):
            alt = _SPACES.sub(" ", element.get("alt") or "").strip()[:250]
            self.blocks.append(DraftImageRef(url=url, alt=alt))

    def see_video(self, element: etree._Element) -> None:
        if url := video_address(element, self.base):
            self.blocks.append(DraftVideo(url=url))


def _rows(table: etree._Element) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table of facts; nothing for one that only lays a page out."""
    rows = [
        tuple(_SPACES.sub(" ", "".join(cell.itertext())).strip() for cell in row.iter("td", "th"))
        for row in table.iter("tr")
    ]
    rows = [row for row in rows if any(row)]
    wide = max(map(len, rows), default=0)
    lays_out = any(True for _ in table.iterdescendants("table", "img", "iframe"))
    if wide < 2 or lays_out or any(len(cell) > MOST_CELL for row in rows for cell in row):
        return ()
    return tuple(row + ("",) * (wide - len(row)) for row in rows)
