"""Voters: a crowd of readers over HTTP, each with an address of its own, many at once.

They write requests as bytes and read as little of the answers as they must, so that most of the
processor is left to the site. Whoever's connection breaks sends the very same again.
"""

import json
import selectors
import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import urlencode

from harkara.audience.polls.proof import solved

HOST = "127.0.0.1"
END = b"\r\n\r\n"
LENGTH = b"content-length: "
DIGEST = 32
RETRY = 0.02


@dataclass(slots=True)
class Came:
    """What came of a number of requests, in their order."""

    statuses: list[int]
    bodies: list[bytes]
    seconds: float = 0.0
    late: list[float] = field(default_factory=list)
    """How long each answer took, in seconds."""
    sent_again: int = 0


@dataclass(slots=True)
class _Line:
    """One connection, and the request under way on it."""

    socket: socket.socket
    number: int = -1
    began: float = 0.0
    read: bytes = b""


def ask(port: int, requests: Sequence[bytes], connections: int, at_most: float = 600.0) -> Came:
    """Send requests, so many at a time, and return what came of them.

    After `at_most` seconds no more are begun; what was not asked has the status 0.
    """
    came = Came([0] * len(requests), [b""] * len(requests))
    began = time.perf_counter()
    waiting = iter(range(len(requests)))
    with selectors.DefaultSelector() as selector:
        lines = [_Line(_connected(port)) for _ in range(connections)]
        for line in lines:
            selector.register(line.socket, selectors.EVENT_READ, line)
        busy = sum(_send_next(line, waiting, requests) for line in lines)
        while busy:
            for key, _events in selector.select():
                line = key.data
                if not _has_answer(line):
                    continue
                if line.read:
                    _note(line, came)
                    is_over = time.perf_counter() - began > at_most
                    busy -= 1
                    busy += 0 if is_over else _send_next(line, waiting, requests)
                else:
                    came.sent_again += 1
                    selector.unregister(line.socket)
                    line.socket.close()
                    line.socket = _connected(port)
                    selector.register(line.socket, selectors.EVENT_READ, line)
                    _send(line, requests[line.number])
        for line in lines:
            line.socket.close()
    came.seconds = time.perf_counter() - began
    return came


def request(path: str, address: str, body: bytes) -> bytes:
    """Return a form as a browser sends it from a page of the site, through a proxy."""
    lines = [
        f"POST {path} HTTP/1.1",
        "Host: 127.0.0.1",
        f"X-Forwarded-For: {address}",
        "User-Agent: Mozilla/5.0 (Linux; Android 10; K) Chrome/142.0.0.0 Mobile Safari/537.36",
        "Accept-Language: hi-IN,hi;q=0.9",
        "Sec-Fetch-Site: same-origin",
        "Origin: http://127.0.0.1",
        "Content-Type: application/x-www-form-urlencoded",
        f"Content-Length: {len(body)}",
    ]
    return "\r\n".join(lines).encode() + END + body


def token_request(poll: int, address: str) -> bytes:
    """Return a request for what a vote is made with."""
    return request(f"/matdan/{poll}/token/", address, b"")


def vote_request(poll: int, choice: int, answer: bytes, address: str) -> tuple[str, bytes]:
    """Return the digest of a vote and the request that sends it, its work done."""
    said = json.loads(answer)
    digest = sha256(said["token"].encode()).hexdigest()[:DIGEST]
    body = urlencode(
        {"choice": choice, "once": said["token"], "proof": solved(digest, said["bits"])}
    ).encode()
    return digest, request(f"/matdan/{poll}/", address, body)


def naive_request(poll: int, choice: int, digest: str, address: str) -> bytes:
    """Return a request that votes at the rival's door."""
    body = f"choice={choice}&digest={digest}".encode()
    return request(f"/naive/{poll}/", address, body)


def addresses(count: int) -> Iterator[str]:
    """Give so many addresses of readers, each other."""
    for number in range(count):
        yield f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"


def _connected(port: int) -> socket.socket:
    while True:
        try:
            made = socket.create_connection((HOST, port), timeout=30)
        except OSError:
            time.sleep(RETRY)
            continue
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return made


def _send_next(line: _Line, waiting: Iterator[int], requests: Sequence[bytes]) -> int:
    number = next(waiting, None)
    if number is None:
        return 0
    line.number, line.began, line.read = number, time.perf_counter(), b""
    _send(line, requests[number])
    return 1


def _send(line: _Line, of: bytes) -> None:
    # Where it cannot be sent the answer will not come either, and that is seen there.
    with suppress(OSError):
        line.socket.sendall(of)


def _has_answer(line: _Line) -> bool:
    """Read on; say whether the answer is whole, or (with nothing read) never comes."""
    try:
        more = line.socket.recv(65536)
    except OSError:
        more = b""
    if not more:
        line.read = b""
        return True
    line.read += more
    head, end, body = line.read.partition(END)
    at = head.find(LENGTH)
    if not end:
        return False
    wanted = int(head[at + len(LENGTH) :].partition(b"\r")[0]) if at >= 0 else 0
    return len(body) >= wanted


def _note(line: _Line, came: Came) -> None:
    head, _, body = line.read.partition(END)
    came.statuses[line.number] = int(head.split(b" ", 2)[1])
    came.bodies[line.number] = body
    came.late.append(time.perf_counter() - line.began)
