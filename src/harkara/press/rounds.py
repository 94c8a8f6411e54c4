"""Rounds: what a thread of the worker does again and again, whatever happens meanwhile."""

import logging
import threading
from collections.abc import Callable

from django.db import InterfaceError, OperationalError, connection

AFTER_FAILURE = 10.0
"""Seconds to rest after a step that raised."""


def again_and_again(
    stop: threading.Event, step: Callable[[], bool], rest: float, failed: str, log: logging.Logger
) -> None:
    """Do a step until `stop` is set; after one that found nothing to do, rest so many seconds.

    Nothing ends it early: what raises is logged as `failed`, once for each failure, and tried
    again.
    """
    failing = ""
    try:
        while not stop.is_set():
            try:
                busy = step()
                failing = ""
            except Exception as error:
                if failing != repr(error):
                    away = isinstance(error, OperationalError | InterfaceError)
                    log.exception("the database is away" if away else failed)
                failing, busy = repr(error), False
                connection.close()
                stop.wait(AFTER_FAILURE)
            if not busy:
                stop.wait(rest)
    finally:
        connection.close()
