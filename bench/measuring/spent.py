"""What one `harkara` command takes: on the clock, of the processor, and of memory at the most."""

import os
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from bench.measuring.site import command, surroundings

EVERY = 0.1


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds on the clock and of the processor, bytes at the most, and what the command said.

    The processor's are those of the command and of the processes it waited for. `most` are the
    bytes of the largest one, `together` those of all at one time, looked at ten times a second.
    """

    seconds: float
    processor: float
    most: int
    together: int
    said: str


def spent(home: Path, *arguments: str) -> Spent:
    """Run a command to its end and return what it took. A command that fails ends the bench."""
    with tempfile.TemporaryFile("w+") as out:
        began = time.perf_counter()
        process = subprocess.Popen(
            command(*arguments), env=surroundings(home), stdout=out, stderr=subprocess.STDOUT
        )
        with Watched(process.pid) as watched:
            _pid, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        said = out.read()
    assert process.returncode == 0, said
    most = usage.ru_maxrss * 1024
    used = usage.ru_utime + usage.ru_stime
    return Spent(seconds, used, most, max(most, watched.most), said)


class Watched:
    """Looks ten times a second how much memory a process and those below it have together.

    `most` is what they had at the most, in bytes, as long as the block lasts. What two of them
    share is counted twice.
    """

    def __init__(self, pid: int) -> None:
        self._pid, self._ended, self.most = pid, threading.Event(), 0
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "Watched":
        self._thread.start()
        return self

    def __exit__(self, *_ended: object) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(EVERY):
            self.most = max(self.most, sum(map(_resident, _family(self._pid))))


def _family(pid: int) -> list[int]:
    """Return a process and all below it."""
    found = [pid]
    for one in found:
        for listed in Path(f"/proc/{one}/task").glob("*/children"):
            found += map(int, _read(listed).split())
    return found


def _resident(pid: int) -> int:
    """Return how many bytes of memory a process has, 0 for one that has ended."""
    pages = _read(Path(f"/proc/{pid}/statm")).split()
    return int(pages[1]) * os.sysconf("SC_PAGE_SIZE") if pages else 0


def _read(path: Path) -> str:
    """Return what the system says of a process, nothing if it has ended."""
    try:
        return path.read_text()
    except OSError:
        return ""
