"""What is told of polls to pages and doors: plain, frozen values."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Stage(StrEnum):
    """How far a poll has come. The worker moves it on, so that a page reads no clock."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"


class Way(StrEnum):
    """How a vote was made."""

    SCRIPT = "s"
    """With the work of the page's own script."""
    PLAIN = "p"
    """Without one, by a page that asks once more."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a poll; `place` is from 1, `votes` are those that count."""

    place: int
    words: str
    votes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A poll as pages show it."""

    number: int
    question: str
    stage: Stage
    opens_at: datetime
    closes_at: datetime
    options: tuple[Option, ...]
    aside: int = 0
    """So many votes were set aside."""
    story: int | None = None

    @property
    def counted(self) -> int:
        """How many votes count."""
        return sum(one.votes for one in self.options)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the door must know of a poll to take a vote: no word of it."""

    opens_at: datetime
    closes_at: datetime
    choices: int

    def takes_votes(self, at: datetime) -> bool:
        """Say whether a vote counts at a moment."""
        return self.opens_at <= at < self.closes_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """One vote as it is written to a journal.

    `digest` is of the token it was made with, which makes it one; `network` the hashed name of
    where it came from; `browser` a small number of what the browser says of itself.
    """

    poll: int
    choice: int
    digest: str
    network: str
    browser: int
    way: Way
    at: datetime
