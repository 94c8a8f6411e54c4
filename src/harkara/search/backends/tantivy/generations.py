"""Generations: an index that can be made anew beside itself.

A folder holds one generation in use, a file that names it, and perhaps one that is being made:

    index/current            names the generation in use
    index/1-000007/engine/   the engine's files
    index/1-000007/words.db  the table of words
    index/1-000007/position  where its writer stands in the log of changes

The first number is that of the form of what lies in it: an index of another form is no index.
"""

import fcntl
import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from harkara.search.backends.base import Busy, Unavailable

FORM = 2
"""Another number than before makes every index there is to be made anew."""
_CURRENT, _POSITION = "current", "position"
_NAME = re.compile(r"(\d+)-(\d{6,})\Z")
_PAUSE = 0.02

Mark = tuple[int, int, int]


class Generation:
    """The folder of one generation."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it need not be there."""
        self.folder = folder
        self.name = folder.name
        self.engine = folder / "engine"
        self.words = folder / "words.db"

    def is_empty(self) -> bool:
        """Say whether nothing was ever written to it."""
        return not any(self.engine.iterdir())

    def make(self) -> None:
        """Make the folder, empty."""
        self.engine.mkdir(parents=True)

    def position(self) -> int | None:
        """Return the position kept in it, if one is."""
        try:
            return int((self.folder / _POSITION).read_text())
        except FileNotFoundError:
            return None

    def keep_position(self, position: int) -> None:
        """Keep a position, whole or not at all."""
        _write_whole(self.folder / _POSITION, str(position))


class Generations:
    """The folder of an index with its generations."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it need not be there."""
        self._folder = folder

    def mark(self) -> Mark | None:
        """Return what is another when another generation has come into use; None if none is."""
        return mark_of(self._folder / _CURRENT)

    def current(self) -> Generation | None:
        """Return the generation in use; None if there is none.

        Raises Unavailable if it is of another form.
        """
        try:
            name = (self._folder / _CURRENT).read_text().strip()
        except FileNotFoundError:
            return None
        found = _NAME.match(name)
        if found is None or int(found[1]) != FORM:
            message = f"{self._folder} holds an index of another form: {name[:40]!r}"
            raise Unavailable(message)
        return Generation(self._folder / name)

    def begin(self) -> Generation:
        """Make an empty generation, not yet in use."""
        numbers = [int(found[2]) for name in self._names() if (found := _NAME.match(name))]
        generation = Generation(self._folder / f"{FORM}-{max(numbers, default=0) + 1:06}")
        generation.make()
        return generation

    def use(self, generation: Generation) -> None:
        """Bring a generation into use."""
        _write_whole(self._folder / _CURRENT, generation.name)

    def remove_unused(self) -> None:
        """Remove all generations but the one in use. Who has one open goes on reading it."""
        try:
            current = (self._folder / _CURRENT).read_text().strip()
        except FileNotFoundError:
            current = ""
        for name in self._names():
            if _NAME.match(name) and name != current:
                shutil.rmtree(self._folder / name)

    @contextmanager
    def alone(self, what: str, wait: float) -> Iterator[None]:
        """Do something that one process does at a time; raises Busy after so many seconds.

        The lock ends with the process that has it, however that ends.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        until = time.monotonic() + wait
        with (self._folder / f"{what}.lock").open("w") as lock:
            while not _locked(lock.fileno()):
                if time.monotonic() >= until:
                    message = f"another process is {what} the index in {self._folder}"
                    raise Busy(message)
                time.sleep(_PAUSE)
            yield

    def _names(self) -> list[str]:
        return [path.name for path in self._folder.iterdir() if path.is_dir()]


def mark_of(path: Path) -> Mark | None:
    """Return what is another when a file has been replaced, None if there is no file."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _locked(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _write_whole(path: Path, text: str) -> None:
    """Write a file so that it is there whole, or as it was."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    with beside.open("w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
