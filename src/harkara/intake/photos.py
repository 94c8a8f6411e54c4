"""Photos that come with a story: a file and its words become a photo of the archive."""

import io
import warnings
from dataclasses import dataclass
from hashlib import sha1

from django.conf import settings
from django.core.files.base import ContentFile
from django.utils.translation import gettext_noop as _
from PIL import Image, ImageFile, IptcImagePlugin, UnidentifiedImageError

from harkara.intake.refusals import Refused
from harkara.newsroom.models import Photo
from harkara.text.graphemes import cut

MOST_BYTES = 25 * 1024 * 1024
MOST_ALT = 250
MOST_CAPTION = 300
MOST_CREDIT = 120
_FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "GIF": "gif"}
_NO_PHOTO = _("the photo's file is no picture that can be shown")
_NO_CREDIT = _("nobody says whose the photo is, so it was not taken")
# IPTC's numbers (IIM 4.2): record 2, data sets 105, 120, 110, 80 and 116.
_HEADLINE, _CAPTION, _CREDIT, _BYLINE, _RIGHTS = ((2, n) for n in (105, 120, 110, 80, 116))


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoWords:
    """What is said of a photo beside its file; what is missing is looked for inside it.

    `owner` is whose it is if neither says so.
    """

    headline: str = ""
    caption: str = ""
    credit: str = ""
    owner: str = ""


def keep_photo(data: bytes, words: PhotoWords, *, name: str) -> int:
    """Keep a photo in the archive and return its id; the same file is kept once.

    Raises Refused, with one line, if it is no picture, too large to be shown, or nobody's.
    """
    # As Wagtail knows a file again.
    print_ = sha1(data, usedforsecurity=False).hexdigest()
    known = Photo.objects.filter(file_hash=print_).first()
    if known is not None:
        return int(known.pk)
    ending, inside = _looked_into(data)
    caption = words.caption or inside.caption
    credit = words.credit or inside.credit or words.owner
    if not credit:
        raise Refused(_NO_CREDIT)
    alt = words.headline or inside.headline or caption or name
    photo = Photo(
        title=cut(alt, MOST_ALT)[:MOST_ALT],
        alt=cut(caption or alt, MOST_ALT)[:MOST_ALT],
        caption=cut(caption, MOST_CAPTION)[:MOST_CAPTION],
        credit=cut(credit, MOST_CREDIT)[:MOST_CREDIT],
        file_hash=print_,
        file=ContentFile(data, name=f"{name[:60]}.{ending}"),
    )
    photo.save()
    return int(photo.pk)


def _looked_into(data: bytes) -> tuple[str, PhotoWords]:
    """Return how a picture's file should end, and what it says of itself."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=tuple(_FORMATS)) as picture:
                if picture.width * picture.height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
                    raise Refused(_NO_PHOTO)
                ending = _FORMATS[str(picture.format)]
                said = _iptc(picture)
                picture.verify()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Warning) as error:
        raise Refused(_NO_PHOTO) from error
    return ending, said


def _iptc(picture: ImageFile.ImageFile) -> PhotoWords:
    found = IptcImagePlugin.getiptcinfo(picture) if picture.format == "JPEG" else None
    texts = {key: _text(value) for key, value in (found or {}).items()}
    credit = (texts.get(key, "") for key in (_CREDIT, _BYLINE, _RIGHTS))
    return PhotoWords(
        headline=texts.get(_HEADLINE, ""),
        caption=texts.get(_CAPTION, ""),
        credit=next(filter(None, credit), ""),
    )


def _text(value: bytes | list[bytes]) -> str:
    """Return an IPTC text: UTF-8 in our days, Latin-1 before them."""
    raw = value[0] if isinstance(value, list) else value
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
    return " ".join(text.replace("\0", " ").split())
