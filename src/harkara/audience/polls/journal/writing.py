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
    """Lines that are written together, who waits for them, and what came of it."""

    def __init__(self) -> None:
        self.lines: list[bytes] = []
        self.waiting: list[threading.Lock] = []
        self.is_done = self.is_written = False


class Journal:
    """This process's files in a folder, one after the other."""

    def __init__(self, folder: Path, size: int = SIZE) -> None:
        self._folder = folder
        self._size = size
        self._lock = threading.Lock()
        self._open = _Batch()
        self._is_writing = False
        # Held by who is at the file.
        self._file_lock = threading.Lock()
        self._file = -1
        self._at = 0

    def append(self, line: bytes) -> None:
        """Write a line; return when it lies on the disk. Raises JournalLost if it does not."""
        turn = threading.Lock()
        with self._lock:
            mine = self._open
            mine.lines.append(line)
            if self._is_writing:
                turn.acquire()
                mine.waiting.append(turn)
            else:
                self._is_writing, self._open = True, _Batch()
        # Whoever waits is woken once: when all is done, or to write it for the others. A lock for
        # each, for of one that all wait for, each would have to wait again to get out.
        with turn:
            if not mine.is_done:
                self._write(mine)
        if not mine.is_written:
            raise JournalLost

    def close(self) -> None:
        """Let go of the file: it can be read to its end and removed."""
        with self._file_lock:
            self._let_go()

    def _write(self, batch: _Batch) -> None:
        try:
            with self._file_lock:
                self._put(b"".join(batch.lines))
            batch.is_written = True
        except OSError as error:
            raise JournalLost from error
        finally:
            with self._lock:
                batch.is_done = True
                following = self._open
                if following.lines:
                    self._open = _Batch()
                    batch.waiting.append(following.waiting.pop(0))
                else:
                    self._is_writing = False
            for turn in batch.waiting:
                turn.release()

    def _put(self, data: bytes) -> None:
        try:
            self._add(data)
        except OSError:
            # What stands half in this file must never be followed by another line.
            self._let_go()
            raise

    def _add(self, data: bytes) -> None:
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
