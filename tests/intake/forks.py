"""Processes that are forked off, so that Django is set up once."""

import os
from collections.abc import Callable


def forked(work: Callable[[], int]) -> int:
    """Do a piece of work in a process of its own; return its id."""
    pid = os.fork()
    if not pid:
        os._exit(work())
    return pid


def ended(pid: int) -> int:
    """Wait for a process to end; return how it did, negative for a signal."""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
