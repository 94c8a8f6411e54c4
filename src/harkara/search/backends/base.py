"""What every search backend offers. `tests/search/backends` holds each of them to it.

A backend is one index that lies somewhere. Any number of processes read it, and one at a time
writes. What is committed is found by the next search in every process, without a word between
them:

    index = TantivyIndex(home / "index")
    with index.writer() as writer:
        writer.put(document)
        writer.remove(17)
        writer.commit(position)     # without it, nothing happened
    index.search(Query(text="राजनाथ", at=now))

An index can be made anew beside the one that is being searched and written:

    with index.rebuild() as writer:
        for document in everything:
            writer.put(document)
        writer.commit(position)     # the last commit
                                    # leaving the block puts it in the old one's place

`position` is where the writer stood in the log of changes that it follows. It is kept with the
index: after a crash, or when a rebuilt index has taken the old one's place, `position()` says
from where to follow. It may lag behind what the index holds, never run ahead, so changes are
applied once or more: each must put or remove a story as it stands now.
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from harkara.search.documents import Completion, Document, Hit, Query, Results


class Unavailable(Exception):
    """There is no index, or it cannot be read: it must be made anew."""


class Busy(Exception):
    """Another process is writing the index."""


class Superseded(Exception):
    """An index that was made anew has taken this one's place: read `position()` and begin again."""


class Writer(Protocol):
    """Changes to an index; they count from the next commit."""

    def put(self, document: Document) -> None:
        """Take in a story, in place of what the index had under its number."""

    def remove(self, number: int) -> None:
        """Take a story out; one that is not there is nothing to do for."""

    def commit(self, position: int | None = None) -> None:
        """Make what was put and removed count, and keep the position (None: as it was).

        Raises Superseded if the index was replaced meanwhile; nothing of it counts then.
        """


class Backend(Protocol):
    """An index of stories."""

    def search(self, query: Query) -> Results:
        """Return what a query finds. No query is refused.

        Raises Unavailable, as every reading does.
        """

    def complete(self, typed: str, most: int = 8) -> tuple[Completion, ...]:
        """Return what a query that is being typed may become, the most used first.

        The last word is completed, in Devanagari whatever its script; those before it stay.
        """

    def count(self) -> int:
        """Return how many stories the index holds."""

    def numbers(self) -> Iterator[int]:
        """Give the numbers of all stories, in no order, as they were when it began."""

    def counts(self, terms: Collection[str]) -> dict[str, int]:
        """Return in how many stories each term (`analysis.term` of a word) stands, about."""

    def nearest(
        self, terms: Mapping[str, float], most: int, *, since: datetime | None = None
    ) -> tuple[Hit, ...]:
        """Return the stories that have the terms, by their weights; the best first.

        Each term adds its weight times its BM25 score in the headline and the body.
        """

    def position(self) -> int | None:
        """Return the position of the last commit that named one, None if none did."""

    def writer(self) -> AbstractContextManager[Writer]:
        """Open the index for writing, making it if there is none.

        Keep it open for one batch: others wait. What is not committed is dropped.
        Raises Busy if another has it open for long.
        """

    def rebuild(self) -> AbstractContextManager[Writer]:
        """Open an empty index beside this one, to take its place when the block is left.

        It does not take its place if nothing was committed or the block raised. Both indexes can
        be written meanwhile. Raises Busy if another process is making one.
        """

    def close(self) -> None:
        """Let go of files and memory; the next call opens them again."""
