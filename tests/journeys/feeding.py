"""Ask a feed of a home once, at a stranger's server on this machine.

The site itself asks public machines alone, so this stands in for its worker, in a process of its
own: `python -m tests.journeys.feeding`, with the home in the environment. It waits until the worker
has tried the address and been refused by it, so that the two do not ask at once.
"""

import sys
import time

import django

django.setup()

from django.utils import timezone, translation  # noqa: E402 (Django must be set up first)
from tests.intake.fetching.stranger import guest  # noqa: E402

from harkara.intake.actions.polling import Poller  # noqa: E402
from harkara.intake.fetching.robots import Robots  # noqa: E402
from harkara.intake.models import FeedSubscription  # noqa: E402

SOON = 60.0


def ask() -> None:
    """Ask the newest feed, once its site's worker has."""
    until = time.monotonic() + SOON
    feed = FeedSubscription.objects.latest("pk")
    while not feed.failures and time.monotonic() < until:
        time.sleep(0.2)
        feed.refresh_from_db()
    fetcher = guest()
    poller = Poller(fetcher=fetcher, robots=Robots(fetcher), rest=lambda _seconds: None)
    with translation.override("hi"):
        sys.stdout.write(f"{poller.poll(feed, timezone.now())}\n")


if __name__ == "__main__":
    ask()
