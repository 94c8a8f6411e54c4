"""Draft: the one shape every source must produce."""

from dataclasses import dataclass, field
from datetime import datetime

from harkara.intake.drafts.blocks import (
    DraftAlsoRead,
    DraftBlock,
    DraftGallery,
    DraftImageRef,
    TextBlock,
)
from harkara.intake.drafts.told import DraftSource, Mended, Notice, Origin, Removed


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
    source: DraftSource = field(default_factory=DraftSource)
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
