"""Readers who read all the while, and look at every body whether it is whole."""

import base64
import gzip
import hashlib
import http.client
import itertools
import threading
import time
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

import brotli

TIMEOUT = 60.0
ENCODINGS = ("gzip", "br", "identity")
# A connection is kept for so many requests, then a new one is made.
KEPT_FOR = 5
AFTER_A_FAULT = 0.02


@dataclass
class Seen:
    """What the readers met."""

    statuses: Counter[int] = field(default_factory=Counter)
    torn: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    """Requests that got no answer, or not the whole of one, and know it."""
    seconds: list[float] = field(default_factory=list)

    @property
    def whole(self) -> int:
        """How many bodies came whole."""
        return self.statuses.total()


class Readers:
    """Several readers at once, for as long as the block lasts."""

    def __init__(self, port: int, paths: Sequence[str], count: int = 2) -> None:
        self.seen = Seen()
        self._port = port
        self._paths = paths
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self._threads = [threading.Thread(target=self._read, args=(n,)) for n in range(count)]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def _read(self, number: int) -> None:
        connection: http.client.HTTPConnection | None = None
        asks = itertools.cycle(itertools.product(self._paths, ENCODINGS))
        for turn, (path, encoding) in enumerate(itertools.islice(asks, number, None)):
            if self._stop.is_set():
                break
            if connection is None or turn % KEPT_FOR == 0:
                connection = self._renewed(connection)
                kept = False
            try:
                try:
                    self._ask(connection, path, encoding)
                except (http.client.RemoteDisconnected, ConnectionError, BrokenPipeError):
                    # A server may end a connection that idles; whoever keeps one asks again.
                    if not kept:
                        raise
                    connection = self._renewed(connection)
                    self._ask(connection, path, encoding)
                kept = True
            except (OSError, http.client.HTTPException) as error:
                with self._lock:
                    self.seen.broken.append(f"{path}: {error!r}")
                connection = None
                time.sleep(AFTER_A_FAULT)
        if connection:
            connection.close()

    def _renewed(self, old: http.client.HTTPConnection | None) -> http.client.HTTPConnection:
        if old:
            old.close()
        return http.client.HTTPConnection("127.0.0.1", self._port, timeout=TIMEOUT)

    def _ask(self, connection: http.client.HTTPConnection, path: str, encoding: str) -> None:
        began = time.perf_counter()
        connection.request("GET", path, headers={"Accept-Encoding": encoding})
        answer = connection.getresponse()
        body = answer.read()
        spent = time.perf_counter() - began
        what = fault(body, {name.lower(): value for name, value in answer.getheaders()})
        with self._lock:
            self.seen.statuses[answer.status] += 1
            self.seen.seconds.append(spent)
            if what:
                self.seen.torn.append(f"{path} ({encoding}): {what}")


def fault(body: bytes, headers: dict[str, str]) -> str:
    """Say what is wrong with a body, "" if it is whole.

    Checked is what the page carries itself: the digest in its header where there is one, the
    checksum inside gzip, the end of the document.
    """
    digest = headers.get("repr-digest", "")
    if digest and digest != f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:":
        return "the body is not what its digest says"
    try:
        plain = _unpacked(body, headers.get("content-encoding", ""))
    except (OSError, EOFError, zlib.error, brotli.error) as error:
        return f"cannot be unpacked: {error}"
    is_page = headers.get("content-type", "").startswith("text/html")
    if is_page and not plain.rstrip().endswith(b"</html>"):
        return "the document has no end"
    return ""


def _unpacked(body: bytes, encoding: str) -> bytes:
    if encoding == "gzip":
        return gzip.decompress(body)
    return bytes(brotli.decompress(body)) if encoding == "br" else body
