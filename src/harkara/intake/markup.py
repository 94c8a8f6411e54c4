"""Markup: the HTML of a page or a story as a tree, and what its elements say of their words."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from lxml import etree

from harkara.intake.emphasis import EM, STRONG
from harkara.intake.mending import Piece
from harkara.text.legacy import Font, of_family

_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FAMILY = re.compile(r"(?<![\w-])font-family\s*:\s*([^;]+)", re.IGNORECASE)
_WEIGHT = re.compile(
    r"(?<![\w-])font-weight\s*:\s*(bold|bolder|normal|lighter|[0-9]{1,4})", re.IGNORECASE
)
_SLANT = re.compile(r"(?<![\w-])font-style\s*:\s*(italic|oblique|normal)", re.IGNORECASE)
LEAST_BOLD = 600
"""The least weight that a browser shows as bold."""
_SET_LARGE = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "th"})
_UNSEEN = frozenset({"script", "style", "noscript", "template"})
_BREAKS = frozenset(
    ["br", "p", "div", "li", "ul", "ol", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6"]
)
"""What begins on a line of its own."""
_OF_HEADS = _UNSEEN | {"title", "meta", "link", "base", "basefont", "bgsound", "object"}
MOST_ROWS = 200
MOST_CELL = 300

Cells = tuple[tuple[etree._Element, ...], ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """Parsed HTML: its root, None if it is empty, and whether all of it could be read."""

    root: etree._Element | None
    is_whole: bool


def tree(html: str) -> Tree:
    """Return HTML as a tree, however broken it is; comments and instructions are left out."""
    readable = _UNREADABLE.sub("", html)
    if not readable.strip():
        return Tree(None, is_whole=True)
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(readable.encode(), parser)
    if root is not None:
        _bring_out(root)
    # Elements nested too deeply for the parser: what is in them is lost.
    is_cut = any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log)
    return Tree(root, is_whole=not is_cut)


def _bring_out(root: etree._Element) -> None:
    """Bring out of the head what belongs into the body.

    The parser knows no element of HTML 5, and takes one that stands behind a `meta` for a part of
    the head: what Chrome copies begins with a `meta`, and pages may leave out their `body`.
    """
    head = root.find("head")
    if head is None:
        return
    first = next((i for i, one in enumerate(head) if one.tag not in _OF_HEADS), len(head))
    misplaced = head[first:]
    if not misplaced:
        return
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    misplaced[-1].tail = (misplaced[-1].tail or "") + (body.text or "")
    body.text = None
    body[:0] = misplaced


def old_font(element: etree._Element, above: Font | None) -> Font | None:
    """Return the old font that an element's words are set in, None if it is none.

    An element that names no font has the one of what is `above` it.
    """
    styled = _FAMILY.search(element.get("style") or "")
    family = styled[1] if styled else element.get("face") if element.tag == "font" else None
    return of_family(family.partition(",")[0]) if family else above


def emphasised(element: etree._Element, above: frozenset[str]) -> frozenset[str]:
    """Return how an element's words are emphasised: STRONG, EM, both or not.

    What its style says counts more than its tag: Google Docs wraps all it copies in a `b` of normal
    weight. An element that says nothing is emphasised as what is `above` it; how a page shows its
    links is no emphasis.
    """
    if element.tag == "a":
        return above
    style = element.get("style") or ""
    for tag, is_marked in (
        (STRONG, _is_bold(element, style)),
        (EM, _is_italic(element, style)),
    ):
        if is_marked is not None:
            above = above | {tag} if is_marked else above - {tag}
    return above


def _is_bold(element: etree._Element, style: str) -> bool | None:
    if said := _WEIGHT.search(style):
        weight = said[1].lower()
        return int(weight) >= LEAST_BOLD if weight.isdigit() else weight.startswith("bold")
    return True if element.tag in ("b", "strong") else False if element.tag in _SET_LARGE else None


def _is_italic(element: etree._Element, style: str) -> bool | None:
    if said := _SLANT.search(style):
        return said[1].lower() != "normal"
    return True if element.tag in ("i", "em") else None


def words(element: etree._Element) -> str:
    """Return what an element says, on one line."""
    return " ".join("".join(map(str, element.itertext())).split())


def pieces_of(
    element: etree._Element, font: Font | None = None, *, without: Collection[str] = ()
) -> Iterator[Piece]:
    """Give what an element says, in order, with the old font that its page names for each part.

    `font` is the one that is named for the element as a whole; elements below it that are named in
    `without` are passed over, and so is what no reader sees. Blocks stand on lines of their own.
    """
    above = [font]
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walker:
        if event == "end":
            above.pop()
            if inner.tag in _BREAKS and inner is not element:
                yield Piece("\n")
            if inner.tail and inner is not element:
                yield Piece(inner.tail, above[-1])
            continue
        above.append(old_font(inner, above[-1]))
        if inner is not element and (inner.tag in _UNSEEN or inner.tag in without):
            walker.skip_subtree()
            continue
        if inner.tag in _BREAKS and inner is not element and inner.tag != "br":
            yield Piece("\n")
        if inner.text:
            yield Piece(inner.text, above[-1])


def cells_of(table: etree._Element, *, short: bool) -> Cells:
    """Return the cells of a table of data, by rows; none for one that only lays a page out.

    Data stands in at least two rows, in at least two columns, with no table, picture or frame
    inside. Rows may have fewer cells than the widest. Where tables may lay a page out, only one of
    at most MOST_ROWS rows of `short` cells is taken for data.
    """
    if next(table.iterdescendants("table", "img", "amp-img", "iframe"), None) is not None:
        return ()
    rows: list[tuple[etree._Element, ...]] = []
    for row in table.iterdescendants("tr"):
        if short and len(rows) == MOST_ROWS:
            return ()
        cells = tuple(cell for cell in row if cell.tag in ("td", "th"))
        lengths = [len(words(cell)) for cell in cells]
        if short and max(lengths, default=0) > MOST_CELL:
            return ()
        if any(lengths):
            rows.append(cells)
    return tuple(rows) if len(rows) > 1 and max(map(len, rows)) > 1 else ()
