"""Draft: the one shape every source must produce.

A draft holds the story as plain values and, beside it, everything that was taken out on the way, so
that an editor can put any of it back. Reasons are English msgids: whoever shows them translates.
"""

from harkara.intake.drafts.blocks import (
    DraftAlsoRead,
    DraftBlock,
    DraftFactBox,
    DraftGallery,
    DraftHeading,
    DraftImageRef,
    DraftLink,
    DraftList,
    DraftParagraph,
    DraftPost,
    DraftQuote,
    DraftTable,
    DraftVideo,
    TextBlock,
    with_texts,
)
from harkara.intake.drafts.draft import Draft
from harkara.intake.drafts.told import DraftSource, Mended, Notice, Origin, Removed, SourceKind

__all__ = [
    "Draft",
    "DraftAlsoRead",
    "DraftBlock",
    "DraftFactBox",
    "DraftGallery",
    "DraftHeading",
    "DraftImageRef",
    "DraftLink",
    "DraftList",
    "DraftParagraph",
    "DraftPost",
    "DraftQuote",
    "DraftSource",
    "DraftTable",
    "DraftVideo",
    "Mended",
    "Notice",
    "Origin",
    "Removed",
    "SourceKind",
    "TextBlock",
    "with_texts",
]
