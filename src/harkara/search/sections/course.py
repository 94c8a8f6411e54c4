"""A course: one teaching of the learner, which can be laid down and taken up again."""

import json
import zlib
from array import array
from collections.abc import Mapping, Sequence

from harkara.search.sections.features import BUCKETS, Features
from harkara.search.sections.learner import Learner, Line, is_held
from harkara.search.sections.model import Model

FORM = 1
ENOUGH_VISITS = 20_000
"""So many stories, or the same fewer ones again and again, are looked at in all."""
MOST_ROUNDS = 6
MOST_HELD = 2_000
LEAST_OF_SECTION = 3
"""A section with fewer stories is not learned: the lexicon speaks for it."""
HEAD = "head"
SPREAD = "spread"


class Course:
    """Give it every story in each round, the newest first: `take`, and at the end `end_round`."""

    def __init__(self, sections: Sequence[int], *, since: int = 0) -> None:
        self.learner = Learner(sections)
        self.since = since
        """The change of the log that the course began after: what came later is not in it."""
        self.round = 0
        self.before: int | None = None
        """The next stories of the round are those with lower numbers; None at its beginning."""
        self.held: dict[int, tuple[Features, int]] = {}
        self.missing: set[int] = set()
        """Held stories to be read again, after the course was taken up: `hold`."""
        self._of_section: dict[int, int] = dict.fromkeys(sections, 0)

    @property
    def rounds(self) -> int:
        """How many rounds of learning follow the counting."""
        return max(1, min(MOST_ROUNDS, ENOUGH_VISITS // max(1, self.learner.stories)))

    def take(self, number: int, seen: Features, section: int) -> None:
        """Count a story, or learn from it."""
        self.before = number
        if self.round == 0:
            if section in self._of_section:
                self._of_section[section] += 1
                self.learner.count(seen)
                if is_held(number) and len(self.held) < MOST_HELD:
                    self.held[number] = seen, section
        elif section in self.learner.lines and number not in self.held:
            self.learner.learn(seen, section, first=self.round == 1)

    def hold(self, number: int, seen: Features, section: int) -> None:
        """Take back a story that is held, after the course was taken up again."""
        self.missing.discard(number)
        self.held[number] = seen, section

    def end_round(self) -> Model | None:
        """Go on to the next round; the last one gives the model.

        It knows no section if fewer than two have stories enough.
        """
        if self.round == 0:
            for section, stories in self._of_section.items():
                if stories < LEAST_OF_SECTION:
                    del self.learner.lines[section]
        self.before = None
        self.round += 1
        if len(self.learner.lines) < 2:
            return Model(sections=(), stories=(), biases=[], rarity=array("f"), weights=[])
        if self.round <= self.rounds:
            return None
        in_order = (self.held[number] for number in sorted(self.held, reverse=True))
        held = [(seen, of) for seen, of in in_order if of in self.learner.lines]
        return self.learner.trained(held, self.rounds)


def laid_down(course: Course) -> Mapping[str, bytes]:
    """Return a course as it is kept between two of its stories."""
    learner = course.learner
    head = {
        "form": FORM,
        "round": course.round,
        "since": course.since,
        "before": course.before,
        "held": [*course.held, *course.missing],
        "of_section": list(course._of_section.items()),
        "stories": learner.stories,
        "steps": learner.steps,
        "lines": [
            (of, one.bias, one.bias_moment, one.stories) for of, one in learner.lines.items()
        ],
    }
    rows = {
        f"section:{of}": _pressed(one.line, one.moments, one.counts)
        for of, one in learner.lines.items()
    }
    return {HEAD: json.dumps(head).encode(), SPREAD: _pressed(learner.spread), **rows}


def taken_up(parts: Mapping[str, bytes]) -> Course | None:
    """Return a course that was laid down; None if it is of another form, or not whole.

    Its held stories are `missing` until each is given to `hold`.
    """
    head = json.loads(parts.get(HEAD, b"{}"))
    if head.get("form") != FORM:
        return None
    names = {of: f"section:{of}" for of, *_ in head["lines"]}
    if not {SPREAD, *names.values()} <= parts.keys():
        return None
    course = Course([of for of, _ in head["of_section"]], since=head["since"])
    course.before = head["before"]
    course.round, course.missing = head["round"], set(head["held"])
    course._of_section = dict(head["of_section"])
    learner = course.learner
    learner.stories, learner.steps = head["stories"], head["steps"]
    learner.spread = _unpressed(parts[SPREAD])
    learner.lines = {
        of: _line(parts[names[of]], bias, moment, stories)
        for of, bias, moment, stories in head["lines"]
    }
    return course


def _line(data: bytes, bias: float, moment: float, stories: int) -> Line:
    numbers = _unpressed(data)
    line, moments, counts = (numbers[at : at + BUCKETS] for at in range(0, 3 * BUCKETS, BUCKETS))
    return Line(
        line=line, moments=moments, counts=counts, bias=bias, bias_moment=moment, stories=stories
    )


def _pressed(*numbers: "array[float]") -> bytes:
    return zlib.compress(b"".join(one.tobytes() for one in numbers), level=1)


def _unpressed(data: bytes) -> "array[float]":
    numbers = array("f")
    numbers.frombytes(zlib.decompress(data))
    return numbers
