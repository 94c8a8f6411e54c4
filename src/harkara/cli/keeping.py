"""Keeping one process of the site running: begun again when it dies, renewed without a gap."""

import os
import select
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import harkara
from harkara.cli.refusal import LeftBehind

# Work under way gets this long to end when a process stops.
STOP_WITHIN = 10
# A process that dies at once is not begun again in a tight loop.
BEFORE_RESTART = 1.0
SHORT_LIFE = 1.0
# A new process gets this long to become ready; until then the old one stays.
READY_WITHIN = 120.0
LOOK = 0.2


@dataclass(frozen=True, slots=True)
class Child:
    """A process, and the end of a pipe into which it writes once it is ready."""

    process: subprocess.Popen[bytes]
    ready: int

    def wait_until_ready(self, stopping: threading.Event) -> bool:
        """Return True once the process is ready; False if it ended, took too long, or we stop."""
        end = time.monotonic() + READY_WITHIN
        try:
            while time.monotonic() < end and not stopping.is_set():
                if select.select([self.ready], [], [], LOOK)[0]:
                    return os.read(self.ready, 1) != b""
            return False
        finally:
            os.close(self.ready)

    def end(self) -> None:
        """Let the process finish what it is at, and wait for it."""
        self.process.terminate()
        try:
            self.process.wait(STOP_WITHIN)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Keeper:
    """Keeps one `harkara` command running in a process of its own.

    The command says that it is ready by writing a byte to the file descriptor `--ready` names, and
    ends when the process `--parent` names is gone.
    """

    def __init__(self, name: str, command: Sequence[str], fds: Sequence[int] = ()) -> None:
        self._name = name
        self._command = tuple(command)
        self._fds = tuple(fds)
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._child: Child | None = None

    def start(
        self,
        on_ready: Callable[[], None] | None = None,
        on_refused: Callable[[], None] | None = None,
    ) -> None:
        """Begin; `on_ready` is called once, when the process is ready for the first time.

        `on_refused` is called instead, and nothing is begun again, if the process says before
        that this home cannot be run by this version (LeftBehind).
        """
        threading.Thread(target=self._keep, args=(on_ready, on_refused), daemon=True).start()

    def renew(self) -> bool:
        """Begin a new process and end the old one once the new one is ready.

        Returns False, and keeps the old one, if the new one does not become ready.
        """
        fresh = self._begin()
        if fresh is None:
            return False
        if not fresh.wait_until_ready(self._stopping):
            fresh.end()
            if not self._stopping.is_set():
                self._say("does not start anew, the old one goes on")
            return False
        with self._lock:
            if self._stopping.is_set():
                fresh.end()
                return False
            old, self._child = self._child, fresh
        threading.Thread(target=self._watch, args=(fresh,), daemon=True).start()
        if old:
            old.end()
        return True

    def stop(self) -> None:
        """Let the process finish what it is at, and wait for it."""
        with self._lock:
            self._stopping.set()
            child = self._child
        if child:
            child.end()

    def _keep(
        self,
        on_ready: Callable[[], None] | None = None,
        on_refused: Callable[[], None] | None = None,
    ) -> None:
        while child := self._begin():
            with self._lock:
                self._child = child
                stopping = self._stopping.is_set()
            if stopping:
                child.end()
                return
            if child.wait_until_ready(self._stopping):
                if on_ready:
                    on_ready()
                self._watch(child)
                return
            status = child.process.wait()
            if status == LeftBehind.status and on_refused:
                on_refused()
                return
            if not self._stopping.wait(BEFORE_RESTART):
                self._say(f"ended with {status} before it was ready, starting it again")

    def _watch(self, child: Child) -> None:
        """Wait for the end of a process; unless another has its place, begin a new one."""
        began = time.monotonic()
        status = child.process.wait()
        if time.monotonic() - began < SHORT_LIFE:
            self._stopping.wait(BEFORE_RESTART)
        with self._lock:
            if self._stopping.is_set() or self._child is not child:
                return
        self._say(f"ended with {status}, starting it again")
        self._keep()

    def _begin(self) -> Child | None:
        """Begin a process, unless the site is stopping."""
        if self._stopping.is_set():
            return None
        above = str(Path(harkara.__file__).parents[1])
        path = os.pathsep.join(filter(None, (above, os.environ.get("PYTHONPATH"))))
        ready, say_ready = os.pipe()
        known = ("--parent", str(os.getpid()), "--ready", str(say_ready))
        try:
            # In a session of its own: Ctrl-C reaches `serve`, which stops the others in order.
            process = subprocess.Popen(  # noqa: S603 (our own command)
                [sys.executable, "-m", "harkara", *self._command, *known],
                env={**os.environ, "PYTHONPATH": path},
                pass_fds=(*self._fds, say_ready),
                start_new_session=True,
            )
        finally:
            os.close(say_ready)
        return Child(process, ready)

    def _say(self, what: str) -> None:
        print(f"harkara: the {self._name} {what}", file=sys.stderr)
