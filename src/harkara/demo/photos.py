"""The demo paper's pictures as photos of the archive."""

from collections.abc import Callable, Iterable

from django.contrib.auth.models import User
from django.core.files.base import ContentFile

from harkara.demo.stories import Picture
from harkara.newsroom.models import Photo

Draw = Callable[[Picture], bytes]


def file_photos(
    wanted: Iterable[Picture], draw: Draw, by: User, progress: Callable[[str], None]
) -> dict[Picture, int]:
    """Keep each picture that is not in the archive yet; return the ids of all."""
    kept: dict[Picture, int] = {}
    for number, picture in enumerate(dict.fromkeys(wanted), start=1):
        found = Photo.objects.filter(
            alt=picture.alt, caption=picture.caption, credit=picture.credit
        ).first()
        kept[picture] = found.pk if found else _keep(picture, draw(picture), by)
        progress(f"pictures {number}")
    return kept


def _keep(picture: Picture, jpeg: bytes, by: User) -> int:
    photo = Photo(
        title=picture.alt,
        alt=picture.alt,
        caption=picture.caption,
        credit=picture.credit,
        uploaded_by_user=by,
        file=ContentFile(jpeg, name=f"{picture.scene}-{picture.seed}.jpg"),
    )
    photo.save()
    return int(photo.pk)
