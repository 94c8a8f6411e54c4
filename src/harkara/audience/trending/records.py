"""What is told of views, between the doors, the tables and the pages: plain, frozen values."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from harkara.newsroom.records import Card

WHOLE_SITE = 0
"""The number under which the views of all stories together are kept; no story has it."""


class Kind(StrEnum):
    """Among which stories the most read ones are looked for."""

    SITE = "site"
    SECTION = "section"
    VIDEO = "video"


class Span(StrEnum):
    """How fast views lose their weight."""

    TODAY = "today"
    WEEK = "week"


def list_name(kind: Kind, ref: int, span: Span) -> str:
    """Return the name under which a list of most read stories is kept."""
    return f"{kind}:{ref}/{span}"


@dataclass(frozen=True, slots=True)
class Views:
    """How often a story was shown, and how many views of one network were more than its share."""

    counted: int = 0
    aside: int = 0

    def __add__(self, other: "Views") -> "Views":
        """Return both together."""
        return Views(self.counted + other.counted, self.aside + other.aside)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What came in up to a moment: views by the stories' numbers, searches by their words."""

    at: datetime
    views: dict[int, Views] = field(default_factory=dict)
    misses: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """How a story is read, with views growing old (`scores`), and among which it is looked for."""

    story: int
    section: int
    is_video: bool
    now: float
    today: float
    week: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MostRead:
    """The most read stories for one span, the most read first; empty where there are too few."""

    span: Span
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Hour:
    """The views within one hour of the clock."""

    begins_at: datetime
    views: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadStory:
    """A story as the desk sees it being read; `hours` ends with the one under way."""

    card: Card
    this_hour: Views
    today: Views
    hours: tuple[Hour, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """What is read on the site, and by how much; `hours` ends with the one under way."""

    stories: tuple[ReadStory, ...]
    this_hour: Views
    today: Views
    hours: tuple[Hour, ...]


@dataclass(frozen=True, slots=True)
class Missed:
    """Words that were searched for and not found: by how many networks, and when last."""

    words: str
    times: int
    last_at: datetime
