"""Pages as files in a folder, each with its compressed twins, as a web server likes them.

`/desh/` is `desh/index.html` with `index.html.br` and `index.html.gz` beside it. A type that the
name does not tell lies beside the page in a small file of the store's own.
"""

import logging
import os
import time
from collections.abc import Collection, Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from harkara.press.paths import ASSETS, OWN_PREFIX, BadPath, checked
from harkara.press.stores.base import PLAIN, TWINS, Page, Stored
from harkara.press.stores.seal import SECOND_NS, is_whole
from harkara.press.stores.staging import (
    TEMPORARY,
    StagedFiles,
    in_encoding,
    sync_folder,
    type_file,
)
from harkara.press.stores.types import type_of

logger = logging.getLogger(__name__)

INDEX = "index.html"
# A temporary file older than this belongs to nobody who is still at work.
LEFT_BEHIND = 3600.0
# What opening a file says when no page lies there.
NO_PAGE = (FileNotFoundError, NotADirectoryError, IsADirectoryError)

Version = tuple[int, int, int]


class DiskStore:
    """A store in a folder."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def stage(self, path: str, page: Page) -> StagedFiles:
        """Write and sync a page and its twins under temporary names beside their place."""
        return StagedFiles(self._place_of(path), page)

    def put(self, path: str, page: Page) -> None:
        """Store a page."""
        with self.stage(path, page) as staged:
            staged.place()
            staged.keep()

    def put_asset(self, path: str, body: bytes) -> None:
        """Store a file below /assets/; the same bytes lying there already are left alone.

        Raises BadPath if the path is not below /assets/.
        """
        if not path.startswith(ASSETS):
            raise BadPath(path)
        page = Page(body, type_of(path))
        if not self.holds(path, page):
            self.put(path, page)

    def holds(self, path: str, page: Page) -> bool:
        """Say whether exactly this page lies there, with every twin it should have."""
        stored = self.load(path, PLAIN)
        if stored is None or Page(stored.body, stored.content_type).digest != page.digest:
            return False
        return self._has_twins(path, page)

    def is_sound(self, path: str) -> bool:
        """Say whether the page that lies there is undamaged and has every twin it should have."""
        stored = self.load(path, PLAIN)
        return stored is not None and self._has_twins(path, Page(stored.body, stored.content_type))

    def version(self, path: str, encoding: str) -> Version | None:
        """Return the file's inode, time and size: a rename changes them."""
        try:
            return _version(os.stat(_file(self._root, path, encoding)))  # noqa: PTH116 (hot)
        except (*NO_PAGE, BadPath):
            return None

    def load(self, path: str, encoding: str) -> Stored | None:
        """Return a page in one encoding, None if it is not kept in it or its bytes are damaged.

        The tag is the one nginx gives the same file.
        """
        try:
            place = self._place_of(path)
            with in_encoding(place, encoding).open("rb") as file:
                body, found = file.read(), os.fstat(file.fileno())
        except (*NO_PAGE, BadPath):
            return None
        if not is_whole(body, found.st_mtime_ns):
            logger.error("the stored page %s is damaged (%s)", path, encoding)
            return None
        second = found.st_mtime_ns // SECOND_NS
        etag = f'"{second:x}-{len(body):x}"'
        return Stored(body, _stored_type(place), encoding, etag, second, _version(found))

    def read(self, path: str, accepted: Collection[str] = ()) -> Stored | None:
        """Return a page in the best of the accepted encodings, None if there is no page."""
        for encoding in (*(twin for twin in TWINS if twin in accepted), PLAIN):
            stored = self.load(path, encoding)
            if stored is not None:
                return stored
        return None

    def delete(self, path: str) -> None:
        """Take a page out, and the folders that it leaves empty."""
        place = self._place_of(path)
        # The plain file goes after its twins: while a server could send any, `paths` names it.
        for file in (*(in_encoding(place, twin) for twin in TWINS), place, type_file(place)):
            with suppress(*NO_PAGE):
                file.unlink()
        folder = place.parent
        with suppress(OSError):
            while folder != self._root:
                folder.rmdir()
                folder = folder.parent
        with suppress(*NO_PAGE):
            sync_folder(folder)

    def paths(self) -> Iterator[str]:
        """Give the path of every page, assets aside, in no order."""
        for file in self._files(skip=self._root / ASSETS.strip("/")):
            if file.name.startswith(OWN_PREFIX):
                continue
            plain = file.with_name(file.name.removesuffix(".br").removesuffix(".gz"))
            # A twin alone names its page too: nothing that a server would send stays unseen.
            if file == plain or not plain.exists():
                place = plain.relative_to(self._root).as_posix()
                yield f"/{place.removesuffix(INDEX) if plain.name == INDEX else place}"

    def tidy(self) -> int:
        """Delete the temporary files that killed processes left; return how many."""
        cleared = 0
        for file in self._files():
            with suppress(FileNotFoundError):
                if not file.name.startswith(TEMPORARY):
                    continue
                if time.time() - file.stat().st_mtime > LEFT_BEHIND:
                    file.unlink()
                    cleared += 1
        return cleared

    def _files(self, skip: Path | None = None) -> Iterator[Path]:
        for folder, folders, names in os.walk(self._root):
            here = Path(folder)
            folders[:] = [name for name in folders if here / name != skip]
            yield from (here / name for name in names)

    def _has_twins(self, path: str, page: Page) -> bool:
        # A twin that is there belongs to these bytes (see `StagedFiles.place`).
        return all(self.load(path, twin) or twin not in page.twins for twin in TWINS)

    def _place_of(self, path: str) -> Path:
        return _place(self._root, path)


@lru_cache(maxsize=4096)
def _place(root: Path, path: str) -> Path:
    path = checked(path)
    return root / f"{path[1:]}{INDEX if path.endswith('/') else ''}"


@lru_cache(maxsize=4096 * 3)
def _file(root: Path, path: str, encoding: str) -> str:
    return str(in_encoding(_place(root, path), encoding))


def _version(found: os.stat_result) -> Version:
    return found.st_ino, found.st_mtime_ns, found.st_size


def _stored_type(place: Path) -> str:
    try:
        return type_file(place).read_text()
    except NO_PAGE:
        return type_of(place.name)
