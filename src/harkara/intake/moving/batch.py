"""One batch of an archive: its stories, and all that belongs to them, kept in one transaction."""

import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from hashlib import blake2b
from uuid import uuid4

from django.db import transaction

from harkara.intake.actions.filing import MOST_CORRECTION, MOST_CREDIT, headline_of
from harkara.intake.drafts import Draft, DraftAlsoRead, Notice
from harkara.intake.models import (
    ForeignId,
    KeptComment,
    LooseReference,
    Move,
    MoveNote,
    Provenance,
)
from harkara.intake.moving import notes
from harkara.intake.moving.archive import Fate, Moved, Passed
from harkara.intake.moving.notes import CHANGED, MOST_TITLE, PERSON, Note
from harkara.intake.moving.pages import keep_page
from harkara.intake.moving.photos import Photos
from harkara.intake.moving.places import Places
from harkara.intake.moving.renewing import renew
from harkara.intake.moving.threads import loose_comments
from harkara.intake.stream import MOST_NAME, RawBlock, body_of
from harkara.newsroom.actions import Filed, Publish, publish
from harkara.newsroom.actions.bulk import ArchiveStory, file_archive
from harkara.newsroom.actions.redirects import LONGEST, keep_old_paths

AT_ONCE = 500
MOST_STANDFIRST = 500
MOST_DATELINE = 80
# A text shorter than this says too little to be known again by it.
SHORTEST_TEXT = 200
PACKED = 1
"""How hard what came in is packed: the lightest is a third of the time for a tenth more bytes."""


@dataclass(slots=True)
class Made:
    """A story of a batch on its way: what it becomes, and what is said of it."""

    moved: Moved
    story: ArchiveStory
    text_print: int | None
    references: list[tuple[str, DraftAlsoRead]]
    notes: list[Note] = field(default_factory=list)


@dataclass(slots=True)
class Keeper:
    """Keeps one batch after the other, for one run of a move."""

    move: Move
    places: Places
    photos: Photos
    at: datetime
    by_id: int | None = None
    counts: Counter[str] = field(default_factory=Counter)
    _rows: list[MoveNote] = field(default_factory=list)

    @transaction.atomic
    def keep(self, batch: Sequence[Moved | Passed]) -> None:
        """Keep a batch, and note how far the move has come: all of it or nothing."""
        self.counts = Counter(self.move.counts)
        self._rows = []
        stories = [one for one in batch if isinstance(one, Moved)]
        known = self._known(stories)
        new = []
        for one in batch:
            if isinstance(one, Passed):
                self._pass(one)
            elif one.is_page:
                self._keep_page(one)
            elif (row := known.get(one.draft.origin.foreign_id)) is None:
                new.append(one)
            else:
                self._keep_again(one, row)
        self._file(self._without_copies(new))
        MoveNote.objects.bulk_create(self._rows, batch_size=AT_ONCE)
        self.move.after = batch[-1].after
        self.move.counts = dict(self.counts)
        self.move.save(update_fields=["after", "counts"])

    def _known(self, stories: Sequence[Moved]) -> dict[str, ForeignId]:
        rows = ForeignId.objects.filter(
            source_kind=self.move.source_kind,
            source_key=self.move.source_key,
            foreign_id__in=[one.draft.origin.foreign_id for one in stories],
        ).select_related("article")
        return {row.foreign_id: row for row in rows}

    def _pass(self, passed: Passed) -> None:
        self.counts["passed over"] += 1
        if passed.is_own:
            return
        kind, notice = notes.of_passed(passed)
        self._say(kind, notice, line=passed.line, title=passed.title, foreign_id=passed.foreign_id)

    def _keep_page(self, moved: Moved) -> None:
        change, said = keep_page(moved)
        self.counts[f"pages {change}"] += 1
        for kind, notice in said:
            self._note(moved, kind, notice, None)

    def _keep_again(self, moved: Moved, row: ForeignId) -> None:
        """Keep a newer version of a story that is here; the same one changes nothing."""
        change, said = renew(moved, row, self.places, self.photos, self.at)
        self.counts[change] += 1
        for kind, notice in said:
            self._note(moved, kind, notice, row.article_id)

    def _without_copies(self, new: Sequence[Moved]) -> list[Made]:
        """Return what is to be filed; a text that is here already only adds its addresses."""
        prints = {one.draft.origin.foreign_id: _print(one.draft) for one in new}
        wanted = [text_print for text_print in prints.values() if text_print is not None]
        here = {
            row.text_print: row
            for row in ForeignId.objects.filter(text_print__in=wanted, article__live=True)
            .select_related("article")
            .order_by("-pk")
        }
        made = []
        for one in new:
            text_print = prints[one.draft.origin.foreign_id]
            copied = here.get(text_print) if one.fate is Fate.LIVE else None
            if copied is None:
                made.append(self._made(one, text_print))
                continue
            self.counts["same text"] += 1
            keep_old_paths(dict.fromkeys(one.old_paths, copied.article_id))
            self._identify([(one, copied.article_id, None)])
            self._comments([(one, copied.article_id)])
            values = {"number": copied.article.number}
            self._note(
                one, CHANGED, Notice(message=notes.SAME_TEXT, values=values), copied.article_id
            )
        return made

    def _made(self, moved: Moved, text_print: int | None) -> Made:
        draft, said = moved.draft, list(notes.notes_of(moved))
        section, suggested = self.places.section_of(moved)
        missing = len(self.photos.missing)
        body, references = _body(draft, self.photos)
        live = moved.fate is Fate.LIVE
        for lacking, message in (
            (not draft.headline, notes.NO_HEADLINE),
            (not body, notes.NO_TEXT),
            (draft.damaged, notes.DAMAGED),
        ):
            if live and lacking:
                live = False
                said.append((PERSON, Notice(message=message)))
        said += _about_section(self.places, section, suggested=suggested)
        picture = self.photos(moved.lead) if moved.lead else None
        for url in self.photos.missing[missing:]:
            said.append((PERSON, Notice(message=notes.MISSING, values={"url": url})))
        for path in moved.old_paths:
            if len(path) > LONGEST * 3:
                said.append(
                    (PERSON, Notice(message=notes.LONG_ADDRESS, values={"path": path[:200]}))
                )
        story = ArchiveStory(
            headline=headline_of(draft),
            address_words=moved.words,
            body=body,
            standfirst=draft.standfirst[:MOST_STANDFIRST],
            dateline=draft.dateline[:MOST_DATELINE],
            kind=draft.form,
            section_id=section,
            author_ids=self.places.authors_of(moved),
            guests=tuple(name[:MOST_NAME] for name in draft.byline),
            topic_ids=self.places.topics_of(moved),
            picture_id=picture,
            source_name=draft.source.name[:MOST_NAME],
            source_credit=draft.source.credit[:MOST_CREDIT],
            source_url=draft.source.url,
            embargo_until=draft.embargo_until,
            corrections=tuple((at, text[:MOST_CORRECTION]) for at, text in draft.corrections),
            live=live and not _is_held(draft, self.at),
            published_at=draft.published_at,
            updated_at=moved.updated_at,
            old_paths=moved.old_paths,
            by_id=self.by_id,
        )
        return Made(moved, story, text_print if live else None, references, said)

    def _file(self, made: Sequence[Made]) -> None:
        filed = file_archive([one.story for one in made])
        pairs = list(zip(made, filed, strict=True))
        self._identify([(one.moved, story.article_id, one.text_print) for one, story in pairs])
        self._comments([(one.moved, story.article_id) for one, story in pairs])
        Provenance.objects.bulk_create(
            [_provenance(one.moved, story, self.at) for one, story in pairs], batch_size=AT_ONCE
        )
        LooseReference.objects.bulk_create(
            [
                LooseReference(
                    move=self.move, article_id=story.article_id, block=block, url=found.url,
                    text=found.text,
                )
                for one, story in pairs
                for block, found in one.references
            ],
            batch_size=AT_ONCE,
        )  # fmt: skip
        for one, story in pairs:
            self.counts[one.moved.fate] += 1
            for kind, notice in one.notes:
                self._note(one.moved, kind, notice, story.article_id)
            if one.moved.fate is Fate.SCHEDULED:
                self._schedule(one, story)

    def _schedule(self, made: Made, story: Filed) -> None:
        """Let a story go live when it was to go live; what is past needs a person."""
        due = made.moved.draft.published_at
        if made.story.section_id is None:
            return
        if due is None or due <= self.at:
            self._note(made.moved, PERSON, Notice(message=notes.OVERDUE), story.article_id)
            return
        publish(Publish(article_id=story.article_id, at=due))

    def _identify(self, found: Iterable[tuple[Moved, int, int | None]]) -> None:
        ForeignId.objects.bulk_create(
            [
                ForeignId(
                    source_kind=one.draft.origin.kind,
                    source_key=one.draft.origin.key,
                    foreign_id=one.draft.origin.foreign_id,
                    article_id=article,
                    fingerprint=one.draft.origin.fingerprint,
                    text_print=text_print,
                    received_at=self.at,
                )
                for one, article, text_print in found
            ],
            batch_size=AT_ONCE,
        )

    def _comments(self, found: Iterable[tuple[Moved, int]]) -> None:
        rows = []
        for moved, article in found:
            rows += [
                KeptComment(
                    source_kind=moved.draft.origin.kind,
                    source_key=moved.draft.origin.key,
                    foreign_id=one.foreign_id,
                    article_id=article,
                    parent_id=one.parent_id,
                    author=one.author,
                    email=one.email,
                    url=one.url,
                    ip=one.ip,
                    status=one.status[:40],
                    text=one.text,
                    written_at=one.at,
                )
                for one in moved.comments
            ]
            loose = loose_comments(moved.comments)
            if loose:
                notice = Notice(message=notes.THREAD, values={"count": loose})
                self._note(moved, PERSON, notice, article)
        KeptComment.objects.bulk_create(rows, batch_size=AT_ONCE, ignore_conflicts=True)
        self.counts["comments"] += len(rows)

    def _note(self, moved: Moved, kind: str, notice: Notice, article: int | None) -> None:
        origin = moved.draft.origin
        self._say(
            kind,
            notice,
            line=moved.line,
            title=moved.draft.headline,
            foreign_id=origin.foreign_id,
            article=article,
        )

    def _say(
        self,
        kind: str,
        notice: Notice,
        *,
        line: int = 0,
        title: str = "",
        foreign_id: str = "",
        article: int | None = None,
    ) -> None:
        self._rows.append(
            MoveNote(
                move=self.move,
                kind=kind,
                line=line,
                title=title[:MOST_TITLE],
                foreign_id=foreign_id[:255],
                article_id=article,
                message=notice.message,
                values=dict(notice.values),
            )
        )


def _is_held(draft: Draft, at: datetime) -> bool:
    return draft.embargo_until is not None and draft.embargo_until > at


def _body(
    draft: Draft, photos: Photos
) -> tuple[tuple[RawBlock, ...], list[tuple[str, DraftAlsoRead]]]:
    """Return the raw blocks of a story, and its references by the ids of their blocks."""
    blocks = body_of(
        draft.body, headline=draft.headline, find_story=lambda _text: None, find_photo=photos
    )
    named, references, also_read = [], [], iter(draft.also_read)
    for block in blocks:
        if block["type"] == "also_read":
            name = str(uuid4())
            references.append((name, next(also_read)))
            named.append({**block, "id": name})
        else:
            named.append(dict(block))
    return tuple(named), references


def _about_section(places: Places, section: int | None, *, suggested: bool) -> list[Note]:
    if section is None:
        return [(PERSON, Notice(message=notes.NO_SECTION))]
    if not suggested:
        return []
    name = next((one.name for one in places.choices if one.id == section), "")
    return [(PERSON, Notice(message=notes.SUGGESTED, values={"section": name}))]


def _print(draft: Draft) -> int | None:
    """Return what tells a text from others, None for one that says too little."""
    text = "".join(draft.text.split())
    if len(text) < SHORTEST_TEXT:
        return None
    digest = blake2b(f"{draft.headline}\n{text}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _provenance(moved: Moved, story: Filed, at: datetime) -> Provenance:
    draft = moved.draft
    return Provenance(
        article_id=story.article_id,
        source_kind=draft.origin.kind,
        file_name=draft.origin.name[:255],
        raw=zlib.compress(draft.origin.raw, PACKED),
        is_packed=True,
        published_at=draft.published_at,
        removed=[asdict(line) for line in draft.removed],
        repairs=[asdict(repair) for repair in draft.repairs],
        notices=[{"message": one.message, "values": dict(one.values)} for one in draft.notices],
        pictures=[asdict(one) for one in notes.pictures_of(moved) if one.url],
        received_at=at,
    )
