"""Connecting: a request over a connection to one address, in a bounded time."""

import http.client
import io
import socket
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from harkara.intake.fetching.addresses import Address


class Deadline:
    """The moment by which all must be done."""

    def __init__(self, seconds: float) -> None:
        self._ends = time.monotonic() + seconds

    def left(self) -> float:
        """Return the seconds that are left. Raises TimeoutError if none are."""
        left = self._ends - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


class TooMuch(Exception):
    """A server sent more than its answer may be, whatever it said of its length."""


class _Bounded(io.RawIOBase):
    """What a socket receives: so much, each piece waited for no longer than the deadline allows.

    Counted here, where nothing that an answer says of itself can lead past it: Python reads a
    chunk of -1 bytes, for one, to the end of the connection.
    """

    def __init__(self, sock: socket.socket, deadline: Deadline, most: int) -> None:
        self._sock = sock
        self._deadline = deadline
        self._left = most

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 (any writable buffer)
        self._sock.settimeout(self._deadline.left())
        came = self._sock.recv_into(buffer)
        self._left -= came
        if self._left < 0:
            raise TooMuch
        return came


class _Wire:
    """What `http.client` needs of a socket; whoever opened the socket closes it."""

    def __init__(self, sock: socket.socket, deadline: Deadline, most: int) -> None:
        self._sock = sock
        self._deadline = deadline
        self._most = most

    def sendall(self, data: bytes) -> None:
        self._sock.settimeout(self._deadline.left())
        self._sock.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Bounded(self._sock, self._deadline, self._most))

    def close(self) -> None:
        """Leave the socket open: the answer is still to be read from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a request goes: the host that is asked, and the address that is connected to."""

    secure: bool
    host: str
    port: int
    path: str
    address: Address

    @property
    def named(self) -> str:
        """The host as the `Host` header names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == (443 if self.secure else 80) else f"{host}:{self.port}"


def connect(target: Target, deadline: Deadline, tls: Callable[[], ssl.SSLContext]) -> socket.socket:
    """Return a connection to the target's address; its certificate must be the host's.

    Raises OSError, of which TimeoutError and ssl.SSLError are kinds.
    """
    sock = socket.create_connection((str(target.address), target.port), timeout=deadline.left())
    if not target.secure:
        return sock
    try:
        sock.settimeout(deadline.left())
        return tls().wrap_socket(sock, server_hostname=target.host)
    except BaseException:
        sock.close()
        raise


def ask(
    sock: socket.socket,
    target: Target,
    headers: Mapping[str, str],
    deadline: Deadline,
    most: int,
) -> http.client.HTTPResponse:
    """Send a GET and return the answer, its body still to be read from the connection.

    Of head and body together `most` bytes are received: then TooMuch is raised, here or by whoever
    reads the body. Raises OSError or http.client.HTTPException too.
    """
    connection = http.client.HTTPConnection(target.host, target.port)
    connection.sock = _Wire(sock, deadline, most)
    connection.request("GET", target.path, headers={"Host": target.named, **headers})
    return connection.getresponse()
