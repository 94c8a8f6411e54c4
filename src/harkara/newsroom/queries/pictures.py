"""Pictures as readers get them: their renditions, by shape."""

import logging
from collections.abc import Sequence
from pathlib import Path

from wagtail.images.models import Filter, SourceImageIOError

from harkara.newsroom import keys
from harkara.newsroom.models import Photo, PhotoRendition
from harkara.newsroom.records import Picture, Rendition
from harkara.newsroom.showcase import show
from harkara.press.recorder import is_recording, read

logger = logging.getLogger(__name__)

# Shapes, as Wagtail's filter specifications, smallest first.
CARD = ("fill-240x160", "fill-480x320", "fill-960x640")
WIDE = ("width-400", "width-800", "width-1280")
FORMAT = "|format-webp|webpquality-72"
SHARE = "fill-1200x630|format-jpeg|jpegquality-80"


def picture(photo: Photo | None, shape: Sequence[str], caption: str = "") -> Picture | None:
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


def share_picture(photo: Photo | None) -> Rendition | None:
    """Return the photo as other sites show it beside a link: 1200×630, JPEG."""
    if photo is None:
        return None
    read(keys.photo(photo.pk))
    return next(iter(_renditions(photo, [SHARE])), None)


def _renditions(photo: Photo, specs: list[str]) -> list[Rendition]:
    try:
        made = photo.get_renditions(*[Filter(spec=spec) for spec in specs])
        return [_shown(photo, made[spec]) for spec in specs]
    except (SourceImageIOError, OSError) as error:
        # The story is worth more than its picture: say it to the desk, press the page without.
        logger.warning("photo %s cannot be read: %s", photo.pk, error)
        return []


def _shown(photo: Photo, made: PhotoRendition) -> Rendition:
    """Return a rendition with where it is seen: a pressed page puts it before its readers."""
    # The desk looks at stories that may not be on the site; what it sees stays the desk's.
    url = made.url if not is_recording() else _laid_out(photo, made)
    return Rendition(url=url, width=made.width, height=made.height)


def _laid_out(photo: Photo, made: PhotoRendition) -> str:
    return show(photo.pk, made.shown_as(photo), Path(made.file.path))


def _growing(renditions: list[Rendition]) -> tuple[Rendition, ...]:
    # A small photo gives the same width twice: keep one of each.
    return tuple({rendition.width: rendition for rendition in renditions}.values())
