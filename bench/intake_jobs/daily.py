"""Feeds and wires from end to end: asked or found, read, mended, compared with the archive, filed.

Beside feeds stands feedparser alone, which parses the same files and stores nothing. See
`bench.measuring.taken` for sizes and homes; `HARKARA_BENCH_WAYS=push` chooses among the ways.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from bench.measuring.clock import seconds
from bench.measuring.data import Data
from bench.measuring.day import write_feeds
from bench.measuring.figures import Figure
from bench.measuring.rivals import rival
from bench.measuring.scratch import scratch_home
from bench.measuring.taken import SIZES, taken_in

WAYS = os.environ.get("HARKARA_BENCH_WAYS", "feeds,folder,push").split(",")


def measure(_data: Data) -> Iterator[Figure]:
    """Give the figures of each way and size, and of parsing the feeds of the smallest size."""
    scratch_home()
    yield from taken_in("daily", WAYS)
    if "feeds" in WAYS:
        yield from _parsed(min(SIZES))


def _parsed(size: int) -> Iterator[Figure]:
    """Give what parsing alone takes, feedparser's and our reader's, which mends and cleans too."""
    with tempfile.TemporaryDirectory(prefix="harkara-bench-") as folder:
        raws = [path.read_bytes() for path in write_feeds(Path(folder), size)]
    readers: dict[str, Callable[[bytes], int]] = {"": _ours}
    if (feedparser := rival("feedparser")) is not None:
        readers["@feedparser"] = lambda raw: len(feedparser.parse(raw).entries)
    for name, read in readers.items():
        counts: list[int] = []
        spent = seconds(partial(_each, read, raws, counts), runs=1)
        assert sum(counts) == size, (name, sum(counts))
        yield Figure(f"daily/feeds/{size}/parsed{name}", size / spent, "stories/core s")


def _ours(raw: bytes) -> int:
    from harkara.intake.sources.feeds import read_feed

    return len(read_feed(raw, url="https://khabar.example/").drafts)


def _each(read: Callable[[bytes], int], raws: list[bytes], counts: list[int]) -> None:
    counts += map(read, raws)
