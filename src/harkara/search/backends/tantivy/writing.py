"""Writing: changes to one generation of an index."""

from collections.abc import Callable
from contextlib import suppress

import tantivy

from harkara.search.backends.base import Superseded
from harkara.search.backends.tantivy.generations import Generation
from harkara.search.backends.tantivy.schema import KEY, Spelled, kept_of, schema
from harkara.search.backends.tantivy.words import WordTaker
from harkara.search.documents import Document

MEMORY = 64_000_000
"""How many bytes of changes the engine holds in memory before it writes them to disk."""


class TantivyWriter:
    """Changes to a generation; they count from the next commit."""

    def __init__(self, generation: Generation, check: Callable[[], None]) -> None:
        """Open a generation; `check` raises Superseded when it is not to be written any more."""
        self._generation = generation
        self._check = check
        self._highest: int | None = -1 if generation.is_empty() else None
        self._engine = tantivy.Index(schema(), str(generation.engine)).writer(MEMORY, 1)
        self._words = WordTaker(generation.words)
        self._spelled = Spelled()
        self.committed = False

    def put(self, document: Document) -> None:
        """Take in a story, in place of what was there under its number."""
        kept, titles = kept_of(document, self._spelled)
        if self._highest is not None and document.number > self._highest:
            self._highest = document.number  # it cannot be there yet
        else:
            self.remove(document.number)
        self._engine.add_document(kept)
        self._words.take(self._spelled.take_new(), titles)

    def remove(self, number: int) -> None:
        """Take a story out."""
        self._engine.delete_documents_by_term(KEY, str(number))

    def commit(self, position: int | None = None) -> None:
        """Make the changes count: the words first, then the stories, then the position."""
        self._check()
        self._words.commit()
        self._engine.commit()
        if position is not None:
            self._generation.keep_position(position)
        self.committed = True

    def close(self) -> None:
        """Drop what was not committed, and wait until the engine has tidied up."""
        with suppress(Superseded):
            self._check()  # else its files are gone, and there is nothing to tidy up
            self._engine.wait_merging_threads()
        self._words.close()
