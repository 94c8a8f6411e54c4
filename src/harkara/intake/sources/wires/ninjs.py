"""ninjs 1.x to 3.1 (https://iptc.org/standards/ninjs/): news items as JSON.

From one version to the next the same things changed their names and their shape: `headline_main`
became `headlines`, `versioncreated` became `versionCreated`. Names are read without their capitals.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from harkara.intake.content import Content, html_of, plain, read_content, sent
from harkara.intake.drafts import TextBlock
from harkara.intake.mending import Pen
from harkara.intake.refusals import Refused
from harkara.intake.sources.wires.items import (
    BROKEN,
    EMPTY,
    NO_ID,
    NO_STORY,
    OTHER_FORM,
    Said,
    Status,
    WirePhoto,
    WireStory,
    draft_of,
    embargo_of,
    short_id,
    status_of,
    time_of,
)
from harkara.intake.sources.wires.wording import is_correction, names_in

_PRINTED = ("text", "composite", "picture", "graphic", "")
_PICTURES = ("picture", "graphic")
_RICH = ("xhtml", "html", "rich")
MOST_ITEMS = 100
Told = Mapping[str, Any]


def read(raw: bytes, name: str) -> tuple[WireStory, ...]:
    """Return the items of a ninjs file: one, or a list of them. Raises Refused."""
    try:
        told = _low(json.loads(raw))
    except (ValueError, RecursionError) as error:
        raise Refused(BROKEN) from error
    items = told if isinstance(told, list) else [told]
    found = [one for one in items[:MOST_ITEMS] if isinstance(one, dict)]
    if not found or not any(
        one.keys() & {"uri", "headlines", "headline", "bodies"} for one in found
    ):
        raise Refused(OTHER_FORM)
    return tuple(_item(one, raw if len(found) == 1 else _bytes(one), name) for one in found)


def _item(told: Told, raw: bytes, name: str) -> WireStory:
    uri = _text(told, "uri")
    kind = _text(told, "type").lower()
    if not uri:
        raise Refused(NO_ID)
    if kind not in _PRINTED or (not kind and "eventdetails" in told):
        raise Refused(NO_STORY, {"kind": kind or "event"})
    status = status_of(_text(told, "pubstatus"))
    photos = tuple(_photos(told)) if status is Status.USABLE else ()
    said = Said() if kind in _PICTURES else _said(told)
    if status is Status.USABLE and not (said.headline or said.content.blocks or photos):
        raise Refused(EMPTY)
    return WireStory(
        item_id=short_id(uri),
        version=_text(told, "version")[:40],
        version_at=time_of(_text(told, "versioncreated")),
        status=status,
        note=_text(told, "ednote"),
        draft=draft_of(said, short_id(uri), raw, name),
        photos=photos,
        names_photos="associations" in told,
        taken_back=tuple(_taken_back(told)),
    )


def _said(told: Told) -> Said:
    note, pen, of_summary = _text(told, "ednote"), Pen(), Pen()
    headline, content = _headline(told, pen), _content(told, pen)
    standfirst = plain(_richest(told, "description")[0], of_summary)
    text = " ".join(block.text for block in content.blocks if isinstance(block, TextBlock))
    repeats = standfirst.rstrip("… .")[:200] in text
    stands_alone = not repeats and len(standfirst) <= 500
    if stands_alone:
        pen.notes += of_summary.notes
    corrected = is_correction(note) or "correction" in _text(told, "signal").lower()
    return Said(
        headline=headline,
        standfirst=standfirst if stands_alone else "",
        content=content,
        byline=names_in(_text(told, "by") or _text(told, "byline")),
        dateline=_text(told, "located"),
        at=time_of(_text(told, "versioncreated")),
        embargo_until=embargo_of(_text(told, "embargoed")) if told.get("embargoed") else None,
        correction=(note or headline) if corrected else "",
        note=note,
        pen=pen,
    )


def _headline(told: Told, pen: Pen) -> str:
    texts = [value for _role, _type, value in _variants(told, "headline")]
    return plain(html_of(next(iter(texts), "") or _text(told, "title")), pen)[:500].strip()


def _content(told: Told, pen: Pen) -> Content:
    html, base = _richest(told, "body")
    return read_content(html, sent(base), pen)


def _richest(told: Told, stem: str) -> tuple[str, str]:
    """Return a text of an item as HTML, marked up if it came so, and the item's address."""
    found = sorted(_variants(told, stem), key=lambda one: not _is_rich(one))
    if not found:
        return "", ""
    best = found[0]
    return (best[2] if _is_rich(best) else html_of(best[2])), _text(told, "uri")


def _is_rich(variant: tuple[str, str, str]) -> bool:
    return any(word in f"{variant[0]} {variant[1]}".lower() for word in _RICH)


def _variants(told: Told, stem: str) -> Iterator[tuple[str, str, str]]:
    """Give a text's role, its media type and its words, in each way that a version writes it."""
    several = told.get("bodies" if stem == "body" else f"{stem}s")
    for one in several if isinstance(several, list) else ():
        if isinstance(one, dict) and (value := _text(one, "value")):
            yield _text(one, "role"), _text(one, "contenttype"), value
    for key in told:
        if (key == stem or key.startswith(f"{stem}_")) and (value := _text(told, key)):
            yield key.removeprefix(stem), "", value


def _photos(told: Told) -> Iterator[WirePhoto]:
    if _text(told, "type").lower() in _PICTURES and (own := _photo(told)):
        yield own
    for one in _pictures_beside(told):
        found = _photo(one) if _is_usable(one) else None
        if found:
            yield found


def _taken_back(told: Told) -> Iterator[str]:
    """Give the ids of the pictures beside an item that must not be used."""
    for one in _pictures_beside(told):
        if not _is_usable(one) and (uri := _text(one, "uri")):
            yield short_id(uri)


def _pictures_beside(told: Told) -> Iterator[Told]:
    beside = told.get("associations")
    several = beside.values() if isinstance(beside, dict) else beside
    for one in several if isinstance(several, Iterable) else ():
        if isinstance(one, dict) and _text(one, "type").lower() in _PICTURES:
            yield one


def _is_usable(told: Told) -> bool:
    return status_of(_text(told, "pubstatus")) is Status.USABLE


def _photo(told: Told) -> WirePhoto | None:
    renditions = told.get("renditions") or ()
    several = renditions.values() if isinstance(renditions, dict) else renditions
    several = several if isinstance(several, Iterable) else ()
    found = [one for one in several if isinstance(one, dict) and _text(one, "href")]
    fit = [one for one in found if _kind(one).startswith("image/") or not _kind(one)]
    fit.sort(key=_width, reverse=True)
    places = tuple(dict.fromkeys(_text(one, "href") for one in fit if not _is_marked(one)))
    if not places:
        return None
    caption = plain(_richest(told, "description")[0], Pen())
    credit = (_text(told, "by"), _text(told, "byline"), _text(told, "copyrightholder"))
    return WirePhoto(
        places=places,
        item_id=short_id(_text(told, "uri")),
        headline=_headline(told, Pen()),
        caption=caption,
        credit=next(filter(None, credit), ""),
    )


def _kind(rendition: Told) -> str:
    return _text(rendition, "contenttype") or _text(rendition, "mimetype")


def _is_marked(rendition: Told) -> bool:
    """Say whether a rendition carries the agency's mark across the picture."""
    return "watermark" in f"{rendition.get('href')} {rendition.get('title')}".lower()


def _width(rendition: Told) -> int:
    width = rendition.get("width")
    return width if isinstance(width, int) else 0


def _text(told: Told, name: str) -> str:
    value = told.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()


def _low(value: Any) -> Any:  # noqa: ANN401 (any JSON)
    """Return JSON with its names in small letters."""
    if isinstance(value, dict):
        return {str(name).lower(): _low(one) for name, one in value.items()}
    return [_low(one) for one in value] if isinstance(value, list) else value


def _bytes(told: Told) -> bytes:
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")
