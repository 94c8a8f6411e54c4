"""Out again and in: the exports of a site, and a new home that becomes the same site.

`HARKARA_BENCH_SIZES=1000,10000` measures other sizes than the usual three; an archive that was
named (`bench.measuring.homes`) takes the place of them. `HARKARA_BENCH_FORMS=jsonl` leaves the
other forms out. The memory is that of all processes together.
"""

import json
import os
import re
import tempfile
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.measuring.homes import GIVEN, begun_home, new_home
from bench.measuring.scratch import scratch_home
from bench.measuring.spent import spent

SIZES = os.environ.get("HARKARA_BENCH_SIZES", "1000,10000,100000")
FORMS = os.environ.get("HARKARA_BENCH_FORMS", "jsonl,wxr,ninjs").split(",")


def measure(_data: Data) -> Iterator[Figure]:
    """Give the figures of each form and size; what came back must be what went out."""
    scratch_home()
    with tempfile.TemporaryDirectory(prefix="harkara-bench-") as folder:
        if GIVEN:
            yield from _measured(begun_home(Path(folder) / "home"), Path(folder))
            return
        for size in map(int, SIZES.split(",")):
            below = Path(folder) / str(size)
            below.mkdir()
            yield from _measured(_made(size, below), below)


def _made(size: int, folder: Path) -> Path:
    """Return a home of so many stories."""
    from bench.measuring.exports import write_wxr

    export, home = folder / "khabar.xml", new_home(folder / "home")
    write_wxr(export, size)
    spent(home, "intake", "wxr", str(export))
    export.unlink()
    return home


def _measured(home: Path, folder: Path) -> Iterator[Figure]:
    size = 0
    for form in FORMS:
        took = spent(home, "export", form, str(folder / form))
        size = size or int(re.findall(r"(\d+) stories are in", took.said)[0])
        yield Figure(f"out/{form}-{size}/rate", size / took.seconds, "stories/s")
        yield Figure(f"out/{form}-{size}/rate_a_core", size / took.processor, "stories/core s")
        yield Figure(f"out/{form}-{size}/memory", took.together / 2**20, "MB")
    if "jsonl" not in FORMS:
        return
    other = new_home(folder / "other")
    back = spent(other, "intake", "jsonl", str(folder / "jsonl"))
    spent(other, "export", "jsonl", str(folder / "again"))
    yield Figure(f"out/back-{size}/rate", size / back.seconds, "stories/s")
    yield Figure(f"out/back-{size}/rate_a_core", size / back.processor, "stories/core s")
    yield Figure(f"out/back-{size}/memory", back.together / 2**20, "MB")
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
