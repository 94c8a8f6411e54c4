"""The shelf: the pages readers ask for most, kept in memory while their files stay the same."""

import threading
from collections import OrderedDict

from harkara.press.stores.base import Store, Stored

# What an entry weighs besides its bytes.
OVERHEAD = 1000


class Shelf:
    """A store's hot pages in memory, least recently read out first, bounded in bytes."""

    def __init__(self, store: Store, limit: int) -> None:
        self._store = store
        self._limit = limit
        self._weight = 0
        self._pages: OrderedDict[tuple[str, str], Stored] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, path: str, encoding: str) -> Stored | None:
        """Return a page as the store has it now, None if it is not kept in this encoding."""
        version = self._store.version(path, encoding)
        if version is None:
            self._drop((path, encoding))
            return None
        page = self._pages.get((path, encoding))
        if page is None or page.version != version:
            page = self._store.load(path, encoding)
            self._keep((path, encoding), page)
        else:
            self._touch((path, encoding))
        return page

    def _touch(self, name: tuple[str, str]) -> None:
        with self._lock:
            if name in self._pages:
                self._pages.move_to_end(name)

    def _keep(self, name: tuple[str, str], page: Stored | None) -> None:
        self._drop(name)
        if page is None or len(page.body) + OVERHEAD > self._limit:
            return
        with self._lock:
            # Another thread may have put it there meanwhile.
            self._weigh(self._pages.pop(name, None), -1)
            self._pages[name] = page
            self._weigh(page, 1)
            while self._weight > self._limit:
                self._weigh(self._pages.popitem(last=False)[1], -1)

    def _drop(self, name: tuple[str, str]) -> None:
        if name in self._pages:
            with self._lock:
                self._weigh(self._pages.pop(name, None), -1)

    def _weigh(self, page: Stored | None, sign: int) -> None:
        if page:
            self._weight += sign * (len(page.body) + OVERHEAD)
