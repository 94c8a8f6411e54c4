"""People: names behind titles, names that end in a known surname, names that do something (ने)."""

from collections.abc import Iterator

from harkara.search.names.candidate import Candidate, NameKind
from harkara.search.names.plain_words import MIDDLE_NAMES, SURNAMES, TITLES, can_be_name, keys_of
from harkara.search.names.sense import FIRST
from harkara.search.story import Story
from harkara.search.tables.name_words_table import ADJECTIVE_TITLES, UNSURE_SURNAMES
from harkara.text.fold import fold

LEAST_SCORE = 4.0
MOST_WORDS = 4
AGENT = fold("ने")
CASES = keys_of(("से", "को", "का", "की", "के"))
_UNSURE = keys_of(UNSURE_SURNAMES)
_ADJECTIVES = keys_of(ADJECTIVE_TITLES)


def people(story: Story) -> Iterator[Candidate]:
    """Yield the people a story names, each place where it does."""
    for first, last, score in people_spans(story):
        keys = tuple(word.key for word in story.words[first : last + 1])
        score += min(story.count(keys) - 1, 2) * 0.5
        if score < LEAST_SCORE:
            continue
        begin = first - 1 if first and story.words[first - 1].key in TITLES else first
        yield Candidate(
            name=story.written(first, last),
            keys=keys,
            kind=NameKind.PERSON,
            why=story.written(begin, min(last + 1, len(story.words) - 1)),
            score=score,
        )


def acts(story: Story, last: int) -> bool:
    """Say whether the word behind another says that somebody did something: ने."""
    after = story.words[last + 1 : last + 2]
    return bool(after) and after[0].follows and after[0].key == AGENT


def people_spans(story: Story) -> Iterator[tuple[int, int, float]]:
    """Yield where words can be somebody's name, and what speaks for it there."""
    yield from _after_titles(story)
    yield from _by_surname(story)


def _after_titles(story: Story) -> Iterator[tuple[int, int, float]]:
    """Yield where the words behind a title can be a name, and what speaks for it."""
    for at, title in enumerate(story.words):
        if title.key not in TITLES:
            continue
        first = at + 1
        last = _end_of_name(story, first)
        if last is None:
            continue
        length = last - first + 1
        if length > 2 and not _has_surname(story, first, last):
            continue
        if title.key in _ADJECTIVES and not _is_told(story, first, last):
            continue
        yield first, last, 2.0 + _company(story, last) + _inside(story, first, last)


def _is_told(story: Story, first: int, last: int) -> bool:
    """Say whether it is not the title alone that makes a name of words."""
    named = story.words[first].key in FIRST or _has_surname(story, first, last)
    return named or acts(story, last)


def _end_of_name(story: Story, first: int) -> int | None:
    """Return the last word of the name that begins here, None if no name does."""
    last = None
    for at in range(first, min(first + MOST_WORDS, len(story.words))):
        word = story.words[at]
        joined = word.follows or (at == first and word.before.strip() in (".", "॰"))
        if not joined or not can_be_name(word):
            break
        last = at
        if word.key in SURNAMES and word.key not in MIDDLE_NAMES:
            break
    return last


def _by_surname(story: Story) -> Iterator[tuple[int, int, float]]:
    """Yield the names that end in a known surname and have one word, or two, before it."""
    for at, word in enumerate(story.words):
        if word.key not in SURNAMES or at == 0 or not word.follows:
            continue
        after = story.words[at + 1] if at + 1 < len(story.words) else None
        if after is not None and after.follows and after.key in SURNAMES:
            continue
        first = at - 1
        if not can_be_name(story.words[first]) or story.words[first].key in TITLES:
            continue
        goes_on = first > 0 and story.words[first].follows
        if (
            goes_on
            and story.words[first].key in MIDDLE_NAMES
            and can_be_name(story.words[first - 1])
        ):
            first -= 1
        # माइकल सेन is somebody, कुमाऊं मंडल is a part of the country.
        unsure = 2.0 if word.key in _UNSURE and story.words[first].key not in FIRST else 0.0
        yield first, at, _company(story, at) + _inside(story, first, at) - unsure


def _company(story: Story, last: int) -> float:
    """Return what the word behind a name says for it: only somebody can do something."""
    if last + 1 >= len(story.words) or not story.words[last + 1].follows:
        return 0.5
    after = story.words[last + 1].key
    if after == AGENT:
        return 2.0
    return 1.0 if after in CASES else 0.0


def _inside(story: Story, first: int, last: int) -> float:
    points = 2.0 if _has_surname(story, first, last) else 0.0
    return points + (1.0 if last > first else 0.0)


def _has_surname(story: Story, first: int, last: int) -> bool:
    return any(word.key in SURNAMES for word in story.words[first : last + 1])
