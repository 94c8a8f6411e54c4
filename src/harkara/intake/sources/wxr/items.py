"""Items: one piece of an export as plain values, whatever its version and however it is damaged."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

_XML = re.compile(r"^\s*<\?xml[^>]*\?>")
_DECLARED = re.compile(rb"^\s*<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9_.:-]+)[\"']")
_ROOT = re.compile(r"<rss\b[^>]*>", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE\b(?:[^\[>]|\[.*?\]\s*)*>", re.DOTALL)
_NUMBERED = re.compile(r"&#(?:x([0-9a-fA-F]{1,12})|([0-9]{1,12}));")
_FIRST_HALF, _LAST_HALF = 0xD800, 0xDFFF
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_PREFIXED = re.compile(r"[<\s/]([A-Za-z_][\w.-]*):[A-Za-z_]")
_KNOWN = {"xml", "xmlns"}
OLD_SLUG, OLD_DATE = "_wp_old_slug", "_wp_old_date"
"""The fields of which a post has one for each of its earlier slugs and dates."""
_CONTENT, _CONTENT_END = b"<content:encoded><![CDATA[", b"]]></content:encoded>"


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )


_WHOLE, _BROKEN = _parser(recover=False), _parser(recover=True)


@dataclass(frozen=True, slots=True)
class Category:
    """A term an item stands under."""

    domain: str
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Item:
    """An item: its simple values by their names, and what it holds several of.

    `earlier` are the slugs and the dates it had before, by the names of their fields.
    `is_damaged` says that it was no whole XML, or that characters of it were lost.
    """

    values: dict[str, str]
    categories: tuple[Category, ...]
    meta: dict[str, str]
    comments: tuple[dict[str, str], ...]
    is_damaged: bool
    earlier: tuple[tuple[str, str], ...] = ()

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "")


@dataclass(frozen=True, slots=True)
class Frame:
    """What every item of an export is parsed in: its root's opening tag, and its encoding."""

    root: str = "<rss>"
    encoding: str = "utf-8"


@dataclass(slots=True)
class Head:
    """What stands before the items: the site, and its authors and terms."""

    values: dict[str, str] = field(default_factory=dict)
    people: list[dict[str, str]] = field(default_factory=list)
    terms: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    is_damaged: bool = False
    declares_entities: bool = False


def frame_of(raw: bytes) -> Frame:
    """Return what the items of an export are parsed in, by its head."""
    declared = _DECLARED.match(raw)
    encoding = declared[1].decode("ascii").lower() if declared else "utf-8"
    if encoding.startswith("utf-16"):
        encoding = "utf-8"  # it was turned into that on the way
    found = _ROOT.search(_text(raw, encoding)[0])
    return Frame(found[0] if found else "<rss>", encoding)


def head_of(raw: bytes, frame: Frame) -> Head:
    """Return what the head of an export says."""
    text, lossy = _text(raw, frame.encoding)
    head = Head(is_damaged=lossy, declares_entities=bool(_DOCTYPE.search(text)))
    text = _DOCTYPE.sub("", _XML.sub("", text))
    found = _ROOT.search(text)
    root, damaged = _parsed(frame, text[found.end() :] if found else text)
    channel = root.find("channel") if root is not None else None
    head.is_damaged = head.is_damaged or (damaged and channel is None)
    for child in channel if channel is not None else ():
        name = _name(child)
        if name in ("author", "wp_author"):
            head.people.append(_values(child))
        elif name in ("category", "tag", "term"):
            head.terms.append((name, _values(child)))
        elif name:
            head.values.setdefault(name, _said(child))
    return head


def outline_of(raw: bytes, frame: Frame) -> Item | None:
    """Return an item without its text, for who only counts: most of an item is its text."""
    begins = raw.find(_CONTENT)
    ends = raw.find(_CONTENT_END, begins)
    if not 0 <= begins < ends:
        return item_of(raw, frame)
    return item_of(raw[:begins] + raw[ends + len(_CONTENT_END) :], frame)


def item_of(raw: bytes, frame: Frame) -> Item | None:
    """Return an item; None if nothing of it can be read."""
    root = _sound(raw, frame)
    damaged = lossy = False
    if root is None:
        text, lossy = _text(raw, frame.encoding)
        root, damaged = _parsed(frame, text)
    found = root.find("item") if root is not None else None
    if found is None:
        return None
    values: dict[str, str] = {}
    meta: dict[str, str] = {}
    categories, comments, earlier = [], [], []
    for child in found:
        name = _name(child)
        if name == "category":
            categories.append(_category(child))
        elif name == "postmeta":
            pair = _values(child)
            key, value = pair.get("meta_key", ""), pair.get("meta_value", "")
            meta.setdefault(key, value)
            if key in (OLD_SLUG, OLD_DATE):
                earlier.append((key, value))
        elif name == "comment":
            comments.append(_values(child))
        elif name == "encoded":
            values.setdefault("excerpt" if _is_excerpt(child) else "content", _said(child))
        elif name:
            values.setdefault(name, _said(child))
    return Item(
        values,
        tuple(categories),
        meta,
        tuple(comments),
        is_damaged=damaged or lossy,
        earlier=tuple(earlier),
    )


def _sound(raw: bytes, frame: Frame) -> etree._Element | None:
    """Return what a piece holds that is whole XML in UTF-8; None for any other."""
    try:
        raw.decode()
        return etree.fromstring(b"%b%b</rss>" % (frame.root.encode(), raw), _WHOLE)
    except (UnicodeDecodeError, etree.XMLSyntaxError):
        return None


def _text(raw: bytes, encoding: str) -> tuple[str, bool]:
    """Return bytes as text, and whether characters were lost."""
    for one in dict.fromkeys(["utf-8", encoding]):
        try:
            return raw.decode(one), False
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode("utf-8", "replace"), True


def _parsed(frame: Frame, text: str) -> tuple[etree._Element | None, bool]:
    """Return what a piece holds, and whether it is broken and was read as far as it goes."""
    readable = _UNREADABLE.sub("", text)
    try:
        return etree.fromstring(_whole(frame.root, readable), _WHOLE), readable != text
    except etree.XMLSyntaxError:
        pass
    # Often only a name has a prefix that the head of the file did not declare.
    whole = _whole(_with_prefixes(frame.root, readable), readable)
    try:
        return etree.fromstring(whole, _WHOLE), readable != text
    except etree.XMLSyntaxError:
        # A broken item is read on behind characters that there are not, and these cannot be read.
        return etree.fromstring(_NUMBERED.sub(_real, whole.decode()).encode(), _BROKEN), True


def _real(numbered: re.Match[str]) -> str:
    """Return a character that is told by its number; nothing for half of a pair."""
    number = int(numbered[1], 16) if numbered[1] else int(numbered[2])
    return "" if _FIRST_HALF <= number <= _LAST_HALF else numbered[0]


def _whole(root: str, text: str) -> bytes:
    return f"{root}{text}</rss>".encode()


def _with_prefixes(root: str, text: str) -> str:
    """Return the opening tag of a root with all prefixes declared that are used in a text."""
    undeclared = set(_PREFIXED.findall(text[:20000])) - set(re.findall(r"xmlns:([\w.-]+)", root))
    declared = "".join(f' xmlns:{name}="urn:{name}"' for name in sorted(undeclared - _KNOWN))
    return f"{root[:-1]}{declared}>"


def _category(element: etree._Element) -> Category:
    name = _said(element)
    domain = element.get("domain") or "category"
    return Category(domain, element.get("nicename") or name, name)


def _values(element: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for child in element:
        found.setdefault(_name(child), _said(child))
    return found


def _said(element: etree._Element) -> str:
    if not len(element):
        return (element.text or "").strip("\r\n\t ")
    return "".join(map(str, element.itertext())).strip("\r\n\t ")


def _name(element: etree._Element) -> str:
    return _local(element.tag) if isinstance(element.tag, str) else ""


@lru_cache(maxsize=1000)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _is_excerpt(element: etree._Element) -> bool:
    return "excerpt" in str(element.tag)
