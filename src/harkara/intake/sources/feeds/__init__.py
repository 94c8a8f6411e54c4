"""Feeds: RSS 0.9x to 2.0, Atom and JSON Feed become drafts, an item each."""

from datetime import UTC, tzinfo

from harkara.intake.refusals import Refused
from harkara.intake.sources.feeds import json_feed, xml_feed
from harkara.intake.sources.feeds.items import Feed
from harkara.intake.sources.feeds.web_page import NO_FEED

MOST_ITEMS = 200
"""So many items of a feed are read, as the feed orders them."""

__all__ = ["Feed", "read_feed"]


def read_feed(
    raw: bytes, *, url: str, kind: str = "", charset: str = "", zone: tzinfo = UTC
) -> Feed:
    """Return what a feed holds; `url` is where it lay, `kind` and `charset` what its server said.

    `zone` is that of times that name none: the paper's own.

    An item has its feed's own id for it as its foreign id; whose feed it is, the caller says. What
    is no feed, or would unfold to far more than it is, raises Refused with one line.
    """
    start = raw[:512].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if not start:
        raise Refused(NO_FEED)
    if start.startswith((b"{", b"[")):
        return json_feed.read(raw, url, zone, MOST_ITEMS)
    about = xml_feed.Said(url=url, kind=kind, charset=charset, zone=zone)
    return xml_feed.read(raw, about, MOST_ITEMS)
