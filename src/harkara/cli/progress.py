"""How far long work is, on standard error."""

import sys
import time
from typing import Self

# How often progress is said on a terminal, and into a log.
ON_TERMINAL, INTO_LOG = 0.1, 10.0


class Progress:
    """One line on standard error that keeps saying how far the work is."""

    def __init__(self, verb: str) -> None:
        self._verb = verb
        self._terminal = sys.stderr.isatty()
        self._next = time.monotonic() + (0 if self._terminal else INTO_LOG)

    def __call__(self, done: int, left_or_all: int) -> None:
        """Say how much is done, of how much or with how much left."""
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + (ON_TERMINAL if self._terminal else INTO_LOG)
        end = "\r" if self._terminal else "\n"
        print(f"{self._verb} {done} / {left_or_all}  ", end=end, file=sys.stderr, flush=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._terminal:
            print("\x1b[K", end="", file=sys.stderr, flush=True)
