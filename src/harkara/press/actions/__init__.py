"""What can be done to the press: say what changed, ask for a page, press one, answer a reader."""

from harkara.press.actions.answering import Answer, answer
from harkara.press.actions.marking import (
    OutsideTransaction,
    Use,
    mark_all,
    mark_stale,
    mend,
    use_of,
    want,
)
from harkara.press.actions.outcome import Kind, Outcome
from harkara.press.actions.pressing import press
from harkara.press.paths import BadPath

__all__ = [
    "Answer",
    "BadPath",
    "Kind",
    "Outcome",
    "OutsideTransaction",
    "Use",
    "answer",
    "mark_all",
    "mark_stale",
    "mend",
    "press",
    "use_of",
    "want",
]
