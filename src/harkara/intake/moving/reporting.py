"""Reporting: what is said of a batch, gathered and written at once, and what is counted."""

import json
from collections import Counter
from dataclasses import dataclass, field

from harkara.intake.drafts import Notice
from harkara.intake.models import Move, MoveNote
from harkara.intake.moving import notes
from harkara.intake.moving.archive import Passed
from harkara.intake.moving.notes import MOST_TITLE
from harkara.intake.moving.preparing import Prepared
from harkara.press.tables import Table


@dataclass(slots=True)
class Report:
    """What is said and counted of one batch."""

    move: Move
    counts: Counter[str] = field(init=False)
    _notes: Table = field(init=False)

    def __post_init__(self) -> None:
        self.counts, self._notes = Counter(self.move.counts), Table(MoveNote)

    def note(self, about: Prepared, kind: str, notice: Notice, article: int | None) -> None:
        """Say something of a story."""
        self._say(kind, notice, about.line, about.title, about.foreign_id, article)

    def passed(self, one: Passed) -> None:
        """Count what became no story, and say why; what is the other system's own is not told."""
        self.counts["passed over"] += 1
        if not one.is_own:
            kind, notice = notes.of_passed(one)
            self._say(kind, notice, one.line, one.title, one.foreign_id, None)

    def write(self, after: int) -> None:
        """Write what was said, with how far the move has come."""
        self._notes.write()
        self.move.after, self.move.counts = after, dict(self.counts)
        self.move.save(update_fields=["after", "counts"])

    def _say(
        self, kind: str, notice: Notice, line: int, title: str, foreign_id: str, article: int | None
    ) -> None:
        self._notes.add(
            move_id=self.move.pk,
            kind=kind,
            line=line,
            title=title[:MOST_TITLE],
            foreign_id=foreign_id[:255],
            article_id=article,
            message=notice.message,
            values=json.dumps(dict(notice.values), ensure_ascii=False),
        )
