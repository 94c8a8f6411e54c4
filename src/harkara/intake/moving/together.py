"""Together: the work on an archive's items in processes beside the one that keeps them."""

import gc
import os
import pickle
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from typing import Any, Generic, TypeVar

From = TypeVar("From")
To = TypeVar("To")

CHUNK, CHUNK_BYTES = 50, 1 << 20
"""So many items are handed over at a time, fewer if they are so large."""
MOST_AHEAD = 24 << 20
"""So many bytes of items are handed over and not yet given back; each is far more than a batch of
common stories, so that the others go on working while this process keeps one."""
MOST_PROCESSES = 4
FEW = 2000
"""Fewer items than these are made sooner than another process has started."""


def each(
    make: Callable[[Sequence[From]], Sequence[To]], items: Iterable[From], *, many: int
) -> Iterator[tuple[From, To]]:
    """Give each item with what is made of it, in order; `many` is about how many there are.

    `make` is handed some of the items at a time, and gives as many. It and what it takes and gives
    go to other processes if there are many, and then it may not touch the database, nor want Django
    to be set up.
    """
    processes = min(os.cpu_count() or 1, MOST_PROCESSES)
    if many < FEW or processes < 2:
        for chunk in _chunks(items):
            yield from zip(chunk.items, make(chunk.items), strict=True)
        return
    # A process started anew has nothing of this one's: no open database, no threads' locks.
    pool = ProcessPoolExecutor(
        processes, get_context("spawn"), initializer=_serve, initargs=(os.getpid(), make)
    )
    under_way: deque[_UnderWay[From]] = deque()
    ahead = 0
    # All of Django is here and stays: no collection of garbage need look at it meanwhile.
    gc.freeze()
    try:
        for chunk in _chunks(items):
            under_way.append(_UnderWay(chunk, pool.submit(_made, chunk.packed)))
            ahead += chunk.size
            while ahead > MOST_AHEAD:
                first = under_way.popleft()
                ahead -= first.chunk.size
                yield from first.done()
        while under_way:
            yield from under_way.popleft().done()
    finally:
        gc.unfreeze()
        pool.shutdown(cancel_futures=True)


@dataclass(slots=True)
class _Chunk(Generic[From]):
    """Some items, and the same packed as they go to another process."""

    items: list[From] = field(default_factory=list)
    packed: list[bytes] = field(default_factory=list)
    size: int = 0

    def add(self, item: From) -> bool:
        """Add an item; return whether the chunk is full with it."""
        self.items.append(item)
        self.packed.append(pickle.dumps(item, pickle.HIGHEST_PROTOCOL))
        self.size += len(self.packed[-1])
        return len(self.items) >= CHUNK or self.size >= CHUNK_BYTES


@dataclass(slots=True)
class _UnderWay(Generic[From]):
    """A chunk that was handed over."""

    chunk: _Chunk[From]
    made: Future[Sequence[Any]]

    def done(self) -> Iterator[tuple[From, Any]]:
        """Wait until all is made, and give the items with what was made of them."""
        return zip(self.chunk.items, self.made.result(), strict=True)


def _chunks(items: Iterable[From]) -> Iterator[_Chunk[From]]:
    chunk: _Chunk[From] = _Chunk()
    for item in items:
        if chunk.add(item):
            yield chunk
            chunk = _Chunk()
    if chunk.items:
        yield chunk


class _Here:
    """What this process makes of each item: it is handed over once, and not with every chunk."""

    make: Callable[[Sequence[Any]], Sequence[Any]]


def _made(packed: Sequence[bytes]) -> Sequence[Any]:
    return _Here.make([pickle.loads(item) for item in packed])  # noqa: S301 (our parent's own)


def _serve(parent: int, make: Callable[[Sequence[Any]], Sequence[Any]]) -> None:
    """Leave Ctrl-C to the parent, and end when it has ended, however it did."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()
    _Here.make = make
    # What is here now stays: no collection of garbage need look at it again.
    gc.freeze()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
