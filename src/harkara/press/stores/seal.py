"""The seal: a file's own checksum, kept in the part of its time below the second.

A disk that fails, or a machine that loses power, can leave a file with other bytes than were
written. A checksum beside each of a hundred thousand pages would be as many more files; the time of
change has room for one: seven digits that mean nothing to anybody. Whole seconds stay the truth.
"""

import hashlib
import os
from pathlib import Path

# Tenths of microseconds: what every file system keeps that keeps more than seconds.
PARTS = 10_000_000
LENGTH_NS = 100
SECOND_NS = 1_000_000_000


def seal_of(body: bytes) -> int:
    """Return the seal of these bytes, in nanoseconds below the second, never zero."""
    start = int.from_bytes(hashlib.sha256(body).digest()[:8], "big")
    return (start % (PARTS - 1) + 1) * LENGTH_NS


def put_seal(file: Path, seal: int, second: int) -> None:
    """Seal a file whose time shall be this second."""
    time = second * SECOND_NS + seal
    os.utime(file, ns=(time, time))


def is_whole(body: bytes, mtime_ns: int) -> bool:
    """Say whether bytes read from a file of this time are those that were sealed.

    A time without a part below the second was copied by something that keeps none: such a file
    is believed.
    """
    seal = mtime_ns % SECOND_NS
    return seal in (0, seal_of(body))
