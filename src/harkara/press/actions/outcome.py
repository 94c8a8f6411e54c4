"""What came of pressing a page."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How pressing a page can end."""

    PRESSED = "pressed"  # new bytes are in the store
    UNCHANGED = "unchanged"  # the store held these bytes already
    GONE = "gone"  # nothing stands at this path any more
    FAILED = "failed"  # the old bytes stay; it is tried again later
    OVERTAKEN = "overtaken"  # something changed meanwhile; nothing was touched


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of pressing a page, and if it failed, why."""

    path: str
    kind: Kind
    error: str = ""
