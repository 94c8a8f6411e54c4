"""How many votes a second are taken over HTTP, and whether each is in the tally exactly once.

A site is founded and runs with its web server and worker. Readers, each with an address of its own,
fetch tokens at the door, do the work, and vote, `CONNECTIONS` at a time. In a second round the web
server and the worker are killed with SIGKILL in the middle; whoever's connection breaks sends the
very same again. Afterwards every vote that was acknowledged must be in the ledger, none twice, and
the tally must be what the ledger says.

The rival is a Django view that adds each vote by the ORM in its request, on the same server and
database, asked in the same run; it signs nothing, asks for no work and weighs nothing.

`cpu` is what the processes of the site worked for each vote: `web` takes it, `worker` adds it to
the ledger. On a machine that other work shares they say more than the rate.
"""

import json
import os
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench.measuring import site
from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.measuring.killing import killing
from bench.measuring.load import cpu
from bench.measuring.voters import (
    Came,
    addresses,
    ask,
    naive_request,
    token_request,
    vote_request,
)

SETTINGS = "bench.measuring.easy_votes"
VOTES = int(os.environ.get("BENCH_VOTES", "20000"))
CONNECTIONS = 32
AT_THE_RIVAL = 10
"""As many as the door lets into Django at once."""
ANSWERS = 3
SETTLED = 60.0
KILLED, BETWEEN_KILLS = (site.WEB, site.WORKER, site.WEB, site.WORKER, site.WEB), 1.5
TAKEN = 303
WANTED = 2000
MAKE = """
import django; django.setup()
from datetime import timedelta
from django.utils import timezone
from harkara.audience.polls.actions import NewPoll, make
now = timezone.now()
for question in ("one", "two", "three"):
    print(make(NewPoll(question=question, answers=["a", "b", "c"], opens_at=now, by="bench",
                       closes_at=now + timedelta(days=1), at=now)).pk)
"""
COUNT = """
import django, json, sys; django.setup()
from harkara.audience.models import Choice, Vote
rows = Vote.objects.filter(crowd__poll=int(sys.argv[1]))
tally = Choice.objects.filter(poll=int(sys.argv[1])).values_list("counted", "aside")
print(json.dumps({"digests": list(rows.values_list("digest", flat=True)),
                  "tally": sum(map(sum, tally))}))
"""


class Counted(NamedTuple):
    """What is in the ledger of a poll, and how many votes its tally has."""

    digests: list[str]
    tally: int


def measure(_data: Data) -> Iterator[Figure]:
    """Give votes a second undisturbed, killed, and at the rival's door, and what was lost."""
    with TemporaryDirectory(prefix="harkara-bench-") as folder:
        home = Path(folder) / "home"
        done = site.run(home, "--home", str(home), "init", "--name", "bench")
        assert done.returncode == 0, done.stderr
        quiet, killed, rival = map(int, site.python(home, SETTINGS, MAKE).split())
        with site.serving(home, SETTINGS) as running:
            yield from _round(home, running, "quiet", quiet)
            yield from _round(home, running, "killed", killed)
            yield from _rival(running, rival)


def _round(home: Path, running: site.Site, name: str, poll: int) -> Iterator[Figure]:
    places = list(addresses(VOTES))
    asked = ask(running.port, [token_request(poll, one) for one in places], CONNECTIONS)
    assert set(asked.statuses) == {200}, Counter(asked.statuses)
    digests, requests = zip(
        *(
            vote_request(poll, 1 + number % ANSWERS, body, place)
            for number, (body, place) in enumerate(zip(asked.bodies, places, strict=True))
        ),
        strict=True,
    )
    pids = {"web": running.child(site.WEB), "worker": running.child(site.WORKER)}
    before = {part: cpu([pid]) for part, pid in pids.items()}
    with killing(running, KILLED if name == "killed" else (), BETWEEN_KILLS):
        came = ask(running.port, requests, CONNECTIONS)
    counted, seconds = _counted(home, poll, _taken(came))
    key = f"votes/{name}"
    yield Figure(f"{key}/rate", VOTES / came.seconds, "1/s", target=WANTED)
    yield Figure(f"{key}/rate-with-the-ledger", VOTES / (came.seconds + seconds), "1/s")
    yield Figure(f"{key}/p99", 1000 * sorted(came.late)[int(len(came.late) * 0.99)], "ms")
    if name == "quiet":
        yield Figure(f"{key}/tokens-rate", VOTES / asked.seconds, "1/s")
        for part, pid in pids.items():
            cost = 1e6 * (cpu([pid]) - before[part]) / VOTES
            yield Figure(f"{key}/cpu-{part}", cost, "µs")
    else:
        yield Figure(f"{key}/sent-again", came.sent_again)
    yield from _correct(key, digests, came, counted)


def _correct(key: str, digests: Sequence[str], came: Came, counted: Counted) -> Iterator[Figure]:
    there = Counter(counted.digests)
    thanked = [one for one, status in zip(digests, came.statuses, strict=True) if status == TAKEN]
    yield Figure(f"{key}/acknowledged", len(thanked))
    yield Figure(f"{key}/lost", sum(one not in there for one in thanked), target=0)
    yield Figure(f"{key}/doubled", sum(many > 1 for many in there.values()), target=0)
    off = abs(counted.tally - there.total())
    yield Figure(f"{key}/tally-off-by", off, target=0)


def _rival(running: site.Site, poll: int) -> Iterator[Figure]:
    places = list(addresses(VOTES // 10))
    requests = [
        naive_request(poll, 1 + number % ANSWERS, f"{number:032x}", place)
        for number, place in enumerate(places)
    ]
    web = running.child(site.WEB)
    before = cpu([web])
    came = ask(running.port, requests, AT_THE_RIVAL)
    taken = _taken(came)
    yield Figure("votes/quiet/rate@orm", taken / came.seconds, "1/s")
    yield Figure("votes/quiet/p99@orm", 1000 * sorted(came.late)[int(len(places) * 0.99)], "ms")
    yield Figure("votes/quiet/cpu-web@orm", 1e6 * (cpu([web]) - before) / max(1, taken), "µs")
    yield Figure("votes/quiet/refused@orm", len(places) - taken)


def _taken(came: Came) -> int:
    return came.statuses.count(TAKEN)


def _counted(home: Path, poll: int, wanted: int) -> tuple[Counted, float]:
    """Wait until as many are in the ledger; return what is, and how long that took."""
    began = time.perf_counter()
    while True:
        found = Counted(**json.loads(site.python(home, SETTINGS, COUNT, str(poll))))
        waited = time.perf_counter() - began
        if len(found.digests) >= wanted or waited > SETTLED:
            return found, waited
        time.sleep(0.2)
