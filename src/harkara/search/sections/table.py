"""A table of weights: a row for each bucket, in it a number for each section."""

from array import array
from collections.abc import Iterable, Iterator, Sequence

Column = Sequence[float]


class Table:
    """Weights by bucket and section.

    The numbers of a bucket lie together: a story asks for all of them, and there are more than the
    processor can keep near.
    """

    def __init__(self, columns: Sequence["array[float]"]) -> None:
        """Take a column for each section, all of the same length."""
        self.sections = len(columns)
        buckets = len(columns[0]) if columns else 0
        self._numbers = array("f", bytes(4 * self.sections * buckets))
        for at, column in enumerate(columns):
            self._numbers[at :: self.sections] = column

    def columns(self) -> Iterator["array[float]"]:
        """Yield what each section has of all buckets."""
        return (self._numbers[at :: self.sections] for at in range(self.sections))

    def of(self, buckets: Sequence[int]) -> Sequence[Column]:
        """Return what each section has of these buckets."""
        if not buckets:
            return ((),) * self.sections
        many, numbers = self.sections, self._numbers
        starts = [at * many for at in buckets]
        return [*zip(*[numbers[start : start + many] for start in starts], strict=True)]

    def add(self, section: int, buckets: Sequence[int], numbers: Iterable[float]) -> None:
        """Add numbers to what a section, told by its place, has of these buckets."""
        for bucket, number in zip(buckets, numbers, strict=True):
            self._numbers[bucket * self.sections + section] += number
