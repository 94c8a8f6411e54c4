"""Remembering an archive whole: the sketches of all stories that have none yet.

What `actions.sketches.remember` does for a story that is saved, done for the stories of an older
version or an import. Texts are read and sketches are kept in this process; they are made in others
beside it, as many as the machine has processors to spare.
"""

import signal
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from os import cpu_count
from typing import Protocol

from harkara.search.actions.sketches import remember_missing
from harkara.search.duplicates.sketch import Sketches, sketch_each
from harkara.search.queries.sketches import without_sketch

BATCH = 200
"""So many stories are kept in one transaction: who publishes waits no longer than for these."""
AHEAD = 3
"""So many batches for each process are read before the first of them is kept."""

Progress = Callable[[int, int], None]


class Archive(Protocol):
    """Whoever keeps the texts of the stories: the newsroom."""

    def count(self) -> int:
        """Return how many stories there are."""

    def numbers_after(self, number: int, most: int) -> list[int]:
        """Return the next numbers after one, in their order, at most so many."""

    def __call__(self, stories: Sequence[int], /) -> Mapping[int, str]:
        """Return the texts of these stories as they are now, without those that are gone."""


def remember_all(archive: Archive, progress: Progress | None = None) -> int:
    """Remember every story that is not; return how many were kept.

    Cut short, it has kept what it kept, and goes on from there when it is called again. Stories
    may be saved meanwhile. `progress` is told how many were looked at, and how many there are.
    """
    every, looked_at, kept = archive.count(), 0, 0
    with _makers() as (makers, at_once):
        batches, waiting = _batches(archive), deque[tuple[int, Future[Sketches]]]()
        while True:
            for looked, texts in islice(batches, at_once - len(waiting)):
                waiting.append((looked, makers.submit(sketch_each, texts) if texts else _nothing()))
            if not waiting:
                return kept
            looked, made = waiting.popleft()
            kept += remember_missing(made.result())
            looked_at += looked
            if progress:
                progress(looked_at, max(every, looked_at))


def _batches(archive: Archive) -> Iterator[tuple[int, Mapping[int, str]]]:
    """Give the texts of the next stories that are not remembered, with how many were looked at."""
    last = -1
    while numbers := archive.numbers_after(last, BATCH):
        missing = sorted(without_sketch(numbers))
        yield len(numbers), archive(missing) if missing else {}
        last = numbers[-1]


def _nothing() -> "Future[Sketches]":
    done = Future[Sketches]()
    done.set_result({})
    return done


@contextmanager
def _makers() -> Iterator[tuple[Executor, int]]:
    """Give who makes sketches, and how many batches they have at once."""
    processes = max((cpu_count() or 1) - 1, 1)
    # A process started anew has nothing of this one's: no open database, no threads' locks. It
    # leaves Ctrl-C to this one.
    pool = ProcessPoolExecutor(
        processes,
        get_context("spawn"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_IGN),
    )
    try:
        yield pool, AHEAD * processes
    finally:
        pool.shutdown(cancel_futures=True)
