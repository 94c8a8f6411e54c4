"""ninjs 1.x to 3.1 (https://iptc.org/standards/ninjs/): news items as JSON.

From one version to the next the same things changed their names and their shape: `headline_main`
became `headlines`, `versioncreated` became `versionCreated`. Names are read without their capitals.
"""

import json

from harkara.intake.content import Content, plain, read_content, sent
from harkara.intake.drafts import TextBlock
from harkara.intake.json_text import read_json
from harkara.intake.mending import Pen
from harkara.intake.moments import iso_moment
from harkara.intake.refusals import Refused
from harkara.intake.sources.wires.items import (
    BROKEN,
    EMPTY,
    NO_ID,
    NO_STORY,
    OTHER_FORM,
    Said,
    Status,
    WireStory,
    draft_of,
    embargo_of,
    short_id,
    status_of,
)
from harkara.intake.sources.wires.ninjs_photos import PICTURES, photos_of, taken_back
from harkara.intake.sources.wires.ninjs_words import Told, headline_of, low, richest, text_of
from harkara.intake.sources.wires.wording import is_correction, names_in

_PRINTED = ("text", "composite", "picture", "graphic", "")
MOST_ITEMS = 100


def read(raw: bytes, name: str) -> tuple[WireStory, ...]:
    """Return the items of a ninjs file: one, or a list of them. Raises Refused."""
    try:
        told = low(read_json(raw))
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
    uri = text_of(told, "uri")
    kind = text_of(told, "type").lower()
    if not uri:
        raise Refused(NO_ID)
    if kind not in _PRINTED or (not kind and "eventdetails" in told):
        raise Refused(NO_STORY, {"kind": kind or "event"})
    status = status_of(text_of(told, "pubstatus"))
    photos = tuple(photos_of(told)) if status is Status.USABLE else ()
    said = Said() if kind in PICTURES else _said(told)
    if status is Status.USABLE and not (said.headline or said.content.blocks or photos):
        raise Refused(EMPTY)
    return WireStory(
        item_id=short_id(uri),
        version=text_of(told, "version")[:40],
        version_at=iso_moment(text_of(told, "versioncreated")),
        status=status,
        note=text_of(told, "ednote"),
        draft=draft_of(said, short_id(uri), raw, name),
        photos=photos,
        names_photos="associations" in told,
        taken_back=tuple(taken_back(told)),
    )


def _said(told: Told) -> Said:
    note, pen, of_summary = text_of(told, "ednote"), Pen(), Pen()
    headline, content = headline_of(told, pen), _content(told, pen)
    standfirst = plain(richest(told, "description")[0], of_summary)
    text = " ".join(block.text for block in content.blocks if isinstance(block, TextBlock))
    repeats = standfirst.rstrip("… .")[:200] in text
    stands_alone = not repeats and len(standfirst) <= 500
    if stands_alone:
        pen.notes += of_summary.notes
    corrected = is_correction(note) or "correction" in text_of(told, "signal").lower()
    return Said(
        headline=headline,
        standfirst=standfirst if stands_alone else "",
        content=content,
        byline=names_in(text_of(told, "by") or text_of(told, "byline")),
        dateline=text_of(told, "located"),
        at=iso_moment(text_of(told, "versioncreated")),
        embargo_until=embargo_of(text_of(told, "embargoed")) if told.get("embargoed") else None,
        correction=(note or headline) if corrected else "",
        note=note,
        pen=pen,
    )


def _content(told: Told, pen: Pen) -> Content:
    html, base = richest(told, "body")
    return read_content(html, sent(base), pen)


def _bytes(told: Told) -> bytes:
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")
