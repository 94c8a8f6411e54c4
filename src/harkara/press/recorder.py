"""The recorder: which keys were read while a page was made."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_innermost: ContextVar[set[str] | None] = ContextVar("harkara_press_recording", default=None)


@contextmanager
def recording() -> Iterator[set[str]]:
    """Collect the keys read inside the block into the set that is given.

    A recording inside another one keeps its keys to itself.
    """
    keys: set[str] = set()
    token = _innermost.set(keys)
    try:
        yield keys
    finally:
        _innermost.reset(token)


def read(*keys: str) -> None:
    """Note that the page being made depends on these keys; outside a recording, do nothing."""
    recorded = _innermost.get()
    if recorded is not None:
        recorded.update(keys)


def is_recording() -> bool:
    """Say whether a page is being made for readers at this moment."""
    return _innermost.get() is not None
