"""What a fixer is, and the note it leaves of each repair."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from harkara.text.chars import JOINS_NUKTA, NUKTA, SOUND, VIRAMA
from harkara.text.graphemes import CLUSTER

Edit = tuple[int, int, str]
"""Where a piece begins, where it ends, and what takes its place."""


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing that was mended, so that an editor can see it and put it back."""

    name: str
    before: str
    after: str
    at: int
    """Where the piece begins in the text as it was given."""


@dataclass(frozen=True, slots=True)
class Fixer:
    """Finds one kind of damage and says what to write instead.

    `find` may match sound text too; when `mend` gives the piece back unchanged it is left alone.
    """

    name: str
    find: re.Pattern[str]
    mend: Callable[[re.Match[str]], str]
    unless: re.Pattern[str] | None = None
    """What in a text makes the damage not damage: a text that has it is left alone."""

    def apply(self, text: str) -> str:
        """Return the text with every piece of this damage mended."""
        if self.unless is not None and self.unless.search(text):
            return text
        return self.find.sub(self.mend, text)

    def edits(self, text: str) -> Iterator[Edit]:
        """Yield the changes that `apply` makes, in the order of the text."""
        if self.unless is not None and self.unless.search(text):
            return
        for match in self.find.finditer(text):
            after = self.mend(match)
            if after != match[0]:
                yield match.start(), match.end(), after


@dataclass(frozen=True, slots=True)
class Composer:
    """Puts letters and marks into Unicode's composed normal form (NFC).

    NFC keeps क़ ख़ ग़ ज़ ड़ ढ़ फ़ य़ as letter + nukta, because those are composition exclusions,
    and joins ऩ ऱ ऴ into one character. We keep exactly that, on purpose: it is the form
    browsers, databases and other programs compare in.
    """

    name: str = "composition"

    def apply(self, text: str) -> str:
        """Return the text in NFC."""
        if not any(pattern.search(text) for pattern in DECOMPOSED):
            return text  # found ten times faster than unicodedata says it
        return unicodedata.normalize("NFC", text)

    def edits(self, text: str) -> Iterator[Edit]:
        """Yield the changes that `apply` makes, syllable by syllable."""
        whole = self.apply(text)
        if whole == text:
            return
        pieces = [(m.start(), m.end(), self.apply(m[0])) for m in CLUSTER.finditer(text)]
        if "".join(piece for _, _, piece in pieces) == whole:
            yield from (edit for edit in pieces if edit[2] != text[edit[0] : edit[1]])
        else:  # Something composed across two clusters: one edit covers the whole text.
            yield 0, len(text), whole


@dataclass(frozen=True, slots=True)
class Stage:
    """Fixers that work one after another, and what a text must hold for any to have work."""

    fixers: tuple[Fixer | Composer, ...]
    only_if: tuple[re.Pattern[str], ...]
    """Patterns that are quick to look for: where none is found, no fixer has work.

    Each begins with one class of characters, because `re` runs ahead to the next of them. None
    looks farther than to the space before a word or behind it: a line is sound if its words are.
    """

    def has_work(self, text: str) -> bool:
        """Say whether any of the fixers may find something to mend."""
        # Asked of every line there is, so it is spelled out: `any` takes a third longer.
        for pattern in self.only_if:  # noqa: SIM110
            if pattern.search(text):
                return True
        return False


# What may not be NFC: anything beyond Latin, sound Devanagari and common marks, and a nukta
# that joins its letter or stands behind a virama.
DECOMPOSED = (
    re.compile(f"[^\x00-\u02ff{SOUND}]"),
    re.compile(f"{NUKTA}(?<=[{JOINS_NUKTA}{VIRAMA}].)"),
)


def constant(after: str) -> Callable[[re.Match[str]], str]:
    """Return a mend that writes the same thing whatever was found."""
    return lambda _: after
