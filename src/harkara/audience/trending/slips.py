"""Slips: what one process counted in a second, in a file of its own until it is in the tables.

A slip is written beside its place and put there in one step, so that it is whole or not there. It
needs no database: views are counted also while that is away or busy.
"""

import json
import logging
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from secrets import token_hex

from harkara.audience.trending.records import Counts, Views

logger = logging.getLogger(__name__)

SUFFIX = ".slip"
SPOILT = ".spoilt"


def write(folder: Path, counts: Counts) -> str:
    """Put a slip into the folder, safely on the disk, and return its name.

    Names sort as slips were written. Raises OSError if it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{time.time_ns():020d}-{os.getpid()}-{token_hex(4)}"
    said = {
        "at": counts.at.isoformat(),
        "views": {str(n): [one.counted, one.aside] for n, one in counts.views.items()},
        "misses": counts.misses,
    }
    beside = folder / f"{name}.new"
    try:
        with beside.open("w", encoding="utf-8") as file:
            json.dump(said, file, ensure_ascii=False, separators=(",", ":"))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(folder / f"{name}{SUFFIX}")
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise
    return name


def waiting(folder: Path, most: int) -> list[str]:
    """Return the names of the oldest slips, at most so many."""
    if not folder.is_dir():
        return []
    names = (entry.name for entry in os.scandir(folder) if entry.name.endswith(SUFFIX))
    return [name.removesuffix(SUFFIX) for name in sorted(names)[:most]]


def read(folder: Path, name: str) -> Counts | None:
    """Return what a slip says; one that makes no sense is put aside, said once, and None."""
    path = folder / f"{name}{SUFFIX}"
    try:
        said = json.loads(path.read_bytes())
        return Counts(
            at=datetime.fromisoformat(said["at"]),
            views={int(number): Views(*pair) for number, pair in said["views"].items()},
            misses={str(words): int(times) for words, times in said["misses"].items()},
        )
    except FileNotFoundError:
        # Another worker was quicker.
        return None
    except (ValueError, TypeError, KeyError) as error:
        logger.error("the slip %s is spoilt and put aside: %s", path, error)
        with suppress(FileNotFoundError):
            path.replace(path.with_suffix(SPOILT))
        return None


def remove(folder: Path, names: Iterable[str]) -> None:
    """Take slips away that are in the tables."""
    for name in names:
        with suppress(FileNotFoundError):
            (folder / f"{name}{SUFFIX}").unlink()
