"""What intake does by itself, beside the press's worker: it takes wires in and asks feeds."""

import logging
import threading

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone, translation

from harkara import __version__
from harkara.intake.actions.polling import Poller
from harkara.intake.actions.turns import claim
from harkara.intake.deliveries import take_from_folder
from harkara.intake.fetching import Fetcher
from harkara.intake.fetching.robots import NAME, Robots
from harkara.intake.models import WireService

logger = logging.getLogger(__name__)

POLL = 2.0
AFTER_FAILURE = 10.0


def agent() -> str:
    """Return the name under which we ask: ours, and where to read of us."""
    return f"{NAME}/{__version__} (+{settings.PUBLIC_URL})"


def poller(stop: threading.Event) -> Poller:
    """Return what asks feeds until `stop` is set."""
    fetcher = Fetcher(agent())
    return Poller(fetcher=fetcher, robots=Robots(fetcher), rest=stop.wait)


def work(stop: threading.Event) -> None:
    """Take in what comes until `stop` is set.

    Nothing ends it early: what raises is logged, once for each failure, and tried again.
    """
    asking, failing = poller(stop), ""
    try:
        while not stop.is_set():
            try:
                # What is said of a feed is said in the language of the newsroom.
                with translation.override(settings.LANGUAGE_CODE):
                    busy = _step(asking)
                failing = ""
            except Exception as error:
                if failing != repr(error):
                    away = isinstance(error, OperationalError | InterfaceError)
                    logger.exception("the database is away" if away else "taking in failed")
                failing, busy = repr(error), False
                connection.close()
                stop.wait(AFTER_FAILURE)
            if not busy:
                stop.wait(POLL)
    finally:
        connection.close()


def _step(asking: Poller) -> bool:
    """Take in what lies in the wires' folders, then ask one feed; say whether there was any."""
    taken = 0
    for service in WireService.objects.filter(active=True).order_by("pk"):
        taken += take_from_folder(service, asking.fetcher, timezone.now())
    feed = claim(timezone.now())
    if feed is not None:
        asking.poll(feed, timezone.now())
    return feed is not None or taken > 0
