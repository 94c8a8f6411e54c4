"""Photos: the pictures of an archive out of a folder that holds its uploads."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.files import File
from django.db import transaction
from PIL import Image, UnidentifiedImageError

from harkara.intake.drafts import DraftImageRef, SourceKind
from harkara.intake.models import ForeignPhoto
from harkara.intake.moving.archive import Media
from harkara.newsroom.models import Photo
from harkara.text.graphemes import cut

# Below what the uploads lie in the address of a picture: WordPress's folder, and Ghost's.
UPLOADS = re.compile(r"/(?:uploads|content/images)/")
MOST_PIXELS = 60_000_000
_SIZE = re.compile(r"-\d{2,5}x\d{2,5}(?=\.\w+$)")
# Ghost keeps its smaller and other forms of a picture in folders: `size/w600/format/webp/2021/05/`.
_FORM = re.compile(r"(\A|/)(?:(?:size/[wh]\d{1,5}(?:[wh]\d{1,5})?|format/\w{3,5})/)+")
_SCALED = re.compile(r"-scaled(?=\.\w+$)")


@dataclass(slots=True)
class Photos:
    """Finds the photo that a picture is; a file that is not here yet is taken in.

    `missing` are the addresses of pictures whose files were looked for and not found, or are no
    pictures. Without a folder nothing is looked for.
    """

    kind: SourceKind
    key: str
    media: Media
    folder: Path | None
    missing: list[str] = field(default_factory=list)

    def __call__(self, picture: DraftImageRef) -> int | None:
        """Return the id of the photo that a picture is, None if it cannot be had."""
        if self.folder is None:
            return None
        told = self.media.of(picture.foreign_id) if picture.foreign_id else None
        url = (told.url if told else "") or picture.url
        if not url:
            self.missing.append(picture.foreign_id)
            return None
        known = ForeignPhoto.objects.filter(
            source_kind=self.kind, source_key=self.key, foreign_id=self._name(url)
        ).first()
        return known.photo_id if known else self._take(url, told or picture)

    def _take(self, url: str, told: DraftImageRef) -> int | None:
        path = self._file(url)
        if path is None or not is_picture(path):
            self.missing.append(url)
            return None
        words = told.alt or told.caption or path.stem
        with transaction.atomic(), path.open("rb") as file:
            photo = Photo(
                title=cut(words, 250)[:250],
                alt=cut(words, 240)[:250],
                caption=cut(told.caption, 290)[:300],
                credit=told.credit[:120],
                file=File(file, name=path.name),
            )
            photo.save()
            ForeignPhoto.objects.create(
                source_kind=self.kind,
                source_key=self.key,
                foreign_id=self._name(url),
                photo=photo,
            )
        return int(photo.pk)

    def _name(self, url: str) -> str:
        """Return what one picture is known by in all its sizes.

        A name that ends like a size is a picture's own if the archive tells of it as one.
        """
        path = unquote(urlsplit(url).path)
        return (path if self.media.lies_at(url) else _originals(path)[0])[-700:]

    def _file(self, url: str) -> Path | None:
        """Return the file of a picture; nothing outside the folder is ever looked at."""
        if self.folder is None:
            return None
        root = self.folder.resolve()
        path = unquote(urlsplit(url).path)
        below = UPLOADS.split(path, maxsplit=1)[-1].lstrip("/")
        names = [below, *_originals(below)]
        # Who names Ghost's folder `content` has the pictures one folder further down.
        within = [f"images/{name}" for name in names] if "/content/images/" in path else []
        for name in dict.fromkeys([*names, *within, below.rpartition("/")[2]]):
            found = (root / name).resolve()
            if found.is_relative_to(root) and found.is_file():
                return found
        return None


def _originals(name: str) -> list[str]:
    """Return the names of the pictures that a smaller one may have been made from."""
    bare = _SIZE.sub("", _FORM.sub(r"\1", name))
    return [bare, _SCALED.sub("", bare)]


def is_picture(path: Path) -> bool:
    """Say whether a file is a picture of a size that can be shown."""
    try:
        with Image.open(path) as image:
            return image.width * image.height <= MOST_PIXELS
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError):
        return False
