"""Opened: one generation of an index, open for reading in one process."""

import sqlite3
from threading import Lock

import tantivy

from harkara.search.backends.base import Unavailable
from harkara.search.backends.tantivy.generations import Generation, mark_of
from harkara.search.backends.tantivy.snapshot import Snapshot
from harkara.search.backends.tantivy.words import WordTable


class Opened:
    """A generation that is open; its threads share it."""

    def __init__(self, generation: Generation) -> None:
        """Open a generation; raises Unavailable if it cannot be read."""
        self._meta = generation.engine / "meta.json"
        self._lock = Lock()
        self._mark = mark_of(self._meta)
        try:
            self._engine = tantivy.Index.open(str(generation.engine))
            self._engine.config_reader("manual")
            self._engine.reload()
            self._words = WordTable(generation.words)
        except (ValueError, OSError, sqlite3.Error) as error:
            message = f"the index in {generation.folder} cannot be read: {error}"
            raise Unavailable(message) from error
        self._snapshot = Snapshot(self._engine, self._words)

    def snapshot(self) -> Snapshot:
        """Return the index as the last commit of any process left it."""
        mark = mark_of(self._meta)
        if mark != self._mark:
            with self._lock:
                self._engine.reload()
                self._snapshot, self._mark = Snapshot(self._engine, self._words), mark
        return self._snapshot
