"""RSS and Atom, in any version and however broken, through feedparser."""

import io
import re
from calendar import timegm
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import feedparser
from django.utils.translation import gettext_noop as _
from feedparser.encodings import convert_to_utf8

from harkara.intake.content import html_of, plain
from harkara.intake.mending import Pen
from harkara.intake.refusals import Refused
from harkara.intake.sources.feeds.items import Feed, Item, draft_of

NO_FEED = _("this is no feed: neither RSS nor Atom nor JSON Feed")
_BOMB = _("the feed defines words that unfold to far more than it is: it is not read")
MOST_DECLARED = 200
MOST_UNFOLDED = 1_000_000
_DECLARED = re.compile(
    rb"<!ENTITY\s+(%?)\s*([^\s>\"']{1,200})\s+(?:\"([^\"]*)\"|'([^']*)')?", re.IGNORECASE
)
_USED = re.compile(rb"&([^\s;&<]{1,200});")
_PLAIN = "text/plain"


def read(raw: bytes, url: str, kind: str, charset: str, most: int) -> Feed:
    """Return what an XML feed holds. Raises Refused if it is none, or a trap."""
    said = f"{kind or 'application/xml'}{'; charset=' * bool(charset)}{charset}"
    # feedparser's own step, so that what is looked at here is what it will read.
    text = convert_to_utf8({"content-type": said}, raw, {})
    _refuse_bomb(text)
    found = feedparser.parse(
        io.BytesIO(text),
        response_headers={
            "content-type": "application/xml; charset=utf-8",
            "content-location": url,
        },
        # Our own reader of HTML keeps nothing that could run, and make addresses whole.
        sanitize_html=False,
        resolve_relative_uris=True,
    )
    if not found.version and not found.entries:
        raise Refused(NO_FEED)
    title = plain(_html(found.feed.get("title_detail")), Pen())
    entries = [_item(one) for one in found.entries[:most]]
    return Feed(
        title=title,
        url=str(found.feed.get("link") or url),
        drafts=tuple(draft_of(one, title) for one in entries),
    )


def _refuse_bomb(text: bytes) -> None:
    """Refuse a document whose own entities would unfold to very much."""
    sizes: dict[bytes, int] = {}
    for count, declared in enumerate(_DECLARED.finditer(text), 1):
        value = declared[3] or declared[4] or b""
        nested = b"&" in value and b"&#" not in value
        if count > MOST_DECLARED or nested or (declared[1] and value):
            raise Refused(_BOMB)
        sizes[declared[2]] = len(value)
    used = Counter(match[1] for match in _USED.finditer(text)) if sizes else Counter()
    if sum(sizes.get(name, 0) * count for name, count in used.items()) > MOST_UNFOLDED:
        raise Refused(_BOMB)


def _item(entry: dict[str, Any]) -> Item:
    contents = [_html(one) for one in entry.get("content", ())]
    return Item(
        id=str(entry.get("id") or ""),
        url=str(entry.get("link") or ""),
        title=_html(entry.get("title_detail")),
        summary=_html(entry.get("summary_detail")),
        content=max(contents, key=len, default=""),
        authors=_authors(entry),
        picture=_picture(entry),
        published_at=_time(entry),
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


def _time(entry: dict[str, Any]) -> datetime | None:
    """Return when an item was published; feedparser gives the parts of a time in UTC."""
    times = ("published_parsed", "updated_parsed")
    # Asked as a plain dict: feedparser's own reading of a missing time guesses and warns.
    parts = next(filter(None, (dict.get(entry, name) for name in times)), None)
    try:
        return datetime.fromtimestamp(timegm(parts), UTC) if parts else None
    except (ValueError, OverflowError, OSError):
        return None
