"""The patrol: looks at every stored page in turn, and has those made again that are damaged.

What a disk spoils no signal tells. A page read from it and found damaged is not shown, but a web
server in front does not look, and a page nobody reads is found by nobody.
"""

import logging

from django.db import transaction

from harkara.press import queries, stores
from harkara.press.actions import mend

logger = logging.getLogger(__name__)

# A hundred thousand pages in some thirty minutes, for a few hundredths of one processor.
PAGES_A_SECOND = 50


class Patrol:
    """One walk over the pages, without end; a new one begins at the first page."""

    def __init__(self) -> None:
        self._last = 0

    def step(self, pages: int = PAGES_A_SECOND) -> int:
        """Look at the next pages; return how many are to be made again."""
        found = queries.targets_after(self._last, pages)
        # At the end it begins again, with the next step.
        self._last = found[-1][0] if len(found) == pages else 0
        store = stores.current()
        broken = [path for _pk, path in found if not store.is_sound(path)]
        if not broken:
            return 0
        logger.warning("stored pages are damaged or missing and made again: %s", ", ".join(broken))
        with transaction.atomic():
            return mend(broken)
