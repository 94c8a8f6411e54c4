"""A backend in the process's own memory: every query looks at every story.

It is the reference that other backends are held to, and what a test takes that wants no files.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

from harkara.search.backends.answering import answer
from harkara.search.backends.base import Busy, Superseded
from harkara.search.backends.looking import Looking, Story
from harkara.search.completion import complete
from harkara.search.documents import Completion, Document, Hit, Query, Results

_Stories = dict[int, Story]


class MemoryIndex:
    """Stories in a dictionary."""

    def __init__(self) -> None:
        """Begin with an empty index."""
        self._stories: _Stories = {}
        self._position: int | None = None
        self._busy: set[str] = set()

    def search(self, query: Query) -> Results:
        """Return what a query finds."""
        looking = self._look()
        return answer(query, looking, looking.hits)

    def complete(self, typed: str, most: int = 8) -> tuple[Completion, ...]:
        """Return what a query that is being typed may become."""
        return complete(typed, self._look(), most)

    def count(self) -> int:
        """Return how many stories there are."""
        return len(self._stories)

    def numbers(self) -> Iterator[int]:
        """Give the numbers of all stories."""
        return iter(list(self._stories))

    def counts(self, terms: Collection[str]) -> dict[str, int]:
        """Return in how many stories each term stands."""
        looking = self._look()
        return {term: looking.count(term) for term in terms}

    def nearest(
        self, terms: Mapping[str, float], most: int, *, since: datetime | None = None
    ) -> tuple[Hit, ...]:
        """Return the stories that have the terms, by their weights."""
        return tuple(self._look().nearest(terms, since)[: max(most, 0)])

    def position(self) -> int | None:
        """Return the position of the last commit that named one."""
        return self._position

    @contextmanager
    def writer(self) -> Iterator["MemoryWriter"]:
        """Open the index for writing."""
        began = self._stories

        def keep(stories: _Stories, position: int | None) -> None:
            nonlocal began
            if self._stories is not began:
                raise Superseded
            self._stories = began = stories
            self._position = self._position if position is None else position

        with self._alone("writing"):
            yield MemoryWriter(began, keep)

    @contextmanager
    def rebuild(self) -> Iterator["MemoryWriter"]:
        """Open an empty index beside this one, to take its place."""
        made: list[tuple[_Stories, int | None]] = []
        with self._alone("rebuilding"):
            yield MemoryWriter({}, lambda stories, position: made.append((stories, position)))
            if made:
                self._stories = made[-1][0]
                named = [position for _, position in made if position is not None]
                self._position = named[-1] if named else None

    def close(self) -> None:
        """Do nothing: there is nothing to let go of."""

    def _look(self) -> Looking:
        return Looking(list(self._stories.values()))

    @contextmanager
    def _alone(self, what: str) -> Iterator[None]:
        if what in self._busy:
            raise Busy
        self._busy.add(what)
        try:
            yield
        finally:
            self._busy.discard(what)


class MemoryWriter:
    """Changes that wait for the commit."""

    def __init__(self, stories: _Stories, keep: Callable[[_Stories, int | None], None]) -> None:
        """Begin with these stories; what is committed is given to `keep`."""
        self._stories = dict(stories)
        self._keep = keep

    def put(self, document: Document) -> None:
        """Take in a story."""
        self._stories[document.number] = Story(document)

    def remove(self, number: int) -> None:
        """Take a story out."""
        self._stories.pop(number, None)

    def commit(self, position: int | None = None) -> None:
        """Make the changes count."""
        self._keep(dict(self._stories), position)
