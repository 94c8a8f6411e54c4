"""Putting a page on the disk so that no reader and no crash ever sees a part of it."""

import os
import time
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import uuid4

from harkara.press.paths import OWN_PREFIX
from harkara.press.stores.base import PLAIN, TWINS, Page
from harkara.press.stores.seal import SECOND_NS, put_seal, seal_of
from harkara.press.stores.types import type_of

TEMPORARY = f"{OWN_PREFIX}new-"
TYPE = f"{OWN_PREFIX}type-"
SUFFIXES = {PLAIN: "", "br": ".br", "gzip": ".gz"}
# A folder can be pruned between being made and being used, by a page that leaves it.
TRIES = 5
# A file waits for the disk, not for the processor: those of a page wait together.
_syncing = ThreadPoolExecutor(24, thread_name_prefix="press-sync")


class StagedFiles:
    """A page written beside its place, waiting for its renames."""

    def __init__(self, place: Path, page: Page) -> None:
        self._place = place
        # By the final name: the temporary one, and the seal of what is in it.
        self._files: dict[Path, tuple[Path, int]] = {}
        files = {in_encoding(place, PLAIN): page.body}
        if page.content_type != type_of(place.name):
            files = {type_file(place): page.content_type.encode(), **files}
        files |= {in_encoding(place, twin): body for twin, body in page.twins.items()}
        try:
            written = [self._stage(final, body) for final, body in files.items()]
            for one in written:
                one.result()
        except BaseException:
            self._discard()
            raise

    def place(self) -> None:
        """Rename the page into its place.

        The old twins go first and the new ones come last, so a twin never stands beside plain
        bytes that are not its own, wherever this is interrupted. Each page of an address is at
        least a second younger than the one before: web servers tell pages apart by whole seconds.
        """
        second = max(int(time.time()), _second_of(self._place) + 1)
        for twin in TWINS:
            in_encoding(self._place, twin).unlink(missing_ok=True)
        if type_file(self._place) not in self._files:
            type_file(self._place).unlink(missing_ok=True)
        for final, (temporary, seal) in self._files.items():
            put_seal(temporary, seal, second)
            temporary.replace(final)
        self._files = {}

    def keep(self) -> None:
        """Make the disk remember the renames."""
        sync_folder(self._place.parent)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
        /,
    ) -> None:
        self._discard()

    def _stage(self, final: Path, body: bytes) -> "Future[None]":
        """Write one file beside its place; the disk has it when the future is done."""
        for left in reversed(range(TRIES)):
            temporary = final.parent / f"{TEMPORARY}{uuid4().hex}"
            try:
                make_folder(final.parent)
                file = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
            except FileNotFoundError:
                if not left:
                    raise
                continue
            break
        self._files[final] = temporary, seal_of(body)
        return _syncing.submit(_write, file, body)

    def _discard(self) -> None:
        for temporary, _seal in self._files.values():
            with suppress(FileNotFoundError):
                temporary.unlink()


def _write(file: int, body: bytes) -> None:
    with os.fdopen(file, "wb") as opened:
        opened.write(body)
        opened.flush()
        os.fsync(file)


def in_encoding(place: Path, encoding: str) -> Path:
    """Return the file that keeps a page in this encoding."""
    return place.with_name(place.name + SUFFIXES[encoding]) if encoding != PLAIN else place


def _second_of(file: Path) -> int:
    """Return the second a file was last changed in, 0 if there is none."""
    try:
        return file.stat().st_mtime_ns // SECOND_NS
    except (FileNotFoundError, NotADirectoryError):
        return 0


def type_file(place: Path) -> Path:
    """Return the file that keeps a type the page's own name does not tell."""
    return place.with_name(f"{TYPE}{place.name}")


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, and see that the disk remembers them."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir()
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make the disk remember what was renamed in a folder."""
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
