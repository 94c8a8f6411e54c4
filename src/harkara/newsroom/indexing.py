"""Keeping the search index in step with the site, beside the press's worker.

A publish or an unpublish rings the workers' bells, so what it noted is applied at once. Of several
workers one at a time writes; the others look again when it may be their turn.
"""

import logging
import threading
import time
from typing import TYPE_CHECKING

from django.db import InterfaceError, OperationalError, connection, transaction
from django.utils import timezone

from harkara.newsroom.actions.also_read import choose_due
from harkara.newsroom.documents import LiveArchive, next_of_group
from harkara.press.bells import Bell
from harkara.search.actions import note, step_walk
from harkara.search.backends.base import Backend, Busy, Unavailable
from harkara.search.following import differences, follow, must_be_made, rebuild
from harkara.search.queries import walks_wait

if TYPE_CHECKING:
    from collections.abc import Iterator

logger = logging.getLogger(__name__)

# How soon a change is noticed whose bell nobody heard, on this machine or another.
POLL = 0.25
# After a failure it is tried again this seldom.
AFTER_FAILURE = 1.0
BETWEEN_SWEEPS = 600.0


def work(stop: threading.Event, index: Backend) -> None:
    """Keep the index in step until `stop` is set.

    Nothing ends it early: what raises is logged, once for each failure, and tried again.
    """
    indexer, failing = Indexer(index), ""
    try:
        with Bell() as bell:
            while not stop.is_set():
                try:
                    if not indexer.step():
                        bell.wait(POLL)
                    failing = ""
                except (OperationalError, InterfaceError) as error:
                    if failing != repr(error):
                        logger.error("the database is away, the index waits for it: %s", error)
                    failing = repr(error)
                    connection.close()
                    stop.wait(AFTER_FAILURE)
                except Exception as error:
                    if failing != repr(error):
                        logger.exception("the index cannot be kept and is tried again")
                    failing = repr(error)
                    stop.wait(AFTER_FAILURE)
    finally:
        index.close()
        connection.close()


class Indexer:
    """One worker's part in keeping the index, and what it remembers between its steps."""

    def __init__(self, index: Backend) -> None:
        self._index = index
        self._archive = LiveArchive()
        self._must_look = True
        self._sweep: Iterator[list[int]] | None = None
        self._next_sweep = time.monotonic() + BETWEEN_SWEEPS

    def step(self) -> bool:
        """Do the next piece of work; return True if there may be more to do at once.

        What was published or taken back comes first, then the stories of a topic or an author that
        was renamed, then what is to be read beside new stories, then a part of the sweep.
        """
        if self._must_look and not self._can_follow():
            return False
        try:
            if follow(self._index, self._archive):
                return True
            if walks_wait():
                return bool(step_walk(next_of_group))
            if choose_due(self._index, timezone.now()):
                return True
            return self._sweep_a_little()
        except Unavailable as lost:
            logger.warning("the search index cannot be used any more: %s", lost)
            self._must_look = True
            return True

    def _can_follow(self) -> bool:
        """Make the index if it must be; return False while another process makes it."""
        if must_be_made(self._index):
            logger.warning("there is no search index that can be used, it is made anew")
            try:
                made = rebuild(self._index, self._archive)
            except Busy:
                return False
            logger.warning("the search index is made: %d stories", made)
        self._must_look = False
        return True

    def _sweep_a_little(self) -> bool:
        """Compare the next slice; what only one of index and site has is noted."""
        if self._sweep is None:
            if time.monotonic() < self._next_sweep:
                return False
            self._sweep = differences(self._index, self._archive)
        found = next(self._sweep, None)
        if found is None:
            self._sweep, self._next_sweep = None, time.monotonic() + BETWEEN_SWEEPS
            return False
        if found:
            logger.warning("the sweep found %d stories that the index has wrong", len(found))
            with transaction.atomic():
                note(found)
        return True
