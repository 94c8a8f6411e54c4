"""The walk over an HTML page, in reading order, that gathers its lines."""

import re

from lxml import etree

from harkara.intake.line_words.area import Area
from harkara.intake.markup import emphasised, old_font
from harkara.intake.sources.paste.areas import area_of
from harkara.intake.sources.paste.gathering import Frame, Gathering
from harkara.intake.sources.paste.lines import Kind, Line
from harkara.intake.sources.paste.story_element import story_element

_KINDS = {
    "h1": Kind.TITLE,
    **{f"h{level}": Kind.HEADING for level in range(2, 7)},
    "blockquote": Kind.QUOTE,
    "figcaption": Kind.CAPTION,
}
_CAPTION = re.compile(r"\bcaption(?:-text)?\b", re.IGNORECASE)
_KEEPS_LINES = re.compile(r"white-space\s*:\s*pre", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")


def walk(root: etree._Element, base: str) -> tuple[Line, ...]:
    """Return the lines of a page in reading order."""
    main = story_element(root)
    gathering = Gathering(base)
    # What holds the story is not furniture, whatever its classes say.
    trusted = set() if main is None else {main, *main.iterancestors()}
    frames = [Frame()]
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if not isinstance(element.tag, str):
            continue
        if event == "start":
            frame = _frame(element, frames[-1], trusted, is_main=element is main)
            if gathering.open(element, frames[-1], frame):
                walker.skip_subtree()
            frames.append(frame)
        else:
            gathering.close(element, frames.pop())
            gathering.add(element.tail, frames[-1])
    gathering.flush(frames[-1])
    return tuple(gathering.lines)


def _frame(
    element: etree._Element, above: Frame, trusted: set[etree._Element], *, is_main: bool
) -> Frame:
    area = Area.NONE if element in trusted else above.area
    if element not in trusted and area is Area.NONE:
        area = area_of(element)
    return Frame(
        kind=_kind(element, above.kind),
        area=area,
        main=above.main or is_main,
        keeps_lines=above.keeps_lines
        or element.tag == "pre"
        or bool(_KEEPS_LINES.search(element.get("style") or "")),
        font=old_font(element, above.font),
        tags=emphasised(element, above.tags),
    )


def _kind(element: etree._Element, above: Kind) -> Kind:
    tag = str(element.tag)
    if tag in _KINDS:
        return _KINDS[tag]
    if (element.get("role") or "").lower() == "heading":
        return Kind.TITLE if element.get("aria-level") == "1" else Kind.HEADING
    if tag == "li":
        parent = element.getparent()
        return Kind.NUMBERED if parent is not None and parent.tag == "ol" else Kind.ITEM
    if tag in ("p", "div", "span") and _CAPTION.search(element.get("class") or ""):
        return Kind.CAPTION
    return above
