"""Furniture: whether a line is, by its own words alone, a part of a page and not of a story."""

from dataclasses import dataclass
from functools import lru_cache

from harkara.intake.line_words import phrases, shape
from harkara.intake.line_words.area import Area
from harkara.text.fold import fold

MOST_WORDS = 14
SURE = 6.0


@dataclass(frozen=True, slots=True)
class Furniture:
    """Which part of a page a line is, and how surely."""

    area: Area
    weight: float


def _folded(words: frozenset[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


_VOCABULARIES = tuple(
    (vocabulary.area, vocabulary.weight, _folded(vocabulary.core), _folded(vocabulary.filler))
    for vocabulary in phrases.VOCABULARIES
)
_OF_PAGES = frozenset().union(*(core | filler for _area, _weight, core, filler in _VOCABULARIES))


@lru_cache(maxsize=4096)
def furniture(text: str) -> Furniture | None:
    """Return which part of a page the words of a line make it, None if they make it none."""
    return _by_sentence(text) or _by_words(text)


def is_breadcrumb(text: str) -> bool:
    """Say whether a line is a trail of places: a home and a mark, or two marks and short names."""
    crumbs = [crumb for crumb in phrases.CRUMB.split(text) if crumb.strip()]
    if len(crumbs) < 2 or len(text) > 400:
        return False
    if phrases.HOME.match(crumbs[0]):
        return True
    return len(crumbs) >= 3 and all(len(shape.words(crumb)) <= 3 for crumb in crumbs[:-1])


def _by_sentence(text: str) -> Furniture | None:
    key = text.casefold()
    if len(text) < 400 and phrases.NAMES_RIGHTS.search(key) and phrases.COPYRIGHT.search(text):
        return Furniture(Area.FOOTER, SURE)
    if phrases.FORM_SENTENCES.match(text):
        return Furniture(Area.COMMENTS, SURE)
    if phrases.NAMES_CHANNEL.search(key) and _is_prompt(text):
        return Furniture(Area.PROMPT, SURE)
    if shape.ends_sentence(text):
        return None
    if phrases.TAGS.match(text):
        return Furniture(Area.TAGS, SURE)
    if phrases.NEIGHBOUR.search(text) and len(shape.words(text)) <= 30:
        return Furniture(Area.RELATED, 4.0)
    if phrases.PICTURE_CREDIT.match(text):
        return Furniture(Area.STAMP, 4.0)
    return None


def _is_prompt(text: str) -> bool:
    if len(shape.words(text)) > phrases.MOST_PROMPT_WORDS:
        return False
    if " ने " in text and not phrases.INVITES.search(text):
        return False  # It tells what somebody did, and asks nobody to do it.
    return phrases.PROMPT.match(text) is not None


def _by_words(text: str) -> Furniture | None:
    if len(text) > 200:
        return None
    words: set[str] = set()
    for word in shape.each_word(text):
        if not word.isdigit():
            key = fold(word)
            if key not in _OF_PAGES:
                return None
            words.add(key)
    if not words or len(words) > MOST_WORDS:
        return None
    for area, weight, core, filler in _VOCABULARIES:
        if not words.isdisjoint(core) and words <= core | filler:
            return Furniture(area, weight)
    return None
