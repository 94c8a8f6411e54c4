"""Long lists in pieces that one query can take."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
# SQLite takes 32,766 values in one query; small pieces also keep each statement short.
LONGEST = 500


def chunks(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """Give the items in order, at most `LONGEST` at a time."""
    for start in range(0, len(items), LONGEST):
        yield items[start : start + LONGEST]
