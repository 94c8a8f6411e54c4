"""What a reader asked the search for: the query string of its address, read and written."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Self
from urllib.parse import urlencode

from django.utils import timezone

from harkara.newsroom import queries
from harkara.newsroom.addresses import SEARCH
from harkara.search.documents import DEEPEST, PAGE_SIZE, Order, Query

LONGEST = 1000
NEWEST = "newest"
PATH = f"/{SEARCH}/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The words and choices as they stand in the address; what makes no sense there is left out."""

    q: str = ""
    section: str = ""
    topic: str = ""
    author: str = ""
    since: str = ""
    until: str = ""
    order: str = ""
    page: int = 1

    @classmethod
    def of(cls, said: Mapping[str, str]) -> Self:
        """Read a query string."""
        return cls(
            q=_words(said.get("q", "")),
            **{name: _words(said.get(name, ""))[:100] for name in ("section", "topic", "author")},
            since=_iso(said.get("since", "")),
            until=_iso(said.get("until", "")),
            order=NEWEST if said.get("order") == NEWEST else "",
            page=_page(said.get("page", "")),
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked for yet."""
        return self == type(self)(order=self.order, page=self.page)

    @property
    def is_narrowed(self) -> bool:
        """Whether anything besides the words was chosen."""
        return replace(self, q="", order="", page=1) != type(self)()

    def address(self, **changes: str | int) -> str:
        """Return the address of this search, or of one that differs from it.

        Another search than this one begins at its first page.
        """
        other = replace(self, **({"page": 1} | changes))  # type: ignore[arg-type]  # by its names
        said = {field.name: getattr(other, field.name) for field in fields(other)}
        given = {name: value for name, value in said.items() if value and (name, value) != FIRST}
        return f"{PATH}?{urlencode(given)}" if given else PATH


FIRST = ("page", 1)


def query_of(asked: Asked, at: datetime, page_size: int = PAGE_SIZE) -> Query | None:
    """Return what the engine is asked, None if there can be no such story.

    Sections, topics and authors are asked for by their addresses.
    """
    section = queries.section(asked.section) if asked.section else None
    topic = queries.topic(asked.topic) if asked.topic else None
    author = queries.author(asked.author) if asked.author else None
    for name, found in ((asked.section, section), (asked.topic, topic), (asked.author, author)):
        if name and found is None:
            return None
    by_date = asked.order == NEWEST or not asked.q
    return Query(
        text=asked.q,
        section_id=section.id if section else None,
        topic_id=topic.id if topic else None,
        author_id=author.id if author else None,
        since=_midnight(asked.since),
        until=_midnight(asked.until, days=1),
        order=Order.NEWEST if by_date else Order.RELEVANCE,
        page=asked.page,
        page_size=page_size,
        at=at,
    )


def _words(text: str) -> str:
    """Return what was typed, without what cannot be seen and would not fit into an address."""
    shown = "".join(" " if one.isspace() else one for one in text[:LONGEST])
    return " ".join("".join(one for one in shown if one >= " " and one != "\x7f").split())


def _iso(text: str) -> str:
    """Return a day as it was written; what is no day is no day."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def _page(text: str) -> int:
    # More digits than these no page has.
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else 1
    return min(max(number, 1), DEEPEST)


def _midnight(day: str, days: int = 0) -> datetime | None:
    """Return the first moment of a day (or of so many days later) on the site's clock."""
    if not day:
        return None
    try:
        moment = datetime.combine(date.fromisoformat(day) + timedelta(days=days), time.min)
        return moment.replace(tzinfo=timezone.get_default_timezone()).astimezone(UTC)
    except OverflowError:
        # At the end of the calendar nothing is left out.
        return None
