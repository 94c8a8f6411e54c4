"""Repeats: how often one network asked for one thing within a day, without keeping who that was.

Two rows of small numbers stand for all networks: each network and thing has a place in both, found
by a hash whose salt never leaves this process. Others may share one place, hardly ever both; where
they do, a view counts for less than it should, never for more. No network can be read out of the
numbers, and all of them go after a day, or when the rows begin to fill.
"""

from secrets import randbits

from harkara.audience.visitors.places import Blocks

SLOTS = 1 << 22
MOST = 255
MOST_FIRST = 30
DAY = 24 * 3600
MOST_OF_A_NEIGHBOURHOOD = 200
"""So many views of one story count in a day from what a provider hands out as one block."""


class Repeats:
    """Remembers for a day how often each network asked for each thing; not for several threads."""

    def __init__(self, slots: int = SLOTS) -> None:
        self._slots = slots
        self._day = 0
        self._empty()

    def counts(self, thing: object, blocks: Blocks, at: float) -> bool:
        """Note that a network asked for a thing; say whether that counts.

        Of one network the 1st, 2nd, 4th, 8th time count and so on to the 128th, and of all
        networks of a neighbourhood at most `MOST_OF_A_NEIGHBOURHOOD`. `at` is in seconds.
        """
        self._begin(at)
        own, around = blocks
        nth = self._nth(thing, own)
        if nth > MOST or nth & (nth - 1):
            return False
        return self._nth(thing, around) <= MOST_OF_A_NEIGHBOURHOOD

    def is_first(self, thing: object, blocks: Blocks, at: float) -> bool:
        """Note that a network asked for a thing; say whether it is the first time that day.

        Of one network at most `MOST_FIRST` things count.
        """
        self._begin(at)
        return self._nth(thing, blocks[0]) == 1 and self._nth("first", blocks[0]) <= MOST_FIRST

    def _begin(self, at: float) -> None:
        """Forget everything on a new day, and when so much is taken that places begin to meet."""
        day = int(at) // DAY
        if day != self._day or self._taken > self._slots:
            self._day = day
            self._empty()

    def _nth(self, thing: object, block: object) -> int:
        """Return the how manieth this is; above `MOST` nobody counts any more."""
        place = hash((self._salt, thing, block))
        one, other = place % self._slots, (place >> 32) % self._slots
        nth = min(self._one[one], self._other[other]) + 1
        if nth > MOST:
            return nth
        if nth == 1:
            self._taken += 1
        if self._one[one] < nth:
            self._one[one] = nth
        if self._other[other] < nth:
            self._other[other] = nth
        return nth

    def _empty(self) -> None:
        self._salt = randbits(64)
        self._taken = 0
        self._one = bytearray(self._slots)
        self._other = bytearray(self._slots)
