"""The learner: what it makes of a site's stories, in rounds over them and in bounded memory.

Round 0 counts in how many stories each feature stands. From round 1 on two learners look at each
story. One keeps counts of what stands in all *other* sections (Rennie et al. 2003, "Tackling the
poor assumptions of naive Bayes text classifiers": complement naive Bayes), the other draws a line
between each section and the rest (Crammer et al. 2006, "Online passive-aggressive algorithms",
PA-I, averaged over its steps). Every tenth story is held back to see how far each can be trusted;
`trained` weighs the two by that and then learns the held ones too.
"""

import math
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import itemgetter, mul

from harkara.search.sections.calibration import Weighing, weigh_parts
from harkara.search.sections.features import BUCKETS, Features, Weighted, weighted
from harkara.search.sections.model import Model

STEP = 0.1
"""The longest step that one story moves a line by."""
SMOOTHING = 0.5
HELD_EVERY = 10
_EMPTY = bytes(4 * BUCKETS)


@dataclass(slots=True)
class Line:
    """What was learned of one section: its line, the steps' moments, and its counts."""

    line: "array[float]" = field(default_factory=lambda: array("f", _EMPTY))
    moments: "array[float]" = field(default_factory=lambda: array("f", _EMPTY))
    counts: "array[float]" = field(default_factory=lambda: array("f", _EMPTY))
    bias: float = 0.0
    bias_moment: float = 0.0
    stories: int = 0


class Learner:
    """Learns the sections of a site. Give it every story in each round."""

    def __init__(self, sections: Sequence[int]) -> None:
        self.lines = {section: Line() for section in sections}
        self.spread = array("f", _EMPTY)
        self.stories = 0
        self.steps = 1
        self._rarity: array[float] | None = None

    def count(self, seen: Features) -> None:
        """Take a story into account in round 0."""
        self.stories += 1
        for bucket in chain(seen.words, seen.letters):
            self.spread[bucket] += 1

    def learn(self, seen: Features, section: int, *, first: bool) -> None:
        """Learn from a story; its counts are taken in the first of the rounds alone."""
        story = self.weighted(seen)
        if first:
            line = self.lines[section]
            line.stories += 1
            _add(line.counts, story, 1.0)
        self._move(story, section)

    def weighted(self, seen: Features) -> Weighted:
        """Return a story's features by how rare they are."""
        if self._rarity is None:
            self._rarity = self._rarities()
        return weighted(seen, self._rarity)

    def _rarities(self) -> "array[float]":
        """Return how rare each feature is; one that no story has is nothing to go by."""
        most = math.log(self.stories + 1) + 1
        return array("f", (most - math.log(many + 1) if many else 0.0 for many in self.spread))

    def trained(self, held: Sequence[tuple[Features, int]], rounds: int) -> Model:
        """Return the model; the held stories say how to weigh, and are learned after that."""
        known = [(self.weighted(seen), section) for seen, section in held]
        weighing = self._weighing(known)
        for turn in range(rounds):
            for story, section in known:
                if turn == 0:
                    self.lines[section].stories += 1
                    _add(self.lines[section].counts, story, 1.0)
                self._move(story, section)
        return self._model(weighing)

    def _move(self, story: Weighted, section: int) -> None:
        look = itemgetter(*story.buckets, *story.buckets[:1])
        length = sum(map(mul, story.weights, story.weights)) + 1.0
        for of, line in self.lines.items():
            side = 1.0 if of == section else -1.0
            lacking = 1.0 - side * (line.bias + sum(map(mul, look(line.line), story.weights)))
            if lacking > 0.0:
                step = side * min(STEP, lacking / length)
                _add(line.line, story, step)
                _add(line.moments, story, step * self.steps)
                line.bias += step
                line.bias_moment += step * self.steps
        self.steps += 1

    def _weighing(self, known: Sequence[tuple[Weighted, int]]) -> Weighing:
        places = {section: at for at, section in enumerate(self.lines)}
        lines, counts = self._averaged(), self._complements()
        biases = self._biases()
        return weigh_parts(
            [_scores(lines, biases, story) for story, _ in known],
            [_scores(counts, [0.0] * len(counts), story) for story, _ in known],
            [places[section] for _, section in known],
        )

    def _model(self, weighing: Weighing) -> Model:
        lines, counts = self._averaged(), self._complements()
        by_line, by_count = weighing.lines, weighing.counts
        weights = [
            array("f", (by_line * a + by_count * b for a, b in zip(line, count, strict=True)))
            for line, count in zip(lines, counts, strict=True)
        ]
        return Model(
            sections=tuple(self.lines),
            stories=tuple(line.stories for line in self.lines.values()),
            biases=[by_line * bias for bias in self._biases()],
            rarity=self._rarity or self._rarities(),
            weights=weights,
        )

    def _averaged(self) -> list["array[float]"]:
        """Return the lines, averaged over all steps."""
        return [
            array("f", (a - b / self.steps for a, b in zip(of.line, of.moments, strict=True)))
            for of in self.lines.values()
        ]

    def _biases(self) -> list[float]:
        return [of.bias - of.bias_moment / self.steps for of in self.lines.values()]

    def _complements(self) -> list["array[float]"]:
        """Return how seldom each feature stands in other sections, beside the mean of all.

        A feature that no story has says nothing.
        """
        counts = [of.counts for of in self.lines.values()]
        whole = array("f", map(sum, zip(*counts, strict=True)))
        known = sum(1 for stories in self.spread if stories)
        logs = []
        for of in counts:
            others = sum(whole) - sum(of) + SMOOTHING * known
            logs.append(
                array("f", (_log_share(a - b, others) for a, b in zip(whole, of, strict=True)))
            )
        means = array("f", (sum(row) / len(logs) for row in zip(*logs, strict=True)))
        return [
            array(
                "f",
                (
                    mean - one if seen else 0.0
                    for one, mean, seen in zip(log, means, self.spread, strict=True)
                ),
            )
            for log in logs
        ]


def is_held(number: int) -> bool:
    """Say whether a story is one of those held back; by its number, so always the same ones."""
    return number % HELD_EVERY == HELD_EVERY - 1


def _log_share(count: float, of: float) -> float:
    # Sums of floats: what was added and taken away again may fall short of nothing.
    return math.log((max(count, 0.0) + SMOOTHING) / of)


def _add(to: "array[float]", story: Weighted, times: float) -> None:
    for bucket, weight in zip(*story, strict=True):
        to[bucket] += times * weight


def _scores(
    weights: Iterable["array[float]"], biases: Iterable[float], story: Weighted
) -> list[float]:
    if not story.buckets:
        return list(biases)
    look = itemgetter(*story.buckets, story.buckets[0])
    return [
        bias + sum(map(mul, look(of), story.weights))
        for of, bias in zip(weights, biases, strict=True)
    ]
