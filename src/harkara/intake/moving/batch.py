"""One batch of an archive: its stories, and all that belongs to them, kept in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from django.db import transaction

from harkara.intake.drafts import Notice
from harkara.intake.models import ForeignId, Move
from harkara.intake.moving import notes
from harkara.intake.moving.archive import Fate, Item, Moved, Passed, Read
from harkara.intake.moving.composing import Around, Composed, compose
from harkara.intake.moving.knowing import known, with_texts
from harkara.intake.moving.notes import CHANGED, PERSON
from harkara.intake.moving.pages import keep_page
from harkara.intake.moving.photos import Photos
from harkara.intake.moving.preparing import Prepared
from harkara.intake.moving.renewing import renew
from harkara.intake.moving.reporting import Report
from harkara.intake.moving.rows import Rows
from harkara.intake.moving.scheduling import schedule
from harkara.newsroom.actions.bulk import file_archive, keep_old_paths

Batch = Sequence[tuple[Item, Prepared | Passed]]
"""Items as they stand in the file, each with what was made of it."""

_FOR_READERS = (Fate.LIVE, Fate.SCHEDULED)
"""What is on the site or will be, and so would stand there twice."""


@dataclass(slots=True, kw_only=True)
class Keeper:
    """Keeps one batch after the other, for one run of a move."""

    move: Move
    read: Read
    around: Around
    photos: Photos
    _report: Report = field(init=False)
    _rows: Rows = field(init=False)

    @transaction.atomic
    def keep(self, batch: Batch) -> None:
        """Keep a batch, and note how far the move has come: all of it or nothing."""
        self._report, self._rows = Report(self.move), Rows(self.move, self.around.at)
        ids = [one.foreign_id for _item, one in batch if isinstance(one, Prepared)]
        here, new = known(self.move, ids), []
        for item, one in batch:
            if isinstance(one, Passed):
                self._report.passed(one)
            elif isinstance(one.made, Moved) and one.made.is_page:
                self._keep_page(one, one.made)
            elif (row := here.get(one.foreign_id)) is None:
                new.append(one)
            else:
                self._keep_again(one, item, row)
        again = self._keep_new(new)
        self._file(self._without_copies(again))
        self._rows.write()
        self._report.write(batch[-1][1].after)

    def _keep_page(self, one: Prepared, moved: Moved) -> None:
        change, said = keep_page(moved)
        self._report.counts[f"pages {change}"] += 1
        for kind, notice in said:
            self._report.note(one, kind, notice, None)

    def _keep_again(self, one: Prepared, item: Item, row: ForeignId) -> None:
        """Keep a newer version of a story that is here; the same one changes nothing."""
        if row.fingerprint == one.fingerprint:
            self._report.counts["unchanged"] += 1
            return
        moved = self.read(item)
        if isinstance(moved, Passed):
            self._report.passed(moved)
            return
        change, said = renew(moved, row, self.around, self.photos)
        self._report.counts[change] += 1
        for kind, notice in said:
            self._report.note(one, kind, notice, row.article_id)

    def _keep_new(self, new: Sequence[Prepared]) -> list[Prepared]:
        """File what is new; return what may have the text of another one of the same batch."""
        waiting = self._without_copies(new)
        # A live story comes before a scheduled one with its text, wherever the two stand.
        live = {one.text_print for one in waiting if one.fate is Fate.LIVE} - {None}
        first: set[int | None] = set()
        now: list[Prepared] = []
        again: list[Prepared] = []
        for one in waiting:
            is_live = one.fate is Fate.LIVE
            copies = one.fate in _FOR_READERS and one.text_print in (first if is_live else live)
            (again if copies else now).append(one)
            if is_live and one.text_print is not None:
                first.add(one.text_print)
        self._file(now)
        self._rows.write()
        return again

    def _without_copies(self, new: Sequence[Prepared]) -> list[Prepared]:
        """Return what is to be filed; a text that is on the site only adds its addresses."""
        texts = (one.text_print for one in new if one.fate in _FOR_READERS)
        here = with_texts({text for text in texts if text is not None})
        left = []
        for one in new:
            copied = here.get(one.text_print or 0) if one.fate in _FOR_READERS else None
            if copied is None:
                left.append(one)
            else:
                self._keep_copy(one, copied)
        return left

    def _keep_copy(self, one: Prepared, copied: ForeignId) -> None:
        article = copied.article_id
        self._report.counts["same text"] += 1
        keep_old_paths(dict.fromkeys(one.old_paths, article))
        self._rows.identify(one, article, None)
        self._comment(one, article)
        values = {"number": copied.article.number}
        self._report.note(one, CHANGED, Notice(message=notes.SAME_TEXT, values=values), article)

    def _file(self, new: Sequence[Prepared]) -> None:
        made = [self._composed(one) for one in new]
        filed = file_archive([one.story for one in made])
        for one, composed, story in zip(new, made, filed, strict=True):
            article = story.article_id
            self._rows.identify(one, article, _known_by(one, composed))
            self._rows.came(one, article)
            for block, found in composed.references:
                self._rows.refer(article, block, found.url, found.text)
            self._comment(one, article)
            self._report.counts[one.fate] += 1
            for kind, notice in composed.notes:
                self._report.note(one, kind, notice, article)
            if one.fate is Fate.SCHEDULED and not composed.lacks:
                self._schedule(one, article, in_section=composed.story.section_id is not None)

    def _composed(self, one: Prepared) -> Composed:
        """Return a story as it is filed, its pictures looked for where that is still to be done."""
        if isinstance(one.made, Composed):
            return one.made
        self.photos.missing.clear()
        composed = compose(one.made, self.around, self.photos)
        missing = (
            Notice(message=notes.MISSING, values={"url": url}) for url in self.photos.missing
        )
        return replace(composed, notes=(*composed.notes, *((PERSON, one) for one in missing)))

    def _comment(self, one: Prepared, article: int) -> None:
        self._rows.comment(one, article)
        self._report.counts["comments"] += len(one.comments)
        if one.loose_comments:
            notice = Notice(message=notes.THREAD, values={"count": one.loose_comments})
            self._report.note(one, PERSON, notice, article)

    def _schedule(self, one: Prepared, article: int, *, in_section: bool) -> None:
        """Let a story go live when it was to go live; what cannot needs a person."""
        lacking = schedule(article, one.published_at, now=self.around.at, in_section=in_section)
        if lacking:
            self._report.note(one, PERSON, lacking, article)
        else:
            self._rows.scheduled(article)


def _known_by(one: Prepared, composed: Composed) -> int | None:
    """Return what a story is known again by: its text, if it is on the site or will be."""
    stands = composed.story.live or composed.story.embargo_until is not None
    return one.text_print if stands else None
