"""RSS and Atom, in any version and however broken, through feedparser."""

import codecs
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any
from urllib.parse import urlsplit

import feedparser
from feedparser.encodings import convert_to_utf8

from harkara.intake.content import html_of, plain
from harkara.intake.mending import Pen
from harkara.intake.sources.feeds.bounding import bounded
from harkara.intake.sources.feeds.items import Feed, Item, draft_of
from harkara.intake.sources.feeds.times import moment
from harkara.intake.sources.feeds.web_page import refusal_of

_PLAIN = "text/plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Where a feed lay, what its server said of it, and the zone of times that name none."""

    url: str
    kind: str = ""
    charset: str = ""
    zone: tzinfo


def read(raw: bytes, about: Said, most: int) -> Feed:
    """Return what an XML feed holds. Raises Refused if it is none, or a trap."""
    raw, charset = _known_encoding(raw, about.charset)
    kind = about.kind or "application/xml"
    said = f"{kind}{'; charset=' * bool(charset)}{charset}"
    # feedparser's own step, so that what is looked at here is what it will read.
    text = bounded(convert_to_utf8({"content-type": said}, raw, {}), most)
    found = feedparser.parse(
        io.BytesIO(text),
        response_headers={
            "content-type": "application/xml; charset=utf-8",
            "content-location": about.url,
        },
        # Our own reader of HTML keeps nothing that could run, and make addresses whole.
        sanitize_html=False,
        resolve_relative_uris=True,
    )
    if not found.version and not found.entries:
        raise refusal_of(text, about.url)
    title = plain(_html(found.feed.get("title_detail")), Pen())
    entries = [_item(one, text, about.zone) for one in found.entries[:most]]
    return Feed(
        title=title,
        url=str(found.feed.get("link") or about.url),
        drafts=tuple(draft_of(one, title) for one in entries),
    )


def _known_encoding(raw: bytes, charset: str) -> tuple[bytes, str]:
    """Return bytes and their encoding, which the bytes themselves know better than their server.

    What has the mark of UTF-16, or is UTF-8 beyond doubt, is called wrong names by many feeds.
    """
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and raw[2:4] != b"\0\0":
        return raw.decode("utf-16", "replace").encode("utf-8", "replace"), "utf-8"
    if raw.isascii() or b"\0" in raw:
        return raw, charset
    try:
        raw.decode()
    except UnicodeDecodeError:
        return raw, charset
    return raw, "utf-8"


def _own_id(entry: Mapping[str, Any], text: bytes) -> str:
    """Return an item's id as its feed has it: feedparser makes an address of whatever could be one.

    Then two feeds of one server would name two stories alike by their small numbers.
    """
    said = str(entry.get("id") or "")
    parts = urlsplit(said)
    if not parts.netloc or said.partition("&")[0].encode("utf-8", "replace") in text:
        return said
    return parts._replace(scheme="", netloc="").geturl().lstrip("/")


def _item(entry: dict[str, Any], text: bytes, zone: tzinfo) -> Item:
    contents = [_html(one) for one in entry.get("content", ())]
    return Item(
        id=_own_id(entry, text),
        url=str(entry.get("link") or ""),
        title=_html(entry.get("title_detail")),
        summary=_html(entry.get("summary_detail")),
        content=max(contents, key=len, default=""),
        authors=_authors(entry),
        picture=_picture(entry),
        published_at=_time(entry, zone),
    )


def _html(detail: Mapping[str, Any] | None) -> str:
    """Return a text of the feed as HTML, whatever it came as."""
    value = str((detail or {}).get("value") or "")
    return html_of(value) if (detail or {}).get("type") == _PLAIN else value


def _authors(entry: Mapping[str, Any]) -> tuple[str, ...]:
    named = [one.get("name") for one in entry.get("authors", ()) if isinstance(one, Mapping)]
    return tuple(str(name) for name in named if name and "@" not in name)


def _picture(entry: Mapping[str, Any]) -> str:
    """Return the address of the picture that a feed puts beside an item, if it does."""
    beside = [*entry.get("media_content", ()), *entry.get("enclosures", ())]
    for one in beside:
        is_picture = str(one.get("type") or "").startswith("image/") or one.get("medium") == "image"
        if is_picture and (found := one.get("url") or one.get("href")):
            return str(found)
    small = [one.get("url") for one in entry.get("media_thumbnail", ())]
    return next((str(one) for one in small if one), "")


def _time(entry: dict[str, Any], zone: tzinfo) -> datetime | None:
    """Return when an item was published, or else when it was changed."""
    for name in ("published", "updated"):
        # Asked as a plain dict: feedparser's own reading of a missing time guesses and warns.
        said = dict.get(entry, name)
        parts = dict.get(entry, f"{name}_parsed")
        if at := moment(said if isinstance(said, str) else "", parts, zone):
            return at
    return None
