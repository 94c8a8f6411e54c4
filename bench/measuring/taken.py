"""What it costs that the copy of a day comes in, by the way it comes and by how much it is.

`HARKARA_BENCH_SIZES=1000,10000` names the sizes. `HARKARA_BENCH_HOME` names a home with an archive
in which the day begins; then the figures say how many stories that held.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.measuring.day import WRITERS
from bench.measuring.figures import Figure
from bench.measuring.homes import GIVEN, begun_home

ROOT = Path(__file__).resolve().parents[2]
SIZES = tuple(map(int, os.environ.get("HARKARA_BENCH_SIZES", "1000,10000").split(",")))


def taken_in(job: str, ways: Sequence[str]) -> Iterator[Figure]:
    """Give stories a second, of the clock and of the processor, and the most memory, by size.

    Each run has a process of its own, so that the memory is that of one run: all of its memory, for
    it starts no other. Ways of one size share a home, one after the other.
    """
    for size in SIZES:
        with tempfile.TemporaryDirectory(prefix="harkara-bench-") as folder:
            home = begun_home(Path(folder) / "home")
            for way in ways:
                yield from _measured(job, way, size, home)


def _measured(job: str, way: str, size: int, home: Path) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="harkara-bench-") as folder:
        WRITERS[way](Path(folder), size)
        cost = json.loads(run_module("bench.measuring.daily", str(home), way, folder, str(size)))
    assert (cost["stories"], cost["missing"]) == (size, 0), cost
    name = f"{job}/{way}/{size}" + (f"-into-{cost['before']}" if GIVEN else "")
    yield Figure(f"{name}/rate", size / cost["seconds"], "stories/s")
    yield Figure(f"{name}/rate_a_core", size / cost["processor"], "stories/core s")
    yield Figure(f"{name}/memory", cost["megabytes"], "MB")


def run_module(module: str, *words: str) -> str:
    """Run a module of the bench; return what it printed. One that fails ends the bench."""
    done = subprocess.run(
        [sys.executable, "-m", module, *words],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
