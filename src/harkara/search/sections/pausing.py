"""Laying a course down between two of its stories, and taking it up again."""

import json
import zlib
from array import array
from collections.abc import Mapping
from itertools import chain, islice

from harkara.search.sections.course import Course
from harkara.search.sections.learner import Line
from harkara.search.sections.reading import BUCKETS

FORM = 3
"""Rises when what is kept would be misread: a course of another form begins anew."""
HEAD = "head"
SPREAD = "spread"
DRAWN = "drawn"
PULLS = "pulls"
PULLING = "pulling"


def laid_down(course: Course) -> Mapping[str, bytes]:
    """Return a course as it is kept between two of its stories."""
    learner = course.learner
    head = {
        "form": FORM,
        "round": course.round,
        "since": course.since,
        "before": course.before,
        "met": course.met,
        "asked": course.asked,
        "held": list(course.held),
        "of_section": list(course._of_section.items()),
        "stories": learner.stories,
        "lines": [(of, one.bias, one.mass, one.stories) for of, one in learner.lines.items()],
    }
    rows = {f"section:{of}": _pressed(one.line, one.counts) for of, one in learner.lines.items()}
    return {
        HEAD: json.dumps(head).encode(),
        SPREAD: _pressed(learner.spread),
        DRAWN: _pressed(course.drawn),
        PULLING: _pressed(array("q", learner.pulls)),
        PULLS: _pressed(array("f", chain.from_iterable(learner.pulls.values()))),
        **rows,
    }


def taken_up(parts: Mapping[str, bytes]) -> Course | None:
    """Return a course that was laid down; None if it is of another form, or not whole."""
    head = json.loads(parts.get(HEAD, b"{}"))
    if head.get("form") != FORM:
        return None
    names = {of: f"section:{of}" for of, *_ in head["lines"]}
    if not {SPREAD, DRAWN, PULLING, PULLS, *names.values()} <= parts.keys():
        return None
    course = Course([of for of, _ in head["of_section"]], since=head["since"])
    course.before, course.met, course.round = head["before"], head["met"], head["round"]
    course.asked, course.held = head["asked"], dict.fromkeys(head["held"])
    course.drawn = array("q", map(int, _unpressed("q", parts[DRAWN])))
    course._of_section = dict(head["of_section"])
    learner = course.learner
    learner.stories = head["stories"]
    learner.spread = _unpressed("f", parts[SPREAD])
    learner.lines = {
        of: _line(parts[names[of]], bias, mass, stories)
        for of, bias, mass, stories in head["lines"]
    }
    pulls = iter(_unpressed("f", parts[PULLS]))
    learner.pulls = {
        int(number): array("f", islice(pulls, len(learner.lines)))
        for number in _unpressed("q", parts[PULLING])
    }
    return course


def _line(data: bytes, bias: float, mass: float, stories: int) -> Line:
    numbers = _unpressed("f", data)
    line, counts = numbers[:BUCKETS], numbers[BUCKETS:]
    return Line(line=line, counts=counts, bias=bias, mass=mass, stories=stories)


def _pressed(*numbers: "array[float] | array[int]") -> bytes:
    return zlib.compress(b"".join(one.tobytes() for one in numbers), level=1)


def _unpressed(kind: str, data: bytes) -> "array[float]":
    numbers: array[float] = array(kind)
    numbers.frombytes(zlib.decompress(data))
    return numbers
