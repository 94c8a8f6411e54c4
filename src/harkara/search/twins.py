"""Finding the stories of the archive that a text repeats, whole or in passages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from harkara.search.duplicates.passages import Passage, Run, passage, shared_runs
from harkara.search.duplicates.reading import SHINGLE, Reading, read
from harkara.search.queries.sketches import MANY, Sharing, sharing, sharing_each, sketches

LEAST_SHARED = 2
"""A story that shares so many prints is compared word by word …"""
MOST_COMPARED = 8
"""… but no more stories than so many, those that share most."""
LEAST_SHARE = 0.2
"""A text repeats a story if they share so much of one of the two …"""
LEAST_WORDS = 10
"""… and so many telling words."""
LEAST_ALIKE = 0.2
"""Of two texts that are nearly the same, each has so much of the other's sketch."""


class Archive(Protocol):
    """Whoever keeps the texts of the stories: the newsroom."""

    def __call__(self, stories: Sequence[int], /) -> Mapping[int, str]:
        """Return the texts of these stories as they are now, without those that are gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """A story that a text repeats: what share of each the other has, and the passages.

    Shares are between 0 and 1, of the telling words; standing matter that many stories have counts
    on neither side. Passages are in the order of the text.
    """

    story: int
    share: float
    share_of_story: float
    passages: tuple[Passage, ...]

    @property
    def larger_share(self) -> float:
        """The share of whichever of the two is more of the other."""
        return max(self.share, self.share_of_story)

    @property
    def smaller_share(self) -> float:
        """The share of whichever of the two is less of the other: near 1 for one text twice."""
        return min(self.share, self.share_of_story)


def find_twins(text: str, archive: Archive, *, but_not: int | None = None) -> tuple[Twin, ...]:
    """Return the stories that a text repeats, those that share most first.

    `but_not` is the story that the text is itself. Two queries, and one of the archive.
    """
    reading = read(text)
    found = sharing(reading, but_not)
    likely = [
        story
        for story, shared in found.stories.most_common(MOST_COMPARED)
        if shared >= LEAST_SHARED
    ]
    texts = archive(likely) if likely else {}
    compared = (
        _compared(story, reading, read(texts[story]), found) for story in likely if story in texts
    )
    twins = [twin for twin in compared if twin]
    return tuple(
        sorted(twins, key=lambda twin: (-max(twin.share, twin.share_of_story), twin.story))
    )


def maybe_twins(stories: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Return, of stories that are remembered, those that may be nearly others, with the others.

    By what is remembered alone, without a look at any text: each is to be compared yet.
    """
    kept = sketches(stories)
    found: dict[int, tuple[int, ...]] = {}
    for story, shared in sharing_each(kept).items():
        least = max(LEAST_SHARED, LEAST_ALIKE * len(kept[story]))
        likely = tuple(other for other, many in shared.most_common(MOST_COMPARED) if many >= least)
        if likely:
            found[story] = likely
    return found


def _compared(story: int, reading: Reading, other: Reading, found: Sharing) -> Twin | None:
    """Return the twin that a story is of the text read, None if it is none."""
    runs: list[Run] = []
    standing: list[Run] = []
    for run in shared_runs(reading, other):
        (standing if _is_standing(run, reading, found) else runs).append(run)
    share, share_of_story = _shares(runs, reading, other, standing)
    enough = sum(run.words for run in runs) >= LEAST_WORDS
    if not enough or max(share, share_of_story) < LEAST_SHARE:
        return None
    return Twin(
        story=story,
        share=share,
        share_of_story=share_of_story,
        passages=tuple(passage(run, reading, other) for run in runs),
    )


def _is_standing(run: Run, reading: Reading, found: Sharing) -> bool:
    """Say whether a passage is standing matter: most of its kept prints stand in many stories."""
    prints = reading.prints[run.start : max(run.end - SHINGLE + 1, run.start + 1)]
    held = [found.holders[one] for one in prints if one in found.holders]
    return bool(held) and 2 * sum(many >= MANY for many in held) >= len(held)


def _shares(
    runs: Sequence[Run], reading: Reading, other: Reading, standing: Sequence[Run]
) -> tuple[float, float]:
    common = sum(run.words for run in standing)
    here = sum(run.words for run in runs)
    there = len(set(_places(runs)))
    return _part(here, len(reading) - common), _part(there, len(other) - common)


def _places(runs: Sequence[Run]) -> Iterator[int]:
    """Give the words of the other text that stand in a run."""
    for run in runs:
        yield from range(run.other_start, run.other_end)


def _part(words: int, of: int) -> float:
    return min(words / of, 1.0) if of > 0 else 0.0
