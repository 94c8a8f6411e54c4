"""How many comments a second are taken over HTTP on a running site, and that each is kept once.

A site is founded and runs with its web server and worker. Readers, each with a network of its own,
send the form of a story's page, `CONNECTIONS` at a time. In a second round the web server is killed
with SIGKILL in the middle; whoever's connection breaks sends the very same again. Afterwards every
comment that was acknowledged must wait in the queue exactly once. One that was kept and whose
answer the kill took is refused when it comes again (`kept-before`): it must be there once too.

The rival is a Django view that saves a row by the ORM in its request, on the same server and
database, asked in the same run. It looks at no stamp, normalises and scores nothing, knows no bans,
limits or repeats, and keeps no trail.

`cpu` is what the web server worked for each comment. `queue` is the desk's first page of what
waits, made in a process of its own, with few and with many waiting.
"""

import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

from bench.measuring import site
from bench.measuring.clock import percentiles
from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.measuring.killing import killing
from bench.measuring.load import cpu
from bench.measuring.voters import Came, addresses, ask, request

SETTINGS = "bench.measuring.easy_votes"
STORIES = 40
COMMENTS = int(os.environ.get("BENCH_COMMENTS", "1000"))
CONNECTIONS = 8
"""The door lets ten into Django at once."""
KILLS, BETWEEN_KILLS = 3, 6.0
WORDS = "पुल सड़क नदी घाट पालिका मरम्मत बरसात खेत बाजार मेला नाव काम खबर दुकान स्कूल दवा बस रेल"
FEW, MANY = 100, 10_000
TAKEN, REFUSED = 303, 422
STAMPS = """
import django; django.setup()
from harkara.audience.visitors.tokens import stamp
from harkara.newsroom.models import LiveStory
from harkara.web.presenters.comments import PURPOSE
for number in LiveStory.objects.order_by("number").values_list("number", flat=True)[:20]:
    print(number, stamp(PURPOSE, str(number)))
"""
KEPT = """
import django, json, sys; django.setup()
from harkara.audience.models import Comment
rows = Comment.objects.filter(text__contains=f"[{sys.argv[1]} #").values_list("text", "status")
print(json.dumps([[int(text.rpartition("#")[2].rstrip("]")), status] for text, status in rows]))
"""
QUEUE = """
import django, json, sys, time; django.setup()
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone
from harkara.audience.models import Comment
from harkara.newsroom.models import LiveStory
waiting, now = Comment.objects.filter(status="waiting"), timezone.now()
story = LiveStory.objects.order_by("number").values_list("number", flat=True)[0]
Comment.objects.bulk_create(
    [Comment(story_id=story, name="x", text=f"बाढ़ {n}", written_at=now, writer=f"{n:032x}",
             network=f"{n:041x}", likeness=f"{n:032x}")
     for n in range(int(sys.argv[1]) - waiting.count())], batch_size=500)
desk, times = Client(headers={"host": "127.0.0.1"}), []
desk.force_login(get_user_model().objects.get(username="editor"))
for _ in range(21):
    began = time.thread_time()
    answer = desk.get("/newsroom/comments/")
    times.append(1000 * (time.thread_time() - began))
    assert answer.status_code == 200, answer.status_code
# The first one fills what the process remembers.
print(json.dumps([waiting.count(), times[1:]]))
"""


def measure(_data: Data) -> Iterator[Figure]:
    """Give comments a second undisturbed, killed, and at the rival's door; then the queue."""
    with TemporaryDirectory(prefix="harkara-bench-") as folder:
        home = Path(folder) / "home"
        site.archive(home, STORIES)
        stamps = [line.split() for line in site.python(home, SETTINGS, STAMPS).splitlines()]
        yield from _queue(home, FEW)
        with site.serving(home, SETTINGS) as running:
            for name in ("quiet", "killed"):
                requests = [
                    _sent(f"/tippani/{number}/", name, at, place, stamp=stamp)
                    for at, place in enumerate(addresses(COMMENTS))
                    for number, stamp in [stamps[at % len(stamps)]]
                ]
                yield from _round(running, name, requests)
            requests = [
                _sent(f"/naive/tippani/{stamps[at % len(stamps)][0]}/", "orm", at, place)
                for at, place in enumerate(addresses(COMMENTS))
            ]
            yield from _round(running, "orm", requests)
        yield from _queue(home, MANY)


def _round(running: site.Site, name: str, requests: list[bytes]) -> Iterator[Figure]:
    web = running.child(site.WEB)
    before = cpu([web])
    kills = [site.WEB] * KILLS if name == "killed" else []
    with killing(running, kills, BETWEEN_KILLS):
        came = ask(running.port, requests, CONNECTIONS)
    key, rival = ("comments/quiet", "@orm") if name == "orm" else (f"comments/{name}", "")
    middle, worst = percentiles([1000 * one for one in came.late])
    taken = came.statuses.count(TAKEN)
    yield Figure(f"{key}/rate{rival}", taken / came.seconds, "1/s")
    yield Figure(f"{key}/p50{rival}", middle, "ms")
    yield Figure(f"{key}/p99{rival}", worst, "ms")
    if kills:
        yield Figure(f"{key}/sent-again", came.sent_again)
    else:
        yield Figure(f"{key}/cpu{rival}", 1000 * (cpu([web]) - before) / max(1, taken), "ms")
    yield from _correct(running.home, name, key, rival, came)


def _correct(home: Path, name: str, key: str, rival: str, came: Came) -> Iterator[Figure]:
    rows: list[tuple[int, str]] = json.loads(site.python(home, SETTINGS, KEPT, name))
    kept = Counter(at for at, _status in rows)
    by_status = {
        said: [at for at, status in enumerate(came.statuses) if status == said]
        for said in set(came.statuses)
    }
    again = [at for at in by_status.get(REFUSED, []) if at in kept]
    taken = by_status.get(TAKEN, [])
    yield Figure(f"{key}/acknowledged{rival}", len(taken))
    yield Figure(f"{key}/kept-before{rival}", len(again))
    yield Figure(f"{key}/refused{rival}", len(came.statuses) - len(taken) - len(again), target=0)
    yield Figure(f"{key}/lost{rival}", sum(at not in kept for at in taken), target=0)
    yield Figure(f"{key}/doubled{rival}", sum(many > 1 for many in kept.values()), target=0)
    outside = sum(status != "waiting" for _at, status in rows)
    yield Figure(f"{key}/not-in-the-queue{rival}", outside, target=0)


def _queue(home: Path, wanted: int) -> Iterator[Figure]:
    waiting, times = json.loads(site.python(home, SETTINGS, QUEUE, str(wanted)))
    middle, worst = percentiles(times)
    yield Figure(f"comments/queue-of-{wanted}/waiting", waiting)
    yield Figure(f"comments/queue-of-{wanted}/cpu-p50", middle, "ms")
    yield Figure(f"comments/queue-of-{wanted}/cpu-worst", worst, "ms")


def _sent(path: str, name: str, at: int, address: str, **more: str) -> bytes:
    chance = Random(f"{name}{at}")
    text = f"{' '.join(chance.choices(WORDS.split(), k=25))} [{name} #{at}]"
    body = urlencode({"name": f"पाठक {at}", "text": text, **more}).encode()
    return request(path, address, body)
