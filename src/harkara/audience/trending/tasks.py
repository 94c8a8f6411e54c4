"""What is done with views and searches by the clock, beside the press's worker."""

import logging
import threading
import time
from pathlib import Path

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone

from harkara.audience.trending.actions import drain, forget, make_lists
from harkara.audience.trending.actions.draining import AT_ONCE
from harkara.audience.trending.actions.listing import BETWEEN as BETWEEN_LISTS

logger = logging.getLogger(__name__)

BETWEEN = 3.0
"""Seconds from one look for slips to the next: so old are the desk's live counts at the most."""
AFTER_FAILURE = 10.0
FADING = BETWEEN_LISTS.total_seconds()
FORGETTING = 600.0


def work(stop: threading.Event) -> None:
    """Count what was read and make the lists of it, until `stop` is set.

    Nothing ends it early: what raises is logged, once for each failure, and tried again.
    """
    worker = Worker(Path(settings.AUDIENCE_SLIPS))
    failing = ""
    try:
        while not stop.is_set():
            try:
                more = worker.step()
                failing = ""
            except Exception as error:
                if failing != repr(error):
                    away = isinstance(error, OperationalError | InterfaceError)
                    logger.exception("the database is away" if away else "counting views failed")
                failing, more = repr(error), False
                connection.close()
                stop.wait(AFTER_FAILURE)
            if not more:
                stop.wait(BETWEEN)
    finally:
        connection.close()


class Worker:
    """What one worker does each few seconds."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._forget_at = 0.0
        self._list_at = 0.0

    def step(self) -> bool:
        """Count, make lists, forget; say whether there is more to do at once."""
        now = timezone.now()
        counted = drain(self._folder, now)
        # Views fade, so that lists change also where nothing is read any more.
        if counted or time.monotonic() >= self._list_at:
            make_lists(now)
            self._list_at = time.monotonic() + FADING
        if time.monotonic() >= self._forget_at and not forget(self._folder, now):
            self._forget_at = time.monotonic() + FORGETTING
        return counted >= AT_ONCE
