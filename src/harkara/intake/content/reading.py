"""Reading: the walk over the HTML of one story that makes draft blocks of it."""

import re
from dataclasses import dataclass, field, replace
from itertools import accumulate

from lxml import etree

from harkara.intake.content import cards, figures, own_marks
from harkara.intake.content.block_marks import without_comments
from harkara.intake.content.debris import why_debris
from harkara.intake.content.elements import BARE_ADDRESS, WHOLE, Elements
from harkara.intake.content.found import Content
from harkara.intake.content.paper import Paper, Run
from harkara.intake.content.references import references
from harkara.intake.content.shortcodes import without_shortcodes
from harkara.intake.content.ways import Ways, sent
from harkara.intake.drafts import (
    DraftBlock,
    DraftImageRef,
    DraftList,
    DraftParagraph,
    Removed,
)
from harkara.intake.line_words.area import Area
from harkara.intake.line_words.phrases import WHY
from harkara.intake.markup import old_font, pieces_of, tree, words
from harkara.intake.mending import Pen
from harkara.intake.pictures import emoji
from harkara.intake.stream import linked
from harkara.text.legacy import Font

DEEPEST = 150
"""Elements nested more deeply than this are read as text alone."""
_MARKED_UP = re.compile(r"<!--\s*wp:|<p[\s>]")
_DROPPED = frozenset(
    [
        "style", "noscript", "template", "svg", "math", "canvas", "form", "button", "input",
        "select", "textarea", "head", "title", "link", "meta", "applet",
    ]
)  # fmt: skip
_BLOCKS = WHOLE | {
    "address", "article", "aside", "body", "caption", "center", "dd", "details", "dialog", "div",
    "dl", "dt", "fieldset", "figcaption", "footer", "header", "hr", "html", "legend", "li", "main",
    "p", "pre", "section", "summary", "tbody", "td", "tfoot", "th", "thead", "tr",
}  # fmt: skip


def read_content(html: str, ways: Ways, pen: Pen) -> Content:
    """Return what the HTML of a story holds, its texts mended by `pen`, which notes it."""
    reader = _Reader(ways, pen)
    is_whole = reader.read(html)
    read: list[DraftBlock | None] = list(reader.blocks)
    if ways.own:
        read = list(references(reader.blocks, ways.own, is_whole=ways.keeps_lines))
    places = list(accumulate((block is not None for block in read), initial=0))
    return Content(
        blocks=tuple(block for block in read if block is not None),
        removed=tuple(
            replace(line, before_block=places[line.before_block]) for line in reader.removed
        ),
        unknown=tuple(reader.unknown),
        filled=tuple(reader.filled),
        scripts=reader.scripts,
        corrections=tuple(reader.corrections),
        is_whole=is_whole,
    )


def blocks_of(html: str, base: str = "") -> tuple[DraftBlock, ...]:
    """Return the blocks of a story that was sent, mended; `base` makes its addresses whole.

    >>> [block.kind for block in blocks_of("<h2>मौसम</h2>कल बारिश होगी।<br>धूप भी।")]
    ['heading', 'paragraph', 'paragraph']
    """
    return read_content(html, sent(base), Pen()).blocks


@dataclass(slots=True)
class _Reader:
    ways: Ways
    pen: Pen
    blocks: list[DraftBlock] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    filled: list[str] = field(default_factory=list)
    corrections: list[own_marks.Correction] = field(default_factory=list)
    scripts: int = 0
    font: Font | None = None
    paper: Paper = field(init=False)
    elements: Elements = field(init=False)

    def __post_init__(self) -> None:
        self.paper = Paper(self._paragraph, self.pen, keeps_breaks=self.ways.keeps_lines)
        self.elements = Elements(self.ways, self.pen)

    def read(self, html: str) -> bool:
        """Read a story; say whether all of it could be read."""
        # Classic text has lines and no paragraphs: WordPress makes these when it shows them.
        self.paper.keeps_lines = self.ways.keeps_lines and not _MARKED_UP.search(html)
        html = without_comments(html, self.filled.append)
        if self.ways.shortcodes:
            html = without_shortcodes(html, self.unknown.append)
        # Words that stand before the first element are a paragraph of their own.
        found = tree(f"<div>{html}</div>" if html.strip() else "")
        if found.root is not None:
            self._walk(found.root, 0)
        self.paper.end()
        return found.is_whole

    def _walk(self, element: etree._Element, depth: int) -> None:
        """Write what an element holds, without what follows it."""
        if depth > DEEPEST:
            self.paper.say("".join(map(str, element.itertext())), self.font)
            return
        self.paper.say(element.text, self.font)
        for inner in element:
            self._element(inner, str(inner.tag), depth)
            self.paper.say(inner.tail, self.font)

    def _element(self, element: etree._Element, tag: str, depth: int) -> None:
        if tag == "br":
            self.paper.line_end()
        elif tag in figures.PICTURES:
            self._picture(element)
        elif tag == "script":
            self.scripts += 1
        elif tag == "nav":
            self._remove(words(element), WHY[Area.MENU])
        elif tag not in _DROPPED:
            above, self.font = self.font, old_font(element, self.font)
            if tag in _BLOCKS:
                self._block(element, tag, depth)
            else:
                self._inline(element, tag, depth)
            self.font = above

    def _inline(self, element: etree._Element, tag: str, depth: int) -> None:
        address = (element.get("href") or "").strip()
        is_place = address.startswith("#")
        opening = self.paper.open(tag, "" if is_place else self.ways.address(address))
        self._walk(element, depth + 1)
        self.paper.close(opening)

    def _picture(self, element: etree._Element) -> None:
        if sign := emoji(element):
            self.paper.say(sign)
            return
        # A picture in running text stands before the paragraph it is in.
        picture = figures.picture(element, self.ways)
        if picture is not None:
            self._add(picture)

    def _block(self, element: etree._Element, tag: str, depth: int) -> None:
        self.paper.end()
        if self._card(element):
            return
        if self.ways.own and (corrections := self.elements.corrections(element, self.font)):
            self.corrections += corrections
            return
        whole = self.elements.blocks(element, tag, self.font)
        if whole is not None:
            for block in whole:
                self._add(block)
            return
        above = self.paper.keeps_lines
        self.paper.keeps_lines = above or tag == "pre"
        self._walk(element, depth + 1)
        self.paper.end()
        self.paper.keeps_lines = above

    def _card(self, element: etree._Element) -> bool:
        """Write what a card of Ghost's editor is; say whether that is all of the element."""
        classes = element.get("class") or ""
        if cards.MARK not in classes:
            return False
        if why := cards.why_no_story(classes):
            self._remove(" ".join("".join(piece.text for piece in pieces_of(element)).split()), why)
            return True
        made = cards.card(element, classes, self.ways, self._say)
        for block in made or ():
            self._add(block)
        return made is not None or cards.is_shown_only(classes)

    def _say(self, element: etree._Element) -> str:
        return self.elements.words(element, self.font)

    def _paragraph(self, run: Run) -> None:
        links = [link.url for link in run.links]
        if BARE_ADDRESS.match(run.text) and (shown := self.elements.embed(run.text)):
            self._add(shown)
        elif not self._is_debris(run.text):
            own = self.ways.own
            reference = own.reference(run.text, links) if own else None
            html = run.html if "<" in run.html and run.html != linked(run.text, run.links) else ""
            self._add(reference or DraftParagraph(text=run.text, links=run.links, html=html))

    def _is_debris(self, text: str) -> bool:
        why = why_debris(text) if self.ways.own else ""
        if why:
            self._remove(text, why)
        return bool(why)

    def _remove(self, text: str, why: str) -> None:
        if text:
            self.removed.append(Removed(text=text, why=why, before_block=len(self.blocks)))

    def _add(self, block: DraftBlock) -> None:
        match block:
            case DraftImageRef(alt=alt):
                block = replace(block, alt=self.pen.mend(alt))
            case DraftList(items=items):
                kept = tuple(text for text in items if not self._is_debris(text))
                if not kept:
                    return
                block = replace(block, items=kept)
        self.blocks.append(block)
