"""Wording: a story as plain words, for the rooms that read it and do not show it.

The desk's wording is that of the newest revision; the readers' wording is that of the story as it
stands on the site.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from harkara.newsroom.blocks import table_rows
from harkara.newsroom.models import ArticlePage, LiveStory
from harkara.newsroom.queries.body import Stream

_END_OF_LINE = re.compile(r"</p>|<br\s*/?>")
_TAG = re.compile(r"<[^>]*>")


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
        paragraphs=plain_lines(list(article.body.raw_data)),
        section_id=section.pk if section else None,
        topic_ids=tuple(topic.pk for topic in article.topics.all()),
    )


def readers_wordings(numbers: Sequence[int]) -> tuple[Wording, ...]:
    """Return the wording of the live stories among these numbers, in their order. One query."""
    rows = LiveStory.objects.filter(pk__in=numbers).order_by()
    found = rows.values_list(
        "number", "article_id", "headline", "standfirst", "article__body", "section_id"
    )
    by_number = {
        number: Wording(
            number=number,
            article_id=article_id,
            headline=headline,
            standfirst=standfirst,
            paragraphs=plain_lines(_raw(body)),
            section_id=section_id,
        )
        for number, article_id, headline, standfirst, body, section_id in found
    }
    return tuple(by_number[number] for number in numbers if number in by_number)


def plain_lines(stream: Stream) -> tuple[str, ...]:
    """Return what a body says, a line for each paragraph, heading, item, row and quotation.

    References to other stories and the words of pictures are not the story's own: left out.
    """
    made = (READERS[one["type"]](one["value"]) for one in stream if one["type"] in READERS)
    lines = (" ".join(line.split()) for block in made for line in block)
    return tuple(line for line in lines if line)


def plain_text(headline: str, standfirst: str, body: Any) -> str:  # noqa: ANN401 (as `_raw` has it)
    """Return all that a story says, a line each: headline, standfirst, and what its body says."""
    return "\n".join(filter(None, (headline, standfirst, *plain_lines(_raw(body)))))


def _raw(body: Any) -> Stream:  # noqa: ANN401 (a StreamValue, or text where no model reads it)
    return json.loads(body) if isinstance(body, str) else list(body.raw_data)


def _paragraph(value: str) -> Iterable[str]:
    return (unescape(_TAG.sub("", part)) for part in _END_OF_LINE.split(value))


def _fact_box(value: Mapping[str, Any]) -> Iterator[str]:
    yield value.get("title") or ""
    yield from _items(value.get("lines"))


def _table(value: Mapping[str, Any]) -> Iterator[str]:
    yield value.get("caption") or ""
    yield from (" ".join(row) for row in table_rows(value.get("lines") or ""))


def _items(values: Iterable[Any] | None) -> Iterator[str]:
    """Give the items of a list block, which is kept with or without names for them."""
    for one in values or ():
        yield one["value"] if isinstance(one, dict) else one


READERS: dict[str, Callable[[Any], Iterable[str]]] = {
    "paragraph": _paragraph,
    "heading": lambda value: [value],
    "pull_quote": lambda value: [value.get("text") or ""],
    "fact_box": _fact_box,
    "list": lambda value: _items(value.get("items")),
    "table": _table,
    "social_post": lambda value: [value.get("text") or ""],
}
