"""The words of a body as plain text: what search reads, and what passages are compared."""

import html
import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import TextField
from django.db.models.functions import Cast

from harkara.newsroom.blocks import table_rows
from harkara.newsroom.queries.body import Raw, Stream, items

LINE_END = re.compile(r"</p>|<br\b[^>]*>")
PICTURED = frozenset({"picture", "gallery", "video"})
TAG = re.compile(r"<[^>]*>")


def paragraphs(stream: Stream, *, pictured: bool = True) -> tuple[str, ...]:
    """Return the paragraphs of a body in order, without markup and without empty ones.

    What it says of other stories (its also-read lines) is left out: those are not its words. Nor,
    unless it is `pictured`, are those of its pictures.
    """
    kinds = READERS.keys() - (frozenset() if pictured else PICTURED)
    made = (READERS[one["type"]](one["value"]) for one in stream if one["type"] in kinds)
    stripped = (" ".join(text.split()) for texts in made for text in texts if text)
    return tuple(text for text in stripped if text)


def stored(body: str) -> Cast:
    """Return, for a query, what a body is stored as: Wagtail's reading makes objects of blocks."""
    return Cast(body, TextField())


def stored_paragraphs(text: str, *, pictured: bool = True) -> tuple[str, ...]:
    """Return the paragraphs of a body as it is `stored`."""
    return paragraphs(json.loads(text), pictured=pictured)


def plain(rich: str) -> str:
    """Return inline HTML as plain text."""
    if "<" in rich:
        rich = TAG.sub("", rich)
    return html.unescape(rich) if "&" in rich else rich


def _paragraph(value: str) -> Iterator[str]:
    return map(plain, LINE_END.split(value))


def _heading(value: str) -> Iterable[str]:
    return [value]


def _picture(value: Raw) -> Iterable[str]:
    return [value.get("caption") or ""]


def _gallery(value: Raw) -> Iterable[str]:
    return (one.get("caption") or "" for one in items(value.get("pictures")))


def _pull_quote(value: Raw) -> Iterable[str]:
    return [value.get("text") or "", value.get("who") or ""]


def _social_post(value: Raw) -> Iterable[str]:
    return [value.get("text") or "", value.get("author") or ""]


def _video(value: Raw) -> Iterable[str]:
    return [value.get("title") or ""]


def _fact_box(value: Raw) -> Iterable[str]:
    return [value.get("title") or "", *items(value.get("lines"))]


def _list(value: Raw) -> Iterable[str]:
    return items(value.get("items"))


def _table(value: Raw) -> Iterable[str]:
    yield value.get("caption") or ""
    for row in table_rows(value.get("lines") or ""):
        yield " ".join(row)


READERS: dict[str, Callable[[Any], Iterable[str]]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "picture": _picture,
    "gallery": _gallery,
    "pull_quote": _pull_quote,
    "social_post": _social_post,
    "video": _video,
    "fact_box": _fact_box,
    "list": _list,
    "table": _table,
}
