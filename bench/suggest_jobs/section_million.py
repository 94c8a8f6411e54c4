"""What it takes to learn the sections of a million stories: seconds, and the memory of the process.

Asked for by name alone (`--only section_million`), as it takes many minutes; the memory is that of
the whole process, so ask for nothing else beside it. The stories are headlines of some ten words,
made of pieces of real ones as they are read, never kept: four in five pieces are of the story's own
section, and one word is put together of halves of two others, so that new words keep coming.
"""

import resource
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from random import Random

from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.suggest_jobs.section import share
from harkara.search.sections import SectionChoice, TextFields, rank
from harkara.search.sections.course import Course
from harkara.search.sections.features import features

STORIES = 1_000_000
SET = "headlines-l3cube-hi"
ASKED = 2_000
PIECES = 3
PIECE = (2, 5)
OWN = 0.8
Source = Sequence[Sequence[Sequence[str]]]
"""The headlines of each section, word by word."""


def measure(data: Data) -> Iterator[Figure]:
    """Learn from so many stories, ask about others, and give what that took."""
    if not data.has(SET):
        return
    source = _source(data)
    before = _megabytes()
    began, wall = time.process_time(), time.monotonic()
    course = Course(range(len(source)))
    for number in range(STORIES, 0, -1):
        section, fields = _story(source, number)
        course.count(number, features(fields), section)
    counted = time.process_time() - began
    while (model := course.end_round()) is None:
        for number in course.wanted(STORIES):
            section, fields = _story(source, number)
            course.draw(number, features(fields), section)
    yield Figure("section_million/made-up/stories", float(STORIES))
    yield Figure("section_million/made-up/seconds-to-count", counted, "s")
    yield Figure("section_million/made-up/seconds-to-learn", time.process_time() - began, "s")
    yield Figure("section_million/made-up/wall", time.monotonic() - wall, "s")
    yield Figure("section_million/made-up/memory-before", before, "MB")
    yield Figure("section_million/made-up/memory-at-most", _megabytes(), "MB")
    sections = [SectionChoice(id=at, name=str(at), slug=str(at)) for at in range(len(source))]
    right = []
    for number in range(STORIES + 1, STORIES + 1 + ASKED):
        section, fields = _story(source, number)
        right.append(rank(fields, sections, model).sections[0].id == section)
    yield Figure("section_million/made-up/accuracy", share(right))


def _source(data: Data) -> Source:
    by_section: dict[str, list[list[str]]] = defaultdict(list)
    for row in data.rows(SET, split="train" if "train" in data.splits(SET) else None):
        by_section[row["category"]].append(row["headline"].split())
    return [by_section[name] for name in sorted(by_section)]


def _story(source: Source, number: int) -> tuple[int, TextFields]:
    """Return the section and the words of a story; the same for the same number."""
    chance = Random(number)
    section = chance.randrange(len(source))
    words = [_new_word(source, chance)]
    for _ in range(PIECES):
        of = section if chance.random() < OWN else chance.randrange(len(source))
        headline = chance.choice(source[of])
        start = chance.randrange(len(headline))
        words += headline[start : start + chance.randint(*PIECE)]
    return section, TextFields(headline=" ".join(words))


def _new_word(source: Source, chance: Random) -> str:
    first, second = (chance.choice(chance.choice(chance.choice(source))) for _ in range(2))
    return first[: len(first) // 2 + 1] + second[len(second) // 2 :]


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
