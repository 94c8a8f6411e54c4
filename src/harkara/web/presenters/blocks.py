"""The blocks of a story's body, each as its own template part shows it."""

from dataclasses import dataclass
from functools import singledispatch

from harkara.newsroom.records import (
    AlsoRead,
    Block,
    Gallery,
    Paragraph,
    Picture,
    PictureBlock,
    Video,
)
from harkara.web import clean
from harkara.web.presenters.cards import PictureView, card, picture


@dataclass(frozen=True, slots=True)
class Part:
    """A block: `kind` names its template in `parts/blocks/`, `of` is what that one shows."""

    kind: str
    of: object


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoView:
    """A video as a poster and a link; the embed's address is for after the click."""

    title: str
    provider: str
    embed_url: str
    watch_url: str
    poster: PictureView | None


def part(block: Block) -> Part:
    """Return the block with all its pictures and cards made ready to show."""
    return Part(block.kind, shown(block))


@singledispatch
def shown(block: Block) -> object:
    """Return what a block's template shows: for most kinds, the record itself."""
    return block


@shown.register
def _(block: Paragraph) -> object:
    return clean.inline(block.html)


@shown.register
def _(block: AlsoRead) -> object:
    return card(block.card)


@shown.register
def _(block: PictureBlock) -> object:
    return picture(block.picture)


@shown.register
def _(block: Gallery) -> object:
    return _views(block.pictures)


@shown.register
def _(block: Video) -> object:
    return VideoView(
        title=block.title,
        provider=block.provider,
        embed_url=block.embed_url,
        watch_url=block.watch_url,
        poster=picture(block.poster),
    )


def _views(pictures: tuple[Picture, ...]) -> tuple[PictureView, ...]:
    return tuple(view for view in map(picture, pictures) if view)
