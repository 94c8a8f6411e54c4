"""Keeping an index in step with the archive: following the change log, making it anew, sweeping.

What the log says is only that a story changed; what is put or removed is the story as it stands
when it is read. So a change can be applied twice, and one that another has overtaken does no harm.
"""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from typing import Protocol

from harkara.search.backends.base import Backend, Busy, Superseded, Unavailable, Writer
from harkara.search.documents import Document
from harkara.search.queries import changes_after, now

# So many changes are applied in one commit: a newer one waits for no more than these.
BATCH = 200
# So many stories are read at a time when the index is made anew, and compared in one slice.
CHUNK = 200
SLICE = 5_000

Progress = Callable[[int, int], None]


class Archive(Protocol):
    """Where the stories are that the index holds."""

    def count(self) -> int:
        """Return how many stories there are."""

    def numbers_after(self, number: int, most: int) -> list[int]:
        """Return the next numbers after one, in their order, at most so many."""

    def documents(self, numbers: Sequence[int]) -> list[Document]:
        """Return those of these stories that may be found, in no order."""


def must_be_made(index: Backend) -> bool:
    """Say whether an index cannot follow and must be made anew.

    It is not there, cannot be read, is of another form, or has seen a later time of the log than
    the log has: the database was put back to an earlier day.
    """
    try:
        position = index.position()
    except Unavailable:
        return True
    return position is None or position > now()


def follow(index: Backend, archive: Archive) -> int:
    """Apply the next changes of the log, in one commit; return how many those were.

    It returns 0 when nothing changed, and when another process is writing the index: whoever
    writes follows the log. Raises Unavailable if there is no index to follow with.
    """
    if not changes_after(_position(index), 1):
        return 0
    with suppress(Busy, Superseded), index.writer() as writer:
        # Read again: whoever wrote before us has come further.
        changes = changes_after(_position(index), BATCH)
        if changes:
            _apply(writer, archive, [change.document for change in changes])
            writer.commit(changes[-1].at)
        return len(changes)
    return 0


def rebuild(index: Backend, archive: Archive, progress: Progress | None = None) -> int:
    """Make the index anew beside the old one and put it in its place; return how many it holds.

    The old one is searched and written meanwhile. One that is cut short leaves nothing behind and
    begins again. `progress` is told how many stories are done, and how many there are. Raises Busy
    if another process is at it.
    """
    with index.rebuild() as writer:
        # Whatever changes from here on is noted later than this.
        position, every, done = now(), archive.count(), 0
        last = -1
        while numbers := archive.numbers_after(last, CHUNK):
            for document in archive.documents(numbers):
                writer.put(document)
            done, last = done + len(numbers), numbers[-1]
            if progress:
                progress(done, max(every, done))
        while changes := changes_after(position, BATCH):
            _apply(writer, archive, [change.document for change in changes])
            position = changes[-1].at
        writer.commit(position)
    return done


def differences(index: Backend, archive: Archive) -> Iterator[list[int]]:
    """Give the numbers of stories that only one of index and archive has, slice by slice.

    Nothing is found in a slice that is in order. What changes meanwhile may be named; noting it
    once more does no harm. Raises Unavailable.
    """
    held = array("q", sorted(index.numbers()))
    start, last = 0, -1
    while numbers := archive.numbers_after(last, SLICE):
        end = bisect_right(held, numbers[-1], lo=start)
        yield _only_one_has(held[start:end], numbers)
        start, last = end, numbers[-1]
    yield list(held[start:])


def _only_one_has(ours: Collection[int], theirs: Collection[int]) -> list[int]:
    return sorted(set(ours) ^ set(theirs))


def _apply(writer: Writer, archive: Archive, numbers: Sequence[int]) -> None:
    found = {document.number: document for document in archive.documents(numbers)}
    for number in numbers:
        if number in found:
            writer.put(found[number])
        else:
            writer.remove(number)


def _position(index: Backend) -> int:
    position = index.position()
    if position is None:
        message = "the index does not say how far it has followed"
        raise Unavailable(message)
    return position
