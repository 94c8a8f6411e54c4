"""Scheduling: a story that was to go live at an hour there goes live at that hour here."""

from datetime import datetime

from harkara.intake.drafts import Notice
from harkara.intake.moving import notes
from harkara.newsroom.actions import Publish, publish


def schedule(
    article_id: int, due: datetime | None, *, now: datetime, in_section: bool = True
) -> Notice | None:
    """Let a story go live when it is due; return what a person should know if it cannot."""
    if due is None:
        return Notice(message=notes.NO_HOUR)
    if due <= now:
        return Notice(message=notes.OVERDUE)
    if not in_section:
        return Notice(message=notes.UNSCHEDULED)
    publish(Publish(article_id=article_id, at=due))
    return None
