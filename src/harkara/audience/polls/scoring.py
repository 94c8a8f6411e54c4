"""Scoring: what a network does in a poll that readers do not.

Many readers of a mobile provider share one address, so what is much is told by what all others do
in the poll. From `ASIDE` on the votes of a network are set aside; nobody is kept from voting. The
numbers are our own judgement, and an editor's word stands over them.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

ASIDE = 1.0
"""From this score on, votes are set aside."""
FEWEST = 10
"""Fewer votes than these say nothing of a network."""
MANY, SHARE_OF_ALL = 30, 0.01
"""So many votes, or such a part of all others, may come from one network without a word."""
BUSY = 12
"""So many a minute may come, or the same part of all others."""
FEWEST_PLAIN = 5
FEWEST_ELSEWHERE = 30
"""So many votes must have come from elsewhere to say what others choose."""
APART = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What one network did: votes for each answer, and how they came."""

    by_choice: Sequence[int]
    plain: int = 0
    alike: int = 0
    busiest: int = 0

    @property
    def votes(self) -> int:
        """How many votes came."""
        return sum(self.by_choice)


def score(of: Seen, others: Sequence[int]) -> tuple[float, list[str]]:
    """Return how little a network behaves as readers do, and by which signs.

    `others` are the votes of all other networks for each answer. The signs are named `many`,
    `busy`, `onesided`, `plain` and `alike`.

    >>> score(Seen(by_choice=[3, 2], alike=3, busiest=2), [40, 50])
    (0.0, [])
    >>> score(Seen(by_choice=[400, 0], alike=400, busiest=60), [40, 50])
    (2.45, ['many', 'busy', 'onesided', 'alike'])
    """
    signs = {
        "many": _times(of.votes, max(MANY, SHARE_OF_ALL * sum(others))),
        "busy": _times(of.busiest, max(BUSY, SHARE_OF_ALL * sum(others))),
        "onesided": _onesided(of, others),
        "plain": _plain(of),
        "alike": 0.25 if of.votes >= FEWEST and of.alike == of.votes else 0.0,
    }
    found = [name for name, weight in signs.items() if weight]
    return round(sum(signs.values()), 2), found


def _times(count: int, usual: float) -> float:
    """Return 0 up to what is usual, and 1 from ten times that on."""
    return min(1.0, math.log10(count / usual)) if count > usual else 0.0


def _onesided(of: Seen, others: Sequence[int]) -> float:
    """Return up to a half for votes that agree far more than those from elsewhere."""
    total = sum(others)
    if of.votes < FEWEST or total < FEWEST_ELSEWHERE:
        return 0.0
    place = max(range(len(of.by_choice)), key=lambda at: of.by_choice[at])
    here, elsewhere = of.by_choice[place] / of.votes, others[place] / total
    spread = math.sqrt(max(elsewhere * (1 - elsewhere), 0.01) / of.votes)
    apart = here - elsewhere
    return 0.5 * min(1.0, apart / (2 * APART)) if apart > APART and apart > 4 * spread else 0.0


def _plain(of: Seen) -> float:
    """Return up to a half, where most votes came without the script nearly every browser runs."""
    if of.plain < FEWEST_PLAIN or of.plain * 2 < of.votes:
        return 0.0
    return 0.5 * min(1.0, of.plain / (4 * FEWEST_PLAIN))
