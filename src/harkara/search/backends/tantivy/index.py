"""The index: generations in a folder, one of them in use."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from threading import Lock

from harkara.search.backends.answering import answer
from harkara.search.backends.base import Superseded, Unavailable
from harkara.search.backends.tantivy.generations import Generation, Generations, Mark
from harkara.search.backends.tantivy.opened import Opened
from harkara.search.backends.tantivy.snapshot import Snapshot
from harkara.search.backends.tantivy.writing import TantivyWriter
from harkara.search.completion import complete
from harkara.search.documents import Completion, Hit, Query, Results

WAIT = 5.0
"""How many seconds one who writes is waited for."""


class TantivyIndex:
    """An index in a folder of its own, which is made when something is first written."""

    def __init__(self, folder: Path, *, wait: float = WAIT) -> None:
        """Take the folder, and for how many seconds to wait for another who writes."""
        self._generations = Generations(folder)
        self._folder = folder
        self._wait = wait
        self._lock = Lock()
        self._opened: Opened | None = None
        self._mark: Mark | None = None

    def search(self, query: Query) -> Results:
        """Return what a query finds. Raises Unavailable if there is no index to read."""
        snapshot = self._snapshot()
        return answer(query, snapshot, snapshot.hits)

    def complete(self, typed: str, most: int = 8) -> tuple[Completion, ...]:
        """Return what a query that is being typed may become."""
        return complete(typed, self._snapshot(), most)

    def count(self) -> int:
        """Return how many stories the index holds."""
        return self._snapshot().stories

    def numbers(self) -> Iterator[int]:
        """Give the numbers of all stories."""
        return self._snapshot().numbers()

    def counts(self, terms: Collection[str]) -> dict[str, int]:
        """Return in how many stories each term stands, about: in the field where it is in most."""
        snapshot = self._snapshot()
        return {term: snapshot.count(term) for term in terms}

    def nearest(
        self, terms: Mapping[str, float], most: int, *, since: datetime | None = None
    ) -> tuple[Hit, ...]:
        """Return the stories that have the terms, by their weights."""
        return tuple(self._snapshot().nearest(terms, most, since)[:most])

    def position(self) -> int | None:
        """Return the position of the last commit that named one; None if there is no index."""
        current = self._generations.current()
        return None if current is None else current.position()

    @contextmanager
    def writer(self) -> Iterator[TantivyWriter]:
        """Open the index for writing, making it if there is none."""
        with self._generations.alone("writing", self._wait):
            current = self._generations.current() or self._first()
            with closing(TantivyWriter(current, lambda: self._check(current))) as writer:
                yield writer

    @contextmanager
    def rebuild(self) -> Iterator[TantivyWriter]:
        """Open an empty index beside this one, to take its place when the block is left."""
        with self._generations.alone("rebuilding", self._wait):
            self._generations.remove_unused()
            made = self._generations.begin()
            with closing(TantivyWriter(made, lambda: None)) as writer:
                yield writer
            if writer.committed:
                self._generations.use(made)
            self._generations.remove_unused()

    def close(self) -> None:
        """Let go of files and memory, when no thread reads them any more."""
        with self._lock:
            self._opened = self._mark = None

    def _first(self) -> Generation:
        """Return a new, empty generation that is in use: there was none."""
        with self._generations.alone("rebuilding", self._wait):
            made = self._generations.begin()
            TantivyWriter(made, lambda: None).close()
            self._generations.use(made)
            return made

    def _check(self, generation: Generation) -> None:
        current = self._generations.current()
        if current is None or current.name != generation.name:
            message = f"{generation.folder} is not in use any more"
            raise Superseded(message)

    def _snapshot(self) -> Snapshot:
        opened = self._opened
        if opened is None or self._generations.mark() != self._mark:
            with self._lock:
                opened = self._open()
        return opened.snapshot()

    def _open(self) -> Opened:
        """Open the generation in use, if it is not open."""
        mark = self._generations.mark()
        if self._opened is None or mark != self._mark:
            self._opened = None
            self._opened, self._mark = self._open_current(), mark
        return self._opened

    def _open_current(self) -> Opened:
        try:
            return Opened(self._current())
        except Unavailable:
            return Opened(self._current())  # another came into use while it was being opened

    def _current(self) -> Generation:
        current = self._generations.current()
        if current is None:
            message = f"there is no index in {self._folder}"
            raise Unavailable(message)
        return current
