"""Places: known ones, and new ones that a known place or a word like गांव vouches for."""

from collections.abc import Iterator
from functools import cache

from harkara.search.names.candidate import Candidate, NameKind
from harkara.search.names.plain_words import SURNAMES, can_be_name, keys_of
from harkara.search.places import known_places, place_key
from harkara.search.story import Story, joins
from harkara.search.tables import places as table
from harkara.search.tables.name_words_table import LOCATED, NOT_PLACES
from harkara.text.fold import fold

LEAST_SCORE = 4.0
MOST_KNOWN_WORDS = 3
_COMMON = frozenset(map(place_key, table.TOO_COMMON))
_HEADS = keys_of(tuple(table.PLACE_HEADS))
_OF = fold("के")
_IN = fold("में")
_AT = keys_of(("से", "पर", "तक", "को"))
_LOCATED = keys_of(tuple(LOCATED))
_NOT_PLACES = keys_of(tuple(NOT_PLACES))
# What the names of towns end in, all over India.
_ENDINGS = tuple(
    map(fold, ("पुर", "पुरा", "पुरम", "नगर", "गढ़", "ाबाद", "गंज", "वाड़ा", "पट्टी", "पल्ली", "हल्ली"))
)
_SHORTEST_TOWN = 4


def places_in_text(story: Story) -> Iterator[Candidate]:
    """Yield the places a story names."""
    known = tuple(known_spans(story))
    yield from _new(story, {at for first, last in known for at in range(first, last + 1)})
    yield from _prominent(story, known)


def known_spans(story: Story) -> Iterator[tuple[int, int]]:
    """Yield where known places stand, the longest name first."""
    places, firsts = known_places(), _first_words()
    at = 0
    while at < len(story.words):
        if story.words[at].key not in firsts:
            at += 1
            continue
        for length in range(min(MOST_KNOWN_WORDS, len(story.words) - at), 0, -1):
            words = story.words[at : at + length]
            if " ".join(word.key for word in words) in places and all(map(joins, words[1:])):
                yield at, at + length - 1
                at += length
                break
        else:
            at += 1


@cache
def _first_words() -> frozenset[str]:
    """Return the words with which known places begin: most words of a story are none."""
    return frozenset(name.partition(" ")[0] for name in known_places())


def _prominent(story: Story, known: tuple[tuple[int, int], ...]) -> Iterator[Candidate]:
    """Yield the known places that the headline names, or the story twice and more."""
    for first, last in known:
        keys = tuple(word.key for word in story.words[first : last + 1])
        often, in_headline = story.count(keys), story.in_headline(keys)
        if " ".join(keys) in _COMMON or (often < 2 and not in_headline):
            continue
        yield Candidate(
            name=story.written(first, last),
            keys=keys,
            kind=NameKind.PLACE,
            why=story.written(first, min(last + 1, len(story.words) - 1)),
            score=3.5 + min(often, 4) * 0.25 + in_headline,
        )


def told_spans(story: Story) -> Iterator[tuple[int, float]]:
    """Yield words that can be a place's name by their ending or by the word behind them."""
    for at, word in enumerate(story.words):
        if not can_be_name(word) or word.key in _NOT_PLACES or word.key in SURNAMES:
            continue
        after = story.words[at + 1] if at + 1 < len(story.words) else None
        headed = after is not None and after.follows and after.key in _HEADS
        town = len(word.key) >= _SHORTEST_TOWN and word.key.endswith(_ENDINGS)
        if headed or town:
            yield at, 3.0 + headed * 0.2 + town * 0.2


def _new(story: Story, known: set[int]) -> Iterator[Candidate]:
    """Yield new places: in a known one (चीन के किंगदाओ में), or called a village or a town."""
    for at in range(len(story.words) - 1):
        word, after = story.words[at], story.words[at + 1]
        if at in known or not can_be_name(word) or word.key in _NOT_PLACES or not after.follows:
            continue
        score, first = 0.0, at
        if at > 1 and word.follows and story.words[at - 1].key == _OF and at - 2 in known:
            score += {_IN: 3.0}.get(after.key, 2.0 if after.key in _AT else 0.0)
            first = at - 2
        if score and at + 2 < len(story.words) and story.words[at + 2].key in _LOCATED:
            score += 1.0
        if after.key in _HEADS:
            score += 3.0
        if not score:
            continue
        score += min(story.count((word.key,)) - 1, 2) * 1.0
        if score >= LEAST_SCORE:
            yield Candidate(
                name=word.text,
                keys=(word.key,),
                kind=NameKind.PLACE,
                why=story.written(first, at + 1),
                score=score,
            )
