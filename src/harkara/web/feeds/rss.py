"""RSS 2.0, with the whole text, the author's name and the picture from its usual extensions."""

from datetime import datetime
from email.utils import format_datetime

from lxml import etree

from harkara.web.feeds.channel import Channel, Item

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DC = "http://purl.org/dc/elements/1.1/"
MEDIA = "http://search.yahoo.com/mrss/"
PREFIXES = {"atom": ATOM, "content": CONTENT, "dc": DC, "media": MEDIA}


def rss(channel: Channel) -> bytes:
    """Return the feed as RSS 2.0."""
    root = etree.Element("rss", nsmap=PREFIXES, version="2.0")
    top = etree.SubElement(root, "channel")
    _put(top, "title", channel.title)
    _put(top, "link", channel.home)
    _put(top, "description", channel.description)
    _put(top, "language", channel.language)
    if channel.updated_at:
        _put(top, "lastBuildDate", _date(channel.updated_at))
    etree.SubElement(
        top, f"{{{ATOM}}}link", href=channel.address, rel="self", type="application/rss+xml"
    )
    picture = etree.SubElement(top, "image")
    _put(picture, "url", channel.icon)
    _put(picture, "title", channel.title)
    _put(picture, "link", channel.home)
    for item in channel.items:
        _item(etree.SubElement(top, "item"), item)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _item(at: etree._Element, item: Item) -> None:
    _put(at, "title", item.title)
    _put(at, "link", item.address)
    # The short address answers with a redirect, but readers should open the whole one.
    _put(at, "guid", item.id).set("isPermaLink", "false")
    _put(at, "pubDate", _date(item.published_at))
    for name in item.authors:
        _put(at, f"{{{DC}}}creator", name)
    for name in item.categories:
        _put(at, "category", name)
    if item.source:
        _put(at, f"{{{DC}}}source", item.source[1])
    if item.summary:
        _put(at, "description", item.summary)
    if item.html:
        _put(at, f"{{{CONTENT}}}encoded", item.html)
    if item.image:
        picture = etree.SubElement(
            at,
            f"{{{MEDIA}}}content",
            url=item.image.address,
            medium="image",
            type=item.image.type,
            width=str(item.image.width),
            height=str(item.image.height),
        )
        if item.image.text:
            _put(picture, f"{{{MEDIA}}}description", item.image.text)
        if item.image.credit:
            _put(picture, f"{{{MEDIA}}}credit", item.image.credit)


def _put(at: etree._Element, tag: str, text: str) -> etree._Element:
    made = etree.SubElement(at, tag)
    made.text = text
    return made


def _date(at: datetime) -> str:
    return format_datetime(at)
