"""The showcase: the pictures readers may see, laid out only while a page names them.

A photo's renditions are the desk's, in a folder that only people who are signed in can look into.
When a readers' page is made that shows one, it is laid here as well, below the photo's number and
under a name that follows from what it shows: whoever makes it, whenever, the name is the same.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Collection
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from uuid import uuid4

from django.conf import settings

from harkara.press.stores.staging import make_folder, sync_folder

# Below the media folder; web servers may show all of it and nothing beside it.
FOLDER = "images"
# A photo's folder can be taken away between being made and being used.
TRIES = 5


@lru_cache(maxsize=8192)
def name_for(rendition: str, *what: str) -> str:
    """Return the name of a rendition's file here, from all that decides what it shows."""
    digest = hashlib.sha256("\0".join(what).encode()).hexdigest()
    return f"{digest[:20]}{Path(rendition).suffix}"


def show(photo_id: int, name: str, find: Callable[[], Path]) -> str:
    """Lay a rendition out for readers and return its address; `find` says where its file is.

    Raises OSError if the rendition's file is not there or the disk is full.
    """
    # Nearly always it is there. A page shows dozens, so that is asked first, and of a known path.
    place = _place(settings.MEDIA_ROOT, photo_id, name)
    for left in reversed(range(TRIES)):
        if place.exists():
            break
        rendition = find()
        try:
            make_folder(place.parent)
            _lay(rendition, place)
        except FileNotFoundError:
            if not left or not rendition.exists():
                raise
    return f"{settings.MEDIA_URL}{FOLDER}/{photo_id}/{name}"


def hide(photo_id: int, but: Collection[str] = ()) -> None:
    """Take a photo out of the showcase, except for the names in `but`."""
    folder = _folder(photo_id)
    with suppress(FileNotFoundError):
        if not but:
            shutil.rmtree(folder)
            return
        for file in folder.iterdir():
            if file.name not in but:
                file.unlink(missing_ok=True)


def is_shown(photo_id: int) -> bool:
    """Say whether any file of a photo lies in the showcase."""
    return _folder(photo_id).exists()


def _folder(photo_id: int) -> Path:
    return Path(settings.MEDIA_ROOT) / FOLDER / str(photo_id)


@lru_cache(maxsize=8192)
def _place(root: str, photo_id: int, name: str) -> Path:
    return Path(root) / FOLDER / str(photo_id) / name


def _lay(rendition: Path, place: Path) -> None:
    """Put a file into its place whole; the disk holds it once where it can."""
    draft = place.with_name(f".{uuid4().hex}")
    try:
        try:
            os.link(rendition, draft)
        except FileNotFoundError:
            raise
        except OSError:
            # The showcase lies on another disk, or on one that knows no links.
            shutil.copyfile(rendition, draft)
        draft.replace(place)
        sync_folder(place.parent)
    finally:
        draft.unlink(missing_ok=True)
