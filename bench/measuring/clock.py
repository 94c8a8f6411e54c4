"""Clocks: how long work takes, fairly. Figures of one run are to be read as ratios."""

import time
from collections.abc import Callable, Iterable
from statistics import median, quantiles

RUNS = 3


def seconds(work: Callable[[], object], *, runs: int = RUNS) -> float:
    """Return the best of a few runs, in seconds of the processor that this process used.

    What else the machine does at the time counts little, but waiting for a disk is not counted.
    """
    best = float("inf")
    for _ in range(runs):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best


def each(work: Callable[[str], object], given: Iterable[str]) -> list[float]:
    """Return how long each piece took, in milliseconds of the processor.

    Only what this thread used is counted, so that what else the machine does at the time counts
    little: these times are for work that waits for nothing.
    """
    spent = []
    for piece in given:
        began = time.thread_time()
        work(piece)
        spent.append((time.thread_time() - began) * 1000)
    return spent


def percentiles(spent: list[float]) -> tuple[float, float]:
    """Return the median and the 99th percentile."""
    return median(spent), quantiles(spent, n=100)[-1] if len(spent) > 1 else spent[0]
