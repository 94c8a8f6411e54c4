"""A course: one teaching of the learner, which can be laid down and taken up again.

Round 0 counts the whole archive, from the newest story down. The rounds after it draw lines through
the newest stories alone, in another order each time: in one order the lines come to rest far later.
Some of these stories are held back until the last round but one; there each is asked where it would
have gone, and only then learned. So the model knows how far its parts can be trusted.
"""

from array import array
from collections.abc import Sequence
from random import Random

from harkara.search.sections.calibration import weigh_parts
from harkara.search.sections.features import Features
from harkara.search.sections.learner import Learner
from harkara.search.sections.model import Model
from harkara.search.sections.table import Table

MOST_DRAWN = 20_000
"""Lines are drawn through so many of the newest stories."""
ENOUGH_VISITS = 40_000
"""So many stories, or the same fewer ones again and again, are looked at for that."""
LEAST_ROUNDS = 3
MOST_ROUNDS = 6
HELD = ((40, 2), (200, 4), (MOST_DRAWN, 10))
"""Up to so many stories every so-manieth is held back: of few stories it takes more to tell."""
LEAST_OF_SECTION = 3
"""A section with fewer stories is not learned: the lexicon speaks for it."""


class Course:
    """Give it all stories to `count`, the newest first, and those `wanted` in each round to `draw`.

    Each round has its `end_round`.
    """

    def __init__(self, sections: Sequence[int], *, since: int = 0) -> None:
        self.learner = Learner(sections)
        self.since = since
        """The change of the log that the course began after: what came later is not in it."""
        self.round = 0
        self.met = 0
        """How many of the wanted stories of the round were drawn from, or are gone."""
        self.before: int | None = None
        """The next stories to count are those with lower numbers; None at the beginning."""
        self.drawn = array("q")
        """The numbers of the stories that lines are drawn through."""
        self.held: dict[int, None] = {}
        """Those of them that are held back."""
        self.asked: list[tuple[list[float], list[float], int]] = []
        """What the held stories were taken for, and where they belong (a place in `lines`)."""
        self._of_section: dict[int, int] = dict.fromkeys(sections, 0)
        self._shuffled: tuple[int, list[int]] = (0, [])

    @property
    def rounds(self) -> int:
        """How many rounds of drawing follow the counting."""
        visits = ENOUGH_VISITS // max(1, len(self.drawn))
        return max(LEAST_ROUNDS, min(MOST_ROUNDS, visits))

    def count(self, number: int, seen: Features, section: int) -> None:
        """Count a story; in round 0."""
        self.before = number
        if section not in self._of_section:
            return
        self._of_section[section] += 1
        place = self.learner.stories
        self.learner.note(seen)
        if place < MOST_DRAWN:
            self.drawn.append(number)
        if place < MOST_DRAWN and is_held(place):
            self.held[number] = None
        else:
            self.learner.count(seen, section)

    def wanted(self, most: int) -> list[int]:
        """Return the numbers of the next stories of the round, none at its end."""
        return self._order()[self.met : self.met + most]

    def draw(self, number: int, seen: Features, section: int) -> None:
        """Learn from a wanted story."""
        if section not in self.learner.lines:
            return
        if self.round == self._asking and number in self.held:
            place = list(self.learner.lines).index(section)
            self.asked.append((*self.learner.asked(seen), place))
            self.learner.count(seen, section)
        self.learner.draw(number, seen, section)

    def end_round(self) -> Model | None:
        """Go on to the next round; the last one gives the model.

        It knows no section if fewer than two have stories enough.
        """
        if self.round == 0:
            for section, stories in self._of_section.items():
                if stories < LEAST_OF_SECTION:
                    del self.learner.lines[section]
        self.met = 0
        self.round += 1
        if len(self.learner.lines) < 2:
            return Model(sections=(), stories=(), biases=[], rarity=array("f"), weights=Table(()))
        if self.round <= self.rounds:
            return None
        lines, counts, truth = zip(*self.asked, strict=True) if self.asked else ((), (), ())
        return self.learner.model(weigh_parts(lines, counts, truth))

    @property
    def _asking(self) -> int:
        """The round in which the held stories are asked."""
        return self.rounds - 1

    def _order(self) -> list[int]:
        """Return the stories of the round, in an order of its own."""
        if self._shuffled[0] != self.round:
            waits = self.round < self._asking
            order = [number for number in self.drawn if not (waits and number in self.held)]
            Random(self.round).shuffle(order)  # noqa: S311 (an order, no secret)
            self._shuffled = self.round, order
        return self._shuffled[1]


def is_held(place: int) -> bool:
    """Say whether the story that is counted at a place (from 0) is one of those held back."""
    every = next((every for most, every in HELD if place < most), 0)
    return every > 0 and place % every == every - 1
