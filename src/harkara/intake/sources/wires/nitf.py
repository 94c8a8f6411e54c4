"""NITF and XHTML inside NewsML: a story's marked-up body as plain HTML."""

from lxml import etree

# What NITF calls by another name than HTML; what has no name here is left to be read as it is.
_AS_HTML = {"hl1": "h2", "hl2": "h2", "bq": "blockquote", "hedline": "div", "block": "div"}
_UNREAD = ("body.head", "body.end", "media", "head", "nitf-table-metadata")
_BODIES = ("body.content", "body")


def body_html(inline: etree._Element) -> str:
    """Return the body that stands in an `inlineXML`, as HTML without namespaces; else nothing."""
    body = next((one for name in _BODIES for one in inline.iter() if _name(one) == name), None)
    if body is None:
        return ""
    plain = etree.Element("div")
    _copy(body, plain)
    return etree.tostring(plain, encoding="unicode", method="html")


def _copy(source: etree._Element, into: etree._Element) -> None:
    """Copy what an element holds, by the names that HTML has for it, into another."""
    into.text = source.text
    for child in source:
        name = _name(child)
        if not name or name in _UNREAD:
            _append(into, child.tail)
            continue
        copied = etree.SubElement(into, _AS_HTML.get(name, name.replace(".", "-")))
        if child.get("href"):
            copied.set("href", child.get("href", ""))
        _copy(child, copied)
        copied.tail = child.tail


def _append(into: etree._Element, text: str | None) -> None:
    if not text:
        return
    if len(into):
        into[-1].tail = (into[-1].tail or "") + text
    else:
        into.text = (into.text or "") + text


def _name(element: etree._Element) -> str:
    """Return an element's name without its namespace; nothing for what is no element."""
    return str(etree.QName(element).localname) if isinstance(element.tag, str) else ""
