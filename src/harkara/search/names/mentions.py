"""Mentions: every place where a story names a person, a place or an organisation.

One story is seldom enough to tell a new name from a word. So a mention may be unsure; what several
stories mention is a name (`archive_names`), and then it is found also where nothing else shows it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from harkara.search.names.candidate import NameKind
from harkara.search.names.organisations import heads_and_beginnings, known_organisations
from harkara.search.names.people import acts, people_spans
from harkara.search.names.places_in_text import known_spans, told_spans
from harkara.search.names.plain_words import MIDDLE_NAMES, STOPS, SURNAMES, can_be_name
from harkara.search.names.sense import FIRST, Keys
from harkara.search.names.spelled import is_spelled, letter_count
from harkara.search.story import Story, joins

LEAST = 2.0
LEAST_STORIES = 2
SURE = 3.0
LONGEST = 5
_SHORTEST_SPELLED = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """The words from one to another name something; `score` says how surely, from LEAST up."""

    first: int
    last: int
    kind: NameKind
    score: float


@dataclass(frozen=True, slots=True)
class ArchiveName:
    """A name that several stories mention: as written first, what it is, and in how many."""

    name: str
    kind: NameKind
    stories: int


def mentions(story: Story, known: Mapping[Keys, NameKind] | None = None) -> list[Mention]:
    """Return the mentions of a story in order, none over another.

    `known` names are found wherever they stand.
    """
    found = [*_known(story, known or {}), *_people(story), *_places(story), *_organisations(story)]
    found.sort(key=lambda one: (-one.score, one.first - one.last, one.first))
    taken: set[int] = set()
    kept = []
    for one in found:
        span = range(one.first, one.last + 1)
        if one.score >= LEAST and taken.isdisjoint(span):
            taken.update(span)
            kept.append(one)
    return sorted(kept, key=lambda one: one.first)


def keys_of_mention(story: Story, of: Mention) -> Keys:
    """Return the keys of the words of a mention."""
    return tuple(word.key for word in story.words[of.first : of.last + 1])


def archive_names(stories: Iterable[Story]) -> dict[Keys, ArchiveName]:
    """Return the names that several stories surely mention, with what they mostly are."""
    counts: Counter[Keys] = Counter()
    kinds: dict[Keys, Counter[NameKind]] = defaultdict(Counter)
    written: dict[Keys, str] = {}
    for story in stories:
        sure = [one for one in mentions(story) if one.score >= SURE]
        for one in sure:
            keys = keys_of_mention(story, one)
            kinds[keys][one.kind] += 1
            written.setdefault(keys, story.written(one.first, one.last))
        counts.update({keys_of_mention(story, one) for one in sure})
    return {
        keys: ArchiveName(written[keys], kinds[keys].most_common(1)[0][0], stories)
        for keys, stories in counts.items()
        if stories >= LEAST_STORIES
    }


def _known(story: Story, known: Mapping[Keys, NameKind]) -> Iterator[Mention]:
    at = 0
    while at < len(story.words):
        step = 1
        for length in range(min(LONGEST, len(story.words) - at), 0, -1):
            words = story.words[at : at + length]
            kind = known.get(tuple(word.key for word in words))
            if kind is not None and all(map(joins, words[1:])):
                yield Mention(at, at + length - 1, kind, SURE)
                step = length
                break
        at += step


def _people(story: Story) -> Iterator[Mention]:
    for first, last, score in people_spans(story):
        yield Mention(first, last, NameKind.PERSON, score)
    at = 0
    while at < len(story.words):
        last = at
        if story.words[at].key in FIRST:
            last = _end_of_person(story, at)
            yield Mention(at, last, NameKind.PERSON, 3.5 if last > at else 2.5)
        at = last + 1


def _end_of_person(story: Story, first: int) -> int:
    """Return the last word of the name that begins with a first name."""
    last = first
    for at in range(first + 1, min(first + 4, len(story.words))):
        word = story.words[at]
        parts = word.key in SURNAMES or word.key in MIDDLE_NAMES or word.key in FIRST
        if not joins(word) or not parts:
            break
        last = at
    goes_on = last + 1 < len(story.words) and joins(story.words[last + 1])
    if last == first and goes_on and acts(story, last + 1):
        # A surname that no table has: सचिन पायलट ने.
        return last + can_be_name(story.words[last + 1])
    return last


def _places(story: Story) -> Iterator[Mention]:
    for first, last in known_spans(story):
        yield Mention(first, last, NameKind.PLACE, 3.2)
    for at, score in told_spans(story):
        yield Mention(at, at, NameKind.PLACE, score)


def _organisations(story: Story) -> Iterator[Mention]:
    for first, last in known_organisations(story):
        yield Mention(first, last, NameKind.ORGANISATION, 3.4)
    for first, head in heads_and_beginnings(story):
        if head > first:
            yield Mention(first, head, NameKind.ORGANISATION, 3.3)
    for at, word in enumerate(story.words):
        if word.key in STOPS or not can_be_name(word) or not is_spelled(word.text):
            continue
        if letter_count(word.text) >= _SHORTEST_SPELLED:
            yield Mention(at, at, NameKind.ORGANISATION, 2.5)
