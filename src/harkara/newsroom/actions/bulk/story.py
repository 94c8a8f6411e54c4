"""A story of an archive that moves in: as it is filed with thousands of others."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from harkara.newsroom.models import ArticlePage

RawBlock = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveStory:
    """A story that was published elsewhere before, or lay unfinished there.

    `address_words` are the words of its address, made already. A story of no section, and one that
    is not `live`, waits with the desk. `old_paths` are the addresses it had, decoded, and lead to
    it from now on. `body` is as in `StoryDraft`; its blocks may have ids. `number` is the number it
    had as a story of another Harkara: it keeps it if nobody here has it. `chosen_words` are those
    of its address if an editor chose them. `expires_at` is when it leaves the site by itself.
    `first_published_at` tells of a story that is not live that it was, once.
    """

    headline: str
    address_words: str
    body: tuple[RawBlock, ...] = ()
    standfirst: str = ""
    dateline: str = ""
    kind: str = ArticlePage.Kind.NEWS
    section_id: int | None = None
    author_ids: tuple[int, ...] = ()
    guests: tuple[str, ...] = ()
    topic_ids: tuple[int, ...] = ()
    picture_id: int | None = None
    source_name: str = ""
    source_credit: str = ""
    source_url: str = ""
    embargo_until: datetime | None = None
    corrections: tuple[tuple[datetime, str], ...] = ()
    number: int | None = None
    chosen_words: str = ""
    expires_at: datetime | None = None
    first_published_at: datetime | None = None
    live: bool = True
    published_at: datetime | None = None
    updated_at: datetime | None = None
    old_paths: tuple[str, ...] = ()
    by_id: int | None = None
