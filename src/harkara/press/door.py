"""The door to the application: so many inside at once, a few on the bench, the rest told to return.

Whoever is inside may wait long, for a database that is locked or gone. Readers of stored pages use
the same threads and must never wait behind them.
"""

import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

# A server needs more threads than these together: what it has besides is for stored pages.
INSIDE = 10
ON_THE_BENCH = 4
# How long one sits on the bench, in seconds.
PATIENCE = 5.0


class Door:
    """A WSGI application that lets a few requests at a time into another one.

    `busy` answers those who find no place.
    """

    def __init__(
        self,
        application: "WSGIApplication",
        busy: "WSGIApplication",
        *,
        inside: int = INSIDE,
        on_the_bench: int = ON_THE_BENCH,
        patience: float = PATIENCE,
    ) -> None:
        self._application = application
        self._busy = busy
        self._inside = threading.Semaphore(inside)
        self._bench = threading.Semaphore(on_the_bench)
        self._patience = patience

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request."""
        if not self._enter():
            return self._busy(environ, start_response)
        try:
            return self._application(environ, start_response)
        finally:
            self._inside.release()

    def _enter(self) -> bool:
        if self._inside.acquire(blocking=False):
            return True
        if not self._bench.acquire(blocking=False):
            return False
        try:
            return self._inside.acquire(timeout=self._patience)
        finally:
            self._bench.release()
