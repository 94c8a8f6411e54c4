"""Organisations: names explained in brackets, and names that end in what they are."""

from collections.abc import Iterator

from harkara.search.names.candidate import Candidate, NameKind
from harkara.search.names.plain_words import STOPS, TITLES, keys_of
from harkara.search.names.spelled import is_spelled, letter_count
from harkara.search.places import is_place
from harkara.search.story import Story, joins
from harkara.search.tables import name_words_table as table
from harkara.search.tables import organisations as known
from harkara.text.fold import fold
from harkara.text.languages import HINDI

MOST_WORDS = 5
MOST_BEFORE = 3
_HEADS = keys_of(tuple(table.ORGANISATION_HEADS))
_WEAK = keys_of(table.WEAK_ORGANISATION_HEADS)
_EVENTS = keys_of(tuple(table.EVENT_HEADS))
_VERBS = keys_of(HINDI.final_words)
_NOT_BEFORE = keys_of(tuple(table.NOT_BEFORE_ORGANISATIONS)) | _VERBS
_KNOWN = frozenset(
    tuple(fold(word) for word in name.split())
    for name in (*known.PARTIES, *known.BODIES, *known.COMPANIES, *known.OF_SEVERAL_WORDS)
)
_LONGEST_KNOWN = max(map(len, _KNOWN))
# A seat of the house, and an election to it, are not the house.
_OF_VOTING = keys_of(("क्षेत्र", "चुनाव", "चुनावों", "सीट", "सीटों", "सीटें", "उपचुनाव"))
_NOT_SHORT = keys_of(tuple(table.NOT_ACRONYMS))


def known_organisations(story: Story) -> Iterator[tuple[int, int]]:
    """Yield where known organisations stand, the longest name first."""
    at = 0
    while at < len(story.words):
        for length in range(min(_LONGEST_KNOWN, len(story.words) - at), 0, -1):
            words = story.words[at : at + length]
            if tuple(word.key for word in words) in _KNOWN and all(map(joins, words[1:])):
                after = story.words[at + length : at + length + 1]
                if not (after and after[0].follows and after[0].key in _OF_VOTING):
                    yield at, at + length - 1
                at += length
                break
        else:
            at += 1


def organisations(story: Story) -> Iterator[Candidate]:
    """Yield the organisations and events a story names."""
    yield from _bracketed(story)
    yield from _by_head(story)
    yield from _short_alone(story)


def _bracketed(story: Story) -> Iterator[Candidate]:
    """Yield names explained in the story itself: शंघाई सहयोग संगठन (एससीओ)."""
    for at in range(2, len(story.words)):
        short = story.words[at]
        if short.before.strip() != "(" or story.whole[short.end : short.end + 1] != ")":
            continue
        head = story.words[at - 1]
        first = _begin(story, at - 1, _VERBS)
        is_organisation = head.key in _HEADS and at - 1 > first
        if not is_organisation or short.key in STOPS or is_place(short.text):
            continue
        if not is_spelled(short.text) and len(short.text) > 8:
            continue
        long_name = story.written(first, at - 1)
        often = story.count((short.key,)) > 1
        yield Candidate(
            name=short.text if often else long_name,
            keys=(short.key,) if often else _keys(story, first, at - 1),
            kind=NameKind.ORGANISATION,
            why=f"{long_name} ({short.text})",
            score=8.0,
            aliases=(long_name,) if often else (short.text,),
        )


def _by_head(story: Story) -> Iterator[Candidate]:
    """Yield names that end in what they are and stand in the headline, or twice in the story."""
    for at, head in enumerate(story.words):
        is_event = head.key in _EVENTS
        if not is_event and head.key not in _HEADS:
            continue
        first = _begin(story, at, _NOT_BEFORE)
        least = 2 if head.key in _WEAK else 1
        # The longest name that is said again is the name; what stands before it once is not.
        for begin in range(first, at - least + 1):
            keys = _keys(story, begin, at)
            often = story.count(keys)
            if often > 1 or (head.key not in _WEAK and story.in_headline(keys)):
                yield Candidate(
                    name=story.written(begin, at),
                    keys=keys,
                    kind=NameKind.EVENT if is_event else NameKind.ORGANISATION,
                    why=story.written(begin, at),
                    score=4.0 + min(often, 4) * 0.5,
                )
                break


def _short_alone(story: Story) -> Iterator[Candidate]:
    """Yield spelled names of three letters and more that a story says three times."""
    for key, places in story.places_of_word.items():
        word = story.words[places[0]]
        if key in _NOT_SHORT or len(places) < 3 or not is_spelled(word.text):
            continue
        if letter_count(word.text) < 3 or any(_beside_number(story, at) for at in places):
            continue
        yield Candidate(
            name=word.text,
            keys=(key,),
            kind=NameKind.ORGANISATION,
            why=story.written(places[0], min(places[0] + 1, len(story.words) - 1)),
            score=4.0,
        )


def heads_and_beginnings(story: Story) -> Iterator[tuple[int, int]]:
    """Yield where the names of organisations can begin, and the words that say what they are."""
    for at, head in enumerate(story.words):
        if head.key in _HEADS:
            yield _begin(story, at, _NOT_BEFORE), at


def _begin(story: Story, head: int, not_before: frozenset[str]) -> int:
    """Return where the name that ends in a head can begin at the earliest."""
    first = head
    while first > max(head - MOST_BEFORE, 0) and story.words[first].follows:
        before = story.words[first - 1]
        if before.key in STOPS or before.key in not_before or before.key in TITLES:
            break
        if before.key.isdigit() or before.key in _HEADS:
            break
        first -= 1
    return first


def _beside_number(story: Story, at: int) -> bool:
    near = story.words[max(at - 1, 0) : at + 2]
    return any(word.key[:1].isdigit() for word in near)


def _keys(story: Story, first: int, last: int) -> tuple[str, ...]:
    return tuple(word.key for word in story.words[first : last + 1])
