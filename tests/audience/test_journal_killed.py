"""A process that writes votes is killed: what it acknowledged is there, once, and nothing half."""

import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.running import SOURCE

from harkara.audience.polls.journal import finished, journals, lines_after

ENOUGH = 300
WRITER = """
import sys, threading
from pathlib import Path
from harkara.audience.polls.journal import Journal
journal = Journal(Path(sys.argv[1]), size=4096)
said = threading.Lock()
def write(thread):
    for number in range(10**6):
        journal.append(b"%d-%d\\n" % (thread, number))
        with said:
            print(f"{thread}-{number}", flush=True)
for thread in range(8):
    threading.Thread(target=write, args=(thread,)).start()
"""


def test_what_was_acknowledged_outlives_a_kill_and_stands_there_once(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    with process.stdout:
        acknowledged = [process.stdout.readline().strip() for _ in range(ENOUGH)]
        assert not all(finished(one) for one in journals(tmp_path))
        process.send_signal(signal.SIGKILL)
        # What it had said and nobody had read yet.
        acknowledged += process.stdout.read().splitlines()
    process.wait()

    there: Counter[str] = Counter()
    for path in journals(tmp_path):
        assert finished(path)
        lines, _offset = lines_after(path, 0)
        there.update(line.decode().strip() for line in lines)
    # The last word it said may be cut off in its middle.
    assert [one for one in acknowledged[:-1] if there[one] != 1] == []
    assert max(there.values()) == 1
