"""A rival site: views in Django that write a row for each request (`one_update`)."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from bench.measuring.site import free_port

ROOT = Path(__file__).resolve().parents[2]
SETTLES = 30.0


@contextmanager
def one_row_each(database: Path) -> Iterator[tuple[int, int]]:
    """Serve `one_update` over a database of its own; give its port and its process."""
    port = free_port()
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "ONE_UPDATE_DATABASE": str(database)}
    surroundings.pop("DJANGO_SETTINGS_MODULE", None)
    process = subprocess.Popen(
        [
            sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port),
            "--blocking-threads", "16", "--log-level", "warning",
            "bench.measuring.one_update:application",
        ],
        env=surroundings,
    )  # fmt: skip
    try:
        wait_for(port)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait()


def wait_for(port: int) -> None:
    """Wait until somebody answers on a port. Raises TimeoutError."""
    end = time.monotonic() + SETTLES
    while time.monotonic() < end:
        try:
            asked = HTTPConnection("127.0.0.1", port, timeout=SETTLES)
            asked.request("GET", "/")
            asked.getresponse().read()
        except OSError:
            time.sleep(0.1)
        else:
            return
    message = f"nobody answers on port {port}"
    raise TimeoutError(message)
