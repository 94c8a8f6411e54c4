"""What a stranger's server may do to whoever asks it, a path each."""

import gzip
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

Attack = Callable[[BaseHTTPRequestHandler], None]
START = b"<rss version='2.0'><channel><title>x</title>"
LARGE = 40 * 1024 * 1024


def _raw(*pieces: bytes, times: int = 1, pause: float = 0.0) -> Attack:
    """Return an attack that sends pieces past all rules of HTTP, again and again."""

    def attack(request: BaseHTTPRequestHandler) -> None:
        for piece in pieces[:-1]:
            request.wfile.write(piece)
        for _ in range(times):
            request.wfile.write(pieces[-1])
            time.sleep(pause)

    return attack


OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n"
MEGABYTE = b"x" * 1024 * 1024
ATTACKS: dict[str, Attack] = {
    "a body that drips": _raw(OK + b"\r\n" + START, b"<", times=200, pause=0.05),
    "a head that drips": _raw(OK, b"X-A: b\r\n", times=90, pause=0.05),
    "headers without end": _raw(OK, b"X-A: b\r\n" * 1000, times=2000),
    "a header without end": _raw(OK + b"X-A: ", MEGABYTE, times=60),
    "a status without end": _raw(b"HTTP/1.1 200 ", MEGABYTE, times=60),
    "continue without end": _raw(b"HTTP/1.1 100 Continue\r\n\r\n" * 1000, times=4000),
    "a body without end": _raw(OK + b"\r\n" + START, MEGABYTE, times=60),
    "a length that lies": _raw(OK + b"Content-Length: 99999999999\r\n\r\n", MEGABYTE, times=60),
    "a chunk of -1 bytes": _raw(
        OK + b"Transfer-Encoding: chunked\r\n\r\n-1\r\n", MEGABYTE, times=60
    ),
    "a chunk without end": _raw(
        OK + b"Transfer-Encoding: chunked\r\n\r\nfffffffffffff\r\n", MEGABYTE, times=60
    ),
    "chunks of one byte": _raw(
        OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1;" + b"e" * 1000 + b"\r\nx\r\n", times=50_000
    ),
    "trailers without end": _raw(
        OK + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"X-A: b\r\n" * 1000, times=4000
    ),
    "a bomb of gzip": _raw(
        OK + b"Content-Encoding: gzip\r\n\r\n", gzip.compress(b"a" * 100_000_000)
    ),
    "a bomb inside a bomb": _raw(
        OK + b"Content-Encoding: gzip\r\n\r\n",
        gzip.compress(gzip.compress(b"a" * 100_000_000, 9), 9) * 2,
    ),
}
