"""Keeping a site running: the web server and the press's worker, each started again if it dies."""

import http.client
import multiprocessing
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

import harkara

TARGET = "harkara.wsgi:application"
MOST_THREADS = 4
# Requests under way get this long to end when the site stops.
STOP_WITHIN = 10
# A worker that dies at once is not started in a tight loop.
BEFORE_RESTART = 1.0
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 (compared with, not bound)


class Site:
    """A web server and its workers, which run until a signal stops them all."""

    def __init__(
        self, host: str, port: int, on_ready: Callable[[], None] | None, workers: int
    ) -> None:
        self._address = (EVERYWHERE.get(host, host), port)
        self._on_ready = on_ready
        self._workers = [Worker() for _ in range(workers)]
        self._server = Server(
            TARGET,
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=1,
            blocking_threads=min(MOST_THREADS, 2 * (os.cpu_count() or 1)),
            respawn_failed_workers=True,
            workers_kill_timeout=STOP_WITHIN,
            log_level=LogLevels.warning,
        )

    def run(self) -> int:
        """Run until stopped; return the exit status."""
        # A fork of this process would inherit its threads' locks and its open database.
        multiprocessing.set_start_method("spawn", force=True)
        self._server.on_startup(self._start)
        self._server.on_shutdown(self._stop)
        try:
            self._server.serve(target_loader=load_application)
        finally:
            self._stop()
        return 0

    def _stop(self) -> None:
        for worker in self._workers:
            worker.tell()
        for worker in self._workers:
            worker.stop()

    def _start(self) -> None:
        for worker in self._workers:
            worker.start()
        threading.Thread(target=self._say_ready, daemon=True).start()

    def _say_ready(self) -> None:
        while not self._answers():
            time.sleep(0.05)
        if self._on_ready:
            self._on_ready()

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection(*self._address, timeout=STOP_WITHIN)
        try:
            connection.request("HEAD", "/")
            connection.getresponse()
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()
        return True


class Worker:
    """The press's worker in a process of its own."""

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the worker, and start it again whenever it dies."""
        threading.Thread(target=self._keep_running, daemon=True).start()

    def tell(self) -> None:
        """Tell the worker to finish its page and end."""
        with self._lock:
            self._stopping.set()
            if self._process:
                self._process.terminate()

    def stop(self) -> None:
        """Let the worker finish its page, and wait for it."""
        self.tell()
        process = self._process
        if process is None:
            return
        try:
            process.wait(STOP_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _keep_running(self) -> None:
        while process := self._spawn():
            status = process.wait()
            if not self._stopping.wait(BEFORE_RESTART):
                said = f"harkara: the worker ended with {status}, starting it again"
                print(said, file=sys.stderr)

    def _spawn(self) -> subprocess.Popen[bytes] | None:
        """Start a process, unless the site is stopping."""
        with self._lock:
            if self._stopping.is_set():
                return None
            above = str(Path(harkara.__file__).parents[1])
            path = os.pathsep.join(filter(None, (above, os.environ.get("PYTHONPATH"))))
            command = [sys.executable, "-m", "harkara", "worker", "--parent", str(os.getpid())]
            # In a session of its own: Ctrl-C reaches `serve`, which stops the worker last.
            self._process = subprocess.Popen(  # noqa: S603 (our own command)
                command, env={**os.environ, "PYTHONPATH": path}, start_new_session=True
            )
            return self._process


def load_application(_target: str) -> Callable[..., Any]:
    """Load the web application in the server's process, which must not outlive its parent."""
    parent = os.getppid()

    def end_with_parent() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    threading.Thread(target=end_with_parent, daemon=True).start()
    from harkara.wsgi import application

    return application
