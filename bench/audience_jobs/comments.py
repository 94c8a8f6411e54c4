"""How many comments a second are taken over HTTP on a running site, and that each is kept once.

A site is founded and run with its worker. Readers in threads send the form of a story's page, each
comment from a network and a browser of its own, through a proxy that tells their addresses. What
was acknowledged is then compared with what the database holds: `lost` was acknowledged and is not
there, `doubled` is there twice. `flooded` is the same with 10,000 comments waiting.

`@one-insert` is a view in Django that inserts a row for each request, and does nothing else: no
stamp, no normalising, no score, no limits, no trail (`bench/measuring/one_update.py`). Its readers
are the same.
"""

import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from urllib.parse import urlencode

from bench.measuring import load, site
from bench.measuring.clock import percentiles
from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.measuring.rival_site import one_row_each
from bench.measuring.site import Site

STORIES = 200
SENT = 1500
READERS = 8
FLOOD = 10_000
ROOT = Path(__file__).resolve().parents[2]
WORDS = (
    "पुल",
    "सड़क",
    "नदी",
    "घाट",
    "पालिका",
    "मरम्मत",
    "बरसात",
    "खेत",
    "बाजार",
    "मेला",
    "नाव",
    "काम",
    "खबर",
)
Send = Callable[[HTTPConnection, int], bool]


def measure(_data: Data) -> Iterator[Figure]:
    """Give rates, latencies and counts."""
    with tempfile.TemporaryDirectory(prefix="harkara-bench-") as place:
        folder = Path(place)
        home = _founded(folder)
        with site.serving(home) as running:
            yield from _taken(running, "comments")
            _flood(running.home)
            yield from _taken(running, "comments/flooded")
        yield from _rival(folder)


def _taken(running: Site, name: str) -> Iterator[Figure]:
    """Give what is taken of readers who send as fast as they are answered."""
    stamps = _stamps(running)
    marked = f"{name.rpartition('/')[2]} {time.time_ns()}"
    web = running.child(site.WEB)
    sent = _Crowd(running.port, lambda asked, at: _send(asked, at, marked, stamps))
    before = load.cpu([web])
    took = sent.run()
    spent = load.cpu([web]) - before
    kept = _kept(running.home, marked)
    middle, worst = percentiles(sent.milliseconds)
    yield Figure(f"{name}/rate", len(sent.taken) / took, "1/s")
    yield Figure(f"{name}/processor", 1000 * spent / max(len(sent.taken), 1), "ms")
    yield Figure(f"{name}/p50", middle, "ms")
    yield Figure(f"{name}/p99", worst, "ms")
    yield Figure(f"{name}/acknowledged", len(sent.taken))
    yield Figure(f"{name}/refused", SENT - len(sent.taken), target=0)
    yield Figure(f"{name}/lost", sum(not kept[at] for at in sent.taken), target=0)
    yield Figure(f"{name}/doubled", sum(count > 1 for count in kept.values()), target=0)


def _rival(folder: Path) -> Iterator[Figure]:
    """Give the same of a view that inserts a row for each request."""
    with one_row_each(folder / "one-insert.sqlite3") as (port, pid):
        sent = _Crowd(port, _send_to_rival)
        before = load.cpu(load.tree(pid))
        took = sent.run()
        spent = load.cpu(load.tree(pid)) - before
    middle, worst = percentiles(sent.milliseconds)
    yield Figure("comments/rate@one-insert", len(sent.taken) / took, "1/s")
    yield Figure("comments/processor@one-insert", 1000 * spent / max(len(sent.taken), 1), "ms")
    yield Figure("comments/p50@one-insert", middle, "ms")
    yield Figure("comments/p99@one-insert", worst, "ms")


class _Crowd:
    """Readers in threads; each comment has a number, and those that were acknowledged are noted."""

    def __init__(self, port: int, send: Send) -> None:
        self.taken: list[int] = []
        self.milliseconds: list[float] = []
        self._port = port
        self._send = send
        self._lock = threading.Lock()

    def run(self) -> float:
        """Send all comments; return the seconds that took."""
        threads = [threading.Thread(target=self._read, args=(n,)) for n in range(READERS)]
        began = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return time.perf_counter() - began

    def _read(self, first: int) -> None:
        with closing(HTTPConnection("127.0.0.1", self._port, timeout=60)) as asked:
            for at in range(first, SENT, READERS):
                began = time.perf_counter()
                is_taken = self._send(asked, at)
                spent = 1000 * (time.perf_counter() - began)
                with self._lock:
                    self.milliseconds.append(spent)
                    if is_taken:
                        self.taken.append(at)


def _send(asked: HTTPConnection, at: int, marked: str, stamps: dict[int, str]) -> bool:
    number = sorted(stamps)[at % len(stamps)]
    fields = {"name": f"पाठक {at}", "text": _words(at, marked), "stamp": stamps[number]}
    origin = f"http://127.0.0.1:{asked.port}"
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Origin": origin,
        "Sec-Fetch-Site": "same-origin",
        "X-Forwarded-For": f"10.{at // 62500 % 250}.{at // 250 % 250}.{at % 250 + 1}",
    }
    asked.request("POST", f"/tippani/{number}/", urlencode(fields), headers)
    answer = asked.getresponse()
    answer.read()
    return answer.status == 303


def _send_to_rival(asked: HTTPConnection, at: int) -> bool:
    fields = {"name": f"पाठक {at}", "text": _words(at, "one")}
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    asked.request("POST", f"/tippani/{at % STORIES + 1}", urlencode(fields), kind)
    answer = asked.getresponse()
    answer.read()
    return answer.status == 303


def _words(at: int, marked: str) -> str:
    chance = Random(f"{marked}{at}")
    return f"{' '.join(chance.choices(WORDS, k=25))} [{marked} #{at}]"


def _stamps(running: Site) -> dict[int, str]:
    """Return the stamps of the forms of some stories, as their pages have them."""
    with sqlite3.connect(f"file:{running.home / 'harkara.sqlite3'}?mode=ro", uri=True) as database:
        rows = database.execute("SELECT number FROM newsroom_livestory ORDER BY number LIMIT 20")
        numbers = [int(number) for (number,) in rows]
    found = subprocess.run(
        [
            sys.executable, "-c",
            "import sys, django; django.setup();"
            "from harkara.audience.visitors.tokens import stamp;"
            "from harkara.web.presenters.comments import PURPOSE;"
            "print(*(stamp(PURPOSE, number) for number in sys.argv[1:]))",
            *map(str, numbers),
        ],
        env=site.surroundings(running.home), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return dict(zip(numbers, found.stdout.split(), strict=True))


def _kept(home: Path, marked: str) -> Counter[int]:
    """Return how often each comment of a run is in the database, by its number."""
    with sqlite3.connect(f"file:{home / 'harkara.sqlite3'}?mode=ro", uri=True) as database:
        rows = database.execute(
            "SELECT text FROM audience_comment WHERE instr(text, ?)", [f"[{marked} #"]
        )
        return Counter(int(text.rpartition("#")[2].rstrip("]")) for (text,) in rows)


def _flood(home: Path) -> None:
    """Let so many comments of others wait."""
    with sqlite3.connect(home / "harkara.sqlite3", timeout=60) as database:
        (story,) = database.execute("SELECT MIN(number) FROM newsroom_livestory").fetchone()
        database.executemany(
            "INSERT INTO audience_comment (story, status, name, text, written_at, writer, network,"
            " likeness, weight, reasons, reports)"
            " VALUES (?, 'waiting', 'x', ?, ?, ?, ?, ?, 0, '[]', 0)",
            (
                (story, f"बाढ़ {n}", "2026-01-01 00:00:00", f"{n:032x}", f"{n:041x}", f"{n:032x}")
                for n in range(FLOOD)
            ),
        )


def _founded(folder: Path) -> Path:
    """Found an archive."""
    home = folder / "home"
    bench = [sys.executable, str(ROOT / "bench" / "archive.py")]
    subprocess.run(
        [*bench, "--stories", str(STORIES), "--home", str(home)], check=True, capture_output=True
    )
    return home
