"""Feeds: RSS 0.9x to 2.0, Atom and JSON Feed become drafts, an item each."""

from harkara.intake.refusals import Refused
from harkara.intake.sources.feeds import json_feed, xml_feed
from harkara.intake.sources.feeds.items import Feed

MOST_ITEMS = 200
"""So many items of a feed are read, as the feed orders them."""

__all__ = ["Feed", "read_feed"]


def read_feed(raw: bytes, *, url: str, kind: str = "", charset: str = "") -> Feed:
    """Return what a feed holds; `url` is where it lay, `kind` and `charset` what its server said.

    An item has its feed's own id for it as its foreign id; whose feed it is, the caller says. What
    is no feed, or would unfold to far more than it is, raises Refused with one line.
    """
    start = raw[:512].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if not start:
        raise Refused(xml_feed.NO_FEED)
    if start.startswith((b"{", b"[")):
        return json_feed.read(raw, url, MOST_ITEMS)
    return xml_feed.read(raw, url, kind, charset, MOST_ITEMS)
