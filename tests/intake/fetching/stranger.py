"""A stranger's server on this machine, which answers as a test tells it."""

import contextlib
import ipaddress
import threading
from collections.abc import Callable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

from harkara.intake.fetching import Fetcher
from harkara.intake.fetching.addresses import Address

HERE = ipaddress.ip_address("127.0.0.1")
Answer = Callable[["Request"], None]


class Stranger(ThreadingHTTPServer):
    """Answers each path as it was told to; notes what it was asked."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Request)
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def says(self, path: str, body: bytes = b"", status: int = 200, /, **headers: str) -> str:
        """Answer a path with a body; return its address. `_` in a header's name is a hyphen."""

        def answer(request: "Request") -> None:
            request.send_response(status)
            for name, value in headers.items():
                request.send_header(name.replace("_", "-"), value)
            request.end_headers()
            request.wfile.write(body)

        self.answers[path] = answer
        return self.url(path)

    def url(self, path: str, host: str = "feeds.example") -> str:
        """Return the address of a path under a name that leads here."""
        return f"http://{host}:{self.server_port}{path}"

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()


class Request(BaseHTTPRequestHandler):
    """One request to the stranger."""

    server: Stranger

    def do_GET(self) -> None:
        """Note it, and answer as told; a reader who hung up is no error."""
        self.server.asked.append((self.path, dict(self.headers)))
        with contextlib.suppress(OSError):
            if self.path in self.server.answers:
                self.server.answers[self.path](self)
            else:
                self.send_error(404)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def leads_here(_host: str, _port: int, _seconds: float) -> Sequence[Address]:
    """Find every host on this machine."""
    return (HERE,)


def guest() -> Fetcher:
    """Return a fetcher that may ask this machine, and finds every host on it."""
    return Fetcher("Harkara tests", rule=lambda _a, _p: True, resolver=leads_here)


def serving() -> Iterator[Stranger]:
    """Run a stranger's server for a test."""
    with Stranger() as stranger:
        yield stranger
