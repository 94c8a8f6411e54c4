"""A story's blocks as the newsroom stores them."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from harkara.demo.stories import Block, Picture, Story

Holds = Mapping[str, Any]


def body(
    story: Story, photos: Mapping[Picture, int], articles: Mapping[str, int]
) -> tuple[Mapping[str, Any], ...]:
    """Return a story's body; a story it refers to that has no article yet is left open."""
    return tuple(
        {"type": block.kind, "value": _value(block, photos, articles)} for block in story.body
    )


def _value(block: Block, photos: Mapping[Picture, int], articles: Mapping[str, int]) -> object:
    if block.kind == "also_read":
        return {"story": articles.get(block.holds["story"]), "text": ""}
    if block.kind == "picture":
        return _photo(block.holds, photos)
    if block.kind == "gallery":
        return {"pictures": [_photo(given, photos) for given in block.holds["pictures"]]}
    return _TEXTS.get(block.kind, dict)(block.holds)


def _photo(given: Holds, photos: Mapping[Picture, int]) -> dict[str, object]:
    # The caption is the photo's own: the place adds none.
    return {"photo": photos[Picture(**given)], "caption": ""}


def _paragraph(holds: Holds) -> str:
    return f"<p>{escape(holds['text'], quote=False)}</p>"


def _heading(holds: Holds) -> str:
    return str(holds["text"])


def _table(holds: Holds) -> dict[str, str]:
    rows = [holds["head"], *holds["rows"]]
    return {"caption": holds["caption"], "lines": "\n".join(" | ".join(row) for row in rows)}


_TEXTS: dict[str, Callable[[Holds], object]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "table": _table,
}
