"""Processors: which of a machine's a thread of the web server may use.

Of the threads of a Python process one works at a time. Spread over several processors they wait for
each other across them, and each finds what the last one had at hand in another's memory: twice the
work for a stored page. So the process keeps to one processor, and only what goes through the door,
which may draw a picture or search the archive meanwhile, may use them all.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


def _may_use() -> frozenset[int]:
    """Return the processors this thread may use, none where the system cannot say."""
    if not hasattr(os, "sched_getaffinity"):
        return frozenset()
    return frozenset(os.sched_getaffinity(0))


# Whatever the process keeps to later.
ALL = _may_use()


def keep_to_one() -> None:
    """Let this thread, and those that it begins, use one of the processors of the process.

    Where a system cannot say so nothing happens. The number of the process says which one: several
    sites may share a machine.
    """
    if ALL:
        _use(frozenset([sorted(ALL)[os.getpid() % len(ALL)]]))


class Anywhere:
    """A WSGI application that hands its requests to another one, on all processors."""

    def __init__(self, application: "WSGIApplication") -> None:
        self._application = application

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request."""
        kept = _may_use()
        if kept == ALL:
            return self._application(environ, start_response)
        _use(ALL)
        try:
            return self._application(environ, start_response)
        finally:
            _use(kept)


def _use(processors: frozenset[int]) -> None:
    # Some containers forbid it: then the process is slower, and right.
    with suppress(OSError):
        os.sched_setaffinity(0, processors)
