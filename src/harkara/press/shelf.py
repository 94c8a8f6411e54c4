"""The shelf: the pages readers ask for most, kept in memory while their files stay the same."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from harkara.press.stores.base import Store, Stored

Ready = TypeVar("Ready")

# What an entry weighs besides its bytes.
OVERHEAD = 2000

Entry = tuple[Hashable, int, Ready | None]


class Shelf(Generic[Ready]):
    """A store's hot pages in memory, least recently read out first, bounded in bytes.

    They lie there as `prepare` makes them, so that what can be done once is done once.
    """

    def __init__(self, store: Store, limit: int, prepare: Callable[[str, Stored], Ready]) -> None:
        self._store = store
        self._limit = limit
        self._prepare = prepare
        self._weight = 0
        self._entries: OrderedDict[tuple[str, str], Entry[Ready]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, path: str, encoding: str) -> Ready | None:
        """Return a page as the store has it now, None if it is not kept in this encoding."""
        name = path, encoding
        version = self._store.version(path, encoding)
        entry = self._entries.get(name)
        if version is None:
            if entry:
                self._drop(name)
            return None
        if entry is None or entry[0] != version:
            return self._load(name, version)
        with self._lock:
            if name in self._entries:
                self._entries.move_to_end(name)
        return entry[2]

    def _load(self, name: tuple[str, str], version: Hashable) -> Ready | None:
        """Take a page from the store; one that is damaged is not read again and again."""
        page = self._store.load(*name)
        ready = self._prepare(name[0], page) if page else None
        self._keep(name, (page.version if page else version, len(page.body) if page else 0, ready))
        return ready

    def _keep(self, name: tuple[str, str], entry: Entry[Ready]) -> None:
        with self._lock:
            self._forget(name)
            if entry[1] + OVERHEAD > self._limit:
                return
            self._entries[name] = entry
            self._weight += entry[1] + OVERHEAD
            while self._weight > self._limit:
                self._forget(next(iter(self._entries)))

    def _drop(self, name: tuple[str, str]) -> None:
        with self._lock:
            self._forget(name)

    def _forget(self, name: tuple[str, str]) -> None:
        entry = self._entries.pop(name, None)
        if entry:
            self._weight -= entry[1] + OVERHEAD
