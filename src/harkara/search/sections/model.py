"""The model: what was learned of a site's sections, ready to be asked and to be corrected."""

from dataclasses import dataclass, field
from operator import mul
from typing import TYPE_CHECKING

from harkara.search.sections.answering import Answer, Listener
from harkara.search.sections.features import Features, Weighted, weighted
from harkara.search.sections.table import Table

if TYPE_CHECKING:
    from array import array

MARGIN = 1.4
"""After a correction the chosen section leads each other by this, in logarithms of odds: 4 to 1."""
SLACK = 1e-3


@dataclass(slots=True)
class Model:
    """Weights for each section. The softmax of its scores is how probable each section is."""

    sections: tuple[int, ...]
    stories: tuple[int, ...]
    """From how many stories each section was learned."""
    biases: list[float]
    rarity: "array[float]"
    weights: Table
    """Of each bucket they are nothing together: a weight says more than the others, or less."""
    _listener: Listener = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Begin to remember what words are worth."""
        self._listener = Listener(self.rarity, self.weights)

    def answer(self, seen: Features) -> Answer:
        """Return the score of each section, in logarithms of odds, and what makes it up."""
        return self._listener.answer(seen, self.biases)

    def correct(self, seen: Features, section: int) -> bool:
        """Learn that the desk put a story into a section; return whether that was news.

        Of the models that put this section ahead by MARGIN it becomes one near to what it was.
        """
        if section not in self.sections or len(self.sections) < 2:
            return False
        story = weighted(seen, self.rarity)
        chosen = self.sections.index(section)
        scores = self._scores(story)
        # A story whose section leads already, however narrowly, is no correction.
        if scores[chosen] >= max(scores):
            return False
        for _ in self.sections:
            rival = max((at for at in range(len(scores)) if at != chosen), key=scores.__getitem__)
            lacking = MARGIN - (scores[chosen] - scores[rival])
            if lacking <= SLACK:
                break
            self._move(story, chosen, rival, lacking)
            scores = self._scores(story)
        return True

    def refuse(self, seen: Features, section: int) -> bool:
        """Learn that a story does not belong into a section; return whether that was news.

        The section falls to where the next one stands: which of the others is right is not known.
        """
        if section not in self.sections or len(self.sections) < 2:
            return False
        story = weighted(seen, self.rarity)
        refused = self.sections.index(section)
        scores = self._scores(story)
        next_one = max((at for at in range(len(scores)) if at != refused), key=scores.__getitem__)
        lead = scores[refused] - scores[next_one]
        if lead <= 0.0:
            return False
        self._move(story, next_one, refused, lead + SLACK)
        return True

    def _move(self, story: Weighted, chosen: int, rival: int, lacking: float) -> None:
        self._listener.forget()
        length = 2 * (sum(map(mul, story.weights, story.weights)) + 1.0)
        for at, step in ((chosen, lacking / length), (rival, -lacking / length)):
            self.weights.add(at, story.buckets, [step * weight for weight in story.weights])
            self.biases[at] += step

    def _scores(self, story: Weighted) -> list[float]:
        return [
            bias + sum(map(mul, column, story.weights))
            for bias, column in zip(self.biases, self.weights.of(story.buckets), strict=True)
        ]
