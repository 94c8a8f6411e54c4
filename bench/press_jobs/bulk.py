"""Pressing in bulk: a new masthead on every page, and the desk goes on publishing meanwhile."""

import time
from collections.abc import Iterator

from bench.measuring.figures import Figure
from bench.press_jobs import publishing
from bench.press_jobs.running import Site
from harkara.newsroom.models import FrontPage
from harkara.press.queries import stale_count

# Each look counts the stale pages, which is work too.
LOOK = 2.0


def measure(site: Site, label: str, seconds: float, runs: int) -> Iterator[Figure]:
    """Give the masthead another line, and measure for so long (or until nothing waits)."""
    front = FrontPage.objects.get().get_latest_revision_as_object()
    front.tagline = f"नापने का {int(time.time())} वां दिन"
    began = time.perf_counter()
    front.save_revision().publish()
    yield Figure(f"{label}/mark", time.perf_counter() - began, "s")
    waiting = stale_count()
    yield Figure(f"{label}/marked", waiting)
    yield from _rate(site, label, waiting, seconds)
    if runs and stale_count():
        yield from publishing.measure(site, f"{label}/meanwhile", runs, settled=False)


def _rate(site: Site, label: str, waiting: int, seconds: float) -> Iterator[Figure]:
    began, used = time.perf_counter(), site.processor_seconds()
    while (left := stale_count()) and time.perf_counter() - began < seconds:
        time.sleep(LOOK)
    took, spent = time.perf_counter() - began, site.processor_seconds() - used
    yield Figure(f"{label}/rate", (waiting - left) / took, "pages/s")
    yield Figure(f"{label}/rate_a_core", (waiting - left) / max(spent, 0.01), "pages/core s")
