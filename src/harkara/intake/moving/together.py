"""Together: the work on an archive's items in processes beside the one that keeps them."""

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import Any, TypeVar

From = TypeVar("From")
To = TypeVar("To")

CHUNK = 50
"""So many items are handed over at a time."""
AHEAD = 3
"""So many chunks each process may have: what is read and not kept is bounded by this."""
MOST_PROCESSES = 4
FEW = 2000
"""Fewer items than these are made sooner than another process has started."""


def each(
    make: Callable[[From], To], items: Iterable[From], *, many: int
) -> Iterator[tuple[From, To]]:
    """Give each item with what is made of it, in order; `many` is about how many there are.

    `make` and what it takes and gives go to other processes if there are many, and then it may not
    touch the database, nor want Django to be set up.
    """
    processes = min(os.cpu_count() or 1, MOST_PROCESSES)
    if many < FEW or processes < 2:
        yield from ((item, make(item)) for item in items)
        return
    # A process started anew has nothing of this one's: no open database, no threads' locks.
    pool = ProcessPoolExecutor(
        processes, get_context("spawn"), initializer=_serve, initargs=(os.getpid(), make)
    )
    rest = iter(items)
    under_way: deque[tuple[list[From], Future[list[Any]]]] = deque()
    try:
        while chunk := list(islice(rest, CHUNK)):
            under_way.append((chunk, pool.submit(_made, chunk)))
            if len(under_way) > AHEAD * processes:
                yield from _done(*under_way.popleft())
        while under_way:
            yield from _done(*under_way.popleft())
    finally:
        pool.shutdown(cancel_futures=True)


def _done(chunk: list[From], made: Future[list[Any]]) -> Iterator[tuple[From, Any]]:
    return zip(chunk, made.result(), strict=True)


class _Here:
    """What this process makes of each item: it is handed over once, and not with every chunk."""

    make: Callable[[Any], Any]


def _made(chunk: Sequence[Any]) -> list[Any]:
    return [_Here.make(item) for item in chunk]


def _serve(parent: int, make: Callable[[Any], Any]) -> None:
    """Leave Ctrl-C to the parent, and end when it has ended, however it did."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()
    _Here.make = make


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
