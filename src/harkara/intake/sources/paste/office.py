"""Office programs: what Word, LibreOffice and Google Docs put on a clipboard besides the words.

Word writes the entries of a list as paragraphs, with the bullet in a part that it tells readers to
ignore (`mso-list:Ignore`). All three write marks of footnotes as links within the document. Google
leads each link through an address of its own.
"""

import re
from urllib.parse import parse_qs, urlsplit

from lxml import etree

from harkara.intake.markup import words

_PROGRAM = re.compile(r"Word\.Document|Microsoft Word|LibreOffice|OpenOffice", re.IGNORECASE)
_LISTED = re.compile(r"mso-list:\s*(?!ignore)\w", re.IGNORECASE)
_IGNORED = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_NOTE = re.compile(r"#(?:_(?:ftn|edn)|sd(?:foot|end)note|ftnt|cmnt)", re.IGNORECASE)
_MAYBE_NOTE = re.compile(r"#(?:foot|end)?(?:note|fn|cite)", re.IGNORECASE)
_MARK = re.compile(r"[\[(]?(?:[0-9०-९]{1,3}|[ivxlc]{1,6}|[a-z]|[*†‡§])[\])]?\Z", re.IGNORECASE)
"""What marks a note: a number, a letter or a sign, in brackets or not."""
_COUNTED = re.compile(r"\w")
_LETTER_O = "o"
"""The bullet of Word's second level, which is no number."""


def is_document(root: etree._Element) -> bool:
    """Say whether this was copied out of an office program: all of it is its author's own."""
    metas = root.iter("meta")
    if any(_PROGRAM.match(meta.get("content") or "") for meta in metas):
        return True
    # Stories of portals may hold such elements too, put in by somebody, but not as the whole.
    outermost = root.findall("body/*")
    return any(
        (one.get("id") or "").startswith("docs-internal-guid-")
        or " SCXW" in (one.get("class") or "")
        for one in outermost
    )


def tidy(root: etree._Element) -> None:
    """Make of what office programs write what a page has: lists, links, and no marks of notes."""
    for mark in list(root.iter("span", "sup")):
        if _is_mark(mark):
            _take_out(mark)
    for link in list(root.iter("a")):
        href = (link.get("href") or "").strip()
        # A browser puts its page's address before it when it copies.
        place = href[href.find("#") :] if "#" in href else ""
        if _NOTE.match(place) or (_MAYBE_NOTE.match(place) and _MARK.match(words(link))):
            _take_out(link)
        elif straight := _behind_google(href):
            link.set("href", straight)
    _make_lists(root)


def _is_mark(element: etree._Element) -> bool:
    """Say whether an element is the mark of a note, as Word in the browser writes it."""
    named = (
        "FootnoteReference" in (name := element.get("class") or "") or "EndnoteReference" in name
    )
    return named and bool(_MARK.match(words(element)))


def _take_out(element: etree._Element) -> None:
    """Take an element out and leave what follows it."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if before is None:
        parent.text = (parent.text or "") + (element.tail or "")
    else:
        before.tail = (before.tail or "") + (element.tail or "")
    parent.remove(element)


def _behind_google(href: str) -> str:
    """Return the address that a link of Google Docs leads to, "" if it is none of these."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return ""
    if parts.netloc not in ("www.google.com", "google.com") or parts.path != "/url":
        return ""
    return next(iter(parse_qs(parts.query).get("q", ())), "")


def _make_lists(root: etree._Element) -> None:
    """Make lists of Word's paragraphs that are entries of one."""
    for entry in list(root.iter("p")):
        if not _LISTED.search(entry.get("style") or ""):
            continue
        mark = _mark_of(entry)
        if mark is None:
            continue
        tag = "ol" if _COUNTED.search(mark) and mark.strip() != _LETTER_O else "ul"
        before, parent = entry.getprevious(), entry.getparent()
        if parent is None:
            continue
        follows = before is not None and before.get("data-office") == tag
        if before is None or not follows or (before.tail or "").strip():
            before = etree.Element(tag, {"data-office": tag})
            parent.insert(parent.index(entry), before)
        before.tail, entry.tail = entry.tail, None
        entry.tag = "li"
        before.append(entry)


def _mark_of(entry: etree._Element) -> str | None:
    """Take the bullet or number out of an entry and return it; None if it has none."""
    for part in entry.iter("span"):
        if _IGNORED.search(part.get("style") or ""):
            mark = "".join(map(str, part.itertext()))
            _take_out(part)
            return mark
    return None
