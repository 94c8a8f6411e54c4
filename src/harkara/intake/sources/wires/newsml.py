"""NewsML-G2 (https://iptc.org/standards/newsml-g2/): news items as XML, alone or in a message.

Nothing is looked up: no DTD, no schema, no catalogue, no entity, no network.
"""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from harkara.intake.content import read_content, sent
from harkara.intake.mending import Pen
from harkara.intake.moments import iso_moment
from harkara.intake.refusals import Refused
from harkara.intake.sources.wires.items import (
    BROKEN,
    EMPTY,
    NO_ID,
    NO_STORY,
    OTHER_FORM,
    TRAPS,
    Said,
    Status,
    WirePhoto,
    WireStory,
    draft_of,
    embargo_of,
    short_id,
    status_of,
)
from harkara.intake.sources.wires.marked import as_html
from harkara.intake.sources.wires.nitf import body_html
from harkara.intake.sources.wires.wording import headline_rank, is_correction, names_in

_NAR = "{http://iptc.org/std/nar/2006-10-01/}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PICTURES = ("picture", "graphic")
_OTHERS = ("conceptItem", "knowledgeItem", "planningItem", "packageItem", "catalogItem")
_CORRECTIONS = ("correction", "corrects")
MOST_ITEMS = 100


def read(raw: bytes, name: str) -> tuple[WireStory, ...]:
    """Return the items of a NewsML-G2 file: one, or those of a message. Raises Refused.

    Photos that come in one message with a single story are that story's.
    """
    root = _root(raw)
    if root.tag == f"{_NAR}newsMessage":
        items = list(root.iter(f"{_NAR}newsItem"))[:MOST_ITEMS]
    elif root.tag == f"{_NAR}newsItem":
        items = [root]
    else:
        kind = str(etree.QName(root).localname)
        if kind in _OTHERS:
            raise Refused(NO_STORY, {"kind": kind})
        raise Refused(OTHER_FORM)
    found = [_item(one, raw if len(items) == 1 else etree.tostring(one), name) for one in items]
    if not found:
        raise Refused(NO_STORY, {"kind": "newsMessage"})
    return _with_their_photos(found)


def _root(raw: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
        remove_pis=True, huge_tree=False,
    )  # fmt: skip
    try:
        # A declaration is one only where a file begins; some begin with blank lines.
        root = etree.fromstring(raw.lstrip(b" \t\r\n"), parser)
    except etree.XMLSyntaxError as error:
        raise Refused(BROKEN) from error
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _entity in declared.iterentities()):
        raise Refused(TRAPS)
    return root


def _item(item: etree._Element, raw: bytes, name: str) -> WireStory:
    guid = (item.get("guid") or "").strip()
    if not guid:
        raise Refused(NO_ID)
    status = status_of(_code(item, "itemMeta", "pubStatus"))
    kind = _code(item, "itemMeta", "itemClass").rpartition(":")[2]
    if kind and kind not in ("text", "composite", *_PICTURES) and status is Status.USABLE:
        raise Refused(NO_STORY, {"kind": kind})
    photo = _photo(item) if kind in _PICTURES else None
    said = Said() if kind in _PICTURES else _said(item)
    if status is Status.USABLE and not (said.headline or said.content.blocks or photo):
        raise Refused(EMPTY)
    return WireStory(
        item_id=short_id(guid),
        version=(item.get("version") or "")[:40],
        version_at=iso_moment(_text(item, "itemMeta", "versionCreated")),
        status=status,
        note=_text(item, "itemMeta", "edNote"),
        draft=draft_of(said, short_id(guid), raw, name),
        photos=(photo,) if photo and status is Status.USABLE else (),
    )


def _said(item: etree._Element) -> Said:
    note, headline = _text(item, "itemMeta", "edNote"), _headline(item)
    signals = [one.get("qcode") or one.get("uri") or "" for one in _all(item, "itemMeta", "signal")]
    told = [signal.rpartition(":")[2].rpartition("/")[2].lower() for signal in signals]
    corrected = is_correction(note) or any(one in _CORRECTIONS for one in told)
    summary = _text(item, "contentMeta", "description")
    embargoed = _all(item, "itemMeta", "embargoed")
    by = _text(item, "contentMeta", "by")
    pen = Pen()
    return Said(
        headline=headline,
        standfirst=summary if len(summary) <= 500 else "",
        content=read_content(_html(item), sent(), pen),
        byline=names_in(by) if by else tuple(_names(item, "creator")),
        dateline=next(_names(item, "located"), ""),
        at=iso_moment(_text(item, "itemMeta", "versionCreated")),
        embargo_until=embargo_of(_words(embargoed[0])) if embargoed else None,
        correction=(note or headline) if corrected else "",
        note=note,
        pen=pen,
    )


def _html(item: etree._Element) -> str:
    """Return the richest text of an item as HTML; nothing if it is only named."""
    inline = _all(item, "contentSet", "inlineXML")
    if found := next(filter(None, map(body_html, inline)), ""):
        return found
    for one in _all(item, "contentSet", "inlineData"):
        kind, text = one.get("contenttype") or "", "".join(map(str, one.itertext()))
        if text.strip() and (not kind or kind.startswith("text/")):
            return text if "html" in kind else as_html(text)
    return ""


def _photo(item: etree._Element) -> WirePhoto | None:
    remote = [one for one in _all(item, "contentSet", "remoteContent") if one.get("href")]
    fit = [one for one in remote if (one.get("contenttype") or "image/").startswith("image/")]
    fit.sort(key=_width, reverse=True)
    places = tuple(dict.fromkeys(one.get("href", "").strip() for one in fit))
    if not places:
        return None
    captions = [
        _words(one)
        for one in _all(item, "contentMeta", "description")
        if "caption" in (one.get("role") or "caption")
    ]
    credits_ = (
        _text(item, "contentMeta", "creditline"),
        next(_names(item, "creator"), ""),
        " ".join(_names(item, "copyrightHolder", "rightsInfo")),
    )
    return WirePhoto(
        places=places,
        item_id=short_id((item.get("guid") or "").strip()),
        headline=_text(item, "contentMeta", "headline"),
        caption=next(iter(captions), ""),
        credit=next(filter(None, credits_), ""),
    )


def _with_their_photos(found: list[WireStory]) -> tuple[WireStory, ...]:
    taken_back = [one for one in found if one.status is not Status.USABLE]
    photos = [one for one in found if one.is_photo]
    stories = [one for one in found if not one.is_photo and one.status is Status.USABLE]
    if len(stories) != 1 or not photos:
        return tuple(found)
    theirs = tuple(photo for one in photos for photo in one.photos)
    return (replace(stories[0], photos=theirs, names_photos=True), *taken_back)


def _all(item: etree._Element, part: str, name: str) -> list[etree._Element]:
    return item.findall(f"{_NAR}{part}/{_NAR}{name}")


def _text(item: etree._Element, part: str, name: str) -> str:
    return next((_words(one) for one in _all(item, part, name)), "")


def _headline(item: etree._Element) -> str:
    """Return the main headline of an item, in its own language if there are several."""
    several = _all(item, "contentMeta", "headline")
    several.sort(key=lambda one: (_is_foreign(one, item), headline_rank(one.get("role") or "")))
    return next(map(_words, several), "")


def _is_foreign(element: etree._Element, item: etree._Element) -> bool:
    """Say whether a text is told to be in another language than its item."""
    own, its = item.get(_LANG), element.get(_LANG)
    return bool(own and its) and str(own)[:2].lower() != str(its)[:2].lower()


def _code(item: etree._Element, part: str, name: str) -> str:
    found = next(iter(_all(item, part, name)), None)
    return (found.get("qcode") or found.get("uri") or "") if found is not None else ""


def _names(item: etree._Element, name: str, part: str = "contentMeta") -> Iterator[str]:
    for one in _all(item, part, name):
        several = sorted(one.findall(f"{_NAR}name"), key=lambda name: _is_foreign(name, item))
        named = next(iter(several), None)
        if named is not None and (words := _words(named)):
            yield words


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _width(content: etree._Element) -> int:
    width = content.get("width") or ""
    return int(width) if width.isascii() and width.isdecimal() and len(width) < 7 else 0
