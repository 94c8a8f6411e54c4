"""Versions: what one version of a story says, from its row or from a revision, without a query."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from harkara.newsroom.models import ArticlePage

Raw = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of a story. `bylines` are ids of authors, or None and a guest's name."""

    headline: str
    standfirst: str
    kind: str
    dateline: str
    picture_id: int | None
    body: tuple[Raw, ...]
    bylines: tuple[tuple[int | None, str], ...]
    topic_ids: tuple[int, ...]
    corrections: tuple[tuple[datetime, str], ...]
    embargo_until: datetime | None
    source_name: str
    source_credit: str
    source_url: str
    address_words: str


def of_row(article: ArticlePage) -> Version:
    """Return what the row of a story says; what belongs to it must have been fetched with it."""
    return Version(
        headline=article.title,
        standfirst=article.standfirst,
        kind=article.kind,
        dateline=article.dateline,
        picture_id=article.picture_id,
        body=tuple(dict(block) for block in article.body.raw_data),
        bylines=tuple((one.author_id, one.guest) for one in article.bylines.all()),
        topic_ids=tuple(topic.pk for topic in article.topics.all()),
        corrections=tuple((one.corrected_at, one.text) for one in article.corrections.all()),
        embargo_until=article.embargo_until,
        source_name=article.source_name,
        source_credit=article.source_credit,
        source_url=article.source_url,
        address_words=article.address_words,
    )


def of_revision(content: Raw) -> Version:
    """Return what a revision says; one of an older version of the program may lack some of it."""
    return Version(
        headline=content.get("title") or "",
        standfirst=content.get("standfirst") or "",
        kind=content.get("kind") or ArticlePage.Kind.NEWS,
        dateline=content.get("dateline") or "",
        picture_id=content.get("picture"),
        body=tuple(json.loads(content.get("body") or "[]")),
        bylines=tuple((one["author"], one["guest"]) for one in _ordered(content.get("bylines"))),
        topic_ids=tuple(content.get("topics") or ()),
        corrections=tuple(
            (datetime.fromisoformat(one["corrected_at"]), one["text"])
            for one in _ordered(content.get("corrections"))
        ),
        embargo_until=_moment(content.get("embargo_until")),
        source_name=content.get("source_name") or "",
        source_credit=content.get("source_credit") or "",
        source_url=content.get("source_url") or "",
        address_words=content.get("address_words") or "",
    )


def _ordered(found: Sequence[Raw] | None) -> list[Raw]:
    # Those without an order of their own stand in the order in which they were added.
    return sorted(found or (), key=lambda one: one.get("sort_order") or 0)


def _moment(said: str | None) -> datetime | None:
    return datetime.fromisoformat(said) if said else None
