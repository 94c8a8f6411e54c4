"""Clocks: how long work takes, fairly. Figures of one run are to be read as ratios."""

import time
from collections.abc import Callable, Iterable
from statistics import median, quantiles

RUNS = 3


def seconds(work: Callable[[], object], *, runs: int = RUNS) -> float:
    """Return the best of a few runs, in seconds: the one least disturbed by the machine."""
    best = float("inf")
    for _ in range(runs):
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
    return best


def each(work: Callable[[str], object], given: Iterable[str]) -> list[float]:
    """Return how long each piece took, in milliseconds."""
    spent = []
    for piece in given:
        began = time.perf_counter()
        work(piece)
        spent.append((time.perf_counter() - began) * 1000)
    return spent


def percentiles(spent: list[float]) -> tuple[float, float]:
    """Return the median and the 99th percentile."""
    return median(spent), quantiles(spent, n=100)[-1] if len(spent) > 1 else spent[0]
