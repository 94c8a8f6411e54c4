"""Composing: a story of an archive as the newsroom takes it, with what is to be said of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from harkara.intake.drafts import DraftAlsoRead, DraftBlock, Notice
from harkara.intake.fitting import fitted
from harkara.intake.headlines import headline_of
from harkara.intake.moving import notes
from harkara.intake.moving.archive import Fate, Moved
from harkara.intake.moving.notes import PERSON, Note
from harkara.intake.moving.places import Places
from harkara.intake.stream import MOST_NAME, FindPhoto, Labels, RawBlock, body_of
from harkara.newsroom.archive_story import ArchiveStory, as_stored

MOST_PATH = 765
"""A longer address is kept by nothing: its letters take three signs each at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What stories are composed with: where they go, what unnamed things are called, and when."""

    places: Places
    labels: Labels
    at: datetime
    by_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A story as it is filed, its references by the ids of their blocks, and notes on it.

    `lacks` says that it may not go live as it is, now or later.
    """

    story: ArchiveStory
    references: tuple[tuple[str, DraftAlsoRead], ...]
    notes: tuple[Note, ...]
    lacks: bool = False


def compose(moved: Moved, around: Around, find_photo: FindPhoto | None = None) -> Composed:
    """Return a story as it is filed. Without `find_photo` its pictures are left out."""
    draft, places = moved.draft, around.places
    section, suggested = places.section_of(moved)
    blocks, references = _body(draft.body, draft.headline, around.labels, find_photo)
    lacking = tuple(_lacking(moved, blocks))
    story = ArchiveStory(
        headline=headline_of(draft, around.labels.nameless),
        address_words=moved.words,
        body=as_stored(blocks),
        section_id=section,
        author_ids=places.authors_of(moved),
        guests=tuple(name[:MOST_NAME] for name in draft.byline),
        topic_ids=places.topics_of(moved),
        picture_id=find_photo(moved.lead) if find_photo and moved.lead else None,
        live=moved.fate is Fate.LIVE and not lacking and not _is_held(moved, around.at),
        published_at=draft.published_at or moved.updated_at,
        updated_at=moved.updated_at,
        old_paths=moved.old_paths,
        by_id=around.by_id,
        **fitted(draft),
    )
    said = (
        *notes.notes_of(moved),
        *lacking,
        *_about_section(places, section, suggested=suggested),
        *_about_addresses(moved),
        *_about_date(moved),
    )
    return Composed(story=story, references=tuple(references), notes=said, lacks=bool(lacking))


def _lacking(moved: Moved, blocks: Sequence[RawBlock]) -> Iterator[Note]:
    """Give why a story that was live there, or was to be, may not go live here."""
    if moved.fate not in (Fate.LIVE, Fate.SCHEDULED):
        return
    for lacks, message in (
        (not moved.draft.headline, notes.NO_HEADLINE),
        (not blocks, notes.NO_TEXT),
        (moved.draft.damaged, notes.DAMAGED),
    ):
        if lacks:
            yield PERSON, Notice(message=message)
            return


def _is_held(moved: Moved, at: datetime) -> bool:
    until = moved.draft.embargo_until
    return until is not None and until > at


def _about_section(places: Places, section: int | None, *, suggested: bool) -> Iterator[Note]:
    if section is None:
        yield PERSON, Notice(message=notes.NO_SECTION)
    elif suggested:
        values = {"section": places.name_of(section)}
        yield PERSON, Notice(message=notes.SUGGESTED, values=values)


def _about_addresses(moved: Moved) -> Iterator[Note]:
    for path in moved.old_paths:
        if len(path) > MOST_PATH:
            yield PERSON, Notice(message=notes.LONG_ADDRESS, values={"path": path[:200]})


def _about_date(moved: Moved) -> Iterator[Note]:
    if moved.fate is Fate.LIVE and moved.draft.published_at is None:
        yield PERSON, Notice(message=notes.NO_DATE)


def _body(
    blocks: Sequence[DraftBlock], headline: str, labels: Labels, find_photo: FindPhoto | None
) -> tuple[list[RawBlock], list[tuple[str, DraftAlsoRead]]]:
    """Return the raw blocks of a story, and its references by the ids of their blocks."""
    also_read = (block for block in blocks if isinstance(block, DraftAlsoRead))
    named: list[RawBlock] = []
    references = []
    for block in body_of(blocks, headline=headline, labels=labels, find_photo=find_photo):
        if block["type"] == "also_read":
            name = str(uuid4())
            references.append((name, next(also_read)))
            named.append({"id": name, **block})
        else:
            named.append(block)
    return named, references
