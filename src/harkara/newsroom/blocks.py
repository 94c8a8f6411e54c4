"""What a story body may hold: the blocks an editor can choose from."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

INLINE = ["bold", "italic", "link"]


class PictureBlock(blocks.StructBlock):
    """A picture, with a caption for this place; the credit travels with the photo."""

    photo = ImageChooserBlock(label=_("Photo"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=300)

    class Meta:
        icon = "image"
        label = _("Picture")


class AlsoReadBlock(blocks.StructBlock):
    """A reference to another story; the pasted line stays until a story is chosen."""

    story = blocks.PageChooserBlock(
        label=_("Story"), page_type="newsroom.ArticlePage", required=False
    )
    text = blocks.CharBlock(
        label=_("Text of the reference"),
        required=False,
        max_length=300,
        help_text=_("What the pasted line said. Readers see the story's own headline."),
    )

    class Meta:
        icon = "link"
        label = _("Also read")


class VideoBlock(blocks.StructBlock):
    """A video that loads only when the reader asks for it."""

    url = blocks.URLBlock(label=_("Address of the video"))
    title = blocks.CharBlock(label=_("Title"), max_length=200)
    poster = ImageChooserBlock(label=_("Still picture"), required=False)

    class Meta:
        icon = "media"
        label = _("Video")


class SocialPostBlock(blocks.StructBlock):
    """A post quoted as text with a link: no foreign script on our pages."""

    author = blocks.CharBlock(label=_("Who wrote it"), max_length=120)
    network = blocks.CharBlock(label=_("Network"), required=False, max_length=40)
    text = blocks.TextBlock(label=_("Text of the post"), rows=3)
    url = blocks.URLBlock(label=_("Address of the post"))

    class Meta:
        icon = "openquote"
        label = _("Social post")


class PullQuoteBlock(blocks.StructBlock):
    """A sentence lifted out of the story."""

    text = blocks.TextBlock(label=_("Quotation"), rows=2)
    who = blocks.CharBlock(label=_("Who said it"), required=False, max_length=120)

    class Meta:
        icon = "openquote"
        label = _("Pull quote")


class FactBoxBlock(blocks.StructBlock):
    """Facts beside the story, a line each."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    lines = blocks.ListBlock(blocks.CharBlock(max_length=400), label=_("Facts"))

    class Meta:
        icon = "info-circle"
        label = _("Fact box")


class ListBlock(blocks.StructBlock):
    """A bulleted or numbered list."""

    ordered = blocks.BooleanBlock(label=_("Numbered"), required=False)
    items = blocks.ListBlock(blocks.CharBlock(max_length=600), label=_("Items"))

    class Meta:
        icon = "list-ul"
        label = _("List")


class TableBlock(blocks.StructBlock):
    """A table typed as lines, its cells parted by `|`; the first line is the head."""

    caption = blocks.CharBlock(label=_("Caption"), max_length=200)
    lines = blocks.TextBlock(
        label=_("Rows"),
        rows=6,
        help_text=_("One row on each line, cells parted by |. The first line is the head."),
    )

    class Meta:
        icon = "table"
        label = _("Table")

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        """Refuse a row that is longer or shorter than the head, naming its line."""
        value = super().clean(value)
        rows = table_rows(value["lines"])
        for line, row in enumerate(rows, start=1):
            if len(row) != len(rows[0]):
                message = _("Row %(line)d has %(cells)d cells; the head has %(head)d.")
                raise blocks.StructBlockValidationError(
                    block_errors={
                        "lines": ValidationError(
                            message % {"line": line, "cells": len(row), "head": len(rows[0])}
                        )
                    }
                )
        return value


def table_rows(lines: str) -> list[list[str]]:
    """Return the cells of each non-blank line of a typed table; an outer frame of | is dropped."""
    return [_cells(line.strip()) for line in lines.splitlines() if line.strip()]


def _cells(line: str) -> list[str]:
    # Without a frame, a closing | means that the last cell is empty.
    framed = len(line) > 1 and line.startswith("|") and line.endswith("|")
    return [cell.strip() for cell in (line[1:-1] if framed else line).split("|")]


class GalleryBlock(blocks.StructBlock):
    """Several pictures, one after the other."""

    pictures = blocks.ListBlock(PictureBlock(), label=_("Pictures"), min_num=2)

    class Meta:
        icon = "image"
        label = _("Gallery")


class BodyBlock(blocks.StreamBlock):
    """The body of a story."""

    paragraph = blocks.RichTextBlock(label=_("Paragraph"), features=INLINE, icon="pilcrow")
    heading = blocks.CharBlock(label=_("Cross-head"), icon="title", max_length=160)
    picture = PictureBlock()
    also_read = AlsoReadBlock()
    pull_quote = PullQuoteBlock()
    fact_box = FactBoxBlock()
    list = ListBlock()
    table = TableBlock()
    gallery = GalleryBlock()
    video = VideoBlock()
    social_post = SocialPostBlock()
