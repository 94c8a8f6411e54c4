"""A paper that runs in processes of its own, as its readers and its desk meet it."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src"
HOST = "127.0.0.1"
# What a test that meets a running paper may reach: this host alone.
MARKS = [pytest.mark.allow_hosts([HOST])]
# Founding, drawing and pressing a whole paper, on a machine that is busy with other tests.
MOST_SECONDS = 600


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper's home and where readers find it."""

    home: Path
    port: int

    @property
    def url(self) -> str:
        """The address of the front page, without the slash at its end."""
        return f"http://{HOST}:{self.port}"


def run(*arguments: str) -> str:
    """Run one `harkara` command to its end and return what it printed."""
    done = subprocess.run(
        command(*arguments),
        env=surroundings(),
        capture_output=True,
        text=True,
        timeout=MOST_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr or done.stdout
    return done.stdout


@contextmanager
def serving(paper: Paper) -> Iterator[Paper]:
    """Serve a paper until the block ends; its first page can be read when the block begins."""
    arguments = ("--home", str(paper.home), "serve", "--port", str(paper.port))
    process = subprocess.Popen(
        command(*arguments), env=surroundings(), stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    try:
        # It says its address as soon as it can answer, and nothing before.
        assert process.stdout.readline().startswith(paper.url)
        yield paper
    finally:
        process.terminate()
        process.wait(timeout=MOST_SECONDS)
        process.stdout.close()


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def command(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "harkara", *arguments)


def surroundings() -> dict[str, str]:
    """Return an environment that knows nothing of the tests' own settings and home."""
    return {
        **{name: value for name, value in os.environ.items() if name != "HARKARA_HOME"},
        "DJANGO_SETTINGS_MODULE": "harkara.settings",
        "PYTHONPATH": str(SOURCE),
        "PYTHONUNBUFFERED": "1",
    }
