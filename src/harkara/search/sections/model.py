"""The model: what was learned of a site's sections, ready to be asked and to be kept."""

import json
import zlib
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from operator import itemgetter, mul

from harkara.search.sections.features import Features, Weighted, weighted

FORM = 1
"""Rises when what is kept would be misread: a model of another form is learned anew."""
DETAIL = 2**15 - 1
MARGIN = 1.4
"""After a correction the chosen section leads each other by this, in logarithms of odds: 4 to 1."""
SLACK = 1e-3
HEAD = "head"
RARITY = "rarity"

Parts = Mapping[str, bytes]
"""What a model is kept as: its head, and a part for each section."""


@dataclass(slots=True)
class Model:
    """Weights for each section. The softmax of its scores is how probable each section is."""

    sections: tuple[int, ...]
    stories: tuple[int, ...]
    """From how many stories each section was learned."""
    biases: list[float]
    rarity: "array[float]"
    weights: list["array[float]"]

    def scores(self, seen: Features) -> dict[int, float]:
        """Return the score of each section, in logarithms of odds."""
        story = weighted(seen, self.rarity)
        return dict(zip(self.sections, self._scores(story), strict=True))

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
        length = 2 * (sum(map(mul, story.weights, story.weights)) + 1.0)
        for at, step in ((chosen, lacking / length), (rival, -lacking / length)):
            row = self.weights[at]
            for bucket, weight in zip(story.buckets, story.weights, strict=True):
                row[bucket] += step * weight
            self.biases[at] += step

    def _scores(self, story: Weighted) -> list[float]:
        if not story.buckets:
            return list(self.biases)
        look = itemgetter(*story.buckets, story.buckets[0])
        return [
            bias + sum(map(mul, look(row), story.weights))
            for bias, row in zip(self.biases, self.weights, strict=True)
        ]


def packed(model: Model) -> Parts:
    """Return a model as it is kept; weights lose what no probability shows."""
    scales = [max(map(abs, row), default=0.0) / DETAIL or 1.0 for row in model.weights]
    head = {
        "form": FORM,
        "sections": model.sections,
        "stories": model.stories,
        "biases": model.biases,
        "scales": scales,
    }
    rows = {
        f"section:{section}": _pressed(array("h", (round(one / scale) for one in row)))
        for section, row, scale in zip(model.sections, model.weights, scales, strict=True)
    }
    return {HEAD: json.dumps(head).encode(), RARITY: _pressed(model.rarity), **rows}


def unpacked(parts: Parts) -> Model | None:
    """Return a model that was kept; None if it is of another form, not whole, or damaged."""
    try:
        return _unpacked(parts)
    except (ValueError, KeyError, TypeError, zlib.error):
        return None


def _unpacked(parts: Parts) -> Model | None:
    head = json.loads(parts.get(HEAD, b"{}"))
    if head.get("form") != FORM:
        return None
    names = [f"section:{section}" for section in head["sections"]]
    if not {RARITY, *names} <= parts.keys():
        return None
    rows = [_unpressed("h", parts[name]) for name in names]
    return Model(
        sections=tuple(head["sections"]),
        stories=tuple(head["stories"]),
        biases=list(head["biases"]),
        rarity=_unpressed("f", parts[RARITY]),
        weights=[
            array("f", (scale * one for one in row))
            for row, scale in zip(rows, head["scales"], strict=True)
        ],
    )


def _pressed(numbers: "array[float] | array[int]") -> bytes:
    return zlib.compress(numbers.tobytes(), level=1)


def _unpressed(kind: str, data: bytes) -> "array[float]":
    numbers: array[float] = array(kind)
    numbers.frombytes(zlib.decompress(data))
    return numbers
