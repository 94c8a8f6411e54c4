"""Casting: a reader's vote is looked at and written down. The database is not asked.

What is known of polls is read once a second, so a vote costs a few hashes and its share of one wait
for the disk.
"""

import threading
import time
import zlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import close_old_connections, connection
from django.utils import timezone

from harkara.audience.polls.journal import Journal, line_of
from harkara.audience.polls.proof import is_proof
from harkara.audience.polls.queries import votable
from harkara.audience.polls.records import Ballot, Facts, Way
from harkara.audience.polls.refusals import (
    NoChoice,
    NoGoodToken,
    NoPoll,
    NotOpenYet,
    Over,
    TooQuick,
)
from harkara.audience.visitors.networks import namer
from harkara.audience.visitors.places import place
from harkara.audience.visitors.tokens import BadToken, Ticket, one_time_token, read_token

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = timedelta(hours=2)
"""So long a token is good."""
QUICKEST = timedelta(seconds=2)
"""So long anybody looks at a page before pressing its button."""
KNOWN = 1.0
"""So many seconds what is known of polls is believed."""
DIGEST = 32
PURPOSES = {Way.SCRIPT: "vote", Way.PLAIN: "vote-plain"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """A reader's vote as it was sent: `choices` are all that were named, `proof` the script's."""

    poll: int
    choices: list[str]
    token: str
    proof: str
    address: str
    browser: str
    way: Way
    at: datetime


class Box:
    """Where one process puts the votes it takes."""

    def __init__(self, folder: Path) -> None:
        self._journal = Journal(folder)
        self._known: tuple[float, dict[int, Facts]] = (0.0, {})
        self._naming: tuple[datetime, Callable[[str], str]] | None = None
        self._lock = threading.Lock()

    def facts(self, poll: int, at: datetime) -> Facts:
        """Return what is known of a poll that takes votes; raises NoPoll, NotOpenYet or Over."""
        found = self._polls().get(poll)
        if found is None:
            raise NoPoll
        if not found.takes_votes(at):
            raise NotOpenYet if at < found.opens_at else Over
        return found

    def token(self, poll: int, address: str, way: Way, at: datetime) -> str:
        """Return what one vote is made with: for this poll, from this network, for a while."""
        return one_time_token(PURPOSES[way], _bound(poll, address), at)

    def cast(self, of: Cast) -> None:
        """Write a vote down; it lies on the disk when this returns.

        Raises a NotTaken, or JournalLost if the disk does not take it. A vote that is sent again
        with the same token is written again and counted once.
        """
        facts = self.facts(of.poll, of.at)
        choice = chosen(of.choices, facts)
        ticket = self._ticket(of)
        self._journal.append(
            line_of(
                Ballot(
                    poll=of.poll,
                    choice=choice,
                    digest=ticket.digest[:DIGEST],
                    network=self._name(of.address, of.at),
                    browser=zlib.crc32(of.browser.encode()),
                    way=of.way,
                    at=of.at,
                )
            )
        )

    def close(self) -> None:
        """Let go of the journal, so that it can be read to its end and removed."""
        self._journal.close()

    def _ticket(self, of: Cast) -> Ticket:
        try:
            bound = _bound(of.poll, of.address)
            ticket = read_token(of.token, PURPOSES[of.way], bound, of.at, LONGEST)
        except BadToken as error:
            raise NoGoodToken from error
        if of.way is Way.PLAIN:
            if of.at - ticket.made_at < QUICKEST:
                raise TooQuick
        elif not is_proof(of.proof, ticket.digest[:DIGEST], settings.AUDIENCE_PUZZLE_BITS):
            raise NoGoodToken
        return ticket

    def _polls(self) -> dict[int, Facts]:
        now = time.monotonic()
        until, known = self._known
        # While one thread asks anew, the others go by what was known.
        if now >= until and self._lock.acquire(blocking=not known):
            try:
                if now >= self._known[0]:
                    # Before Django there is no request of its own that would do it. Behind it one
                    # may hold a transaction, and a connection that is closed takes that with it.
                    if not connection.in_atomic_block:
                        close_old_connections()
                    self._known = (now + KNOWN, votable())
                known = self._known[1]
            finally:
                self._lock.release()
        return known

    def _name(self, address: str, at: datetime) -> str:
        naming = self._naming
        if naming is None or at >= naming[0]:
            midnight = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
            self._naming = naming = (midnight + timedelta(days=1), namer(at))
        return naming[1](address)


def chosen(choices: list[str], facts: Facts) -> int:
    """Return the one answer that was named. Raises NoChoice if it is none, or more than one."""
    known = {str(place): place for place in range(1, facts.choices + 1)}
    if len(choices) != 1 or choices[0] not in known:
        raise NoChoice
    return known[choices[0]]


def box() -> Box:
    """Return this process's box, in the home's own folder."""
    return _box(settings.AUDIENCE_VOTES)


@lru_cache(maxsize=4)
def _box(folder: str) -> Box:
    return Box(Path(folder))


def _bound(poll: int, address: str) -> str:
    return f"{poll}/{place(address)}"
