"""Deliveries: the two ways in which an agency's files come, and where their photos lie."""

import logging
from datetime import datetime
from functools import partial
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext_noop as _

from harkara.intake.actions.wire_photos import GetPhoto
from harkara.intake.actions.wiring import Taken, take
from harkara.intake.fetching import Fetcher, Limits
from harkara.intake.models import WireService
from harkara.intake.photos import MOST_BYTES as MOST_PHOTO
from harkara.intake.refusals import Refused
from harkara.intake.sources.wires import MOST_BYTES as MOST_ITEM
from harkara.intake.sources.wires import read_wire
from harkara.intake.wire_files import WireFolder, photo_beside

logger = logging.getLogger(__name__)

_PHOTO = Limits(bytes=MOST_PHOTO, seconds=60, kinds=("image/*", "application/octet-stream"))
_NO_FOLDER = _("a photo that is pushed must lie on the web: %(place)s")


def folder_of(service: WireService) -> WireFolder:
    """Return the folder in the home that an agency's files are laid in."""
    return WireFolder(Path(settings.HARKARA.home) / "wires" / service.slug)


def take_from_folder(service: WireService, fetcher: Fetcher, at: datetime) -> int:
    """Take in every file that waits in an agency's folder; return how many those were.

    A file that is refused is put away with the reason, and the next one is taken.
    """
    folder, count = folder_of(service), 0
    beside = partial(photo_beside, folder.folder)
    for path in folder.claim():
        count += 1
        try:
            stories = read_wire(path.read_bytes(), path.name)
            take(stories, service, at=at, get_photo=_photos_of(fetcher, beside))
        except Refused as refusal:
            logger.warning("%s: %s was refused: %s", service.slug, path.name, refusal)
            folder.refuse(path, str(refusal))
        else:
            folder.done(path)
    return count


def take_file(
    path: Path, service: WireService, fetcher: Fetcher, at: datetime
) -> tuple[Taken, ...]:
    """Take in a file that lies anywhere, its photos beside it. Raises Refused or OSError."""
    with path.open("rb") as file:
        raw = file.read(MOST_ITEM + 1)
    return take(
        read_wire(raw, path.name),
        service,
        at=at,
        get_photo=_photos_of(fetcher, partial(photo_beside, path.parent)),
    )


def take_pushed(
    raw: bytes, service: WireService, fetcher: Fetcher, at: datetime, name: str = ""
) -> tuple[Taken, ...]:
    """Take in what an agency pushed. Raises Refused."""
    return take(read_wire(raw, name), service, at=at, get_photo=_photos_of(fetcher, None))


def _photos_of(fetcher: Fetcher, beside: GetPhoto | None) -> GetPhoto:
    """Return what gets a photo: from the web, or from beside its item if that is a file."""

    def get(place: str) -> bytes:
        if place.startswith(("http://", "https://")):
            return fetcher.fetch(place, _PHOTO).body
        if beside is None:
            raise Refused(_NO_FOLDER, {"place": place[:100]})
        return beside(place)

    return get
