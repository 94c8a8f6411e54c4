"""What the newsroom tells other rooms about its stories: plain, frozen values.

`queries` gives these out and `web` turns them into pages. They hold no database object, so a page
made from them has read everything it will ever read.
"""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """One size of a picture: its address below the media folder's, and its pixels."""

    url: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture in one shape, smallest rendition first; `alt` is never empty."""

    renditions: tuple[Rendition, ...]
    alt: str
    caption: str
    credit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRef:
    """A section as a label: enough to name it, colour it and link to it."""

    id: int
    name: str
    path: str
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(SectionRef):
    """A section as the head of its front."""

    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """A name over a story; a guest has no page, so no path."""

    name: str
    role: str
    path: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """An author as the head of an author page."""

    id: int
    name: str
    role: str
    bio: str
    path: str
    picture: Picture | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRef:
    """A topic as a label; `kind` is person, place, organisation, event or thing."""

    id: int
    name: str
    kind: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(TopicRef):
    """A topic as the head of its page."""

    description: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A live story as others show it: on fronts, in lists, under "also read"."""

    number: int
    headline: str
    standfirst: str
    kind: str
    path: str
    section: SectionRef
    published_at: datetime
    updated_at: datetime
    picture: Picture | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveRef:
    """A live story as those know it who only count: where it stands, and whether it is a video."""

    number: int
    section_id: int
    is_video: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareCard:
    """What the picture says that stands beside a link to a live story elsewhere.

    `picture` is the file of the lead picture, 1200×630 pixels.
    """

    headline: str
    section: SectionRef
    paper: str
    picture: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStory:
    """A live story as a search shows it: its card, and its paragraphs as plain text."""

    card: Card
    body: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a story said wrongly, and when that was put right."""

    text: str
    corrected_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedStory:
    """One line of the corrections log: what was put right, and in which live story."""

    correction: Correction
    card: Card


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a syndicated story came from: its name, the credit line, the canonical address."""

    name: str
    credit: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text as clean inline HTML (a, strong, em), links already resolved."""

    kind: ClassVar[str] = "paragraph"
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A cross-head inside a story."""

    kind: ClassVar[str] = "heading"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureBlock:
    """A picture between paragraphs."""

    kind: ClassVar[str] = "picture"
    picture: Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class AlsoRead:
    """A reference to another live story; dead references never reach a page."""

    kind: ClassVar[str] = "also_read"
    card: Card


@dataclass(frozen=True, slots=True, kw_only=True)
class Video:
    """A video that is fetched only when the reader asks; `watch_url` is its plain link."""

    kind: ClassVar[str] = "video"
    title: str
    provider: str
    embed_url: str
    watch_url: str
    poster: Picture | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SocialPost:
    """A post quoted as text, with a link to the original."""

    kind: ClassVar[str] = "social_post"
    author: str
    text: str
    network: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PullQuote:
    """A sentence lifted out of the story, and who said it."""

    kind: ClassVar[str] = "pull_quote"
    text: str
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactBox:
    """Facts beside the story, a line each."""

    kind: ClassVar[str] = "fact_box"
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListBlock:
    """A bulleted or numbered list."""

    kind: ClassVar[str] = "list"
    ordered: bool
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a caption and a head row; every row is as long as the head."""

    kind: ClassVar[str] = "table"
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gallery:
    """Several pictures, one after the other."""

    kind: ClassVar[str] = "gallery"
    pictures: tuple[Picture, ...]


Block = (
    Paragraph
    | Heading
    | PictureBlock
    | AlsoRead
    | Video
    | SocialPost
    | PullQuote
    | FactBox
    | ListBlock
    | Table
    | Gallery
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A live story, whole, as its own page shows it."""

    number: int
    headline: str
    standfirst: str
    kind: str
    path: str
    section: SectionRef
    bylines: tuple[Byline, ...]
    dateline: str
    published_at: datetime
    updated_at: datetime
    picture: Picture | None
    share_picture: Rendition | None
    body: tuple[Block, ...]
    word_count: int
    topics: tuple[TopicRef, ...]
    corrections: tuple[Correction, ...]
    source: Source | None
    previous: Card | None
    next: Card | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One run of cards, newest first, and the months that have more."""

    cards: tuple[Card, ...]
    months: tuple[date, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthListing:
    """All cards of one month, newest first, and its neighbours that are not empty."""

    month: date
    cards: tuple[Card, ...]
    earlier: date | None
    later: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontBlock:
    """A section's block on the front page."""

    section: SectionRef
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The front page: what the desk placed on top, then a block for each section."""

    lead: Card | None
    seconds: tuple[Card, ...]
    latest: tuple[Card, ...]
    blocks: tuple[FrontBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Breaking:
    """The line that stands above the paper; `path` is its story's, None for one without."""

    id: int
    text: str
    path: str | None
    set_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class InfoPage:
    """A page about the paper itself: about, contact, policies."""

    title: str
    path: str
    html: str
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuLink:
    """A link in the footer's menu."""

    title: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The paper: its name, its promise, and what every page's head and foot show."""

    name: str
    tagline: str
    language: str
    publisher: str
    email: str
    address: str
    sections: tuple[SectionRef, ...]
    info_pages: tuple[MenuLink, ...]
    ads_txt: str
