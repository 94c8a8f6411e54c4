"""The headline: which line of a page stands over its story."""

import re

from harkara.intake.emphasis import STRONG
from harkara.intake.line_words import references, shape
from harkara.intake.line_words.area import Area
from harkara.intake.line_words.embargoes import is_embargo
from harkara.intake.line_words.furniture import furniture, is_breadcrumb
from harkara.intake.sources.paste.lines import Kind
from harkara.intake.sources.paste.stamps import read_stamp
from harkara.intake.sources.paste.survey import Page
from harkara.text.fold import fold

_SITE_NAME = re.compile(r"\s+[|–—»]\s+[^|–—»]{2,60}$|\s+-\s+[^-|]{2,40}$")
_NAME_MARK = re.compile(r"\s+[|–—»-]\s+")
_NEVER = frozenset({Kind.PICTURE, Kind.VIDEO, Kind.SCRIPT, Kind.ROW, Kind.CAPTION, Kind.MESSAGE})
LEAST_WORDS = 3
MOST_TITLE = 300
MOST_BOLD_WORDS = 25
LEAST_SCORE = 1.0


def find_headline(page: Page) -> int | None:
    """Return the number of the line that is the headline, None if no line can be."""
    last = page.extent[0] if page.has_story else len(page.lines)
    # On an HTML page a heading may follow a summary; in a text nothing follows the story's start.
    reach = page.extent[1] if page.is_html else last
    best, best_score = None, LEAST_SCORE
    for i in range(min(reach + 1, len(page.lines))):
        score = _score(page, i, before_story=i < last) if _can_be(page, i) else 0.0
        if score > best_score:
            best, best_score = i, score
    return _bold_first(page) if best is None else best


def _bold_first(page: Page) -> int | None:
    """Return the first line if it is set apart as a headline, though it ends as a sentence."""
    i = next((i for i, key in enumerate(page.keys) if shape.words(key)), 0)
    line = page.lines[i]
    is_apart = line.kind in (Kind.TITLE, Kind.HEADING) or any(
        one.tag == STRONG and one.end - one.start == len(line.text) for one in line.stressed
    )
    is_one = len(shape.DANDA_INSIDE.findall(line.text)) < 2
    if is_embargo(page.keys[i]) or not (
        is_apart and is_one and len(shape.words(line.text)) <= MOST_BOLD_WORDS
    ):
        return None
    return i if any(below > i for below in page.running) and line.area is Area.NONE else None


def clean_title(title: str) -> str:
    """Return a page's title without the name of its site.

    >>> clean_title("पुल खुला, राह आसान | चंदरेला समाचार")
    'पुल खुला, राह आसान'
    """
    shorter = _SITE_NAME.sub("", title).strip()
    return shorter if len(shape.words(shorter)) >= LEAST_WORDS else title.strip()


def says_headline(text: str, headline: str) -> bool:
    """Say whether a line is the headline again, in any spelling, alone or with the site's name."""
    folded = _key(headline)
    return folded != "" and (_key(text) == folded or _says_again(text, folded))


def _key(text: str) -> str:
    return fold(" ".join(shape.words(text)))


def _says_again(other: str, folded: str) -> bool:
    """Say whether a breadcrumb, or a title with the site's name, holds a headline's words."""
    if is_breadcrumb(other):
        return folded in _key(other)
    return len(other) <= MOST_TITLE and folded in map(_key, _NAME_MARK.split(other))


def _can_be(page: Page, i: int) -> bool:
    line, key = page.lines[i], page.keys[i]
    if line.kind in _NEVER:
        return False
    if line.area not in (Area.NONE, Area.STANDFIRST) and line.kind is not Kind.TITLE:
        return False
    if page.is_hindi and shape.is_foreign(key):
        return False
    return (
        shape.is_headline(key)
        and not is_breadcrumb(key)
        and not is_embargo(key)
        and furniture(key) is None
        and references.title_of(key) is None
        and read_stamp(key, page.zone) is None
    )


def _score(page: Page, i: int, *, before_story: bool) -> float:
    line, key = page.lines[i], page.keys[i]
    if not before_story and line.kind is not Kind.TITLE:
        return 0.0
    score = 1.0 + min(len(shape.words(key)), 8) / 8
    score += {Kind.TITLE: 3.0, Kind.HEADING: 1.0, Kind.ITEM: -1.0}.get(line.kind, 0.0)
    folded = _key(key)
    named = (page.facts.headline, clean_title(page.facts.title))
    if any(folded == _key(name) for name in named if name):
        score += 3.0
    if any(_says_again(other, folded) for j, other in enumerate(page.keys[:60]) if j != i):
        score += 1.5
    if line.linked > 0.5:
        score -= 1.5
    return score - 0.02 * i
