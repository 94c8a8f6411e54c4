"""Load from `wrk`, and what it costs the servers."""

import os
import platform
import re
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

UNITS = {"us": 1e-6, "ms": 1e-3, "s": 1.0, "m": 60.0}


@dataclass(frozen=True, slots=True)
class Load:
    """What came of one run of `wrk`."""

    requests: int
    rate: float
    """Requests a second."""
    p99: float
    """Seconds."""
    faults: int
    """Answers that were no success, and broken connections."""
    cpu: float
    """Seconds the server's processes worked, for each request."""


def is_there() -> bool:
    """Say whether this machine has wrk."""
    return shutil.which("wrk") is not None


def load(url: str, connections: int, seconds: int, pids: Iterable[int]) -> Load:
    """Ask for a page over so many connections, and see what it costs the processes."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "--timeout", "10s"]
    return load_of([*command, "-H", "Accept-Encoding: br, gzip", url], pids)


def load_of(command: Sequence[str], pids: Iterable[int]) -> Load:
    """Run a `wrk` command that says its latency, and see what it costs the processes."""
    watched = tuple(pids)
    before = cpu(watched)
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return _read(done.stdout, cpu(watched) - before)


def machine() -> str:
    """Return what was measured on, and with which versions."""
    model = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text())
    tools = (("nginx", "-v"), ("wrk", "-v"))
    said = [subprocess.run(tool, capture_output=True, text=True, check=False) for tool in tools]
    names = [(one.stderr + one.stdout).partition("\n")[0].strip() for one in said]
    return "; ".join(
        [
            f"{os.cpu_count()} × {model[1] if model else platform.machine()}",
            f"Python {platform.python_version()}",
            f"Granian {version('granian')}",
            *(re.sub(r"^nginx version: |\s*Copyright.*| \[.*", "", name) for name in names),
        ]
    )


def tree(pid: int) -> list[int]:
    """Return a process and those it began."""
    said = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False
    )
    return [pid, *map(int, said.stdout.split())]


def cpu(pids: Iterable[int]) -> float:
    """Return the seconds of the processor that processes have taken so far."""
    ticks = 0
    for pid in pids:
        numbers = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(numbers[11]) + int(numbers[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _read(said: str, spent: float) -> Load:
    requests = int(_found(r"(\d+) requests in", said))
    late = re.search(r"99%\s+([\d.]+)(us|ms|s|m)\b", said)
    errors = re.search(
        r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", said
    )
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    faults = sum(map(int, errors.groups())) if errors else 0
    return Load(
        requests=requests,
        rate=float(_found(r"Requests/sec:\s+([\d.]+)", said)),
        p99=float(late[1]) * UNITS[late[2]] if late else 0.0,
        faults=faults + (int(refused[1]) if refused else 0),
        cpu=spent / max(requests, 1),
    )


def _found(pattern: str, said: str) -> str:
    match = re.search(pattern, said)
    assert match, said
    return match[1]
