"""Killing: parts of a running site are ended with SIGKILL while something comes in."""

import os
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from bench.measuring.site import Site


@contextmanager
def killing(running: Site, parts: Sequence[str], every: float) -> Iterator[None]:
    """Kill these parts one after the other, so many seconds apart, while the block runs.

    The block ends when the last one was killed. A part that has not come back yet is passed over.
    """

    def kill() -> None:
        for part in parts:
            time.sleep(every)
            if pid := running.child(part):
                os.kill(pid, signal.SIGKILL)

    thread = threading.Thread(target=kill)
    thread.start()
    try:
        yield
    finally:
        thread.join()
