"""Pictures: the files of the newsroom's photos, copied beside an export."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from harkara.intake.exporting.markup import file_name
from harkara.newsroom.models import Photo

AT_ONCE = 200


def photos() -> Iterator[Photo]:
    """Give all photos in the order in which they came."""
    last = 0
    while some := list(Photo.objects.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        yield from some
        last = some[-1].pk


def copy_file(photo: Photo, folder: Path) -> bool:
    """Copy the file of a photo into a folder, whole or not at all; return False if it is gone.

    One that lies there in full already is left. Raises OSError if the folder cannot be written.
    """
    source, there = Path(photo.file.path), folder / file_name(photo)
    if not source.is_file():
        return False
    if there.is_file() and there.stat().st_size == source.stat().st_size:
        return True
    unfinished = there.with_name(f".{there.name}.part")
    shutil.copyfile(source, unfinished)
    unfinished.rename(there)
    return True
