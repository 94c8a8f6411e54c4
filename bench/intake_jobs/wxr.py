"""A WordPress site that moves in: made-up exports of several sizes, and the public ones.

Each size has a home of its own and a process of its own, so that the memory is that of one move.
Beside the smaller ones stands what people do by hand (`bench.naive`): page by page, unrepaired.
`HARKARA_BENCH_SIZES=1000,10000` measures other sizes than the usual three.
"""

import base64
import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.measuring.data import Data
from bench.measuring.figures import Figure

ROOT = Path(__file__).resolve().parents[2]
SIZES = os.environ.get("HARKARA_BENCH_SIZES", "1000,10000,100000")
WANTED = 500
PUBLIC = "cms-exports"
MOST_BY_HAND = 1000
"""The rival adds page by page: larger archives would take it an hour."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one command took: seconds on the clock, of the processor, and bytes at the most.

    The bytes are those of all its processes together.
    """

    seconds: float
    processor: float
    most: int
    status: int
    said: str


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
    _harkara(home, "init", "--name", "परख")
    first, second = (_harkara(home, "intake", "wxr", str(export)) for _ in range(2))
    assert first.status == second.status == 0, (first.said, second.said)
    assert f"live: {size}" in first.said, first.said
    assert f"unchanged: {size}" in second.said, second.said
    name = f"wxr/{size}"
    yield Figure(f"{name}/rate", size / first.seconds, "stories/s", target=WANTED)
    yield Figure(f"{name}/rate_a_core", size / first.processor, "stories/core s")
    yield Figure(f"{name}/memory", first.most / 2**20, "MB")
    yield Figure(f"{name}/again", size / second.seconds, "stories/s")
    yield Figure(f"{name}/addresses", _addresses(home), "")
    if size <= MOST_BY_HAND:
        yield from _naive(export, folder / f"naive-{size}", size)


def _naive(export: Path, home: Path, size: int) -> Iterator[Figure]:
    """Move the same export in as one would by hand; what came must be as much."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.naive.moving", str(home), str(export)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    cost = json.loads(done.stdout)
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
    _harkara(home, "init", "--name", "परख")
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


def _harkara(home: Path, *command: str) -> Run:
    """Run the command in a process of its own, and those it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    asked = [sys.executable, "-m", "harkara", "--home", str(home), *command]
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    with (
        subprocess.Popen(
            asked, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environ
        ) as process,
        _Watched(process.pid) as watched,
    ):
        said = process.communicate()[0]
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)
    return Run(time.perf_counter() - began, spent, watched.most, process.returncode, said)


class _Watched:
    """Looks ten times a second how much memory a process and those it started have together."""

    def __init__(self, pid: int) -> None:
        self._pid, self._ended, self.most = pid, threading.Event(), 0
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "_Watched":
        self._thread.start()
        return self

    def __exit__(self, *_ended: object) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(0.1):
            self.most = max(self.most, sum(map(_resident, self._family())))

    def _family(self) -> list[int]:
        try:
            listed = Path(f"/proc/{self._pid}/task/{self._pid}/children").read_text()
        except OSError:  # It has ended by now.
            return []
        return [self._pid, *map(int, listed.split())]


def _resident(pid: int) -> int:
    """Return how many bytes of memory a process has, 0 for one that has ended."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
