"""`harkara serve`: one command, several processes, and what becomes of each when another dies."""

import http.client
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from tests import running

pytestmark = running.MARKS
SOON = 60.0
WEB, WORKER = "multiprocessing.spawn", "harkara worker"


@contextmanager
def serving(paper: running.Paper) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """Serve a paper on a port of its own; give the port and the process of the command."""
    port = running.free_port()
    arguments = ("--home", str(paper.home), "serve", "--port", str(port))
    process = subprocess.Popen(
        running.command(*arguments),
        env=running.surroundings(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout
    with process.stdout:
        try:
            assert process.stdout.readline() == f"http://{running.HOST}:{port}\n"
            yield port, process
        finally:
            process.kill()
            process.wait()


def child(parent: int, part: str) -> int:
    """Return the process below `parent` whose command holds `part`, 0 if there is none."""
    table = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid=,args="], capture_output=True, text=True, check=True
    )
    rows = (line.split(None, 2) for line in table.stdout.splitlines())
    found = (row for row in rows if len(row) == 3 and row[1] == str(parent) and part in row[2])
    return next((int(row[0]) for row in found), 0)


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def answers(port: int) -> bool:
    connection = http.client.HTTPConnection(running.HOST, port, timeout=SOON)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def comes_true(condition: Callable[[], object]) -> bool:
    """Wait until something is so."""
    end = time.monotonic() + SOON
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


@pytest.mark.parametrize("part", [WORKER, WEB])
def test_a_web_server_or_a_worker_that_dies_is_started_again(
    demo: running.Paper, part: str
) -> None:
    with serving(demo) as (port, process):
        dead = child(process.pid, part)
        os.kill(dead, signal.SIGKILL)

        assert comes_true(lambda: child(process.pid, part) not in (0, dead))
        assert comes_true(lambda: answers(port))


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_site_that_is_told_to_stop_stops_whole(demo: running.Paper, how: signal.Signals) -> None:
    with serving(demo) as (_port, process):
        children = [child(process.pid, part) for part in (WORKER, WEB)]
        process.send_signal(how)
        status = process.wait(SOON)

    assert all(children)
    assert status == 0
    assert not any(map(is_running, children))


def test_no_process_outlives_a_command_that_was_killed(demo: running.Paper) -> None:
    with serving(demo) as (_port, process):
        children = [child(process.pid, part) for part in (WORKER, WEB)]
        process.kill()
        process.wait()

    assert all(children)
    assert comes_true(lambda: not any(map(is_running, children)))


def test_a_port_that_is_taken_is_refused_in_one_line(demo: running.Paper) -> None:
    with serving(demo) as (port, _process):
        refused = subprocess.run(
            running.command("--home", str(demo.home), "serve", "--port", str(port)),
            env=running.surroundings(),
            capture_output=True,
            text=True,
            timeout=SOON,
            check=False,
        )

    assert refused.returncode == 1
    assert refused.stderr.startswith(f"harkara: cannot listen on {running.HOST}:{port} ")
    assert refused.stderr.count("\n") == 1
