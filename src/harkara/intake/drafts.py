"""Draft: the one shape every source must produce.

A draft holds the story as plain values and, beside it, everything that was taken out on the way, so
that an editor can put any of it back. Reasons are English msgids: whoever shows them translates.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from hashlib import blake2b
from typing import ClassVar

from django.utils.translation import gettext

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A line that is not in the story, and why; `before_block` is where it would go back."""

    text: str
    why: str
    before_block: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """One lossless repair: what stood there, what stands there now, and in which text."""

    name: str
    before: str
    after: str
    context: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One line the sender should read: a msgid with named values."""

    message: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return gettext(self.message) % self.values


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSource:
    """Where the story was first published."""

    name: str = ""
    url: str = ""
    credit: str = ""


class SourceKind(StrEnum):
    """By which door a draft came in."""

    PASTE = "paste"
    WXR = "wxr"
    GHOST = "ghost"
    JSONL = "jsonl"
    FEED = "feed"
    WIRE = "wire"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What came in, byte for byte, and by which door.

    `key` names the source among those of its kind: a site's or a feed's address, a wire's name.
    `foreign_id` is what that source calls the story, whatever its version; without one every
    delivery is a story of its own.
    """

    kind: SourceKind
    raw: bytes
    name: str = ""
    key: str = ""
    foreign_id: str = ""

    @property
    def fingerprint(self) -> str:
        """What tells one version of the story from another."""
        return blake2b(self.raw, digest_size=20).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A story on its way into the newsroom. An empty headline means that none was found.

    `form` is the kind of story, as the newsroom names it; a source that does not say tells news.
    """

    origin: Origin
    headline: str
    form: str = "news"
    standfirst: str = ""
    body: tuple[DraftBlock, ...] = ()
    byline: tuple[str, ...] = ()
    dateline: str = ""
    published_at: datetime | None = None
    embargo_until: datetime | None = None
    corrections: tuple[tuple[datetime, str], ...] = ()
    """What the source owned up to in this version, and when."""
    source: DraftSource = DraftSource()
    removed: tuple[Removed, ...] = ()
    repairs: tuple[Mended, ...] = ()
    notices: tuple[Notice, ...] = ()
    damaged: bool = False
    """Whether characters were lost before the text came to us: never published unseen."""

    @property
    def text_blocks(self) -> tuple[TextBlock, ...]:
        """What a reader reads, in order."""
        return tuple(block for block in self.body if isinstance(block, TextBlock))

    @property
    def also_read(self) -> tuple[DraftAlsoRead, ...]:
        """The references, in order."""
        return tuple(block for block in self.body if isinstance(block, DraftAlsoRead))

    @property
    def pictures(self) -> tuple[DraftImageRef, ...]:
        """The pictures that stood in the story, in order, those of galleries too."""
        return tuple(
            one
            for block in self.body
            if isinstance(block, DraftImageRef | DraftGallery)
            for one in (block.pictures if isinstance(block, DraftGallery) else (block,))
        )

    @property
    def text(self) -> str:
        """The body as plain text, a blank line between blocks."""
        return "\n\n".join(block.text for block in self.text_blocks)
