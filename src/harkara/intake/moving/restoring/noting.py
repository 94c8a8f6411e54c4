"""Noting: a line of the report on a move."""

from collections.abc import Mapping

from harkara.intake.models import Move, MoveNote
from harkara.intake.moving.notes import MOST_TITLE


def note(
    move: Move,
    kind: str,
    message: str,
    values: Mapping[str, object],
    *,
    title: str = "",
    article: int | None = None,
    line: int = 0,
    foreign_id: str = "",
) -> None:
    """Write a line of the report, once: a run that goes on says nothing twice."""
    MoveNote.objects.get_or_create(
        move=move,
        kind=kind,
        message=message,
        values=dict(values),
        title=title[:MOST_TITLE],
        article_id=article,
        line=line,
        foreign_id=foreign_id[:255],
    )
