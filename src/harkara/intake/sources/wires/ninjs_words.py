"""The words of ninjs items: one text stands in many ways, from version to version."""

from collections.abc import Iterator, Mapping
from typing import Any

from harkara.intake.content import html_of, plain
from harkara.intake.mending import Pen
from harkara.intake.sources.wires.marked import as_html
from harkara.intake.sources.wires.wording import headline_rank

_RICH = ("xhtml", "html", "rich")
Told = Mapping[str, Any]
"""An item as JSON, its names in small letters."""


def headline_of(told: Told, pen: Pen) -> str:
    """Return the headline of an item, mended by `pen`; its title where it has none."""
    several = sorted(_variants(told, "headline"), key=lambda one: headline_rank(one[0]))
    texts = [value for _role, _type, value in several]
    return plain(html_of(next(iter(texts), "") or text_of(told, "title")), pen)[:500].strip()


def richest(told: Told, stem: str) -> tuple[str, str]:
    """Return a text of an item as HTML, marked up if it came so, and the item's address."""
    found = sorted(_variants(told, stem), key=lambda one: not _is_rich(one))
    if not found:
        return "", ""
    best = found[0]
    return (best[2] if _is_rich(best) else as_html(best[2])), text_of(told, "uri")


def _is_rich(variant: tuple[str, str, str]) -> bool:
    return any(word in f"{variant[0]} {variant[1]}".lower() for word in _RICH)


def _variants(told: Told, stem: str) -> Iterator[tuple[str, str, str]]:
    """Give a text's role, its media type and its words, in each way that a version writes it."""
    several = told.get("bodies" if stem == "body" else f"{stem}s")
    for one in several if isinstance(several, list) else ():
        if isinstance(one, dict) and (value := text_of(one, "value")):
            yield text_of(one, "role"), text_of(one, "contenttype"), value
    for key in told:
        if (key == stem or key.startswith(f"{stem}_")) and (value := text_of(told, key)):
            yield key.removeprefix(stem), "", value


def text_of(told: Told, name: str) -> str:
    """Return what an item says under a name, "" if that is nothing that can be read."""
    value = told.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()


def low(value: Any) -> Any:  # noqa: ANN401 (any JSON)
    """Return JSON with its names in small letters."""
    if isinstance(value, dict):
        return {str(name).lower(): low(one) for name, one in value.items()}
    return [low(one) for one in value] if isinstance(value, list) else value
