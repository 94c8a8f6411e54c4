"""How well a comment that should not stand is told from others, beside a linear SVM.

Ours and the rival learn from the same comments, as from what a desk accepted and rejected, and are
asked about the same others, in one run. The rival is scikit-learn's LinearSVC on tf-idf of words
and pairs (1–2) and of letters inside words (2–5). Where a set has `train` beside the split asked
for, that is learned from; else the set is parted by its texts into five, each fifth asked once.

`macro-f1` is the mean of the F1 of both sides. `rules` are our rules and word list alone, with
nothing learned: what a new site has.
"""

import time
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bench.measuring.data import Data, Row
from bench.measuring.figures import Figure
from bench.measuring.rivals import rival
from bench.suggest_jobs.section import Story, place, svm_answers
from harkara.audience.comments.actions.writing import HELD_BACK
from harkara.audience.comments.scoring.rules import broken_rules
from harkara.audience.comments.scoring.student import NOT_TAKEN, TAKEN, asked, seen
from harkara.audience.comments.scoring.weighing import by_rules
from harkara.search.sections.course import Course
from harkara.search.sections.model import Model

FOLDS = 5
SETS = "comments-"
GOOD = ("ok", "non-hostile")


class Comment(NamedTuple):
    """A comment of a set, and whether its annotators would not let it stand."""

    text: str
    is_bad: bool


Part = tuple[list[Comment], list[Comment]]


def measure(data: Data) -> Iterator[Figure]:
    """Give macro F1 and times for each set, and the means over all."""
    means: dict[str, list[float]] = {}
    for name in data.names(SETS):
        for figure in _of_set(data, name):
            measure_ = figure.key.rpartition("/")[2]
            if measure_.startswith("macro-f1"):
                means.setdefault(measure_, []).append(figure.value)
            yield figure
    for measure_, values in means.items():
        yield Figure(f"score/all/{measure_}", sum(values) / len(values))


def _of_set(data: Data, name: str) -> Iterator[Figure]:
    truth: list[bool] = []
    ours: list[bool] = []
    rules: list[bool] = []
    theirs: list[bool] = []
    learning = asking = 0.0
    for learned, others in parted(data, name):
        truth += [one.is_bad for one in others]
        began = time.process_time()
        model = taught(learned)
        learning += time.process_time() - began
        began = time.process_time()
        ours += [asked(model, one.text, broken_rules("", one.text)).weight > 0.5 for one in others]
        asking += time.process_time() - began
        rules += [by_rules(broken_rules("", one.text)) >= HELD_BACK for one in others]
        if rival("sklearn") is not None:
            answer, _seconds = svm_answers([Story(one.text, str(one.is_bad)) for one in learned])
            theirs += [said == "True" for said in answer([one.text for one in others])]
    yield Figure(f"score/{name}/macro-f1", macro_f1(truth, ours))
    if theirs:
        yield Figure(f"score/{name}/macro-f1@svm", macro_f1(truth, theirs))
    yield Figure(f"score/{name}/macro-f1@rules", macro_f1(truth, rules))
    yield Figure(f"score/{name}/seconds-to-learn", learning, "s")
    yield Figure(f"score/{name}/ms-to-weigh", 1000 * asking / max(1, len(truth)), "ms")


def parted(data: Data, name: str) -> Iterator[Part]:
    """Give what to learn from and what to ask about."""
    if data.split != "train" and {"train", data.split} <= set(data.splits(name)):
        yield comments(data.rows(name, split="train")), comments(data.rows(name))
        return
    split = data.split if data.has(name) else "train"
    rows = comments(data.rows(name, split=split))
    for fold in range(FOLDS):
        out = [place(one.text) % FOLDS == fold for one in rows]
        yield (
            [one for one, is_out in zip(rows, out, strict=True) if not is_out],
            [one for one, is_out in zip(rows, out, strict=True) if is_out],
        )


def comments(rows: Iterator[Row]) -> list[Comment]:
    """Return rows as comments, in an order that has nothing to do with their labels."""
    found = [Comment(row["text"], not _is_good(row)) for row in rows]
    return sorted(found, key=lambda one: place(one.text))


def taught(learned: Sequence[Comment]) -> Model:
    """Return what the learner makes of comments that were decided about."""
    features = [seen(one.text, broken_rules("", one.text)) for one in learned]
    sides = [NOT_TAKEN if one.is_bad else TAKEN for one in learned]
    course = Course([TAKEN, NOT_TAKEN])
    for number in range(len(learned) - 1, -1, -1):
        course.count(number, features[number], sides[number])
    while (model := course.end_round()) is None:
        while wanted := course.wanted(1000):
            for number in wanted:
                course.draw(number, features[number], sides[number])
            course.met += len(wanted)
    return model


def macro_f1(truth: Sequence[bool], said: Sequence[bool]) -> float:
    """Return the mean of the F1 of both sides."""
    return (_f1(truth, said, side=True) + _f1(truth, said, side=False)) / 2


def _f1(truth: Sequence[bool], said: Sequence[bool], *, side: bool) -> float:
    right = sum(a == b == side for a, b in zip(truth, said, strict=True))
    wrong = sum(a != b for a, b in zip(truth, said, strict=True))
    return 2 * right / (2 * right + wrong) if right else 0.0


def _is_good(row: Row) -> bool:
    labels = row.get("labels") or [row["label"]]
    return any(label in GOOD for label in labels)
