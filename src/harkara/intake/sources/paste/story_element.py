"""The story's element: which part of an HTML page holds most of the running text."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from harkara.intake.sources.paste.block_elements import BLOCKS

_STORY_NAMES = re.compile(
    r"\b(?:entry-content|post-content|article-?body|story-?body|article-?content|story-?content|post-body"
    r"|news-?content|single-content)\b",
    re.IGNORECASE,
)
_PROSE = re.compile(r"[।॥]|[a-z]\.(?:\s|$)")
LEAST_PROSE = 40
NEAR = 3  # how many holders of a paragraph may be its story's element
FAR = 40
FADING = 0.75
LEAST_NAMED = 0.3


def story_element(root: etree._Element) -> etree._Element | None:
    """Return the element with the story's text; None if there is no telling.

    An element that its author named for it is believed if it holds a good part of the running text,
    or if there is none on the page.
    """
    scores: dict[etree._Element, float] = {}
    named: dict[etree._Element, int] = {}
    whole = 0
    for element in root.iter(etree.Element):
        size = _own_prose(element)
        if not size:
            continue
        whole += size
        for distance, holder in enumerate(_holders(element, NEAR)):
            # A paragraph itself counts most, but what holds several of them counts more.
            scores[holder] = scores.get(holder, 0.0) + size * FADING**distance
        for holder in _holders(element, FAR):
            if _is_named(holder):
                named[holder] = named.get(holder, 0) + size
    if not whole:
        # Text in an old font is not yet read here, so only the author's word counts.
        return next(filter(_is_named, root.iter(etree.Element)), None)
    best = max(named, key=lambda holder: named[holder], default=None)
    if best is not None and named[best] >= LEAST_NAMED * whole:
        return best
    return max(scores, key=lambda holder: scores[holder], default=None)


def _holders(element: etree._Element, most: int) -> Iterator[etree._Element]:
    yield element
    yield from islice(element.iterancestors(), most)


def _is_named(element: etree._Element) -> bool:
    if element.get("itemprop") == "articleBody":
        return True
    return element.tag not in ("body", "html") and bool(
        _STORY_NAMES.search(f"{element.get('class') or ''} {element.get('id') or ''}")
    )


def _own_prose(element: etree._Element) -> int:
    """Return how many characters of running text an element has; inline ones belong to theirs."""
    if element.tag not in BLOCKS:
        return 0
    text = "".join(_own_texts(element)).strip()
    return len(text) if len(text) >= LEAST_PROSE and _PROSE.search(text) else 0


def _own_texts(element: etree._Element) -> Iterator[str]:
    """Give what stands in an element and in the parts of its lines, in order."""
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walker:
        if event == "end":
            yield (inner.tail or "") if inner is not element else ""
        elif inner is not element and inner.tag in BLOCKS:
            walker.skip_subtree()
        else:
            yield inner.text or ""
