"""A short storm: both processes killed at random moments while editors edit and readers read."""

import json
import subprocess
import sys

from tests import running

# The demo it meets is made where it looks for a port: on this host.
pytestmark = running.MARKS
KILLS = 20
WITHIN = 600
BENCH = running.SOURCE.parent / "bench" / "storm.py"


def test_no_reader_sees_a_torn_page_and_the_press_settles(demo: running.Paper) -> None:
    storm = subprocess.run(
        [sys.executable, str(BENCH), "--home", str(demo.home), "--kills", str(KILLS), "--json"],
        env=running.surroundings(), capture_output=True, text=True, timeout=WITHIN, check=False,
    )  # fmt: skip

    assert storm.returncode == 0, storm.stderr
    figures = {name.rpartition("/")[2]: value for name, value in json.loads(storm.stdout).items()}
    assert figures["kills of the web server"] + figures["kills of the worker"] == KILLS
    assert figures["edits"] > 0
    assert figures["whole bodies, built-in server"] > 0
    assert figures["torn bodies, built-in server"] == 0
    assert figures["differences after it"] == 0
