"""Leases: of several workers one does a student's work, and knows for how long it is his."""

import time
from datetime import datetime

from harkara.search.actions import learned as keeping

ANEW = 30.0
"""The lease is asked for again after so many seconds."""


class Lease:
    """One worker's part in the lease of a student."""

    def __init__(self, student: str, holder: str) -> None:
        self._student = student
        self._holder = holder
        self._until = self._asked_at = float("-inf")
        self.is_unbroken = False
        """Whether it was this worker's all the time: what he kept in mind counts only then."""

    def held(self, at: datetime) -> bool:
        """Say whether this worker has the lease. One query, where it has to be asked for."""
        clock = time.monotonic()
        if clock < self._asked_at + ANEW:
            self.is_unbroken = clock < self._until
            return self.is_unbroken
        had, self._asked_at = clock < self._until, clock
        mine = keeping.lease(self._student, holder=self._holder, at=at)
        self.is_unbroken = had and mine
        self._until = clock + keeping.LEASE.total_seconds() if mine else float("-inf")
        return mine
