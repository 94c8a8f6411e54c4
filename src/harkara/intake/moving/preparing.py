"""Preparing: all that can be made of an item without the database, in whatever process.

A story comes out as the rows it becomes, nearly: what is left for the one process that keeps them
is to give out ids and to write.
"""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import blake2b

from harkara.intake.drafts import Draft, DraftGallery, DraftImageRef, DraftVideo, Notice
from harkara.intake.moving import notes
from harkara.intake.moving.archive import (
    NO_ID,
    ArchiveComment,
    Fate,
    Item,
    Moved,
    Passed,
    Read,
)
from harkara.intake.moving.composing import Around, Composed, compose
from harkara.intake.moving.threads import loose_comments

# A text shorter than this says too little to be known again by it.
SHORTEST_TEXT = 200
MOST_ID = 255
"""No system's ids are longer, and no longer one is kept."""
PACKED = 1
"""How hard what came in is packed: the lightest is a third of the time for a tenth more bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A story of an archive, ready to be kept.

    `size` is how many bytes came in. `provenance` has what the row of that name says, its lists as
    JSON. `made` is the story as it
    came where the database must be asked first: for a page about the paper, for pictures, and for
    a story of another Harkara.
    """

    line: int
    after: int
    fate: Fate
    title: str
    foreign_id: str
    fingerprint: str
    text_print: int | None
    old_paths: tuple[str, ...]
    published_at: datetime | None
    comments: tuple[ArchiveComment, ...]
    loose_comments: int
    size: int
    provenance: Mapping[str, object]
    made: Composed | Moved


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparer:
    """Prepares items; `with_pictures` says that there is a folder to look for pictures in."""

    read: Read
    around: Around
    with_pictures: bool = False

    def __call__(self, items: Sequence[Item]) -> list[Prepared | Passed]:
        """Return what each item becomes, as far as that can be said here.

        All are read before the first is made ready: what each kind of work needs stays in the
        processor's caches, and that is a tenth of the time.
        """
        return [self._ready(found) for found in [self.read(item) for item in items]]

    def _ready(self, found: Moved | Passed) -> Prepared | Passed:
        if isinstance(found, Passed):
            return found
        if len(found.draft.origin.foreign_id) > MOST_ID:
            return _no_id(found)
        return self._prepared(found)

    def _prepared(self, moved: Moved) -> Prepared:
        draft = moved.draft
        return Prepared(
            line=moved.line,
            after=moved.after,
            fate=moved.fate,
            title=draft.headline,
            foreign_id=draft.origin.foreign_id,
            fingerprint=draft.origin.fingerprint,
            text_print=text_print(draft),
            old_paths=moved.old_paths,
            published_at=draft.published_at,
            comments=moved.comments,
            loose_comments=loose_comments(moved.comments),
            size=len(draft.origin.raw),
            provenance=_provenance(moved),
            made=compose(moved, self.around) if self._is_whole(moved) else moved,
        )

    def _is_whole(self, moved: Moved) -> bool:
        if moved.is_page or moved.kept is not None:
            return False
        return not (self.with_pictures and any(_pictures(moved)))


def _no_id(moved: Moved) -> Passed:
    """Return what is passed over because nobody could know it again."""
    return Passed(
        line=moved.line,
        after=moved.after,
        why=Notice(message=NO_ID),
        title=moved.draft.headline,
        is_trouble=True,
    )


def text_print(draft: Draft) -> int | None:
    """Return what tells a text from others, None for one that says too little."""
    text = "".join(draft.text.split())
    if len(text) < SHORTEST_TEXT:
        return None
    digest = blake2b(f"{draft.headline}\n{text}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _pictures(moved: Moved) -> Iterator[object]:
    if moved.lead:
        yield moved.lead
    for block in moved.draft.body:
        if isinstance(block, DraftImageRef | DraftGallery):
            yield block
        elif isinstance(block, DraftVideo) and block.poster:
            yield block.poster


def _provenance(moved: Moved) -> dict[str, object]:
    draft = moved.draft
    return {
        "source_kind": str(draft.origin.kind),
        "file_name": draft.origin.name[:255],
        "raw": zlib.compress(draft.origin.raw, PACKED),
        "is_packed": True,
        "removed": _json([asdict(line) for line in draft.removed]),
        "repairs": _json([asdict(repair) for repair in draft.repairs]),
        "notices": _json(
            [{"message": one.message, "values": dict(one.values)} for one in draft.notices]
        ),
        "pictures": _json([asdict(one) for one in notes.pictures_of(moved) if one.url]),
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
