"""What intake does, each a single transaction."""

from harkara.intake.actions.filing import Choice
from harkara.intake.actions.pasting import keep_pasted, put_lines_back
from harkara.intake.actions.receiving import Change, Received, receive

__all__ = ["Change", "Choice", "Received", "keep_pasted", "put_lines_back", "receive"]
