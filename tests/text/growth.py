"""Whether the cost of a function grows with the length of its text only, whatever the text is."""

import time
from collections.abc import Callable

TIMES = 20
# Room for noise: what grows with the square of the length goes far beyond it.
ROOM = 6
BLINK = 0.05
TRIES = 3


def grows_with_length_only(
    work: Callable[[str], object], piece: str, *, short: int = 5_000
) -> bool:
    """Say whether twenty times a text, made of one piece again and again, costs so much more only.

    `short` is the length of the shorter text in characters. The cost is the processor's time, so
    what else the machine does counts little.
    """

    def cost(size: int) -> float:
        text = piece * (size // len(piece))
        began = time.process_time()
        work(text)
        return time.process_time() - began

    small = min(cost(short) for _ in range(TRIES))
    return any(cost(TIMES * short) < TIMES * small * ROOM + BLINK for _ in range(TRIES))
