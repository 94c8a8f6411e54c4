"""Lasting: what answers share with those before them, as long as it is true.

A page that is made on request, and stored by nobody, shows the same menu as the page before it.
What `once` makes under some names is therefore kept in the process, and lies on the next answer's
shelf while none of the keys that were read for it has been marked. The clock is asked before each
answer, so a change counts in every process from its commit on, as it does for pressed pages.
"""

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from django.db import transaction

from harkara.press import clock
from harkara.press.queries import are_marked_since
from harkara.press.recorder import Shelf, together


class _Kept(NamedTuple):
    seen: int
    """What the clock said when all of it was true."""
    made: Shelf


class Lasting:
    """What `once` makes under some names, kept from one answer to the next."""

    def __init__(self, *names: Hashable) -> None:
        """Take the names; what is made under others lasts no longer than its answer."""
        self._names = names
        self._kept = _Kept(0, {})

    @contextmanager
    def together(self) -> Iterator[None]:
        """Let what is made inside the block share what still stands; asks one query or two.

        Inside a transaction nothing is kept: what it has read may never come true.
        """
        if may_be_undone():
            with together():
                yield
            return
        now = clock.now()
        with together() as shared:
            shared.update(self._standing(now))
            yield
            made = {name: shared[name] for name in self._names if name in shared}
        # Another thread may have come further: then its keys are looked at once more.
        self._kept = _Kept(now, made)

    def _standing(self, now: int) -> Shelf:
        seen, made = self._kept
        if now == seen:
            return made
        keys = {key for _value, read in made.values() for key in read}
        return {} if now < seen or are_marked_since(seen, keys) else made


def may_be_undone() -> bool:
    """Say whether what is read now may never come true: a transaction is open."""
    return bool(transaction.get_connection().in_atomic_block)
