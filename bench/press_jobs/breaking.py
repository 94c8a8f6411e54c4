"""A breaking line: from the desk's tap to the bytes that readers' pages carry or take in."""

import time
from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from bench.measuring.figures import Figure
from bench.press_jobs.publishing import Change, answers, holds, lacks, timed
from bench.press_jobs.running import Site, wait_for
from harkara.newsroom.actions.breaking import SetBreaking, set_breaking, take_back_breaking
from harkara.newsroom.models import SectionPage
from harkara.newsroom.queries.breaking import standing_line

HOUR = timedelta(hours=1)


class Ticker:
    """Lines of the bench's own above a live site."""

    def __init__(self, site: Site) -> None:
        self._count = int(time.time())
        section: SectionPage = SectionPage.objects.live().order_by("path")[0]
        self._pages = {
            "fragment": "/tukda/taaza/",
            "front": "/",
            "section": f"/{section.slug}/",
            "latest": "/taaza/",
        }
        wait_for(site, dict.fromkeys(self._pages.values(), answers))

    def set(self) -> Change:
        """Put another line above the paper."""
        self._count += 1
        text = f"नापने की पंक्ति क्रमांक {self._count}"
        set_breaking(SetBreaking(text=text, lasts=HOUR, at=timezone.now()))
        return Change({name: (path, holds(text)) for name, path in self._pages.items()})

    def take_back(self) -> Change:
        """Take the line away."""
        line = standing_line()
        assert line
        take_back_breaking(line.pk)
        return Change({name: (path, lacks(line.text)) for name, path in self._pages.items()})


def measure(site: Site, label: str, runs: int) -> Iterator[Figure]:
    """Set and take back so many lines, and give the seconds until each page shows it."""
    ticker = Ticker(site)
    yield from timed(site, label, {"set": ticker.set, "take back": ticker.take_back}, runs)
