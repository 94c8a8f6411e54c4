"""Robots: what a site asks of programs that read its pages (RFC 9309)."""

import time
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from harkara.intake.fetching.fetcher import Fetcher
from harkara.intake.fetching.limits import Limits
from harkara.intake.fetching.refusals import NotFetched

NAME = "Harkara"
KEPT = 3600.0
MOST_SITES = 500
_LIMITS = Limits(bytes=512 * 1024, seconds=10, kinds=("text/*",))


class Robots:
    """Remembers for an hour what each site asks. A site without such a file asks for nothing."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._known: dict[str, tuple[float, RobotFileParser]] = {}

    def allow(self, url: str) -> bool:
        """Say whether the site of an address lets a page be read by us."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        at, rules = self._known.get(site, (0.0, RobotFileParser()))
        if time.monotonic() - at > KEPT or site not in self._known:
            rules = self._ask(site)
            if len(self._known) >= MOST_SITES:
                self._known.clear()
            self._known[site] = (time.monotonic(), rules)
        return rules.can_fetch(NAME, url)

    def _ask(self, site: str) -> RobotFileParser:
        rules = RobotFileParser()
        try:
            said = self._fetcher.fetch(f"{site}/robots.txt", _LIMITS).body
        except NotFetched:
            said = b""
        rules.parse(said.decode("utf-8", "replace").splitlines())
        return rules
