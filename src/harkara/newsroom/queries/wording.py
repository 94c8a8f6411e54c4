"""Wording: a story as plain words, for the rooms that read it and do not show it.

The desk's wording is that of the newest revision; the readers' wording is that of the story as it
stands on the site.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from harkara.newsroom.models import ArticlePage, LiveStory
from harkara.newsroom.queries.body import Stream
from harkara.newsroom.queries.plain import paragraphs, stored, stored_paragraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of a story, and where it stands; `section_id` is None in the desk's tray."""

    number: int
    article_id: int
    headline: str
    standfirst: str
    paragraphs: tuple[str, ...]
    section_id: int | None
    topic_ids: tuple[int, ...] = ()

    @property
    def body(self) -> str:
        """The paragraphs, a line each."""
        return "\n".join(self.paragraphs)

    @property
    def text(self) -> str:
        """All it says, a line each."""
        return "\n".join(filter(None, (self.headline, self.standfirst, *self.paragraphs)))


def desk_wording(number: int) -> Wording | None:
    """Return the newest wording of a story, on the site or not; None if there is no such story."""
    kept = ArticlePage.objects.filter(number=number).first()
    if kept is None:
        return None
    article: ArticlePage = kept.get_latest_revision_as_object()
    section = article.section
    return Wording(
        number=article.number,
        article_id=article.pk,
        headline=article.title,
        standfirst=article.standfirst,
        paragraphs=paragraphs(list(article.body.raw_data), pictured=False),
        section_id=section.pk if section else None,
        topic_ids=tuple(topic.pk for topic in article.topics.all()),
    )


def readers_wordings(numbers: Sequence[int]) -> tuple[Wording, ...]:
    """Return the wording of the live stories among these numbers, in their order. One query."""
    rows = LiveStory.objects.filter(pk__in=numbers).order_by()
    found = rows.values_list(
        "number", "article_id", "headline", "standfirst", stored("article__body"), "section_id"
    )
    by_number = {
        number: Wording(
            number=number,
            article_id=article_id,
            headline=headline,
            standfirst=standfirst,
            paragraphs=stored_paragraphs(body, pictured=False),
            section_id=section_id,
        )
        for number, article_id, headline, standfirst, body, section_id in found
    }
    return tuple(by_number[number] for number in numbers if number in by_number)


def plain_text(headline: str, standfirst: str, body: Any) -> str:  # noqa: ANN401 (as `_raw` has it)
    """Return all that a story says, a line each: headline, standfirst, and what its body says."""
    return "\n".join(filter(None, (headline, standfirst, *paragraphs(_raw(body), pictured=False))))


def _raw(body: Any) -> Stream:  # noqa: ANN401 (a StreamValue, or text where no model reads it)
    return json.loads(body) if isinstance(body, str) else list(body.raw_data)
