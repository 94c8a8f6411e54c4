"""Keeping: one batch of an export of another Harkara, in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from django.db import transaction

from harkara.intake.actions import Change
from harkara.intake.actions.receiving import EDITED_HERE
from harkara.intake.models import ForeignId, KeptComment, LooseReference, Move, Provenance
from harkara.intake.moving import notes
from harkara.intake.moving.archive import Fate, Kept, Moved, Passed
from harkara.intake.moving.knowing import known
from harkara.intake.moving.pages import keep_page
from harkara.intake.moving.reporting import Report
from harkara.intake.moving.restoring import beside, leading
from harkara.intake.moving.restoring.composing import (
    names_led_to,
    photos_of,
    restored,
    version_of,
)
from harkara.intake.moving.restoring.noting import note
from harkara.intake.moving.restoring.standing import Standing, photo_ids
from harkara.newsroom import queries
from harkara.newsroom.actions import Publish, publish, revise
from harkara.newsroom.actions.bulk import file_archive, keep_old_paths
from harkara.newsroom.addresses import story_path
from harkara.newsroom.refusals import Refused

AT_ONCE = 500


@dataclass(slots=True, kw_only=True)
class Restorer:
    """Keeps one batch after the other."""

    move: Move
    standing: Standing
    at: datetime

    @transaction.atomic
    def keep(self, batch: Sequence[Moved | Passed]) -> None:
        """Keep a batch, and note how far the move has come: all of it or nothing."""
        report = Report(self.move)
        stories = [one for one in batch if isinstance(one, Moved) and not one.is_page]
        here = known(self.move, [one.draft.origin.foreign_id for one in stories])
        photos = photo_ids(self.move, chain.from_iterable(map(photos_of, stories)))
        new: list[tuple[Moved, Kept]] = []
        for one in batch:
            if isinstance(one, Passed):
                report.passed(one)
            elif one.is_page:
                report.counts[f"pages {keep_page(one)[0]}"] += 1
            elif one.kept is not None:
                row = here.get(one.draft.origin.foreign_id)
                if row is None:
                    new.append((one, one.kept))
                else:
                    report.counts[self._again(one, one.kept, row, photos)] += 1
        self._file(new, photos, report)
        report.write(batch[-1].after)

    def _file(
        self, new: Sequence[tuple[Moved, Kept]], photos: dict[str, int], report: Report
    ) -> None:
        made = [restored(moved, kept, self.standing, photos) for moved, kept in new]
        filed = file_archive([one.story for one in made])
        ids: list[ForeignId] = []
        comments: list[KeptComment] = []
        provenances: list[Provenance] = []
        loose: list[LooseReference] = []
        paths: dict[str, int] = {}
        slugs = {pk: slug for slug, pk in self.standing.sections.items()}
        for (moved, kept), one, story in zip(new, made, filed, strict=True):
            article = story.article_id
            ids += beside.foreign_ids(self.move, moved, kept, article, self.at)
            comments += beside.comments(moved, kept, article)
            loose += leading.loose(self.move, article, one.links)
            if kept_from := beside.provenance(kept, article, self.at):
                provenances.append(kept_from)
            now = story_path(slugs.get(one.story.section_id or 0, ""), story.slug)
            paths |= {path: article for path in moved.old_paths if path != now}
            report.counts[moved.fate] += 1
        ForeignId.objects.bulk_create(ids, AT_ONCE, ignore_conflicts=True)
        KeptComment.objects.bulk_create(comments, AT_ONCE, ignore_conflicts=True)
        Provenance.objects.bulk_create(provenances, AT_ONCE)
        LooseReference.objects.bulk_create(loose, AT_ONCE)
        keep_old_paths(paths)
        report.counts["comments"] += len(comments)

    def _again(self, moved: Moved, kept: Kept, row: ForeignId, photos: dict[str, int]) -> str:
        """Keep a newer version of a story that is here; the same one changes nothing."""
        origin = moved.draft.origin
        if row.fingerprint == origin.fingerprint:
            return Change.UNCHANGED
        if queries.is_edited(row.article_id, row.revision_id):
            self._note(moved, row, EDITED_HERE)
            return Change.EDITED_HERE
        pages = leading.pages_called(self.move, set(names_led_to(moved)))
        draft, _names = version_of(moved, kept, self.standing, photos, pages)
        revise(row.article_id, draft)
        if moved.fate is Fate.LIVE and row.article.live:
            try:
                publish(Publish(article_id=row.article_id))
            except Refused as refusal:
                self._note(moved, row, str(refusal))
        row.fingerprint = origin.fingerprint
        row.revision_id = (
            type(row.article)
            .objects.values_list("latest_revision_id", flat=True)
            .get(pk=row.article_id)
        )
        row.save(update_fields=["fingerprint", "revision_id"])
        return Change.UPDATED

    def _note(self, moved: Moved, row: ForeignId, message: str) -> None:
        note(
            self.move,
            notes.PERSON,
            message,
            {},
            title=moved.draft.headline,
            article=row.article_id,
            line=moved.line,
            foreign_id=moved.draft.origin.foreign_id,
        )
