"""Rows: what intake keeps beside each story that moved in, gathered and written at once."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import OuterRef, Subquery

from harkara.intake.models import ForeignId, KeptComment, LooseReference, Move, Provenance
from harkara.intake.moving.preparing import MOST_ID, Prepared
from harkara.newsroom.models import ArticlePage
from harkara.press.tables import Table, moment


@dataclass(slots=True)
class Rows:
    """The rows of one batch."""

    move: Move
    at: datetime
    _ids: Table = field(default_factory=lambda: Table(ForeignId))
    _comments: Table = field(default_factory=lambda: Table(KeptComment, once=True))
    _references: Table = field(default_factory=lambda: Table(LooseReference))
    _provenances: Table = field(default_factory=lambda: Table(Provenance))
    _scheduled: list[int] = field(default_factory=list)

    def identify(self, one: Prepared, article: int, text_print: int | None) -> None:
        """Note which story of ours one of the archive is."""
        self._ids.add(
            source_kind=self.move.source_kind,
            source_key=self.move.source_key,
            foreign_id=one.foreign_id,
            article_id=article,
            fingerprint=one.fingerprint,
            text_print=text_print,
            received_at=moment(self.at),
        )

    def scheduled(self, article: int) -> None:
        """Note that a story was scheduled: the version that waits is the one that came."""
        self._scheduled.append(article)

    def refer(self, article: int, block: str, url: str, text: str) -> None:
        """Note a reference whose story is looked for once all are here."""
        self._references.add(
            move_id=self.move.pk, article_id=article, block=block, url=url, text=text
        )

    def came(self, one: Prepared, article: int) -> None:
        """Note what came in for a story."""
        published = one.published_at
        self._provenances.add(
            article_id=article,
            published_at=moment(published) if published else None,
            received_at=moment(self.at),
            **one.provenance,
        )

    def comment(self, one: Prepared, article: int) -> None:
        """Keep what readers wrote below a story there."""
        for said in one.comments:
            self._comments.add(
                source_kind=self.move.source_kind,
                source_key=self.move.source_key,
                foreign_id=said.foreign_id[:MOST_ID],
                article_id=article,
                parent_id=said.parent_id[:MOST_ID],
                author=said.author,
                email=said.email,
                url=said.url,
                ip=said.ip,
                status=said.status[:40],
                text=said.text,
                written_at=moment(said.at) if said.at else None,
            )

    def write(self) -> None:
        """Write all that was gathered."""
        for table in (self._ids, self._comments, self._references, self._provenances):
            table.write()
        self._note_versions()

    def _note_versions(self) -> None:
        """Note what was scheduled as the version that came, so that a newer one is told from it."""
        if not self._scheduled:
            return
        newest = ArticlePage.objects.filter(pk=OuterRef("article")).values("latest_revision")
        ForeignId.objects.filter(
            source_kind=self.move.source_kind,
            source_key=self.move.source_key,
            article__in=self._scheduled,
        ).update(revision_id=Subquery(newest))
        self._scheduled.clear()
