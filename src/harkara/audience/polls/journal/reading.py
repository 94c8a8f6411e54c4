"""Reading: the lines of journals, in their order, from where they were read to the last time."""

import fcntl
import os
from datetime import datetime
from pathlib import Path

from harkara.audience.polls.journal.writing import SUFFIX

OLD = 3600
"""Seconds after which what was not made a journal of never will be."""
CHUNK = 1024 * 1024
_NOTHING = b"\0"


def journals(folder: Path) -> list[Path]:
    """Return the files there are, in no order that matters."""
    return sorted(folder.glob(f"*{SUFFIX}"))


def lines_after(path: Path, offset: int, most: int = CHUNK) -> tuple[list[bytes], int]:
    """Return the whole lines from an offset on, and the offset after them; of `most` bytes.

    A line that is not whole yet is left for the next time. A file that is gone has no lines.
    """
    try:
        with path.open("rb") as file:
            file.seek(offset)
            data = file.read(most)
    except FileNotFoundError:
        return [], offset
    whole = data[: data.rfind(b"\n") + 1]
    # Behind the last line the file is empty, not at its end.
    whole = whole.partition(_NOTHING)[0]
    return whole.splitlines(keepends=True), offset + len(whole)


def finished(path: Path) -> bool:
    """Say whether nobody writes to a file any more: its process ended, or went on to another."""
    try:
        file = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(file)
    return True


def sweep(folder: Path, at: datetime) -> None:
    """Remove what a process that was killed had begun to make a journal of."""
    for draft in folder.glob(".*-*"):
        if at.timestamp() - draft.stat().st_mtime > OLD and finished(draft):
            draft.unlink(missing_ok=True)


def remove(path: Path) -> None:
    """Remove a file that was read to its end; one that is gone is no error."""
    path.unlink(missing_ok=True)
