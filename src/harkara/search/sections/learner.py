"""The learner: what it makes of a site's stories, in rounds over them and in bounded memory.

Round 0 counts in how many stories each feature stands, and how much of it stands in each section.
By these counts a section is told by what stands in all *other* ones (Rennie et al. 2003, "Tackling
the poor assumptions of naive Bayes text classifiers": complement naive Bayes; how rare a feature is
is told by the story that is asked about, so that one reading is enough). The rounds after it draw a
line between each section and the rest: a support vector machine, solved a story at a time (Hsieh
et al. 2008, "A dual coordinate descent method for large-scale linear SVM", squared hinge).
"""

import math
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import itemgetter, mul

from harkara.search.sections.calibration import Weighing
from harkara.search.sections.features import Features, Weighted, letters_of, weighted
from harkara.search.sections.model import Model
from harkara.search.sections.reading import BUCKETS
from harkara.search.sections.table import Table

COST = 1.0
"""What a story on the wrong side of a line costs, beside the length of the line."""
DEAREST = 4.0
"""So many times as much a story costs at most that lies outside its own section, a rare one."""
FAR = 1.05
"""A story that lies so far on the right side of a line is passed over in the next round."""
ASLEEP = -1.0
SMOOTHING = 0.05
_EMPTY = bytes(4 * BUCKETS)


@dataclass(slots=True)
class Line:
    """What was learned of one section: its line, what of each feature it has, and in all."""

    line: "array[float]" = field(default_factory=lambda: array("f", _EMPTY))
    counts: "array[float]" = field(default_factory=lambda: array("f", _EMPTY))
    bias: float = 0.0
    mass: float = 0.0
    stories: int = 0


class Learner:
    """Learns the sections of a site."""

    def __init__(self, sections: Sequence[int]) -> None:
        self.lines = {section: Line() for section in sections}
        self.spread = array("f", _EMPTY)
        self.stories = 0
        self.pulls: dict[int, array[float]] = {}
        """How hard each story that was drawn from pulls at each line."""
        self._rarity: array[float] | None = None
        self._known = 0

    def note(self, seen: Features) -> None:
        """Take into account that a story has its features."""
        self.stories += 1
        for bucket in chain(seen.words, letters_of(seen), seen.kinds):
            self.spread[bucket] += 1

    def count(self, seen: Features, section: int) -> None:
        """Add a story to what its section has."""
        line, story = self.lines[section], weighted(seen, None)
        _add(line.counts, story, 1.0)
        line.mass += sum(story.weights)
        line.stories += 1

    def draw(self, number: int, seen: Features, section: int) -> None:
        """Draw the lines better by a story, which may have been drawn from before."""
        story = weighted(seen, self.rarity())
        look = itemgetter(*story.buckets, *story.buckets[:1])
        length = sum(map(mul, story.weights, story.weights)) + 1.0
        slack = 0.5 / COST
        pulls = self.pulls.setdefault(number, array("f", bytes(4 * len(self.lines))))
        for at, (of, line) in enumerate(self.lines.items()):
            pull = pulls[at]
            if pull == ASLEEP:
                pulls[at] = 0.0
                continue
            side = 1.0 if of == section else -1.0
            lies = side * (line.bias + sum(map(mul, look(line.line), story.weights)))
            give = slack / self._dearness(line) if of == section else slack
            better = max(0.0, pull + (1.0 - lies - give * pull) / (length + give))
            if better != pull:
                pulls[at] = better
                step = side * (better - pull)
                _add(line.line, story, step)
                line.bias += step
            elif pull == 0.0 and lies > FAR:
                pulls[at] = ASLEEP

    def _dearness(self, of: Line) -> float:
        """Return how many times as dear a section's own stories are, by how rare they are."""
        even = self.stories / len(self.lines)
        return min(DEAREST, math.sqrt(even / max(1, of.stories)))

    def asked(self, seen: Features) -> tuple[list[float], list[float]]:
        """Return what the lines and what the counts say of a story, in the order of `lines`."""
        story = weighted(seen, self.rarity())
        by_line = [
            line.bias
            + sum(line.line[bucket] * weight for bucket, weight in zip(*story, strict=True))
            for line in self.lines.values()
        ]
        by_count = [0.0] * len(self.lines)
        for (_, logs), weight in zip(self._complements(story.buckets), story.weights, strict=True):
            for at, one in enumerate(logs):
                by_count[at] += one * weight
        return by_line, by_count

    def rarity(self) -> "array[float]":
        """Return how rare each feature is; one that no story has is nothing to go by.

        Asked first when all stories are noted.
        """
        if self._rarity is None:
            most = math.log(self.stories + 1) + 1
            self._rarity = array(
                "f", (most - math.log(many + 1) if many else 0.0 for many in self.spread)
            )
        return self._rarity

    def model(self, weighing: Weighing) -> Model:
        """Return the model: lines and counts, weighed, beside the mean of all sections."""
        columns = [array("f", _EMPTY) for _ in self.lines]
        pairs = list(zip(columns, (of.line for of in self.lines.values()), strict=True))
        seen = [bucket for bucket, many in enumerate(self.spread) if many]
        for bucket, logs in self._complements(seen):
            mean = sum(line[bucket] for _, line in pairs) / len(pairs)
            for (column, line), one in zip(pairs, logs, strict=True):
                column[bucket] = weighing.lines * (line[bucket] - mean) + weighing.counts * one
        return Model(
            sections=tuple(self.lines),
            stories=tuple(line.stories for line in self.lines.values()),
            biases=[weighing.lines * line.bias for line in self.lines.values()],
            rarity=self.rarity(),
            weights=Table(columns),
        )

    def _complements(self, buckets: Sequence[int]) -> Iterator[tuple[int, list[float]]]:
        """Yield how seldom each feature stands outside each section, beside the mean of all.

        A feature that no story has says nothing.
        """
        lines = self.lines.values()
        known = self._known or sum(1 for many in self.spread if many)
        self._known = known
        mass = sum(line.mass for line in lines)
        others = [math.log(mass - line.mass + SMOOTHING * known) for line in lines]
        counts = [line.counts for line in lines]
        for bucket in buckets:
            own = [of[bucket] for of in counts]
            # Sums of floats: what is left of them may fall short of nothing.
            whole = sum(own) + SMOOTHING
            logs = [
                math.log(max(whole - one, SMOOTHING)) - of
                for one, of in zip(own, others, strict=True)
            ]
            mean = sum(logs) / len(logs) if self.spread[bucket] else 0.0
            yield bucket, [mean - one if self.spread[bucket] else 0.0 for one in logs]


def _add(to: "array[float]", story: Weighted, times: float) -> None:
    for bucket, weight in zip(*story, strict=True):
        to[bucket] += times * weight
