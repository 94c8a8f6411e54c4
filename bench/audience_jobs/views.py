"""How many views a second are counted, what that does to pages, and that each is counted once.

A site of a thousand stories is founded and run with its worker. `wrk` sends views as browsers
do, each from a network of its own, first as many as are taken, then at the pace wanted while
a reader asks for pages; what the site counted is then compared with what was answered. Views that
were under way when `wrk` stopped were counted and not answered: at most one for each connection.

`killed` ends the web server with `kill -9` while it counts: lost is what was answered and never
counted, and must be younger than a second. `@one-update` is a view in Django that updates a row for
each request, and does nothing else (`bench/measuring/one_update.py`).
"""

import os
import random
import signal
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from statistics import median

from bench.measuring import load, site
from bench.measuring.beacons import Callers, Crowd, storm
from bench.measuring.clock import percentiles
from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.measuring.rival_site import one_row_each
from bench.measuring.site import Site

STORIES = 1000
READ = 400
"""So many stories are read; the first ones of the archive."""
WANTED = 5000.0
SECONDS = 8
RUNS = 2
PACED = Crowd(numbers=range(1, READ + 1), connections=256, seconds=12, pause=45.0)
KILLS = 4
PAGES = 300
BETWEEN_PAGES = 0.03
SETTLES = 30.0
SECOND = 1.0


def measure(_data: Data) -> Iterator[Figure]:
    """Give rates, latencies and counts; nothing where wrk is not installed."""
    if not load.is_there():
        sys.stderr.write("left out: wrk is not installed (Debian: apt install wrk)\n")
        return
    sys.stderr.write(f"{load.machine()}\n")
    with tempfile.TemporaryDirectory(prefix="harkara-bench-") as place:
        folder = Path(place)
        home = folder / "home"
        site.archive(home, STORIES)
        with site.serving(home) as running:
            yield from _rates(running, folder)
            yield from _beside(running, folder)
            yield from _killed(running)
        yield from _rival(folder)


def _rates(running: Site, folder: Path) -> Iterator[Figure]:
    """Give how many views are taken at most, and whether all of them were counted."""
    crowd = Crowd(numbers=range(1, READ + 1), seconds=SECONDS)
    origin = f"http://127.0.0.1:{running.port}"
    web = running.child(site.WEB)
    storm(origin, Crowd(numbers=crowd.numbers, seconds=1), folder, [web])
    before = _settled(running)
    loads = [storm(origin, crowd, folder, [web]) for _ in range(RUNS)]
    counted = _settled(running) - before
    taken = sum(one.requests - one.faults for one in loads)
    yield Figure("views/rate", median(one.rate for one in loads), "1/s", target=WANTED)
    yield Figure("views/processor", 1e6 * median(one.cpu for one in loads), "µs")
    yield Figure("views/p99", 1000 * median(one.p99 for one in loads), "ms")
    yield Figure("views/faults", sum(one.faults for one in loads), target=0)
    yield Figure("views/answered", taken)
    yield Figure("views/lost", max(0, taken - counted), target=0)
    yield Figure("views/counted-unanswered", max(0, counted - taken))
    assert counted - taken <= RUNS * crowd.connections, (counted, taken)


def _beside(running: Site, folder: Path) -> Iterator[Figure]:
    """Give what a reader of pages waits for, alone and beside the views that are wanted."""
    _pages(running)
    alone = percentiles(_pages(running))
    origin = f"http://127.0.0.1:{running.port}"
    loads: list[load.Load] = []

    def send() -> None:
        loads.append(storm(origin, PACED, folder, [running.child(site.WEB)]))

    before = _settled(running)
    sending = threading.Thread(target=send)
    sending.start()
    time.sleep(SECOND)
    beside = percentiles(_pages(running))
    sending.join()
    counted = _settled(running) - before
    (taken,) = loads
    yield Figure("views/beside/rate", taken.rate, "1/s", target=WANTED)
    yield Figure("views/beside/processor-share", taken.rate * taken.cpu)
    yield Figure("views/beside/lost", max(0, taken.requests - taken.faults - counted), target=0)
    for name, (middle, worst) in (("alone", alone), ("beside", beside)):
        yield Figure(f"views/pages-{name}/p50", middle, "ms")
        yield Figure(f"views/pages-{name}/p99", worst, "ms")


def _killed(running: Site) -> Iterator[Figure]:
    """Give how much is lost when the web server is killed, and how old that was at the most."""
    chance = random.Random(5)
    lost, within, oldest, answered = [], [], 0.0, 0
    for _ in range(KILLS):
        before = _settled(running)
        callers = Callers(running.port, range(1, READ + 1))
        callers.start()
        time.sleep(2.5 + chance.random())
        killed_at = time.time()
        os.kill(running.child(site.WEB), signal.SIGKILL)
        time.sleep(2 * SECOND)
        callers.stop()
        counted = _settled(running) - before
        answered += len(callers.taken)
        gone = max(0, len(callers.taken) - counted)
        before_it = sorted(at for at in callers.taken if at <= killed_at)
        lost.append(gone)
        within.append(sum(at > killed_at - SECOND for at in before_it))
        if gone:
            # What is lost is what came last before the kill.
            oldest = max(oldest, killed_at - before_it[-gone])
    yield Figure("views/killed/times", KILLS)
    yield Figure("views/killed/answered", answered)
    yield Figure("views/killed/lost-most", max(lost))
    yield Figure("views/killed/answered-in-the-last-second", min(within))
    yield Figure("views/killed/oldest-lost", oldest, "s", target=SECOND)


def _rival(folder: Path) -> Iterator[Figure]:
    """Give how many views a second are taken where each is an update of its own."""
    with one_row_each(folder / "one-update.sqlite3") as (port, pid):
        crowd = Crowd(numbers=range(1, READ + 1), seconds=SECONDS)
        origin = f"http://127.0.0.1:{port}"
        storm(origin, Crowd(numbers=crowd.numbers, seconds=1), folder, [pid])
        loads = [storm(origin, crowd, folder, load.tree(pid)) for _ in range(RUNS)]
    yield Figure("views/rate@one-update", median(one.rate for one in loads), "1/s")
    yield Figure("views/processor@one-update", 1e6 * median(one.cpu for one in loads), "µs")
    yield Figure("views/p99@one-update", 1000 * median(one.p99 for one in loads), "ms")
    yield Figure("views/faults@one-update", sum(one.faults for one in loads))


def _pages(running: Site) -> list[float]:
    """Ask for stored pages and return the milliseconds each took."""
    asked = HTTPConnection("127.0.0.1", running.port, timeout=SETTLES)
    times = []
    for turn in range(PAGES):
        began = time.perf_counter()
        asked.request("GET", "/" if turn % 2 else "/desh/", headers={"Accept-Encoding": "br"})
        answer = asked.getresponse()
        body = answer.read()
        times.append(1000 * (time.perf_counter() - began))
        assert answer.status == 200, answer.status
        assert body
        time.sleep(BETWEEN_PAGES)
    asked.close()
    return times


def _settled(running: Site) -> int:
    """Wait until nothing waits to be counted, and return all that was counted of the site."""
    slips = running.home / "slips"
    end = time.monotonic() + SETTLES
    quiet = 0
    while quiet < 3:
        assert time.monotonic() < end, "the worker does not come to the end of the slips"
        time.sleep(0.5)
        quiet = 0 if slips.is_dir() and any(slips.iterdir()) else quiet + 1
    return _counted(running.home)


def _counted(home: Path) -> int:
    with sqlite3.connect(f"file:{home / 'harkara.sqlite3'}?mode=ro", uri=True) as database:
        (found,) = database.execute(
            "SELECT COALESCE(SUM(views + aside), 0) FROM audience_count"
            " WHERE story = 0 AND span = 'hour'"
        ).fetchone()
    return int(found)
