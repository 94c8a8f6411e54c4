"""WXR: the export of a WordPress site, versions 1.0 to 1.2, as an archive that moves in."""

import os
from collections.abc import Iterator
from datetime import tzinfo
from functools import partial
from hashlib import blake2b
from pathlib import Path

from django.utils.translation import gettext_noop as _

from harkara.intake.drafts import SourceKind
from harkara.intake.moving.archive import Read, Survey
from harkara.intake.moving.notebook import Notebook
from harkara.intake.refusals import Refused
from harkara.intake.sources.wxr.drafting import Settings, draft_of
from harkara.intake.sources.wxr.items import Frame, frame_of, head_of
from harkara.intake.sources.wxr.splitting import Piece, pieces
from harkara.intake.sources.wxr.survey import Surveyor

_EDGE = 1 << 20
_NOT_WXR = _("it is no WordPress export: it has no <rss> with a <channel>")
_EMPTY = _("it is a WordPress export without a single item")


class WxrArchive:
    """The export of a WordPress site."""

    kind = SourceKind.WXR

    def __init__(self, path: Path, *, zone: tzinfo, types: tuple[str, ...] = ()) -> None:
        self._path, self._zone, self._types = path, zone, types
        self._notebook = Notebook()
        self._frame = Frame()
        self._surveyor = Surveyor(self._frame, types, self._notebook)
        self.name, self.mark = path.name, _mark(path)

    def survey(self) -> Survey:
        """Return what the export holds. Raises Refused if it is none, or an empty one."""
        found = pieces(self._path)
        head = next(found)
        if b"<rss" not in head.raw:
            raise Refused(_NOT_WXR)
        self._frame = frame_of(head.raw)
        self._surveyor = Surveyor(self._frame, self._types, self._notebook)
        self._surveyor.read_head(head_of(head.raw, self._frame))
        for piece in found:
            self._surveyor.see(piece)
        survey = self._surveyor.end()
        if not (survey.stories or survey.pages or survey.attachments):
            raise Refused(_EMPTY if survey.key else _NOT_WXR)
        return survey

    def media(self) -> Notebook:
        """Return the pictures that the survey saw."""
        return self._notebook

    def items(self, after: int = 0) -> Iterator[Piece]:
        """Give the items in order; the export must have been surveyed."""
        return (piece for piece in pieces(self._path, after) if not piece.is_head)

    def reader(self) -> Read:
        """Return what makes a story of an item."""
        return partial(draft_of, settings=self.settings())

    def first_line(self, foreign_id: str) -> int | None:
        """Return the line on which an id first stands."""
        return self._notebook.first_line(foreign_id)

    def close(self) -> None:
        """Throw away what the survey noted."""
        self._notebook.close()

    def settings(self) -> Settings:
        """Return how the items are read."""
        return Settings(
            key=self._surveyor.survey.key,
            base=self._surveyor.base,
            zone=self._zone,
            frame=self._frame,
            file_name=self._path.name,
            types=self._types,
            categories=self._surveyor.categories,
            attached=self._surveyor.attached(),
        )


def _mark(path: Path) -> str:
    """Return what tells this file from another: its size, its beginning and its end."""
    size = path.stat().st_size
    with path.open("rb") as file:
        digest = blake2b(file.read(_EDGE), digest_size=16)
        if size > _EDGE:
            file.seek(-min(_EDGE, size - _EDGE), os.SEEK_END)
            digest.update(file.read(_EDGE))
    return f"{size}-{digest.hexdigest()}"
