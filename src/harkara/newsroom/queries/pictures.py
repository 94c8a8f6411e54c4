"""Pictures as readers get them: their renditions, by shape.

A page shows dozens of pictures, so plain rows are read, not models: a model of a picture asks its
file for its size, and a rendition's asks the image. The models are for making what is missing.
"""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.core.files.storage import Storage
from wagtail.images.models import Filter

from harkara.newsroom import keys
from harkara.newsroom.models import Photo, PhotoRendition
from harkara.newsroom.records import Picture, Rendition
from harkara.newsroom.showcase import name_for, show
from harkara.press.recorder import is_recording, read

logger = logging.getLogger(__name__)

# Shapes, as Wagtail's filter specifications, smallest first.
CARD = ("fill-240x160", "fill-480x320", "fill-960x640")
WIDE = ("width-400", "width-800", "width-1280")
FORMAT = "|format-webp|webpquality-72"
SHARE = "fill-1200x630|format-jpeg|jpegquality-80"
MADE = ("filter_spec", "focal_point_key", "file", "width", "height")
FOCAL = ("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")
ABOUT = ("pk", "alt", "caption", "credit", "file", "file_hash", *FOCAL)

# A focal point: its place and size, each None if the desk set none.
Focal = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class MadeRow:
    """A rendition that was made: its file with the desk, and its name in the showcase."""

    file: str
    shown_as: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """A photo's words, and the renditions made of it by specification."""

    pk: int
    alt: str
    caption: str
    credit: str
    original: tuple[str, str]
    """The photo's own file, and the digest of what is in it."""
    focal: Focal
    made: dict[str, MadeRow] = field(default_factory=dict)


def photos(ids: Iterable[int]) -> dict[int, PhotoRow]:
    """Return photos by their ids with all their renditions, in two queries."""
    wanted = set(ids)
    if not wanted:
        return {}
    rows = Photo.objects.filter(pk__in=wanted).values_list(*ABOUT)
    found = {row[0]: _photo(row) for row in rows}
    for image, *made in PhotoRendition.objects.filter(image__in=wanted).values_list("image", *MADE):
        if image in found:
            _take(found[image], *made)
    return found


def photos_made(ids: Iterable[int], shape: Sequence[str]) -> dict[int, PhotoRow]:
    """Return those photos that can be shown in a shape with nothing to be made, in one query."""
    wanted, specs = set(ids), [spec + FORMAT for spec in shape]
    if not wanted:
        return {}
    found: dict[int, PhotoRow] = {}
    rows = PhotoRendition.objects.filter(image__in=wanted, filter_spec__in=specs)
    about = [f"image__{name}" for name in ABOUT]
    for row in rows.values_list(*about, *MADE):
        photo = found.setdefault(row[0], _photo(row[: len(about)]))
        _take(photo, *row[len(about) :])
    return {pk: photo for pk, photo in found.items() if all(spec in photo.made for spec in specs)}


def _photo(about: Sequence[Any]) -> PhotoRow:
    pk, alt, caption, credit, file, file_hash, *focal = about
    return PhotoRow(pk, alt, caption, credit, (file, file_hash), tuple(focal))


def _take(photo: PhotoRow, spec: str, focal_key: str, file: str, width: int, height: int) -> None:
    """Put a rendition to its photo; one that was cut round another focal point is not shown."""
    if focal_key == _focal_key(spec, photo.focal):
        name = name_for(file, *photo.original, spec, focal_key)
        photo.made[spec] = MadeRow(file, name, width, height)


def picture(photo: PhotoRow | None, shape: Sequence[str], caption: str = "") -> Picture | None:
    """Return a photo in one shape, or None if there is none or its file cannot be read."""
    if photo is None:
        return None
    read(keys.photo(photo.pk))
    renditions = _renditions(photo, [spec + FORMAT for spec in shape])
    if not renditions:
        return None
    return Picture(
        renditions=_growing(renditions),
        alt=photo.alt,
        caption=caption or photo.caption,
        credit=photo.credit,
    )


def share_picture(photo: PhotoRow | None) -> Rendition | None:
    """Return the photo as other sites show it beside a link: 1200×630, JPEG."""
    if photo is None:
        return None
    read(keys.photo(photo.pk))
    return next(iter(_renditions(photo, [SHARE])), None)


def share_file(photo: PhotoRow | None) -> Path | None:
    """Return the desk's own file of the photo as other sites show it: 1200×630, JPEG."""
    if photo is None:
        return None
    read(keys.photo(photo.pk))
    return next((_file(made) for made in _made(photo, [SHARE])), None)


def _renditions(photo: PhotoRow, specs: list[str]) -> list[Rendition]:
    try:
        return [_seen(photo.pk, made) for made in _made(photo, specs)]
    except OSError as error:
        _say_unreadable(photo, error)
        return []


def _say_unreadable(photo: PhotoRow, error: OSError) -> None:
    # The story is worth more than its picture: say it to the desk, press the page without.
    logger.warning("photo %s cannot be read: %s", photo.pk, error)


def _made(photo: PhotoRow, specs: list[str]) -> list[MadeRow]:
    """Return the renditions asked for, none if the photo cannot be read."""
    missing = [spec for spec in specs if spec not in photo.made]
    try:
        photo.made.update(_make(photo.pk, missing) if missing else {})
    except OSError as error:  # Wagtail's SourceImageIOError is one
        _say_unreadable(photo, error)
        return []
    return [photo.made[spec] for spec in specs if spec in photo.made]


def _make(pk: int, specs: list[str]) -> dict[str, MadeRow]:
    """Make renditions that nobody needed before; none of a photo that was deleted just now."""
    photo = Photo.objects.filter(pk=pk).first()
    if photo is None:
        return {}
    made = photo.get_renditions(*[Filter(spec=spec) for spec in specs])
    return {
        spec: MadeRow(one.file.name, one.shown_as(photo), one.width, one.height)
        for spec, one in made.items()
    }


def _seen(photo_id: int, made: MadeRow) -> Rendition:
    """Return a rendition with where it is seen: a pressed page puts it before its readers."""
    # The desk looks at stories that may not be on the site; what it sees stays the desk's.
    url = (
        show(photo_id, made.shown_as, lambda: _file(made))
        if is_recording()
        else _desk().url(made.file)
    )
    return Rendition(url=url, width=made.width, height=made.height)


def _file(made: MadeRow) -> Path:
    return Path(_desk().path(made.file))


def _desk() -> Storage:
    storage: Storage = PhotoRendition._meta.get_field("file").storage
    return storage


@lru_cache(maxsize=4096)
def _focal_key(spec: str, focal: Focal) -> str:
    """Return under which key Wagtail keeps a rendition made round this focal point."""
    return str(Filter(spec=spec).get_cache_key(Photo(**dict(zip(FOCAL, focal, strict=True)))))


def _growing(renditions: list[Rendition]) -> tuple[Rendition, ...]:
    # A small photo gives the same width twice: keep one of each.
    return tuple({rendition.width: rendition for rendition in renditions}.values())
