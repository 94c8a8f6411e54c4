"""The worker: presses what is stale, soon and in order, and keeps the site's clock."""

import logging
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from itertools import groupby

from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.utils import timezone

from harkara.press import clock, queries, stores
from harkara.press.actions import Kind, Outcome
from harkara.press.actions.claiming import claim, give_back
from harkara.press.actions.pressing import press_group
from harkara.press.actions.spreading import spread
from harkara.press.bells import Bell
from harkara.press.gathering import made_together
from harkara.press.listening import Ear

logger = logging.getLogger(__name__)

# Called once a second by the worker, in order. Higher rooms add what they do by the clock.
every_second: list[Callable[[], object]] = []

SECOND = 1.0
# How soon a change is noticed whose bell nobody heard.
POLL = 0.1
# So many pages are claimed at a time, and their rows are fetched together.
BATCH = 32
# So many of equal urgency are stored at a time, in one transaction and one wait for the disk.
GROUP = 4
# So long it marks pages of a change that touches very many, before it presses the next ones.
SPREADING = 0.05
# A claim whose pages turn out slow is given back after so long, well within its lease.
LONGEST_TURN = 4.0
# While the database is away, it is asked this seldom.
AWAY = 1.0

Progress = Callable[[int, int], None]
Totals = Counter[Kind]


def run_once(limit: int = BATCH, *, sharing: bool = False) -> list[Outcome]:
    """Press up to `limit` stale pages, the most urgent first, and return what came of each.

    It stops early as soon as something new became stale, for that may be more urgent. Who is
    `sharing` leaves half of what a single publish touches to other workers.
    """
    spread(SPREADING)
    claimed = claim(limit, timezone.now(), sharing=sharing)
    outcomes: list[Outcome] = []
    ends = time.monotonic() + LONGEST_TURN
    try:
        with made_together(list(claimed)) as seen:
            for group in _groups(claimed):
                outcomes += press_group(group, seen)
                if time.monotonic() > ends or clock.now() > seen:
                    break
    finally:
        # Also when interrupted, or the database is away: others need not wait for the lease to end.
        if len(outcomes) < len(claimed):
            with suppress(DatabaseError):
                give_back(claimed)
    return outcomes


def _groups(claimed: Mapping[str, int]) -> Iterator[list[str]]:
    """Give the pages in groups of equal urgency; the first alone: it is what somebody waits for."""
    for place, (_urgency, paths) in enumerate(groupby(claimed, key=claimed.__getitem__)):
        left = list(paths)
        if place == 0:
            yield [left.pop(0)]
        for start in range(0, len(left), GROUP):
            yield left[start : start + GROUP]


def run_until_idle(progress: Progress | None = None) -> Totals:
    """Press until no page waits, and return how many ended in which way.

    Pages that another worker holds are waited for. Pages that failed and whose next try has not
    come yet are left.
    """
    totals: Totals = Counter()
    while (outcomes := run_once()) or queries.is_spreading() or queries.is_held(timezone.now()):
        if not outcomes:
            time.sleep(POLL)
        totals.update(outcome.kind for outcome in outcomes)
        if progress:
            progress(totals.total(), queries.stale_count())
    return totals


def work(stop: threading.Event) -> None:
    """Press what becomes stale and keep the clock, until `stop` is set.

    Nothing ends it early: what raises is logged, and a database that went away is waited for.
    """
    stores.current().tidy()
    try:
        with Bell() as bell:
            ear = Ear(bell.ring)
            ear.open()
            try:
                _Worker(stop, bell, ear).run()
            finally:
                ear.close()
    finally:
        connection.close()


class _Worker:
    """One worker's loop, and what it remembers from one turn to the next."""

    def __init__(self, stop: threading.Event, bell: Bell, ear: Ear) -> None:
        self._stop = stop
        self._bell = bell
        self._ear = ear
        self._look = True
        self._second = -1
        self._seen_version = -1
        self._away = False
        self._failing: dict[Callable[[], object], str] = {}

    def run(self) -> None:
        while not self._stop.is_set():
            try:
                self._turn()
                self._away = False
            except (OperationalError, InterfaceError) as error:
                self._database_away(error)
            except Exception:
                logger.exception("the worker stumbled and goes on")
                self._look = True
                self._stop.wait(SECOND)

    def _turn(self) -> None:
        # On the stroke of each second: what is due at six is done at six, not within a second.
        second = int(time.time() / SECOND)
        due_by_clock = second != self._second
        if due_by_clock:
            self._second = second
            self._keep_the_clock()
        # Once a second it looks in any case: for pages whose next try has come.
        looking = due_by_clock or self._is_news()
        self._look = looking and bool(run_once(sharing=True) or queries.is_spreading())
        self._look = self._look or self._bell.wait(POLL)

    def _keep_the_clock(self) -> None:
        for call in every_second:
            try:
                call()
                self._failing.pop(call, None)
            except Exception as error:
                # Said once, not every second.
                if self._failing.get(call) != repr(error):
                    logger.exception("%r failed and is called again every second", call)
                self._failing[call] = repr(error)
                self._connect_anew()

    def _is_news(self) -> bool:
        """Say whether anything was committed since the last look."""
        if self._look:
            return True
        if connection.vendor != "sqlite":
            return not self._ear.hears
        # It changes when any other connection commits, and costs a hundredth of a query.
        with connection.cursor() as cursor:
            version: int = cursor.execute("PRAGMA data_version").fetchone()[0]
        changed, self._seen_version = version != self._seen_version, version
        return changed

    def _database_away(self, error: Exception) -> None:
        if not self._away:
            logger.error("the database is away, the worker waits for it: %s", error)
        self._away = True
        self._connect_anew()
        self._look = True
        self._stop.wait(AWAY)

    def _connect_anew(self) -> None:
        connection.close()
        # A new connection counts from another start: the old count says nothing to it.
        self._seen_version = -1
