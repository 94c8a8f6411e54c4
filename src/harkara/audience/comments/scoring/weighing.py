"""Weighing: the rules' word and the desk's own, put together."""

from collections.abc import Sequence

from harkara.audience.comments.scoring.reasons import WORTH, Doubt, Reason, Weighed
from harkara.audience.comments.scoring.rules import broken_rules
from harkara.audience.comments.scoring.student import verdict


def weigh(name: str, text: str, doubts: Sequence[Doubt]) -> Weighed:
    """Return how likely the desk is to reject a comment, and why.

    `doubts` is what the door knows of how it came. Where nothing was learned yet the rules speak
    alone, each as if there were no other; where enough was, they are among what was learned from,
    and only what a text cannot show is added.
    """
    found = broken_rules(name, text)
    learned = verdict(text, found)
    outer = [Reason(doubt) for doubt in dict.fromkeys(doubts)]
    if learned is None:
        return Weighed(round(by_rules([*found, *outer]), 4), (*found, *outer))
    weight = 1.0 - (1.0 - learned.weight) * (1.0 - by_rules(outer))
    return Weighed(round(weight, 4), (*found, *outer, *learned.reasons))


def by_rules(found: Sequence[Reason]) -> float:
    """Return how likely a comment is rejected of which this is known, each as if it were alone."""
    passes = 1.0
    for one in found:
        passes *= 1.0 - WORTH[one.doubt]
    return 1.0 - passes
