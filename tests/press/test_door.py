"""The door to Django: a few inside, a few on the bench, and stored pages wait for nobody."""

import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from harkara.press.door import Door

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

SOON = 30.0


def busy(_environ: "WSGIEnvironment", _start_response: "StartResponse") -> Iterable[bytes]:
    return [b"busy"]


def ask(door: Door) -> bytes:
    return b"".join(door({}, lambda *_: lambda _: None))


def opened_late() -> tuple[
    threading.Semaphore,
    threading.Event,
    Callable[["WSGIEnvironment", "StartResponse"], Iterable[bytes]],
]:
    """Return an application that lets nobody go, what counts who is inside, and what frees all."""
    inside, free = threading.Semaphore(0), threading.Event()

    def application(_environ: "WSGIEnvironment", _start: "StartResponse") -> Iterable[bytes]:
        inside.release()
        assert free.wait(SOON)
        return [b"served"]

    return inside, free, application


def test_whoever_finds_no_place_is_told_so_at_once() -> None:
    inside, free, application = opened_late()
    door = Door(application, busy, inside=2, on_the_bench=0)

    with ThreadPoolExecutor(2) as readers:
        served = [readers.submit(ask, door) for _ in range(2)]
        assert all(inside.acquire(timeout=SOON) for _ in range(2))
        told = ask(door)
        free.set()

    assert told == b"busy"
    assert [reader.result() for reader in served] == [b"served"] * 2


def test_whoever_sits_on_the_bench_comes_in_when_a_place_is_free() -> None:
    inside, free, application = opened_late()
    door = Door(application, busy, inside=1, on_the_bench=1, patience=SOON)

    with ThreadPoolExecutor(2) as readers:
        served = [readers.submit(ask, door) for _ in range(2)]
        assert inside.acquire(timeout=SOON)
        free.set()

    assert [reader.result() for reader in served] == [b"served"] * 2


def test_nobody_sits_on_the_bench_for_ever() -> None:
    inside, free, application = opened_late()
    door = Door(application, busy, inside=1, on_the_bench=1, patience=0.05)

    with ThreadPoolExecutor(1) as readers:
        served = readers.submit(ask, door)
        assert inside.acquire(timeout=SOON)
        told = ask(door)
        free.set()

    assert (told, served.result()) == (b"busy", b"served")


def test_an_application_that_raises_gives_its_place_back() -> None:
    tries = iter([True, False])

    def application(_environ: "WSGIEnvironment", _start: "StartResponse") -> Iterable[bytes]:
        if next(tries):
            raise ZeroDivisionError
        return [b"served"]

    door = Door(application, busy, inside=1, on_the_bench=0)
    try:
        ask(door)
    except ZeroDivisionError:
        raised = True

    assert raised
    assert ask(door) == b"served"
