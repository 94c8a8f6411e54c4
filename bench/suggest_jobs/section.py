"""How often the section learned from a site's own stories is the desk's, beside a linear SVM.

Ours and the rival learn from the same stories and are asked about the same others, in one run. The
rival is scikit-learn's LinearSVC on tf-idf of words and pairs (1–2) and of letters inside words
(2–5). A set without a `train` file is parted by its ids: a fifth is asked about, the rest learned
from; so is `train` itself when it is the split asked for.

`calibration-error` is the mean difference between what was said to be probable and what was right,
in ten bins of what was said (expected calibration error); `right-if-said/0.9` is the share that was
right of those said to be 0.9 and more probable. `lexicon` is the hand-made lexicon alone, for sets
whose sections it knows by name, on the stories of those sections; `after-N` is N learned stories
with the lexicon's help.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from operator import attrgetter
from typing import NamedTuple

from bench.measuring.data import Data, Row
from bench.measuring.figures import Figure
from bench.measuring.rivals import rival
from harkara.search.sections import SectionChoice, TextFields, kinds_of, rank
from harkara.search.sections.course import Course
from harkara.search.sections.features import features
from harkara.search.sections.model import Model
from harkara.text.languages import PROFILES, Profile

FOLDS = 5
FEW = (20, 100, 500)
BINS = 10


class Set(NamedTuple):
    """A set of stories with their sections."""

    name: str
    field: str
    target: float | None
    language: str = "hi"

    def fields(self, text: str) -> TextFields:
        """Return a story of the set as the learner is given it."""
        return (
            TextFields(headline=text)
            if self.field == "headline"
            else TextFields(headline="", body=text)
        )


class Story(NamedTuple):
    """A story as the set has it."""

    text: str
    section: str


SETS = (
    Set("headlines-bbc-hi", "headline", 0.64),
    Set("headlines-l3cube-hi", "headline", 0.82),
    Set("headlines-news18bbc2025-hi", "headline", 0.89),
    Set("paragraphs-l3cube-mr", "text", 0.77, "mr"),
    Set("news-categories-ne", "text", 0.79, "ne"),
    Set("news-bbc-bodies-hi", "text", None),
)


def measure(data: Data) -> Iterator[Figure]:
    """Give accuracy, calibration and times for each set, and the means over all."""
    means: dict[str, list[float]] = defaultdict(list)
    for one in SETS:
        if not data.has(one.name):
            continue
        learned, asked = parted(data, one)
        for figure in [*ours(one, learned, asked), *svm(one, learned, asked)]:
            if "/accuracy" in figure.key:
                means[figure.key.rpartition("/")[2]].append(figure.value)
            yield figure
        yield from beginnings(one, learned, asked)
    for measure_, values in means.items():
        yield Figure(f"section/all/{measure_}", sum(values) / len(values))


def parted(data: Data, of: Set) -> tuple[list[Story], list[Story]]:
    """Return the stories to learn from, shuffled by their texts, and those to ask about."""
    if data.split != "train" and {"train", data.split} <= set(data.splits(of.name)):
        learned, asked = data.rows(of.name, split="train"), data.rows(of.name)
        return stories(of, learned), stories(of, asked)
    rows = list(data.rows(of.name))
    at = [place(str(row.get("id") or row[of.field])) % FOLDS == 0 for row in rows]
    return (
        stories(of, (row for row, out in zip(rows, at, strict=True) if not out)),
        stories(of, (row for row, out in zip(rows, at, strict=True) if out)),
    )


def stories(of: Set, rows: Iterable[Row]) -> list[Story]:
    """Return rows as stories, in an order that has nothing to do with their sections."""
    found = [Story(row[of.field], row["category"]) for row in rows]
    return sorted(found, key=lambda story: place(story.text))


def place(text: str) -> int:
    """Return a number that is always the same for a text."""
    return int.from_bytes(sha256(text.encode()).digest()[:8], "big")


def ours(of: Set, learned: Sequence[Story], asked: Sequence[Story]) -> Iterator[Figure]:
    """Learn, ask, and give what came of it."""
    began = time.process_time()
    sections = choices(learned)
    model = taught(of, learned, sections)
    yield Figure(f"section/{of.name}/seconds-to-learn", time.process_time() - began, "s")
    profile = PROFILES[of.language]
    began = time.process_time()
    answers = [rank(of.fields(story.text), sections, model, profile=profile) for story in asked]
    spent = time.process_time() - began
    yield Figure(f"section/{of.name}/ms-to-ask", 1000 * spent / max(1, len(asked)), "ms")
    said = [
        (answer.probabilities[0], answer.sections[0].name == story.section)
        for answer, story in zip(answers, asked, strict=True)
    ]
    right = [is_right for _, is_right in said]
    yield Figure(f"section/{of.name}/accuracy", share(right), target=of.target)
    yield Figure(f"section/{of.name}/calibration-error", calibration_error(said))
    for low in range(BINS):
        told = [is_right for sure, is_right in said if min(int(sure * BINS), BINS - 1) == low]
        if told:
            yield Figure(f"section/{of.name}/said-{low / BINS}", float(len(told)), "stories")
            yield Figure(f"section/{of.name}/right-if-said-{low / BINS}", share(told))


def choices(learned: Iterable[Story]) -> tuple[SectionChoice, ...]:
    """Return the sections of a set, in their order."""
    names = sorted({story.section for story in learned})
    return tuple(SectionChoice(id=at, name=name, slug=name) for at, name in enumerate(names, 1))


def taught(of: Set, learned: Sequence[Story], sections: Sequence[SectionChoice]) -> Model | None:
    """Return what the learner makes of stories; None if they are too few for a model."""
    ids = {section.name: section.id for section in sections}
    profile: Profile = PROFILES[of.language]
    seen = [features(of.fields(story.text), profile=profile) for story in learned]
    course = Course([section.id for section in sections])
    for number in range(len(seen) - 1, -1, -1):
        course.count(number, seen[number], ids[learned[number].section])
    while (model := course.end_round()) is None:
        for number in course.wanted(len(seen)):
            course.draw(number, seen[number], ids[learned[number].section])
    return model if model.sections else None


def beginnings(of: Set, learned: Sequence[Story], asked: Sequence[Story]) -> Iterator[Figure]:
    """Give how often the first choice is right while a site is new."""
    sections = choices(learned)
    known = {section.name for section in sections if kinds_of(section)}
    told = [story for story in asked if story.section in known]
    if of.language != "hi" or not told:
        return
    for few in (0, *FEW):
        model = taught(of, learned[:few], sections)
        firsts = [rank(of.fields(story.text), sections, model).sections[0].name for story in told]
        name = f"after-{few}" if few else "lexicon"
        right = [first == story.section for first, story in zip(firsts, told, strict=True)]
        yield Figure(f"section/{of.name}/{name}", share(right))


def svm(of: Set, learned: Sequence[Story], asked: Sequence[Story]) -> Iterator[Figure]:
    """Give what a linear SVM makes of the same stories."""
    if rival("sklearn") is None:
        return
    answer, seconds = svm_answers(learned)
    yield Figure(f"section/{of.name}/seconds-to-learn@svm", seconds, "s")
    firsts = answer([story.text for story in asked])
    right = [first == story.section for first, story in zip(firsts, asked, strict=True)]
    yield Figure(f"section/{of.name}/accuracy@svm", share(right))


def svm_answers(learned: Sequence[Story]) -> tuple[Callable[[list[str]], Sequence[str]], float]:
    """Return a linear SVM that learned from stories, and how long that took."""
    text, machine = rival("sklearn.feature_extraction.text"), rival("sklearn.svm")
    together, steps = rival("sklearn.pipeline"), attrgetter("make_union", "make_pipeline")
    assert text is not None
    assert machine is not None
    union, pipeline = steps(together)
    tfidf = partial(text.TfidfVectorizer, sublinear_tf=True)
    both = union(
        tfidf(token_pattern=r"[^\s]+", ngram_range=(1, 2)),  # noqa: S106 (no password)
        tfidf(analyzer="char_wb", ngram_range=(2, 5)),
    )
    began = time.process_time()
    made = pipeline(both, machine.LinearSVC())
    made.fit([story.text for story in learned], [story.section for story in learned])
    return made.predict, time.process_time() - began


def share(right: Sequence[bool]) -> float:
    """Return the share that is right."""
    return sum(right) / max(1, len(right))


def calibration_error(said: Sequence[tuple[float, bool]]) -> float:
    """Return the expected calibration error over ten bins."""
    bins: dict[int, list[float]] = defaultdict(list)
    for sure, is_right in said:
        bins[min(int(sure * BINS), BINS - 1)].append(sure - is_right)
    return sum(abs(sum(apart)) for apart in bins.values()) / max(1, len(said))
