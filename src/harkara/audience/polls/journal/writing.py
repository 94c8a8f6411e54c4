"""Writing: many threads hand in lines, one of them writes for all and waits for the disk.

While that one waits, the lines of the others gather; the next of them writes those together. So
the disk is waited for once for many votes, and every vote's line lies on it before its reader is
thanked.
"""

import fcntl
import os
import secrets
import threading
from pathlib import Path

SUFFIX = ".votes"
SIZE = 8 * 1024 * 1024
"""Bytes of a file. They are its own from the start: the disk then has only the lines to write."""


class JournalLost(Exception):
    """A line could not be written: the disk is full, or gone."""


class _Batch:
    """Lines that are written together, and what came of it."""

    def __init__(self) -> None:
        self.lines: list[bytes] = []
        self.is_done = False
        self.error: OSError | None = None


class Journal:
    """This process's files in a folder, one after the other."""

    def __init__(self, folder: Path, size: int = SIZE) -> None:
        self._folder = folder
        self._size = size
        self._changed = threading.Condition()
        self._open = _Batch()
        self._is_writing = False
        self._file = -1
        self._at = 0

    def append(self, line: bytes) -> None:
        """Write a line; return when it lies on the disk. Raises JournalLost if it does not."""
        with self._changed:
            mine = self._open
            mine.lines.append(line)
            while self._is_writing and not mine.is_done:
                self._changed.wait()
            if not mine.is_done:
                self._is_writing = True
                self._open = _Batch()
        if not mine.is_done:
            self._write(mine)
        if mine.error is not None:
            raise JournalLost from mine.error

    def close(self) -> None:
        """Let go of the file: it can be read to its end and removed."""
        with self._changed:
            while self._is_writing:
                self._changed.wait()
            self._let_go()

    def _write(self, batch: _Batch) -> None:
        try:
            self._put(b"".join(batch.lines))
        except OSError as error:
            # What stands half in this file must never be followed by another line.
            batch.error = error
            self._let_go()
        finally:
            with self._changed:
                batch.is_done = True
                self._is_writing = False
                self._changed.notify_all()

    def _put(self, data: bytes) -> None:
        if self._file < 0 or self._at + len(data) > self._size:
            self._begin(max(self._size, len(data)))
        written = 0
        while written < len(data):
            written += os.pwrite(self._file, data[written:], self._at + written)
        os.fdatasync(self._file)
        self._at += len(data)

    def _begin(self, size: int) -> None:
        self._let_go()
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # It has its lock before it has its name, so that nobody takes it for one that is finished.
        draft = self._folder / f".{os.getpid()}-{secrets.token_hex(8)}"
        file = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX)
            os.posix_fallocate(file, 0, size)
            os.fsync(file)
            draft.rename(draft.with_name(f"{draft.name[1:]}{SUFFIX}"))
            _sync_folder(self._folder)
        except OSError:
            os.close(file)
            draft.unlink(missing_ok=True)
            raise
        self._file, self._at = file, 0

    def _let_go(self) -> None:
        if self._file >= 0:
            os.close(self._file)
        self._file = -1


def _sync_folder(folder: Path) -> None:
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
