"""What search takes in and gives out: documents, queries, results. Plain, frozen values.

The index keeps no text: a hit is a story's number. Who shows hits reads the stories by their
numbers, leaves out what it does not find, and marks the words that were matched with
`harkara.search.highlights`.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

PAGE_SIZE = 10
DEEPEST = 1_000
"""Hits beyond so many are counted, and not given out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicNames:
    """A topic of a story: its id, its name and its other names."""

    id: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorName:
    """A name over a story; a guest has no id."""

    id: int | None
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A story as search sees it."""

    number: int
    """The story's permanent number, by which it is put, replaced and removed."""
    headline: str
    standfirst: str = ""
    body: tuple[str, ...] = ()
    """The paragraphs in order, as plain text without markup."""
    section_id: int | None = None
    topics: tuple[TopicNames, ...] = ()
    authors: tuple[AuthorName, ...] = ()
    published_at: datetime
    """When it was first published, with its zone."""


class Order(StrEnum):
    """What comes first."""

    RELEVANCE = "relevance"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What somebody looks for; an empty text finds every story that passes the filters."""

    text: str = ""
    """As typed: words of either script, "phrases", -words that must not be there."""
    section_id: int | None = None
    topic_id: int | None = None
    author_id: int | None = None
    since: datetime | None = None
    """Only stories published at this time or later."""
    until: datetime | None = None
    """Only stories published before this time."""
    order: Order = Order.RELEVANCE
    page: int = 1
    """From 1; a page that is not there is empty."""
    page_size: int = PAGE_SIZE
    at: datetime | None = None
    """Now, for preferring fresh stories in the order of relevance; None prefers none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A story that was found. Scores compare hits of one query, nothing else."""

    number: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRead:
    """How a word of the query was read."""

    typed: str
    found: tuple[str, ...]
    """The words of the archive it was read as, the likeliest first: `rajnath` as राजनाथ. Itself
    for a word that is looked for as it stands; empty if the archive has nothing like it."""
    by_sound: bool = False
    """Whether it was looked for by its sound, so that a reader should be told what was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What a query found."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    """How many stories were found, on all pages."""
    page: int = 1
    page_size: int = PAGE_SIZE
    words: tuple[WordRead, ...] = ()
    """How each word was read, in the order of the query, those of phrases among them; without
    those that must not be there and those too common to look for."""
    suggestion: str = ""
    """A query that was perhaps meant, empty if there is none: सरकर → सरकार."""
    loosened: bool = False
    """Whether no story has all the words, and these have most of them."""
    left_out: int = 0
    """How many words at the end of the query were not looked at: it was too long."""

    @property
    def pages(self) -> int:
        """How many pages of hits can be asked for."""
        return -(-min(self.total, DEEPEST) // self.page_size)


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """A word or words that go on from what was typed, and how many stories have the last one."""

    text: str
    stories: int
