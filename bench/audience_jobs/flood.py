"""What comes of 100,000 votes of a program among those of readers.

They have what a vote needs, good tokens and their work done, and come from a few networks; readers
vote from one network each. All are written to a journal as the door writes them, and added to the
ledger as the worker adds them. `seconds` is what that takes of the processor.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measuring import site
from bench.measuring.data import Data
from bench.measuring.figures import Figure

SCRIPTED, NETWORKS, READERS = 100_000, 20, 2_000
VOTE = """
import django, json, sys, time; django.setup()
from datetime import timedelta
from pathlib import Path
from django.conf import settings
from django.utils import timezone
from harkara.audience.models import Choice
from harkara.audience.polls.actions import NewPoll, drain, make
from harkara.audience.polls.journal import Journal, line_of
from harkara.audience.polls.records import Ballot, Way

scripted, networks, readers = map(int, sys.argv[1:])
now = timezone.now()
poll = make(NewPoll(question="one", answers=["a", "b"], opens_at=now, by="bench", at=now,
                    closes_at=now + timedelta(days=1))).pk
journal = Journal(Path(settings.AUDIENCE_VOTES))
def vote(number, choice, network):
    return line_of(Ballot(poll=poll, choice=choice, digest=f"{number:032x}", way=Way.SCRIPT, at=now,
                          browser=network % 97, network=f"{now:%Y%m%d}.{network:032x}"))
lines = [vote(number, 2, number) for number in range(readers)]
lines += [vote(readers + one, 1, readers + one % networks) for one in range(scripted)]
for start in range(0, len(lines), 1000):
    journal.append(b"".join(lines[start : start + 1000]))
journal.close()
began = time.process_time()
drain()
seconds = time.process_time() - began
rows = Choice.objects.filter(poll=poll).order_by("place").values_list("counted", "aside")
print(json.dumps([*map(list, rows), seconds]))
"""


def measure(_data: Data) -> Iterator[Figure]:
    """Give how many of the program's votes count, and how many of the readers'."""
    with TemporaryDirectory(prefix="harkara-bench-") as folder:
        home = Path(folder) / "home"
        done = site.run(home, "--home", str(home), "init", "--name", "bench")
        assert done.returncode == 0, done.stderr
        how = map(str, (SCRIPTED, NETWORKS, READERS))
        said = site.python(home, site.SETTINGS, VOTE, *how)
    (counted, aside), (of_readers, _aside), seconds = json.loads(said)
    assert counted + aside == SCRIPTED
    yield Figure("flood/polls/sent", SCRIPTED)
    yield Figure("flood/polls/counted", counted, target=0)
    yield Figure("flood/polls/readers-counted", of_readers, target=READERS)
    yield Figure("flood/polls/seconds", seconds, "s")
