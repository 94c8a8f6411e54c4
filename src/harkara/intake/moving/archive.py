"""Archive: the one shape in which every other system's export moves in."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from django.utils.translation import gettext_noop as _

from harkara.intake.drafts import Draft, DraftImageRef, Notice, SourceKind

Item = Any
"""An item as it stands in its file: what it is, only its own archive knows."""
NO_ID = _("The item has no id that is one, so it could not be known again.")
_SAME_ID = _("Another item of the file has the same id %(id)s: only the first was taken.")


GUEST = "guest:"


class Fate(StrEnum):
    """What a story was where it comes from, and so what becomes of it here."""

    LIVE = "live"
    DRAFT = "draft"
    SCHEDULED = "scheduled"
    PRIVATE = "private"
    MEMBERS = "members"
    PASSWORD = "password"  # noqa: S105 (a fate, not a secret)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveComment:
    """What a reader wrote below a story; `parent_id` is "" at the top of a thread."""

    foreign_id: str
    parent_id: str
    author: str
    email: str
    url: str
    ip: str
    status: str
    text: str
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What only an export of another Harkara tells of a story, so that it can stay as it was.

    `body` are its blocks as that newsroom stored them: photos by their ids there, stories by their
    numbers. `byline` are the keys of authors and the names of guests (then with GUEST before them),
    in their order. `provenance` is where the story came from before, and `ids` what its sources
    call it; `commented` are the kind and the key of the source of each comment.
    """

    number: int
    body: tuple[Mapping[str, Any], ...]
    byline: tuple[str, ...] = ()
    chosen_words: str = ""
    first_published_at: datetime | None = None
    expires_at: datetime | None = None
    commented: tuple[tuple[str, str], ...] = ()
    provenance: Mapping[str, Any] | None = None
    ids: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """One story of an archive.

    `after` is where to go on in the archive once it is kept, `line` where it stands. `words` are
    those of its address. Sections, topics and authors are keys of the survey; a story whose
    `sections` are empty stood in none.
    """

    draft: Draft
    line: int
    after: int
    fate: Fate
    words: str
    sections: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    updated_at: datetime | None = None
    old_paths: tuple[str, ...] = ()
    lead: DraftImageRef | None = None
    comments: tuple[ArchiveComment, ...] = ()
    is_page: bool = False
    kept: Kept | None = None
    """What a story of another Harkara was: nothing of it is suggested, mended or left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """Something in an archive that does not become a story, and why."""

    line: int
    after: int
    why: Notice
    title: str = ""
    foreign_id: str = ""
    is_trouble: bool = False
    """Whether a person should look: it is damage, not a choice."""
    is_own: bool = False
    """Whether the other system keeps it for itself: it is counted, and nobody is told."""

    @property
    def size(self) -> int:
        """How many bytes of it go on with the others: none."""
        return 0


Read = Callable[[Item], Moved | Passed]


def same_id(foreign_id: str, *, title: str, line: int, after: int) -> Passed:
    """Return what is passed over because another item of the file has its id."""
    return Passed(
        line=line,
        after=after,
        why=Notice(message=_SAME_ID, values={"id": foreign_id}),
        title=title,
        foreign_id=foreign_id,
        is_trouble=True,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A category or a tag of the other system; `about` is what it said of it to readers."""

    key: str
    name: str
    parent: str = ""
    about: str = ""
    old_paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who wrote there; `about` is what readers were told of them."""

    key: str
    name: str
    about: str = ""
    email: str = ""
    old_paths: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Survey:
    """What an archive holds, seen before anything of it is kept."""

    key: str
    """The address of the site it is of; it tells this archive from others of its kind."""
    title: str = ""
    categories: dict[str, Term] = field(default_factory=dict)
    tags: dict[str, Term] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    leading_tags: frozenset[str] | None = None
    """Where categories are tags that lead others: those that do nothing else.

    What became a section is no topic of its stories then, and what did not, is one.
    """
    stories: int = 0
    pages: int = 0
    comments: int = 0
    attachments: int = 0
    in_category: dict[str, int] = field(default_factory=dict)
    """How many stories stand in each category."""
    fates: dict[str, int] = field(default_factory=dict)
    troubles: list[Passed] = field(default_factory=list)


class Media(Protocol):
    """The pictures that an archive knows of."""

    def of(self, foreign_id: str) -> DraftImageRef | None:
        """Return a picture by its id there, None if the archive does not tell of it."""

    def lies_at(self, url: str) -> bool:
        """Say whether the archive tells of a picture whose own file lies at this very address."""


class Archive(Protocol):
    """An export of another system, to be read twice: surveyed, then item by item."""

    kind: SourceKind
    name: str
    mark: str
    """Tells this very file from another one."""

    def survey(self) -> Survey:
        """Return what it holds. Raises Refused if it is no export of this kind."""

    def media(self) -> Media:
        """Return the pictures that the survey saw."""

    def items(self, after: int = 0) -> Iterator[Item]:
        """Give the items in order, from where `after` says, as they stand in the file.

        The same archive gives the same each time. Called once it was surveyed.
        """

    def reader(self) -> Read:
        """Return what makes a story of an item, or tells why it becomes none.

        It goes with the items to other processes. Called once it was surveyed.
        """

    def first_line(self, foreign_id: str) -> int | None:
        """Return the line on which an id first stands, None if the survey did not see it."""

    def close(self) -> None:
        """Throw away what the survey noted; the archive is not used after that."""
