"""The loop that tells the CDN, beside the press and never in its way."""

import logging
import threading
from datetime import datetime, timedelta

from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone

from harkara.press.models import Purge
from harkara.press.purging.base import NotPurged, Purger
from harkara.press.queries import purges_due

logger = logging.getLogger(__name__)

# As many as common endpoints take in one request.
BATCH = 30
POLL = 0.2
# While the database is away, it is asked this seldom.
AWAY = 1.0
# What fails is tried again after 1, 2, 4 … seconds, at most this many.
LONGEST_WAIT = 300


def purge_once(purger: Purger, at: datetime) -> int:
    """Have the CDN drop what is due, at most a batch; return how many paths it dropped.

    A path is forgotten only after the CDN has promised, and only if it was not pressed again
    meanwhile: whatever dies when, nothing is left behind.
    """
    batch = list(purges_due(at)[:BATCH])
    if not batch:
        return 0
    try:
        purger.purge([purge.path for purge in batch])
    except NotPurged as refusal:
        # Said once for each spell, not for each try.
        if not any(purge.failures for purge in batch):
            logger.warning("the CDN was not told of %d pages: %s", len(batch), refusal)
        for purge in batch:
            wait = timedelta(seconds=min(2 ** min(purge.failures, 20), LONGEST_WAIT))
            Purge.objects.filter(pk=purge.pk, asked_at=purge.asked_at).update(
                failures=purge.failures + 1, retry_at=at + wait
            )
        return 0
    for purge in batch:
        Purge.objects.filter(pk=purge.pk, asked_at=purge.asked_at).delete()
    return len(batch)


def work(stop: threading.Event, purger: Purger) -> None:
    """Tell the CDN of every page that changes, until `stop` is set."""
    away = False
    while not stop.is_set():
        try:
            told = purge_once(purger, timezone.now())
            away = False
        except (OperationalError, InterfaceError) as error:
            if not away:
                logger.error("the database is away, purging waits for it: %s", error)
            away, told = True, 0
            connection.close()
            stop.wait(AWAY)
        except Exception:
            logger.exception("purging stumbled and goes on")
            told = 0
            stop.wait(AWAY)
        if not told:
            stop.wait(POLL)
    connection.close()
