"""Rows: one story's place among the others, before its rows are written."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from harkara.newsroom.archive_story import ArchiveStory
from harkara.newsroom.keys import ListingKind
from harkara.newsroom.models import DeskPage, SectionPage

Place = tuple[ListingKind, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A story with the ids that were taken for it, and the place it is filed at."""

    story: ArchiveStory
    pk: int
    number: int
    parent: SectionPage | DeskPage
    step: int
    published_at: datetime
    has_past: bool = True
    """Whether it comes from an archive, and not today."""

    @property
    def slug(self) -> str:
        """The last part of its address."""
        return f"{self.story.address_words}-{self.number}"

    @property
    def section(self) -> SectionPage | None:
        """Its section, None in the desk's tray."""
        return self.parent if isinstance(self.parent, SectionPage) else None

    @property
    def live(self) -> bool:
        """Whether readers may see it: nothing is on the site without a section of the site."""
        return bool(self.story.live and self.section is not None and self.section.live)

    @property
    def updated_at(self) -> datetime:
        """When it last changed, never before it was published."""
        return max(self.story.updated_at or self.published_at, self.published_at)

    @property
    def places(self) -> tuple[Place, ...]:
        """The listings it stands in while it is live."""
        return tuple(dict.fromkeys(self._places()))

    def place(self, order: int) -> int | None:
        """Return the place of one of its names or corrections: only an archive's have one.

        To those of a story of ours more are added, which have only their turn.
        """
        return order if self.has_past else None

    def _places(self) -> Iterator[Place]:
        yield ListingKind.SITE, 0
        yield ListingKind.SECTION, self.parent.pk
        for pk in self.story.author_ids:
            yield ListingKind.AUTHOR, pk
        for pk in self.story.topic_ids:
            yield ListingKind.TOPIC, pk
