"""Counting: what this process counts in memory, and writes down before a second is over.

Only `kill -9`, or a machine that stops, can lose what came in since the last slip.
"""

import atexit
import logging
import threading
import time
from collections.abc import Mapping
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from harkara.audience.comments.scoring.rules import broken_rules
from harkara.audience.trending import slips
from harkara.audience.trending.missing import kept_words
from harkara.audience.trending.tally import Tally
from harkara.web.left_out import is_left_out

logger = logging.getLogger(__name__)

# Short of a second: writing takes its time too, and no more than the last second may be lost.
PAUSE = 0.75


class Writer:
    """Writes a tally down again and again, from the first count on."""

    def __init__(self, tally: Tally) -> None:
        self._tally = tally
        self._begun = False
        self._beginning = threading.Lock()
        self._failing = False

    def begin(self) -> None:
        """See to it that the tally is written down from now on, and when the process ends."""
        if self._begun:
            return
        with self._beginning:
            if not self._begun:
                threading.Thread(target=self._go_on, name="counting", daemon=True).start()
                atexit.register(self.write)
                self._begun = True

    def write(self) -> None:
        """Write down what came in; what cannot be written waits for the next time."""
        counts = self._tally.take(timezone.now())
        if counts is None:
            return
        try:
            slips.write(Path(settings.AUDIENCE_SLIPS), counts)
            self._failing = False
        except OSError as error:
            if not self._failing:
                logger.error("views cannot be written down and wait: %s", error)
            self._failing = True
            self._tally.put_back(counts)

    def _go_on(self) -> None:
        pause = threading.Event()
        while not pause.wait(PAUSE):
            self.write()


TALLY = Tally()
WRITER = Writer(TALLY)


def note_miss(environ: Mapping[str, str], query: str) -> None:
    """Count a search that found nothing, if its words may be kept and its reader be counted."""
    words = kept_words(query)
    if words and not is_left_out(environ) and not broken_rules("", words):
        WRITER.begin()
        TALLY.miss(words, environ.get("REMOTE_ADDR", ""), time.time())
