"""What one `harkara` command takes: on the clock, of the processor, and of memory at the most."""

import os
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.measuring.site import command, surroundings


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds on the clock and of the processor, bytes at the most, and what the command said.

    The processor's are those of the command and of the processes it waited for; the bytes are of
    the largest one.
    """

    seconds: float
    processor: float
    most: int
    said: str


def spent(home: Path, *arguments: str) -> Spent:
    """Run a command to its end and return what it took. A command that fails ends the bench."""
    with tempfile.TemporaryFile("w+") as out:
        began = time.perf_counter()
        process = subprocess.Popen(
            command(*arguments), env=surroundings(home), stdout=out, stderr=subprocess.STDOUT
        )
        _pid, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        said = out.read()
    assert process.returncode == 0, said
    return Spent(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, said)
