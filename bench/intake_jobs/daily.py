"""Feeds and wires from end to end: asked or found, read, mended, compared with the archive, filed.

Each size has a home of its own and a process of its own, so that the memory is that of one run.
Beside feeds stands feedparser alone, which parses the same files and stores nothing.
`HARKARA_BENCH_SIZES=1000,10000` names other sizes.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.measuring.clock import seconds
from bench.measuring.daily import WAYS, write_feeds, write_wires
from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.measuring.rivals import rival
from bench.measuring.scratch import scratch_home

ROOT = Path(__file__).resolve().parents[2]
SIZES = os.environ.get("HARKARA_BENCH_SIZES", "1000,10000")


def measure(_data: Data) -> Iterator[Figure]:
    """Give stories a second, of the clock and of the processor, and the most memory, by size."""
    scratch_home()
    with tempfile.TemporaryDirectory(prefix="harkara-bench-") as folder:
        for size in map(int, SIZES.split(",")):
            for way in WAYS:
                yield from _measured(way, size, Path(folder) / f"{way}-{size}")


def _measured(way: str, size: int, folder: Path) -> Iterator[Figure]:
    files, home = folder / "files", folder / "home"
    files.mkdir(parents=True)
    paths = (write_feeds if way == "feeds" else write_wires)(files, size)
    if way == "feeds":
        yield from _feedparser_alone(paths, size)
    _run("-m", "harkara", "--home", str(home), "init", "--name", "परख")
    cost = json.loads(_run("-m", "bench.measuring.daily", str(home), way, str(files)))
    assert cost["stories"] == size, cost
    name = f"{way}/{size}"
    yield Figure(f"daily/{name}/rate", size / cost["seconds"], "stories/s")
    yield Figure(f"daily/{name}/rate_a_core", size / cost["processor"], "stories/core s")
    yield Figure(f"daily/{name}/memory", cost["megabytes"], "MB")


def _feedparser_alone(paths: list[Path], size: int) -> Iterator[Figure]:
    """Give what parsing alone takes, feedparser's and our reader's, which mends and cleans too."""
    from harkara.intake.sources.feeds import read_feed

    raws = [path.read_bytes() for path in paths]
    ours = sum(len(read_feed(raw, url="https://khabar.example/").drafts) for raw in raws)
    spent = seconds(lambda: [read_feed(raw, url="https://khabar.example/") for raw in raws], runs=1)
    assert ours == size, ours
    yield Figure(f"daily/feeds/{size}/parsed", size / spent, "stories/core s")
    feedparser = rival("feedparser")
    if feedparser is not None:
        theirs = sum(len(feedparser.parse(raw).entries) for raw in raws)
        assert theirs == size, theirs
        spent = seconds(lambda: [feedparser.parse(raw) for raw in raws], runs=1)
        yield Figure(f"daily/feeds/{size}/parsed@feedparser", size / spent, "stories/core s")


def _run(*words: str) -> str:
    done = subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
