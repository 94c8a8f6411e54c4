"""Lines: the lines of a file in Harkara's own form, one after the other, from any place on."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CHUNK = 1 << 20
MOST_BYTES = 64 << 20
"""A longer line is passed over: the longest story is a hundredth of it."""

Said = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its bytes, its number from 1, and where it begins and the next one does.

    `raw` is empty for one that is too long to be read.
    """

    raw: bytes
    number: int
    at: int
    after: int

    @property
    def said(self) -> Said | None:
        """What the line says; None if it is no JSON object."""
        try:
            found = json.loads(self.raw)
        except (ValueError, RecursionError):
            return None
        return found if isinstance(found, dict) else None


def lines(path: Path, after: int = 0) -> Iterator[Line]:
    """Give the lines that begin at a place in the file or behind it; blank ones are passed over."""
    with path.open("rb") as file:
        number, left = 1, after
        while left and (chunk := file.read(min(CHUNK, left))):
            number += chunk.count(b"\n")
            left -= len(chunk)
        at = after
        while raw := file.readline(MOST_BYTES):
            size, whole = len(raw), raw.endswith(b"\n") or len(raw) < MOST_BYTES
            while not whole:
                rest = file.readline(MOST_BYTES)
                size += len(rest)
                whole = not rest or rest.endswith(b"\n")
                raw = b""
            if not raw or raw.strip():
                yield Line(raw, number, at, at + size)
            number, at = number + 1, at + size


def line_at(path: Path, at: int) -> Said:
    """Return what the line says that begins at a place; nothing if it says nothing."""
    with path.open("rb") as file:
        file.seek(at)
        return Line(file.readline(MOST_BYTES), 0, at, at).said or {}
