"""Wire files: the folder in which an agency lays its files, and where each goes from there.

A file is claimed by moving it into `in-hand`, so that of several workers one has it. Then it is
moved to `done`, or to `refused` with a line beside it that says why. A move is whole or not at all.
"""

import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from django.utils.translation import gettext_noop as _

from harkara.intake.photos import MOST_BYTES
from harkara.intake.refusals import Refused

ITEMS = frozenset({".json", ".xml"})
SETTLED = 2.0
"""A file that changed in the last seconds may still be written."""
FORGOTTEN = 600.0
"""A file that was in hand so long ago lost its worker."""
_FOLDERS = ("in-hand", "done", "refused")


class WireFolder:
    """One agency's folder, made on first use."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in _FOLDERS:
            (folder / name).mkdir(parents=True, exist_ok=True)

    def claim(self) -> Iterator[Path]:
        """Yield the files that wait, the oldest first, each claimed for whoever asks."""
        self._take_up_again()
        for path in sorted(self._waiting(), key=lambda path: (path.stat().st_mtime, path.name)):
            mine = self.folder / "in-hand" / path.name
            try:
                # Its age in hand is counted from now.
                os.utime(path)
                path.rename(mine)
            except FileNotFoundError:
                continue
            yield mine

    def done(self, path: Path) -> None:
        """Put away a file that was taken in."""
        path.rename(_free(self.folder / "done" / path.name))

    def refuse(self, path: Path, why: str) -> None:
        """Put away a file that was refused, with a line that says why."""
        target = _free(self.folder / "refused" / path.name)
        # The line first: a refused file is never without one.
        target.with_name(f"{target.name}.why.txt").write_text(f"{why}\n", encoding="utf-8")
        path.rename(target)

    def _waiting(self) -> list[Path]:
        before = time.time() - SETTLED
        with os.scandir(self.folder) as entries:
            found = [Path(entry.path) for entry in entries if not entry.name.startswith(".")]
        return [
            path
            for path in found
            if path.suffix.lower() in ITEMS and _is_file(path) and path.stat().st_mtime <= before
        ]

    def _take_up_again(self) -> None:
        """Let what a worker that died had in hand wait again."""
        for path in (self.folder / "in-hand").iterdir():
            if path.stat().st_mtime < time.time() - FORGOTTEN:
                path.rename(_free(self.folder / path.name))


def photo_beside(folder: Path, place: str) -> bytes:
    """Return a photo's file that lies in the folder of its item.

    Of its place only the last part is looked at, so nothing outside the folder is ever read. Raises
    Refused if it is not here, or too large.
    """
    name = unquote(place).replace("\\", "/").rpartition("/")[2].strip()
    path = folder / name
    if not name or name.startswith(".") or not _is_file(path):
        raise Refused(_("there is no file %(path)s"), {"path": name})
    if path.stat().st_size > MOST_BYTES:
        raise Refused(_("%(path)s is too large for a photo"), {"path": name})
    return path.read_bytes()


def _is_file(path: Path) -> bool:
    """Say whether something is a file of its own: no link to elsewhere, no device."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (OSError, ValueError):
        return False


def _free(path: Path) -> Path:
    """Return a name that nothing has yet, near the one that is wished."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free
