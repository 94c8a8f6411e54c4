"""The recorder: which keys were read while a page was made, and what pages made together share."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

Made = TypeVar("Made")
# What was made or fetched for pages that are made together, by name.
Shelf = dict[Hashable, Any]

_shelf: ContextVar[Shelf | None] = ContextVar("harkara_press_shelf", default=None)
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


@contextmanager
def together() -> Iterator[Shelf]:
    """Let the pages made inside the block share what `once` makes, and rows on the `shelf`.

    The shelf is what is given.

    All of them must have seen the clock before the block began: what is shared is not asked for
    again, so a key that is marked meanwhile must keep each of them from the store. A block inside
    another one shares with it.
    """
    outer = _shelf.get()
    shared = {} if outer is None else outer
    token = _shelf.set(shared)
    try:
        yield shared
    finally:
        _shelf.reset(token)


def shelf() -> Shelf | None:
    """Return where rows for pages that are made together lie, None if one is made alone.

    Whoever makes a page of them reads their keys for that page.
    """
    return _shelf.get()


def once(name: Hashable, make: Callable[[], Made]) -> Made:
    """Return what `make` returns, made once for all pages that are made together.

    Each of them reads the keys that were read for it.
    """
    shared = _shelf.get()
    if shared is None:
        return make()
    if name not in shared:
        try:
            with recording() as keys:
                value = make()
        finally:
            read(*keys)
        shared[name] = value, frozenset(keys)
        return value
    value, kept = shared[name]
    read(*kept)
    return value
