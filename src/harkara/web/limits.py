"""How often one place may ask: so many times a minute from one network address.

The counts are kept in the process's memory, as those of the newsroom's door are. Many people may
stand behind one address of a mobile network, so pages are never counted, only what programs ask for
and what is sent to us.
"""

import time
from dataclasses import dataclass

from django.core.cache import caches
from django.http import HttpRequest

from harkara.audience.visitors.places import place

CACHE = "limits"
PERIOD = 60


@dataclass(frozen=True, slots=True)
class Limit:
    """So many requests a minute from one place, for one kind of request."""

    name: str
    most: int

    def wait(self, request: HttpRequest) -> int:
        """Count a request; return 0 if it may be answered, else the seconds until one may."""
        return self.wait_at(request.META.get("REMOTE_ADDR", ""))

    def wait_at(self, address: str) -> int:
        """Count a request from an address; return as `wait` does."""
        return self.wait_of(place(address))

    def wait_of(self, who: str) -> int:
        """Count a request of whoever is named so, wherever it comes from; return as `wait` does."""
        now = int(time.time())
        key = f"{self.name}/{now // PERIOD}/{who}"
        counts = caches[CACHE]
        counts.add(key, 0, PERIOD)
        try:
            asked = counts.incr(key)
        except ValueError:
            # So many places asked that this count was thrown out in between.
            return 0
        return PERIOD - now % PERIOD if asked > self.most else 0
