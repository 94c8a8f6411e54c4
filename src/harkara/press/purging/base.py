"""What every CDN is told through."""

from collections.abc import Sequence
from typing import Protocol


class NotPurged(Exception):
    """The CDN did not take the purge; it is asked again later."""


class Purger(Protocol):
    """A CDN that keeps pages until it is told to drop them."""

    def purge(self, paths: Sequence[str]) -> None:
        """Have these decoded paths dropped; returns when that is promised.

        Raises NotPurged if it is not, for any of them: all are asked for again.
        """
