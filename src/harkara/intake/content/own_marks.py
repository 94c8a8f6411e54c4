"""Own marks: what our own export writes into a body that no other system has a form for.

They are classes on markup that WordPress shows sensibly by itself: a fact box is a group with a
heading and a list, corrections are a group of paragraphs, each with its time.
"""

from collections.abc import Callable, Iterator
from datetime import datetime

from lxml import etree

from harkara.intake.drafts import DraftFactBox
from harkara.intake.moments import iso_moment

FACT_BOX = "harkara-fact-box"
CORRECTIONS = "harkara-corrections"
Words = Callable[[etree._Element], str]
Correction = tuple[datetime, str]


def fact_box(element: etree._Element, words: Words) -> DraftFactBox | None:
    """Return the fact box that an element is, None for any other."""
    if not has_class(element, FACT_BOX):
        return None
    heading = next(element.iter("h2", "h3", "h4"), None)
    lines = tuple(filter(None, map(words, element.iter("li"))))
    title = words(heading) if heading is not None else ""
    return DraftFactBox(title=title, lines=lines) if title and lines else None


def corrections(element: etree._Element, words: Words) -> Iterator[Correction]:
    """Give the corrections that an element tells, each with its moment; none for any other."""
    if not has_class(element, CORRECTIONS):
        return
    for line in element.iter("p"):
        stamp = line.find(".//time")
        at = iso_moment(stamp.get("datetime") or "") if stamp is not None else None
        if at is not None and stamp is not None:
            text = words(line).removeprefix(words(stamp)).strip(" :")
            yield at, text


def has_class(element: etree._Element, name: str) -> bool:
    """Say whether an element has a class."""
    return name in (element.get("class") or "").split()
