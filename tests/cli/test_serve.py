"""`harkara serve`: one command, several processes, and what becomes of each when another dies."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from bench.measuring.readers import Readers
from tests import running

pytestmark = running.MARKS
SOON = 60.0
WEB, WORKER = "harkara web", "harkara worker"


@contextmanager
def serving(
    paper: running.Paper, port: int | None = None
) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """Serve a paper on a port of its own; give the port and the process of the command."""
    port = port or running.free_port()
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


def child(parent: int, part: str, but: int = 0) -> int:
    """Return a process below `parent` whose command holds `part`, 0 if there is none."""
    table = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid=,args="], capture_output=True, text=True, check=True
    )
    rows = (line.split(None, 2) for line in table.stdout.splitlines())
    found = (row for row in rows if len(row) == 3 and row[1] == str(parent) and part in row[2])
    return next((int(row[0]) for row in found if row[0] != str(but)), 0)


def test_those_who_send_slowly_keep_nobody_out(demo: running.Paper) -> None:
    head = (
        "POST /newsroom/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: csrftoken=x\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\nname="
    )
    with ExitStack() as closing:
        for length in [5000] * 40 + [500_000] * 20:
            sender = closing.enter_context(socket.create_connection((running.HOST, demo.port)))
            sender.sendall(head.format(length).encode())
        time.sleep(1)

        for path in ("/", "/khoj/?q=naav", "/newsroom/login/"):
            connection = http.client.HTTPConnection(running.HOST, demo.port, timeout=SOON)
            closing.callback(connection.close)
            connection.request("GET", path)
            assert connection.getresponse().status == 200


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


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="a system that cannot say which")
def test_the_web_server_keeps_to_one_processor_and_the_worker_to_none(demo: running.Paper) -> None:
    with serving(demo) as (_port, process):
        web, worker = (os.sched_getaffinity(child(process.pid, part)) for part in (WEB, WORKER))

    assert len(web) == 1
    assert worker == os.sched_getaffinity(0)


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


def test_a_site_is_renewed_and_no_reader_notices(demo: running.Paper) -> None:
    with serving(demo) as (port, process):
        before = {part: child(process.pid, part) for part in (WEB, WORKER)}
        with Readers(port, ["/", "/desh/"]) as readers:
            process.send_signal(signal.SIGHUP)
            renewed = comes_true(
                lambda: not any(is_running(pid) for pid in before.values()) and answers(port)
            )
        after = {part: child(process.pid, part) for part in (WEB, WORKER)}

    assert renewed
    assert all(after[part] not in (0, before[part]) for part in (WEB, WORKER))
    assert (readers.seen.broken, readers.seen.torn) == ([], [])
    assert set(readers.seen.statuses) == {200}


def test_a_site_that_cannot_start_anew_goes_on_as_it_is(
    demo: running.Paper, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    shutil.copytree(demo.home, home)
    with serving(running.Paper(home, demo.port)) as (port, process):
        web = child(process.pid, WEB)
        (home / "harkara.toml").write_text("adress = 1")
        process.send_signal(signal.SIGHUP)

        assert comes_true(lambda: child(process.pid, WEB, but=web))
        assert comes_true(lambda: not child(process.pid, WEB, but=web))
        assert is_running(web)
        assert answers(port)


def test_while_there_is_no_web_server_readers_wait_and_are_not_refused(
    demo: running.Paper,
) -> None:
    with serving(demo) as (port, process):
        os.kill(child(process.pid, WEB), signal.SIGKILL)

        assert answers(port)


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
