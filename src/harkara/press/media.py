"""Pictures from the media folder: only renditions, only pictures, never outside their folder."""

import os
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from harkara.press.paths import BadPath, checked

PREFIX = "/media/"
PICTURES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"})


@dataclass(frozen=True, slots=True)
class Media:
    """A media folder, and the folders below it that readers may see."""

    root: Path
    folders: Collection[str]

    def find(self, path: str) -> Path | None:
        """Return the file of a picture's decoded path, None if readers may not see one there."""
        try:
            parts = checked(path).removeprefix(PREFIX).split("/")
        except BadPath:
            return None
        if not path.startswith(PREFIX) or parts[0] not in self.folders:
            return None
        file = self.root.joinpath(*parts).resolve()
        inside = file.is_relative_to(self.root.resolve() / parts[0])
        return file if inside and file.suffix.lower() in PICTURES and file.is_file() else None


def etag_of(found: os.stat_result) -> str:
    """Return the tag of a file, the one nginx gives it."""
    return f'"{int(found.st_mtime):x}-{found.st_size:x}"'
