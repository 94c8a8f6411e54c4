"""What is sent is received before the door: who sends slowly keeps nobody out."""

import io
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from harkara.press.bodies import SMALL, Bodies

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

SOON = 30.0


def said(environ: "WSGIEnvironment", _start: "StartResponse") -> Iterable[bytes]:
    return [environ["wsgi.input"].read()]


def busy(_environ: "WSGIEnvironment", _start: "StartResponse") -> Iterable[bytes]:
    return [b"busy"]


class Slow:
    """A body that does not come until it may."""

    def __init__(self) -> None:
        self.asked, self.free = threading.Semaphore(0), threading.Event()

    def read(self, size: int) -> bytes:
        self.asked.release()
        assert self.free.wait(SOON)
        return b"x" * size


def ask(
    bodies: Callable[..., Iterable[bytes]], body: Any, length: object, address: str = "a"
) -> bytes:
    environ = {"CONTENT_LENGTH": str(length), "wsgi.input": body, "REMOTE_ADDR": address}
    return b"".join(bodies(environ, lambda *_: lambda _: None))


def test_a_body_is_whole_when_it_comes_to_the_door() -> None:
    body = bytes(range(256)) * 100

    assert ask(Bodies(said, busy), io.BytesIO(body + b"next"), len(body)) == body
    assert ask(Bodies(said, busy), io.BytesIO(b"short"), 100) == b"short"
    assert ask(Bodies(said, busy), io.BytesIO(b"none"), "") == b"none"


def test_one_address_does_not_fill_the_room_and_the_door_stays_free() -> None:
    slow, bodies = Slow(), Bodies(said, busy, waiting=3, of_one=2)

    with ThreadPoolExecutor(2) as senders:
        sent = [senders.submit(ask, bodies, slow, 10) for _ in range(2)]
        assert all(slow.asked.acquire(timeout=SOON) for _ in range(2))
        again = ask(bodies, io.BytesIO(b"x"), 1)
        other = ask(bodies, io.BytesIO(b"x"), 1, "b")
        reading = ask(bodies, io.BytesIO(b""), 0)
        slow.free.set()

    assert (again, other, reading) == (b"busy", b"x", b"")
    assert [one.result() for one in sent] == [b"x" * 10] * 2
    assert ask(bodies, io.BytesIO(b"x"), 1) == b"x"


def test_whoever_takes_too_long_is_told_so() -> None:
    assert ask(Bodies(said, busy, patience=-1), io.BytesIO(b"x" * SMALL), SMALL) == b"busy"


def test_of_large_bodies_some_pass_unread_and_never_all_that_fit_inside() -> None:
    slow = Slow()
    bodies = Bodies(lambda environ, _start: [environ["wsgi.input"].read(1)], busy, large=1)

    with ThreadPoolExecutor(1) as sender:
        sent = sender.submit(ask, bodies, slow, SMALL + 1)
        assert slow.asked.acquire(timeout=SOON)
        again = ask(bodies, io.BytesIO(b"x"), SMALL + 1)
        slow.free.set()

    assert (again, sent.result()) == (b"busy", b"x")
    assert ask(bodies, io.BytesIO(b"y"), SMALL + 1) == b"y"
