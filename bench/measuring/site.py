"""A site that runs in processes of its own, on a copy of somebody's home."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = "harkara.settings"
WEB, WORKER = "harkara web", "harkara worker"


@dataclass(frozen=True, slots=True)
class Site:
    """A running site: its home, where it answers, and the process that keeps it running."""

    home: Path
    port: int
    process: subprocess.Popen[str]

    def child(self, part: str) -> int:
        """Return a process of the site whose command holds `part`, 0 if there is none."""
        table = subprocess.run(
            ["ps", "-A", "-o", "pid=,ppid=,args="], capture_output=True, text=True, check=True
        )
        rows = (line.split(None, 2) for line in table.stdout.splitlines())
        parent = str(self.process.pid)
        found = (row for row in rows if len(row) == 3 and row[1] == parent and part in row[2])
        return next((int(row[0]) for row in found), 0)


def archive(home: Path, stories: int) -> None:
    """Found a home of so many live stories (`bench/archive.py`). A founding that fails ends it."""
    bench = str(ROOT / "bench" / "archive.py")
    subprocess.run(
        [sys.executable, bench, "--stories", str(stories), "--home", str(home)],
        check=True, capture_output=True,
    )  # fmt: skip


@contextmanager
def copied(home: Path) -> Iterator[Path]:
    """Copy a home, so that nothing of it is changed, for as long as the block lasts."""
    with tempfile.TemporaryDirectory(prefix="harkara-bench-") as folder:
        copy = Path(folder) / "home"
        shutil.copytree(home, copy)
        yield copy


@contextmanager
def serving(home: Path, settings: str = SETTINGS) -> Iterator[Site]:
    """Serve a home; its first page can be read when the block begins."""
    port = free_port()
    process = subprocess.Popen(
        command("serve", "--port", str(port)),
        env=surroundings(home, settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout
    with process.stdout:
        try:
            said = process.stdout.readline()
            assert said, "the site does not start"
            yield Site(home, port, process)
        finally:
            process.terminate()
            process.wait()


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one `harkara` command to its end."""
    return subprocess.run(
        command(*arguments), env=surroundings(home), capture_output=True, text=True, check=False
    )


def python(home: Path, settings: str, code: str, *arguments: str) -> str:
    """Run a few lines of Python in a home; return what they print."""
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=surroundings(home, settings), capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip


def command(*arguments: str) -> list[str]:
    """Return a `harkara` command as this Python runs it."""
    return [sys.executable, "-m", "harkara", *arguments]


def surroundings(home: Path, settings: str = SETTINGS) -> dict[str, str]:
    """Return an environment that knows this home and the source beside the benches."""
    return {
        **os.environ,
        "HARKARA_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": settings,
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "src"))),
        "PYTHONUNBUFFERED": "1",
    }


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
