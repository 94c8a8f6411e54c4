"""A WordPress site that moves in: made-up exports of several sizes, and the public ones.

Each size has a home of its own and a process of its own, so that the memory is that of one move.
Beside the smaller ones stands what people do by hand (`bench.naive`): page by page, unrepaired.
`HARKARA_BENCH_SIZES=1000,10000` measures other sizes than the usual three.
"""

import base64
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.measuring.spent import spent
from bench.measuring.taken import run_module

ROOT = Path(__file__).resolve().parents[2]
SIZES = os.environ.get("HARKARA_BENCH_SIZES", "1000,10000,100000")
WANTED = 500
PUBLIC = "cms-exports"
MOST_BY_HAND = 1000
"""The rival adds page by page: larger archives would take it an hour."""


def measure(data: Data) -> Iterator[Figure]:
    """Give the figures of each size, of a second run, and of the public exports."""
    with tempfile.TemporaryDirectory(prefix="harkara-bench-") as folder:
        for size in map(int, SIZES.split(",")):
            yield from _size(size, Path(folder))
        if data.has(PUBLIC):
            yield from _public(data, Path(folder))


def _size(size: int, folder: Path) -> Iterator[Figure]:
    export, home = folder / f"{size}.xml", folder / f"home-{size}"
    _write(export, size)
    spent(home, "init", "--name", "परख")
    first, second = (spent(home, "intake", "wxr", str(export)) for _ in range(2))
    assert f"live: {size}" in first.said, first.said
    assert f"unchanged: {size}" in second.said, second.said
    name = f"wxr/{size}"
    yield Figure(f"{name}/rate", size / first.seconds, "stories/s", target=WANTED)
    yield Figure(f"{name}/rate_a_core", size / first.processor, "stories/core s")
    yield Figure(f"{name}/memory", first.together / 2**20, "MB")
    yield Figure(f"{name}/again", size / second.seconds, "stories/s")
    yield Figure(f"{name}/addresses", _addresses(home), "")
    if size <= MOST_BY_HAND:
        yield from _naive(export, folder / f"naive-{size}", size)


def _naive(export: Path, home: Path, size: int) -> Iterator[Figure]:
    """Move the same export in as one would by hand; what came must be as much."""
    cost = json.loads(run_module("bench.naive.moving", str(home), str(export)))
    assert cost["stories"] == size, cost
    assert cost["addresses"] == cost["leading"], cost
    name = f"wxr/{size}"
    yield Figure(f"{name}/rate@page-by-page", size / cost["seconds"], "stories/s")
    yield Figure(f"{name}/rate_a_core@page-by-page", size / cost["processor"], "stories/core s")
    yield Figure(f"{name}/memory@page-by-page", cost["megabytes"], "MB")
    yield Figure(f"{name}/addresses@page-by-page", cost["addresses"], "")


def _addresses(home: Path) -> int:
    """Return how many addresses of the old site lead to a page of this one."""
    (database,) = home.glob("*.sqlite3")
    with closing(sqlite3.connect(database)) as connection:
        asked = "SELECT count(*) FROM wagtailredirects_redirect WHERE redirect_page_id IS NOT NULL"
        return int(connection.execute(asked).fetchone()[0])


def _public(data: Data, folder: Path) -> Iterator[Figure]:
    """Move every public export in: none may end in anything but a move or one clear line.

    All go through their doors in one process, so that it starts once.
    """
    home, moved, refused = folder / "home-public", 0, 0
    spent(home, "init", "--name", "परख")
    doors = []
    for at, row in enumerate(data.rows(PUBLIC)):
        path = folder / f"public-{at}"
        text = row.get("text")
        path.write_bytes(base64.b64decode(row["base64"]) if text is None else text.encode())
        doors.append(("ghost" if row["format"].startswith("ghost") else "wxr", path))
    began = time.perf_counter()
    for at, (told, (_door, path)) in enumerate(zip(_through(home, doors), doors, strict=True), 1):
        moved += told["status"] == 0
        refused += told["status"] == 1 and told["lines"] == 1
        size = path.stat().st_size // 1000
        sys.stderr.write(f"{at}/{len(doors)}: {size} kB, {told['seconds']:.1f} s\n")
    yield Figure(f"wxr/{PUBLIC}/moved", moved)
    yield Figure(f"wxr/{PUBLIC}/refused", refused)
    yield Figure(f"wxr/{PUBLIC}/neither", len(doors) - moved - refused, target=0)
    yield Figure(f"wxr/{PUBLIC}/seconds", time.perf_counter() - began, "s")


def _through(home: Path, doors: Sequence[tuple[str, Path]]) -> Iterator[dict[str, Any]]:
    """Give what became of each export, one after the other."""
    with subprocess.Popen(
        [sys.executable, "-m", "bench.measuring.doors_of_moving", str(home)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))},
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin
        assert process.stdout
        for door, path in doors:
            process.stdin.write(f"{json.dumps([door, str(path)])}\n")
            process.stdin.flush()
            yield json.loads(process.stdout.readline())
        process.stdin.close()


def _write(export: Path, size: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "harkara.settings")
    import django

    django.setup()
    from bench.measuring.exports import write_wxr

    write_wxr(export, size)
