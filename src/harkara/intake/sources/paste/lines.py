"""Lines: what a page is taken apart into, whether it came as HTML or as text."""

from dataclasses import dataclass
from enum import StrEnum, auto

from harkara.intake.drafts import DraftLink
from harkara.intake.emphasis import Stretch
from harkara.intake.line_words.area import Area
from harkara.text.legacy import Font


class Kind(StrEnum):
    """What a line was on its page. Plain text is all TEXT, ITEM and QUOTE."""

    TEXT = auto()
    TITLE = auto()
    HEADING = auto()
    ITEM = auto()
    NUMBERED = auto()
    QUOTE = auto()
    CAPTION = auto()
    ROW = auto()
    PICTURE = auto()
    VIDEO = auto()
    SCRIPT = auto()
    MESSAGE = auto()


@dataclass(frozen=True, slots=True)
class InFont:
    """A stretch of a line for which its page names an old font."""

    start: int
    end: int
    font: Font


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a page, with what is known about where it stood."""

    text: str
    kind: Kind = Kind.TEXT
    gap: bool = True
    """Whether it begins a block of its own: a blank line or a block's edge stands before it."""
    area: Area = Area.NONE
    main: bool | None = None
    """Whether it lies in the element that holds most of the running text; None: not HTML."""
    links: tuple[DraftLink, ...] = ()
    linked: float = 0.0
    """Which part of its characters are a link."""
    mark: str = ""
    """The number it was typed with, for a numbered line of plain text."""
    cells: tuple[str, ...] = ()
    url: str = ""
    in_fonts: tuple[InFont, ...] = ()
    stressed: tuple[Stretch, ...] = ()
    """Which of its words are bold or italic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What an HTML page says of itself in its head, empty where it says nothing."""

    headline: str = ""
    site_name: str = ""
    url: str = ""
    published: str = ""
    authors: tuple[str, ...] = ()
    title: str = ""
