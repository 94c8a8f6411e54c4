"""Verdicts: what becomes of each line of a page."""

from dataclasses import dataclass
from enum import StrEnum, auto

from harkara.intake.sources.paste.stamps import Stamp


class Call(StrEnum):
    """What becomes of a line."""

    KEEP = auto()
    HEADLINE = auto()
    REFERENCE = auto()
    STAMP = auto()
    REMOVE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What becomes of one line: why it goes, or the title that a reference names."""

    call: Call
    why: str = ""
    title: str = ""
    stamp: Stamp | None = None


KEEP = Verdict(call=Call.KEEP)


def remove(why: str) -> Verdict:
    """Return the verdict that takes a line out of the story for a reason."""
    return Verdict(call=Call.REMOVE, why=why)
