"""On which processors a web server's threads answer."""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import pytest

from harkara.press import processors

pytestmark = pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) < 2,
    reason="one processor, or a system that cannot say which",
)


Got = TypeVar("Got")


def in_a_thread(call: Callable[[], Got]) -> Got:
    """Call in a thread of its own, so that this process keeps its processors."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(call).result()


def mine(*_request: Any) -> Iterable[bytes]:
    return [str(len(os.sched_getaffinity(0))).encode()]


def test_a_thread_keeps_to_one_processor_but_for_what_may_use_them_all() -> None:
    def seen() -> list[Iterable[bytes]]:
        processors.keep_to_one()
        return [mine(), processors.Anywhere(mine)({}, None), mine()]  # type: ignore[arg-type]

    everything = str(len(processors.ALL)).encode()
    assert in_a_thread(seen) == [[b"1"], [everything], [b"1"]]


def test_it_keeps_to_one_again_after_an_application_that_raises() -> None:
    def raises(*_request: Any) -> Iterable[bytes]:
        raise LookupError

    def seen() -> Iterable[bytes]:
        processors.keep_to_one()
        with pytest.raises(LookupError):
            processors.Anywhere(raises)({}, None)  # type: ignore[arg-type]
        return mine()

    assert in_a_thread(seen) == [b"1"]


def test_where_it_is_forbidden_all_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_about: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "sched_setaffinity", forbidden)

    def seen() -> Iterable[bytes]:
        processors.keep_to_one()
        return processors.Anywhere(mine)({}, None)  # type: ignore[arg-type]

    assert in_a_thread(seen) == mine()
