"""Mending: each text in the one spelling that is stored, old fonts read, with notes of both."""

import re
from dataclasses import dataclass, field

from harkara.intake.drafts import Mended
from harkara.intake.mending import read_runs
from harkara.text.legacy import Font
from harkara.text.normalise import normalise

# An old font takes keys of another script: two words of them stand side by side somewhere.
_MAY_BE_OLD = re.compile(
    r"[A-Za-z\u00a1-\u00ff][^\s\u0900-\u097f]*\s+[^\s\u0900-\u097f]*[A-Za-z\u00a1-\u00ff]"
)


@dataclass(slots=True)
class Pen:
    """Mends one text after the other, notes each run in an old font and counts other repairs."""

    notes: list[Mended] = field(default_factory=list)
    respelled: int = 0

    def mend(self, text: str, font: Font | None = None) -> str:
        """Return a text as it is stored; spaces round it stay."""
        if font is not None or _MAY_BE_OLD.search(text):
            text, runs = read_runs(text, font)
            self.notes += runs
        lead = text[: len(text) - len(text.lstrip())]
        core = text.strip()
        if not core:
            return text
        mended = normalise(core)
        self.respelled += mended != core
        return f"{lead}{mended}{text[len(lead) + len(core) :]}"
