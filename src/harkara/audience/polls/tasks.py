"""What is done with polls by the worker, beside pressing."""

import logging
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone

from harkara.audience.polls.actions import drain, forget_networks, move_the_marks, show_tallies
from harkara.audience.polls.journal import sweep

logger = logging.getLogger(__name__)

TURN = 0.5
"""Seconds from one look at the journals to the next."""
BETWEEN_RESULTS = timedelta(seconds=3)
"""So often at the most the result of a poll is pressed while it is open."""
BETWEEN_FORGETTING = timedelta(minutes=10)
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class _Turns:
    """What this thread remembers from one turn to the next."""

    results = _LONG_AGO
    forgetting = _LONG_AGO


def work(stop: threading.Event) -> None:
    """Count votes, open and close polls, press results, until `stop` is set.

    A database that went away is waited for: what was voted meanwhile lies in the journals.
    """
    turns, said = _Turns(), ""
    try:
        while not stop.wait(TURN):
            try:
                turn(turns)
                said = ""
            except (DatabaseError, OSError) as error:
                if repr(error) != said:
                    logger.error("votes wait in their journals: %s", error)
                said = repr(error)
                connection.close()
    finally:
        connection.close()


def turn(turns: _Turns) -> None:
    """Do what is due now."""
    now = timezone.now()
    drain()
    moved = move_the_marks(now)
    if moved or now >= turns.results + BETWEEN_RESULTS:
        show_tallies(now)
        turns.results = now
    if now >= turns.forgetting + BETWEEN_FORGETTING and not forget_networks(now):
        sweep(Path(settings.AUDIENCE_VOTES), now)
        turns.forgetting = now
