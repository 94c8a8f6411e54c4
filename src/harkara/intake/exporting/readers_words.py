"""Readers' words: what readers said of stories on this site, as an export writes it.

Whose room they are kept in, intake does not know: whoever calls an export hands over what fetches
them. Nothing in them leads to a person or a network.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

OF_SITE = 2_000_000_000
"""In a WordPress export the ids of this site's own comments begin here, above all that moved in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderComment:
    """One comment; `parent` is the id of the one it answers, `origin` its name if it moved in."""

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

    @property
    def is_accepted(self) -> bool:
        """Whether readers see it."""
        return self.status == "accepted"


Fetch = Callable[[Sequence[int]], Mapping[int, Sequence[ReaderComment]]]
"""Numbers of stories → the comments on each, those that are answered before their answers."""
NameOf = Callable[[str], str]
"""What a comment is called where it comes from → what its origin is kept as."""


@dataclass(frozen=True, slots=True)
class Readers:
    """Where an export gets what readers said."""

    fetch: Fetch = lambda _numbers: {}
    name_of: NameOf = str


NOBODY = Readers()


def comment_lines(found: Mapping[int, Sequence[ReaderComment]]) -> Iterator[Mapping[str, Any]]:
    """Give a line of Harkara's own form for each comment, story by story."""
    for number in sorted(found):
        for one in found[number]:
            yield {
                "type": "comment",
                "id": one.id,
                "story": number,
                "answers": one.parent,
                "status": one.status,
                "name": one.name,
                "text": one.text,
                "written_at": one.written_at.isoformat(),
                "edited_at": one.edited_at.isoformat() if one.edited_at else None,
                "decided_at": one.decided_at.isoformat() if one.decided_at else None,
                "origin": one.origin,
            }
