"""Blocks: what the body of a draft is made of."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from harkara.intake.emphasis import rewritten


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLink:
    """A link inside a paragraph: the words it stands on and its http(s) address."""

    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftParagraph:
    """Running text, whole, as plain characters.

    `html` is the same words with their emphasis, line breaks and links, where a source tells these:
    clean HTML, of which only `a`, `strong`, `em` and `br` are used.
    """

    kind: ClassVar[str] = "paragraph"
    text: str
    links: tuple[DraftLink, ...] = ()
    html: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftHeading:
    """A cross-head inside the story."""

    kind: ClassVar[str] = "heading"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftAlsoRead:
    """A reference to another story, as the page worded it.

    `after_paragraph` counts the text blocks that stand before it: 0 is above the first.
    """

    kind: ClassVar[str] = "also_read"
    text: str
    after_paragraph: int
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftList:
    """A bulleted or numbered list."""

    kind: ClassVar[str] = "list"
    items: tuple[str, ...]
    ordered: bool = False

    @property
    def text(self) -> str:
        """The items, a line each."""
        return "\n".join(self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftQuote:
    """A quotation set apart from the text."""

    kind: ClassVar[str] = "quote"
    text: str
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftTable:
    """A table; every row has as many cells as the first."""

    kind: ClassVar[str] = "table"
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""

    @property
    def text(self) -> str:
        """The rows, a line each, cells parted by bars."""
        return "\n".join(" | ".join(row) for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftFactBox:
    """Facts beside the story, a line each."""

    kind: ClassVar[str] = "fact_box"
    title: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The title and the facts, a line each."""
        return "\n".join((self.title, *self.lines))


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftImageRef:
    """A picture that stood here: where it lies and what was said of it. Nothing is fetched.

    `foreign_id` is what the source calls it, if it says.
    """

    kind: ClassVar[str] = "image"
    url: str
    alt: str = ""
    caption: str = ""
    foreign_id: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftGallery:
    """Several pictures that stood here together."""

    kind: ClassVar[str] = "gallery"
    pictures: tuple[DraftImageRef, ...]

    @property
    def text(self) -> str:
        """What is said under the pictures, a line each."""
        return "\n".join(filter(None, (one.caption for one in self.pictures)))


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPost:
    """A post of a social network that was quoted here."""

    kind: ClassVar[str] = "post"
    text: str
    author: str
    network: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftVideo:
    """A video that stood here; `title` and `poster`, its still picture, where a source has them."""

    kind: ClassVar[str] = "video"
    url: str
    title: str = ""
    poster: DraftImageRef | None = None


DraftBlock = (
    DraftParagraph
    | DraftHeading
    | DraftAlsoRead
    | DraftList
    | DraftQuote
    | DraftTable
    | DraftFactBox
    | DraftImageRef
    | DraftGallery
    | DraftPost
    | DraftVideo
)
TextBlock = (
    DraftParagraph | DraftHeading | DraftList | DraftQuote | DraftTable | DraftFactBox | DraftPost
)
"""The blocks a reader reads, and so what `after_paragraph` counts."""


def with_texts(block: DraftBlock, change: Callable[[str], str]) -> DraftBlock:
    """Return a block with each of its texts changed; links and addresses stay."""
    match block:
        case DraftParagraph(text=text, html=html):
            changed = change(text)
            if changed == text:
                return block
            return replace(block, text=changed, html=rewritten(html, changed) if html else "")
        case DraftHeading(text=text) | DraftAlsoRead(text=text) | DraftPost(text=text):
            return replace(block, text=change(text))
        case DraftList(items=items):
            return replace(block, items=tuple(map(change, items)))
        case DraftQuote(text=text, who=who):
            return DraftQuote(text=change(text), who=change(who))
        case _:
            return _with_labels(block, change)


def _with_labels(block: DraftBlock, change: Callable[[str], str]) -> DraftBlock:
    match block:
        case DraftTable(rows=rows, caption=caption):
            changed = tuple(tuple(map(change, row)) for row in rows)
            return DraftTable(rows=changed, caption=change(caption))
        case DraftFactBox(title=title, lines=lines):
            return DraftFactBox(title=change(title), lines=tuple(map(change, lines)))
        case DraftImageRef(alt=alt, caption=caption):
            return replace(block, alt=change(alt), caption=change(caption))
        case DraftVideo(title=title):
            return replace(block, title=change(title))
        case _:
            return block
