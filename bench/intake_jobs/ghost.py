"""A Ghost site that moves in: made-up exports of several sizes.

`HARKARA_BENCH_SIZES=1000,10000` measures other sizes than the usual three. The memory is that of
the largest process. What people do by hand stands beside WordPress (`wxr`): it costs the same.
"""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.measuring.scratch import scratch_home
from bench.measuring.spent import spent

SIZES = os.environ.get("HARKARA_BENCH_SIZES", "1000,10000,100000")


def measure(_data: Data) -> Iterator[Figure]:
    """Give the figures of each size; a second run must change nothing."""
    scratch_home()
    with tempfile.TemporaryDirectory(prefix="harkara-bench-") as folder:
        for size in map(int, SIZES.split(",")):
            yield from _size(size, Path(folder))


def _size(size: int, folder: Path) -> Iterator[Figure]:
    from bench.measuring.exports import SITE
    from bench.measuring.ghost_export import write_ghost

    export, home = folder / f"{size}.json", folder / f"home-{size}"
    write_ghost(export, size)
    spent(home, "init", "--name", "परख")
    asked = ("intake", "ghost", str(export), "--address", SITE)
    first, second = (spent(home, *asked) for _ in range(2))
    assert f"live: {size}" in first.said, first.said
    assert f"unchanged: {size}" in second.said, second.said
    yield Figure(f"ghost/{size}/rate", size / first.seconds, "stories/s")
    yield Figure(f"ghost/{size}/rate_a_core", size / first.processor, "stories/core s")
    yield Figure(f"ghost/{size}/memory", first.most / 2**20, "MB")
    yield Figure(f"ghost/{size}/again", size / second.seconds, "stories/s")
