"""Bodies: what a request sends is received before it comes to the door, where few are let in.

A sender may take as long as he likes over a form, and the server has no way to hang up on him. At
the door he would keep others out. So small bodies are received in a waiting room: so many at once,
so few of one address. Of large ones (an editor's photos) some may pass, never all that fit inside.
"""

import io
import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

# A server needs so many threads more than its door does.
WAITING = 48
OF_ONE_ADDRESS = 8
LARGE_AT_ONCE = 4
SMALL = 64 * 1024
PIECE = 4 * 1024
# Seconds in which a small body must come, if it comes at all.
PATIENCE = 30.0


class Bodies:
    """A WSGI application that hands another one requests whose small bodies are here.

    `busy` answers those for whom there is no room, and those who took too long.
    """

    def __init__(
        self,
        application: "WSGIApplication",
        busy: "WSGIApplication",
        *,
        waiting: int = WAITING,
        of_one: int = OF_ONE_ADDRESS,
        large: int = LARGE_AT_ONCE,
        patience: float = PATIENCE,
    ) -> None:
        self._application = application
        self._busy = busy
        self._most, self._of_one, self._patience = waiting, of_one, patience
        self._here: Counter[str] = Counter()
        self._lock = threading.Lock()
        self._large = threading.Semaphore(large)

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request."""
        length = _length(environ)
        if not length:
            return self._application(environ, start_response)
        if length > SMALL:
            return self._pass_large(environ, start_response)
        with self._room(environ.get("REMOTE_ADDR", "")) as is_room:
            body = self._received(environ["wsgi.input"], length) if is_room else None
        if body is None:
            return self._busy(environ, start_response)
        environ["wsgi.input"] = io.BytesIO(body)
        return self._application(environ, start_response)

    def _pass_large(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        if not self._large.acquire(blocking=False):
            return self._busy(environ, start_response)
        try:
            return self._application(environ, start_response)
        finally:
            self._large.release()

    @contextmanager
    def _room(self, address: str) -> Iterator[bool]:
        """Say whether there is room for one more, of this address, and keep it meanwhile."""
        with self._lock:
            is_room = self._here.total() < self._most and self._here[address] < self._of_one
            self._here[address] += is_room
        try:
            yield is_room
        finally:
            with self._lock:
                self._here[address] -= is_room
                if not self._here[address]:
                    del self._here[address]

    def _received(self, body: IO[bytes] | Any, length: int) -> bytes | None:  # noqa: ANN401 (a server's own)
        """Return a body, or what came of it if its sender ended it early; None if it was slow."""
        until, parts, left = time.monotonic() + self._patience, list[bytes](), length
        while left and (part := body.read(min(PIECE, left))):
            parts.append(part)
            left -= len(part)
            if left and time.monotonic() > until:
                return None
        return b"".join(parts)


def _length(environ: "WSGIEnvironment") -> int:
    said = environ.get("CONTENT_LENGTH") or ""
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 16 else 0
