"""Blocks: the body of a story in Harkara's own form, checked, as it is stored and as a draft.

A file may come from anybody: what is not of the shape that `newsroom.blocks` stores is left out.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import unescape
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from harkara.intake.drafts import (
    DraftAlsoRead,
    DraftBlock,
    DraftFactBox,
    DraftGallery,
    DraftHeading,
    DraftImageRef,
    DraftLink,
    DraftList,
    DraftParagraph,
    DraftPost,
    DraftQuote,
    DraftTable,
    DraftVideo,
    TextBlock,
)
from harkara.newsroom.blocks import table_rows
from harkara.newsroom.links import followable
from harkara.newsroom.queries.body import items

Raw = Mapping[str, Any]
_PARAGRAPH = re.compile(r"<p\b[^>]*>(.*?)</p>", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)


def text(value: object) -> str:
    """Return a text, "" for anything else."""
    return value if isinstance(value, str) else ""


def number(value: object) -> int | None:
    """Return a positive whole number, None for anything else."""
    is_one = isinstance(value, int) and not isinstance(value, bool) and 0 < value < 1 << 62
    return value if is_one else None  # type: ignore[return-value]  # is_one says it is an int


def stored(blocks: object) -> Iterator[Raw]:
    """Give the blocks of a body that have the shape in which the newsroom stores them.

    One without an id, or with that of another, is given one that follows from its place.
    """
    ids: set[str] = set()
    for at, block in enumerate(blocks if isinstance(blocks, list) else ()):
        if not isinstance(block, dict) or block.get("type") not in _SHAPES:
            continue
        value = _SHAPES[block["type"]](block.get("value"))
        if value is not None:
            yield {"type": block["type"], "value": value, "id": _own_id(block.get("id"), at, ids)}


def drafted(blocks: Iterable[Raw]) -> tuple[DraftBlock, ...]:
    """Return stored blocks as those of a draft, photos by their ids there."""
    found: list[DraftBlock] = []
    for block in blocks:
        before = sum(isinstance(one, TextBlock) for one in found)
        found += _drafted(block["type"], block["value"], before)
    return tuple(found)


def _id(value: object, at: int) -> str:
    try:
        return str(UUID(text(value)))
    except ValueError:
        return str(uuid5(NAMESPACE_OID, str(at)))


def _own_id(value: object, at: int, others: set[str]) -> str:
    """Return the id of one of several, which none of the others has."""
    name = _id(value, at)
    name = name if name not in others else _id(None, at)
    others.add(name)
    return name


def _rich(value: object) -> str | None:
    return text(value) or None


def _struct(**fields: Callable[[object], Any]) -> Callable[[object], Raw | None]:
    def shaped(value: object) -> Raw | None:
        if not isinstance(value, dict):
            return None
        return {name: shape(value.get(name)) for name, shape in fields.items()}

    return shaped


def _texts(value: object) -> list[Any]:
    """Return the items of a list; each may lie in an envelope with its id, and stays in it."""
    found = value if isinstance(value, list) else []
    return [
        {"type": "item", "value": one["value"], "id": _id(one.get("id"), at)}
        if isinstance(one, dict)
        else one
        for at, one in enumerate(found)
        if isinstance(one, str) or (isinstance(one, dict) and isinstance(one.get("value"), str))
    ]


_picture = _struct(photo=number, caption=text)


def _pictures(value: object) -> list[Raw]:
    ids: set[str] = set()
    made: list[Raw] = []
    for at, one in enumerate(value if isinstance(value, list) else ()):
        shaped = _picture(one.get("value", one)) if isinstance(one, dict) else None
        if shaped:
            made.append({"type": "item", "value": shaped, "id": _own_id(one.get("id"), at, ids)})
    return made


_SHAPES: Mapping[str, Callable[[object], Any]] = {
    "paragraph": _rich,
    "heading": _rich,
    "picture": _picture,
    "also_read": _struct(story=number, text=text),
    "pull_quote": _struct(text=text, who=text),
    "fact_box": _struct(title=text, lines=_texts),
    "list": _struct(ordered=bool, items=_texts),
    "table": _struct(caption=text, lines=text),
    "gallery": _struct(pictures=_pictures),
    "video": _struct(url=text, title=text, poster=number),
    "social_post": _struct(author=text, network=text, text=text, url=text),
}


def _drafted(kind: str, value: Any, before: int) -> Iterator[DraftBlock]:  # noqa: ANN401 (raw)
    match kind:
        case "paragraph":
            yield from _paragraphs(value)
        case "heading":
            yield DraftHeading(text=value)
        case "also_read":
            url = f"story:{value['story']}" if value["story"] else ""
            yield DraftAlsoRead(text=value["text"], after_paragraph=before, url=url)
        case "fact_box":
            yield DraftFactBox(title=value["title"], lines=tuple(items(value["lines"])))
        case "list":
            yield DraftList(items=tuple(items(value["items"])), ordered=value["ordered"])
        case "pull_quote":
            yield DraftQuote(text=value["text"], who=value["who"])
        case "social_post":
            yield DraftPost(**value)
        case "table":
            rows = tuple(map(tuple, table_rows(value["lines"])))
            yield DraftTable(rows=rows, caption=value["caption"])
        case _:
            yield from _shown(kind, value)


def _shown(kind: str, value: Raw) -> Iterator[DraftBlock]:
    match kind:
        case "picture":
            yield from _images([value])
        case "gallery":
            yield DraftGallery(pictures=tuple(_images(items(value["pictures"]))))
        case "video":
            still = value["poster"]
            poster = DraftImageRef(url="", foreign_id=str(still)) if still else None
            yield DraftVideo(url=value["url"], title=value["title"], poster=poster)


def _images(pictures: Sequence[Raw]) -> Iterator[DraftImageRef]:
    for one in pictures:
        if one["photo"]:
            yield DraftImageRef(url="", caption=one["caption"], foreign_id=str(one["photo"]))


def _paragraphs(html: str) -> Iterator[DraftParagraph]:
    """Give rich text as the paragraphs that readers see."""
    for part in _PARAGRAPH.findall(html) or [html]:
        words = _words(part)
        if words:
            links = tuple(
                DraftLink(text=_words(inside), url=unescape(url))
                for url, inside in _LINK.findall(part)
                if followable(unescape(url)) and _words(inside)
            )
            yield DraftParagraph(text=words, links=links, html=part if "<" in part else "")


def _words(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html.replace("<br/>", "\n"))).split())
