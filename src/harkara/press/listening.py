"""Hearing at once, on PostgreSQL, that another process has marked pages stale.

The server carries word from the transaction that marks to every worker that listens, when it
commits and only if it does. SQLite has no such thing; there a worker looks (see `tasks`).
"""

import logging
import threading
from collections.abc import Callable
from typing import Any

from django.db import Error, connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler

logger = logging.getLogger(__name__)

CHANNEL = "harkara_press"
# How long the ear may be deaf before it looks whether it is told to stop, or connects again.
TURN = 0.5


def tell() -> None:
    """Let every worker know, once this transaction has committed, that pages became stale."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"NOTIFY {CHANNEL}")


class Ear:
    """Calls `on_word` whenever word comes; `hears` says whether word would come at present."""

    def __init__(self, on_word: Callable[[], object]) -> None:
        self.hears = False
        self._on_word = on_word
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None

    def open(self) -> None:
        """Listen from now on, where the database has something to say."""
        if connection.vendor == "postgresql":
            # Taken here: a thread made later must reach the same database as its worker.
            settings = dict(connection.settings_dict)
            self._thread = threading.Thread(target=self._listen, args=(settings,), daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Listen no longer."""
        self._closing.set()
        if self._thread:
            self._thread.join()

    def _listen(self, settings: dict[str, Any]) -> None:
        while not self._closing.is_set():
            own = ConnectionHandler({"default": settings}).create_connection("default")
            try:
                with own.cursor() as cursor:
                    cursor.execute(f"LISTEN {CHANNEL}")
                self._attend(own)
            except Error as error:
                # The worker looks for itself meanwhile, and says so if the database is away.
                logger.info("cannot listen to the database: %s", error)
                self._closing.wait(TURN)
            finally:
                self.hears = False
                own.close()

    def _attend(self, own: BaseDatabaseWrapper) -> None:
        """Pass word on until told to stop; raises when the connection breaks."""
        self.hears = True
        # Word that was sent before we listened came to nobody.
        self._on_word()
        while not self._closing.is_set():
            with own.wrap_database_errors:
                for _word in own.connection.notifies(timeout=TURN, stop_after=1):
                    self._on_word()
