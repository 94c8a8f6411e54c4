"""What can be done to comments, by readers, by the desk and by the clock."""

from harkara.audience.comments.actions.adopting import adopt, origin_key
from harkara.audience.comments.actions.deciding import (
    Decided,
    NotInReach,
    Verdict,
    clear_reports,
    decide,
    erase,
    lift,
    shut_out,
    undo,
)
from harkara.audience.comments.actions.reporting import Complaint, complain
from harkara.audience.comments.actions.restoring import restore
from harkara.audience.comments.actions.ruling import set_rule
from harkara.audience.comments.actions.writing import NewComment, change_own, remove_own, write

__all__ = [
    "Complaint",
    "Decided",
    "NewComment",
    "NotInReach",
    "Verdict",
    "adopt",
    "change_own",
    "clear_reports",
    "complain",
    "decide",
    "erase",
    "lift",
    "origin_key",
    "remove_own",
    "restore",
    "set_rule",
    "shut_out",
    "undo",
    "write",
]
