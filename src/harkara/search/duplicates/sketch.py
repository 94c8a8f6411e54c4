"""Sketches: the few prints by which the archive remembers a story.

The lowest prints are kept, so two texts that share shingles keep the same ones of them. All prints
of a new text are looked up among the kept ones: a short text is found in a long story, and a long
one finds a short story, each by what they share and not by how long they are.
"""

import struct
from bisect import bisect_right
from collections.abc import Mapping

from harkara.search.duplicates.reading import BITS, Reading, prints_in

FEWEST_KEPT = 32
"""So many prints of a story are kept, or all if it has fewer …"""
KEPT_OF = 6
"""… and of a long story one in so many …"""
MOST_KEPT = 1000
"""… but never more than these."""
MOST_ASKED = 2000
"""So many prints of a text are looked up, the lowest ones, which are likeliest kept."""


Sketches = dict[int, tuple[int, ...]]


def sketch(text: str) -> tuple[int, ...]:
    """Return the prints by which a text is remembered, in order."""
    lowest = sorted(prints_in(text))
    return tuple(lowest[: min(max(FEWEST_KEPT, len(lowest) // KEPT_OF), MOST_KEPT)])


def sketch_each(texts: Mapping[int, str]) -> Sketches:
    """Return the sketches of stories by their numbers."""
    return {story: sketch(text) for story, text in texts.items()}


def asked(reading: Reading) -> list[int]:
    """Return the prints under which a text is looked for, in order."""
    return sorted(set(reading.prints))[:MOST_ASKED]


def packed(prints: tuple[int, ...]) -> bytes:
    """Return prints as bytes, eight for each."""
    return struct.pack(f"<{len(prints)}q", *prints)


def unpacked(raw: bytes) -> tuple[int, ...]:
    """Return the prints that were packed."""
    return struct.unpack(f"<{len(raw) // 8}q", raw)


def likeness(prints: tuple[int, ...], others: tuple[int, ...]) -> float:
    """Return about what share of the shorter of two texts both have, by their sketches alone.

    Prints above the highest that the other could have kept say nothing of the other.
    """
    if not prints or not others:
        return 0.0
    here = bisect_right(prints, _highest(others))
    there = bisect_right(others, _highest(prints))
    return len(set(prints).intersection(others)) / max(min(here, there), 1)


def _highest(prints: tuple[int, ...]) -> int:
    """Return the highest print that a text with this sketch may have kept: a short one kept all."""
    return prints[-1] if len(prints) >= FEWEST_KEPT else 2**BITS
