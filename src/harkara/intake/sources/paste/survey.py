"""The survey: what is known about a page before any of its lines is judged."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cached_property

from harkara.intake.line_words import shape
from harkara.intake.line_words.area import Area
from harkara.intake.line_words.embargoes import is_embargo
from harkara.intake.line_words.furniture import SURE, furniture
from harkara.intake.sources.paste.lines import Kind, Line, PageFacts
from harkara.text.fold import fold
from harkara.text.normalise import normalise

_STORY_AREAS = frozenset({Area.NONE, Area.STANDFIRST, Area.ALSO_READ, Area.STAMP})
_ENDING_AREAS = frozenset({Area.COMMENTS, Area.FOOTER})
_SILENT = frozenset({Kind.PICTURE, Kind.VIDEO, Kind.SCRIPT, Kind.ROW, Kind.MESSAGE})
MOST_LINKED = 0.5


@dataclass(frozen=True)
class Page:
    """A page's lines and what is known about them as a whole."""

    lines: tuple[Line, ...]
    facts: PageFacts
    zone: tzinfo
    at: datetime | None = None
    """When it was handed in, if that is known."""

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The text of each line as it will be stored: what the rules look at."""
        return tuple(normalise(line.text).strip() for line in self.lines)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each line stands on the page, in any spelling."""
        return Counter(fold(key) for key in self.keys if key)

    @cached_property
    def is_html(self) -> bool:
        """Whether it is known which lines lie in the story's element."""
        return any(line.main for line in self.lines)

    @cached_property
    def running(self) -> tuple[int, ...]:
        """Which lines are running text, wherever they stand."""
        return tuple(i for i in range(len(self.lines)) if self._runs(i))

    @cached_property
    def is_hindi(self) -> bool:
        """Whether the page is written in Devanagari; its foreign lines are then suspect."""
        texts = [self.keys[i] for i in self.running] or list(self.keys)
        return sum(map(shape.devanagari, texts)) > sum(map(shape.latin, texts))

    @cached_property
    def extent(self) -> tuple[int, int]:
        """The first and the last line of running text that is the story's own.

        Without any, the story is taken to be the whole page: (0, last line).
        """
        own = [i for i in self.running if self.lines[i].main is not False]
        if self.is_hindi:
            own = [i for i in own if not shape.is_foreign(self.keys[i])] or own
        own = [i for i in own if i < self.ending] or own
        return (own[0], own[-1]) if own else (0, len(self.lines) - 1)

    @cached_property
    def has_story(self) -> bool:
        """Whether the page has any running text."""
        return bool(self.running)

    @cached_property
    def ending(self) -> int:
        """The line from which on nothing is the story's: a comment form, a copyright line.

        Only where most of the running text stands before it; past the last line if there is none.
        """
        sizes = {i: len(self.keys[i]) for i in self.running}
        whole, before = sum(sizes.values()), 0
        for i, key in enumerate(self.keys):
            before += sizes.get(i, 0)
            if before * 2 < whole or not before:
                continue
            found = furniture(key)
            if found and found.area in _ENDING_AREAS and found.weight >= SURE - 1:
                return i
        return len(self.lines)

    def _runs(self, i: int) -> bool:
        line, key = self.lines[i], self.keys[i]
        if line.kind in _SILENT or line.area not in _STORY_AREAS or line.linked > MOST_LINKED:
            return False
        if line.kind in (Kind.TITLE, Kind.HEADING):
            return False
        return shape.is_prose(key) and furniture(key) is None and not is_embargo(key)
