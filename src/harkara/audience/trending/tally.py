"""The tally: what came in since it was last taken, kept in the memory of one process."""

import threading
from datetime import datetime

from harkara.audience.trending.records import Counts, Views
from harkara.audience.trending.repeats import Repeats
from harkara.audience.visitors.places import Blocks, blocks

MOST_WAITING = 100_000
"""Of so many stories views may wait while they cannot be written down; then none is added."""
MOST_MISSES = 200
"""Of searches so many different ones may wait; a site that finds its stories has few."""


class Tally:
    """Counts views and searches that found nothing; any number of threads may come at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._views: dict[int, list[int]] = {}
        self._misses: dict[str, int] = {}
        self._repeats = Repeats()

    def view(self, number: int, address: str, at: float) -> bool:
        """Count that a story was shown to somebody at a network address; `at` is in seconds.

        Returns False if so many stories wait to be written down that this one has no place.
        """
        known = blocks(address)
        with self._lock:
            waiting = self._views.get(number)
            if waiting is None:
                if len(self._views) >= MOST_WAITING:
                    return False
                waiting = self._views[number] = [0, 0]
            waiting[0 if self._repeats.counts(number, known, at) else 1] += 1
        return True

    def miss(self, words: str, address: str, at: float) -> None:
        """Count that somebody searched for words and found nothing, once a day for each network."""
        known: Blocks = blocks(address)
        with self._lock:
            has_place = words in self._misses or len(self._misses) < MOST_MISSES
            if has_place and self._repeats.is_first(words, known, at):
                self._misses[words] = self._misses.get(words, 0) + 1

    def take(self, at: datetime) -> Counts | None:
        """Return what came in and begin anew; None if nothing came."""
        with self._lock:
            views, misses = self._views, self._misses
            self._views, self._misses = {}, {}
        if not views and not misses:
            return None
        return Counts(
            at=at, views={number: Views(*pair) for number, pair in views.items()}, misses=misses
        )

    def put_back(self, counts: Counts) -> None:
        """Take again what could not be written down."""
        with self._lock:
            for number, views in counts.views.items():
                waiting = self._views.setdefault(number, [0, 0])
                waiting[0] += views.counted
                waiting[1] += views.aside
            for words, times in counts.misses.items():
                self._misses[words] = self._misses.get(words, 0) + times
