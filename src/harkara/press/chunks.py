"""Long lists in pieces that one query can take."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
# Django gives SQLite at most 999 values in one query, and our widest lists hold pairs.
LONGEST = 400


def chunks(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """Give the items in order, at most `LONGEST` at a time."""
    for start in range(0, len(items), LONGEST):
        yield items[start : start + LONGEST]
