"""Out again and in: the exports of a site, and a new home that becomes the same site.

`HARKARA_BENCH_SIZES=1000,10000` measures other sizes than the usual three.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.measuring.scratch import scratch_home
from bench.measuring.spent import spent

SIZES = os.environ.get("HARKARA_BENCH_SIZES", "1000,10000,100000")


def measure(_data: Data) -> Iterator[Figure]:
    """Give the figures of each form and size; what came back must be what went out."""
    scratch_home()
    with tempfile.TemporaryDirectory(prefix="harkara-bench-") as folder:
        for size in map(int, SIZES.split(",")):
            yield from _size(size, Path(folder) / str(size))


def _size(size: int, folder: Path) -> Iterator[Figure]:
    from bench.measuring.exports import write_wxr

    folder.mkdir()
    export, home, other = folder / "khabar.xml", folder / "home", folder / "other"
    write_wxr(export, size)
    spent(home, "init", "--name", "परख")
    spent(home, "intake", "wxr", str(export))
    for form in ("jsonl", "wxr", "ninjs"):
        took = spent(home, "export", form, str(folder / form))
        yield Figure(f"out/{form}-{size}/rate_a_core", size / took.processor, "stories/core s")
        yield Figure(f"out/{form}-{size}/memory", took.most / 2**20, "MB")
    spent(other, "init", "--name", "नया")
    back = spent(other, "intake", "jsonl", str(folder / "jsonl"))
    spent(other, "export", "jsonl", str(folder / "again"))
    yield Figure(f"out/back-{size}/rate", size / back.seconds, "stories/s")
    yield Figure(f"out/back-{size}/rate_a_core", size / back.processor, "stories/core s")
    yield Figure(f"out/back-{size}/memory", back.most / 2**20, "MB")
    apart = _apart(folder / "jsonl", folder / "again")
    yield Figure(f"out/back-{size}/lines_apart", apart, "", 0)


def _apart(first: Path, second: Path) -> int:
    """Return how many lines of two exports say another thing, but for what the move itself adds."""
    with first.open(encoding="utf-8") as one, second.open(encoding="utf-8") as other:
        return sum(_said(a) != _said(b) for a, b in zip_longest(one, other))


def _said(line: str | None) -> object:
    said = json.loads(line or "null")
    if isinstance(said, dict) and "ids" in said:
        said["ids"] = [one for one in said["ids"] if one["source"] != "jsonl"]
    return said
