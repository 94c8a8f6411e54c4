"""Atom 1.0 (RFC 4287), with the whole text."""

from datetime import UTC, datetime

from lxml import etree

from harkara.web.feeds.channel import Channel, Item

ATOM = "http://www.w3.org/2005/Atom"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# Atom demands a date even of a feed that has never carried a story.
BEFORE_THE_FIRST_STORY = datetime(1970, 1, 1, tzinfo=UTC)


def atom(channel: Channel) -> bytes:
    """Return the feed as Atom."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    root.set(XML_LANG, channel.language)
    _put(root, "id", channel.address)
    _put(root, "title", channel.title)
    _put(root, "subtitle", channel.description)
    _put(root, "updated", (channel.updated_at or BEFORE_THE_FIRST_STORY).isoformat())
    _link(root, channel.address, "self", "application/atom+xml")
    _link(root, channel.home, "alternate", "text/html")
    _put(root, "icon", channel.icon)
    _name(root, channel.publisher)
    for item in channel.items:
        _entry(etree.SubElement(root, f"{{{ATOM}}}entry"), item)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _entry(at: etree._Element, item: Item) -> None:
    _put(at, "id", item.id)
    _put(at, "title", item.title)
    _link(at, item.address, "alternate", "text/html")
    _put(at, "published", item.published_at.isoformat())
    _put(at, "updated", item.updated_at.isoformat())
    for name in item.authors:
        _name(at, name)
    for name in item.categories:
        etree.SubElement(at, f"{{{ATOM}}}category", term=name)
    if item.source:
        _link(at, item.source[1], "via", "text/html")
    if item.image:
        _link(at, item.image.address, "enclosure", item.image.type)
    if item.summary:
        _put(at, "summary", item.summary)
    if item.html:
        _put(at, "content", item.html).set("type", "html")


def _name(at: etree._Element, name: str) -> None:
    _put(etree.SubElement(at, f"{{{ATOM}}}author"), "name", name)


def _link(at: etree._Element, address: str, rel: str, type_: str) -> None:
    etree.SubElement(at, f"{{{ATOM}}}link", href=address, rel=rel, type=type_)


def _put(at: etree._Element, tag: str, text: str) -> etree._Element:
    made = etree.SubElement(at, f"{{{ATOM}}}{tag}")
    made.text = text
    return made
