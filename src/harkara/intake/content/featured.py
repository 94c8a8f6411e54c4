"""Featured: the picture above a story, which its text may show once more."""

from dataclasses import replace

from harkara.intake.content.found import Content
from harkara.intake.drafts import DraftImageRef


def shown_once(
    lead: DraftImageRef | None, content: Content
) -> tuple[DraftImageRef | None, Content]:
    """Return a featured picture, and what its story holds without it, if its text begins with it.

    Where themes showed none above the text, authors put it there themselves.
    """
    first = next(iter(content.blocks), None)
    if lead is None or not isinstance(first, DraftImageRef) or first.caption:
        return lead, content
    is_lead = first.foreign_id == lead.foreign_id if lead.foreign_id else first.url == lead.url
    if not is_lead:
        return lead, content
    removed = (
        replace(line, before_block=max(line.before_block - 1, 0)) for line in content.removed
    )
    shown = lead if lead.alt or lead.caption else first
    return shown, replace(content, blocks=content.blocks[1:], removed=tuple(removed))
