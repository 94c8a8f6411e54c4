"""What is told of comments to the pages that show them: plain, frozen values."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Mode(StrEnum):
    """When a comment in a section is looked at by the desk."""

    BEFORE = "before"
    AFTER = "after"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What may be said in a section.

    `days` is None where stories stay open; up to `closed_before` they are closed already.
    """

    mode: Mode = Mode.BEFORE
    days: int | None = None
    closed_before: datetime | None = None

    def is_open(self, published_at: datetime) -> bool:
        """Say whether a story that was published then may be commented on, without a clock."""
        past = self.closed_before is not None and published_at <= self.closed_before
        return self.mode is not Mode.CLOSED and not past


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One accepted comment. `to` names whom it answers where it does not stand below that one."""

    id: int
    name: str
    text: str
    written_at: datetime
    edited: bool
    to: str = ""
    replies: "tuple[Said, ...]" = ()
    is_gone: bool = False
    """Whether only its answers are left: then it has neither name nor text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """One sheet of what readers say of a story; `count` is of all sheets."""

    number: int
    count: int = 0
    sheet: int = 1
    sheets: int = 1
    said: tuple[Said, ...] = ()
    is_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedComment:
    """A comment as it stood on the site that moved in.

    `origin` and `parent` name it and the one it answers among all that ever moved in; `parent` is
    empty at the head of a thread. `status` is approved, pending, spam or another word.
    """

    origin: str
    parent: str
    name: str
    text: str
    status: str
    written_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptWords:
    """A comment as it goes out with its site and comes in again, with nothing of its writer.

    `parent` is the id of the one it answers; `origin` is its origin as it is kept, if it has one.
    """

    id: int
    number: int
    parent: int | None
    status: str
    name: str
    text: str
    written_at: datetime
    edited_at: datetime | None = None
    decided_at: datetime | None = None
    origin: str = ""
