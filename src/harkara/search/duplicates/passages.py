"""Comparing two texts: the passages they share, and where each stands in both."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from harkara.search.duplicates.reading import SHINGLE, Reading, Shingle

FEWEST_WORDS = 4
"""A passage has so many telling words at least: fewer are a turn of phrase."""
WIDEST_GAP = 5
"""So many telling words may be changed, added or left out inside a passage, on either side."""
MOST_PLACES = 8
"""A shingle that a text repeats is followed to so many places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What two texts share in a row: from and to which character in each, and how many words."""

    start: int
    end: int
    other_start: int
    other_end: int
    words: int


@dataclass(frozen=True, slots=True)
class Run:
    """Telling words in a row that stand in both readings: where they begin and end in each.

    `words` counts those that are the same; a run that bridges a gap has some that are not.
    """

    start: int
    end: int
    other_start: int
    other_end: int
    words: int

    def joins(self, later: "Run") -> bool:
        """Say whether a later run goes on where this one ends, but for a small gap in both."""
        gap, other_gap = later.start - self.end, later.other_start - self.other_end
        return 0 <= gap <= WIDEST_GAP and 0 <= other_gap <= WIDEST_GAP

    def with_later(self, later: "Run") -> "Run":
        """Return both runs and what lies between them as one."""
        return Run(
            self.start, later.end, self.other_start, later.other_end, self.words + later.words
        )


def shared_runs(reading: Reading, other: Reading) -> list[Run]:
    """Return what two readings share, in the first one's order; no word of it is counted twice."""
    joined: list[Run] = []
    for run in _apart(_matches(reading, other)):
        if joined and joined[-1].joins(run):
            joined[-1] = joined[-1].with_later(run)
        else:
            joined.append(run)
    return [run for run in joined if run.words >= FEWEST_WORDS]


def passage(run: Run, reading: Reading, other: Reading) -> Passage:
    """Return where a run stands in the two texts."""
    return Passage(
        start=reading.spans[run.start][0],
        end=reading.spans[run.end - 1][1],
        other_start=other.spans[run.other_start][0],
        other_end=other.spans[run.other_end - 1][1],
        words=run.words,
    )


def _matches(reading: Reading, other: Reading) -> Iterator[Run]:
    """Give runs of words that are the same in both, in the first one's order.

    Where a shingle stands at several places of the other text, the run that is under way goes on;
    else the longest is taken.
    """
    places: dict[Shingle, list[int]] = defaultdict(list)
    for at, shingle in enumerate(other.shingles):
        places[shingle].append(at)
    at = 0
    while at < len(reading.shingles):
        starts = places.get(reading.shingles[at], [])[:MOST_PLACES]
        if not starts:
            at += 1
            continue
        length, start = max((_length(reading, at, other, start), -start) for start in starts)
        yield Run(at, at + length, -start, -start + length, length)
        at += max(length - SHINGLE + 1, 1)


def _length(reading: Reading, at: int, other: Reading, start: int) -> int:
    """Return how many words are the same from two places on."""
    most = min(len(reading) - at, len(other) - start)
    for step in range(most):
        if reading.terms[at + step] != other.terms[start + step]:
            return step
    return most


def _apart(runs: Iterator[Run]) -> Iterator[Run]:
    """Give runs that do not overlap in the first text; a later one loses what was counted."""
    end = 0
    for run in runs:
        lost = max(end - run.start, 0)
        if run.words > lost:
            end = run.end
            yield Run(
                run.start + lost, run.end, run.other_start + lost, run.other_end, run.words - lost
            )
