"""What is done with views and searches by the clock, beside the press's worker."""

import logging
import threading
import time
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from harkara.audience.trending.actions import drain, forget, make_lists
from harkara.audience.trending.actions.draining import AT_ONCE
from harkara.audience.trending.actions.listing import BETWEEN as BETWEEN_LISTS
from harkara.press.rounds import again_and_again

logger = logging.getLogger(__name__)

BETWEEN = 3.0
"""Seconds from one look for slips to the next: so old are the desk's live counts at the most."""
FADING = BETWEEN_LISTS.total_seconds()
FORGETTING = 600.0


def work(stop: threading.Event) -> None:
    """Count what was read and make the lists of it, until `stop` is set."""
    worker = Worker(Path(settings.AUDIENCE_SLIPS))
    again_and_again(stop, worker.step, BETWEEN, "counting views failed", logger)


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
