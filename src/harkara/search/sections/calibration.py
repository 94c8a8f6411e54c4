"""Calibration: how far the two learners can be trusted, told by stories that neither has seen."""

import math
from collections.abc import Iterable, Sequence
from itertools import chain
from statistics import pstdev
from typing import NamedTuple

LEAST_HELD = 8
RATIOS = (0.0, 0.125, 0.25, 0.5, 1.0, 2.0)
SHARPNESS = tuple(0.25 * 1.25**step for step in range(17))
UNTOLD = 0.25
"""The sharpness of each where too few stories were held back to tell."""
RESERVE = 1.0
"""It is weighed as if one story more had gone elsewhere by this, in spreads of the scores."""


class Weighing(NamedTuple):
    """What each learner's score is multiplied by, so that the sum's softmax is a probability."""

    lines: float
    counts: float


def weigh_parts(
    lines: Sequence[Sequence[float]], counts: Sequence[Sequence[float]], truth: Sequence[int]
) -> Weighing:
    """Return the weighing under which the true sections are the least surprising.

    A row of scores for each held story, a column for each section; `truth` names the columns.
    """
    by_line = [centred(row) for row in lines]
    by_count = [centred(row) for row in counts]
    scales = _spread(by_line), _spread(by_count)
    if len(by_line) < LEAST_HELD:
        return Weighing(UNTOLD / scales[0], UNTOLD / scales[1])
    best, found = math.inf, (UNTOLD, 1.0)
    for ratio in RATIOS:
        mixed = [
            [a / scales[0] + ratio * b / scales[1] for a, b in zip(*rows, strict=True)]
            for rows in zip(by_line, by_count, strict=True)
        ]
        for sharpness in SHARPNESS:
            surprise = _surprise(mixed, truth, sharpness / (1 + ratio)) + RESERVE * sharpness
            if surprise < best:
                best, found = surprise, (sharpness / (1 + ratio), ratio)
    return Weighing(found[0] / scales[0], found[0] * found[1] / scales[1])


def centred(scores: Sequence[float]) -> list[float]:
    """Return scores around their mean."""
    mean = sum(scores) / len(scores)
    return [score - mean for score in scores]


def probabilities(scores: Sequence[float]) -> list[float]:
    """Return the softmax of scores: positive, and 1 together."""
    most = max(scores)
    shares = [math.exp(score - most) for score in scores]
    whole = sum(shares)
    return [share / whole for share in shares]


def _surprise(rows: Sequence[Sequence[float]], truth: Sequence[int], sharpness: float) -> float:
    """Return the sum of the logarithms of how improbable each true section was thought to be."""
    total = 0.0
    for row, at in zip(rows, truth, strict=False):
        most = max(row)
        whole = sum(math.exp(sharpness * (score - most)) for score in row)
        total += math.log(whole) - sharpness * (row[at] - most)
    return total


def _spread(rows: Iterable[Sequence[float]]) -> float:
    found = list(chain.from_iterable(rows))
    return (pstdev(found) if len(found) > 1 else 0.0) or 1.0
