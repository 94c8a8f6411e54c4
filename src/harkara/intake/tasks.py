"""What intake does by itself, beside the press's worker: it takes wires in, and asks feeds."""

import logging
import threading
from collections.abc import Callable
from functools import partial

from django.conf import settings
from django.utils import timezone, translation

from harkara import __version__
from harkara.intake.actions.arriving import clear_away
from harkara.intake.actions.polling import Poller
from harkara.intake.actions.turns import claim
from harkara.intake.deliveries import take_from_folder
from harkara.intake.fetching import Fetcher
from harkara.intake.fetching.robots import NAME, Robots
from harkara.intake.models import WireService
from harkara.intake.moving.comparing import compare_some, waiting
from harkara.press.rounds import again_and_again

logger = logging.getLogger(__name__)

POLL = 2.0


def agent() -> str:
    """Return the name under which we ask: ours, and where to read of us."""
    return f"{NAME}/{__version__} (+{settings.PUBLIC_URL})"


def poller(stop: threading.Event) -> Poller:
    """Return what asks feeds until `stop` is set."""
    fetcher = Fetcher(agent())
    return Poller(fetcher=fetcher, robots=Robots(fetcher), rest=stop.wait)


def take_wires(stop: threading.Event) -> None:
    """Take in what lies in the wires' folders until `stop` is set.

    Apart from the feeds: what an agency takes back waits for no slow server.
    """
    fetcher = Fetcher(agent())
    _again_and_again(stop, partial(_take_files, fetcher))


def ask_feeds(stop: threading.Event) -> None:
    """Ask the feeds, each in its turn, until `stop` is set; clear away what the desk threw away."""
    _again_and_again(stop, partial(_ask_one, poller(stop)))


def compare_moves(stop: threading.Event) -> None:
    """Compare stories that moved in with earlier ones, until `stop` is set."""
    _again_and_again(stop, _compare_some)


def _again_and_again(stop: threading.Event, step: Callable[[], bool]) -> None:
    # What is said of a feed is said in the language of the newsroom.
    spoken = translation.override(settings.LANGUAGE_CODE)(step)
    again_and_again(stop, spoken, POLL, "taking in failed", logger)


def _take_files(fetcher: Fetcher) -> bool:
    taken = 0
    for service in WireService.objects.filter(active=True).order_by("pk"):
        taken += take_from_folder(service, fetcher, timezone.now())
    return taken > 0


def _ask_one(asking: Poller) -> bool:
    clear_away(timezone.now())
    feed = claim(timezone.now())
    if feed is not None:
        asking.poll(feed, timezone.now())
    return feed is not None


def _compare_some() -> bool:
    move = waiting()
    return move is not None and compare_some(move, timezone.now()) > 0
