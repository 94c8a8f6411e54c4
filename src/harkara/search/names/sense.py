"""Sense: whether a known name, where it stands, is that of the topic and not of another.

A place's name in a longer place's (दिल्ली in नई दिल्ली) or before what makes an organisation of it
(दिल्ली विश्वविद्यालय) is another name; so is a surname behind somebody else's first name, and a
first name before somebody else's surname.
"""

from functools import cache

from harkara.search.names.candidate import NameKind
from harkara.search.names.plain_words import SURNAMES, TITLES, keys_of
from harkara.search.places import known_places
from harkara.search.story import Story, joins
from harkara.search.tables.first_names import FIRST_NAMES
from harkara.search.tables.name_words_table import ORGANISATION_HEADS
from harkara.text.fold import fold

Keys = tuple[str, ...]
FIRST = keys_of(FIRST_NAMES)
_HEADS = keys_of(tuple(ORGANISATION_HEADS))


def is_meant(story: Story, first: int, last: int, kind: NameKind, names: frozenset[Keys]) -> bool:
    """Say whether the words from one to another are the topic that has these names."""
    before = story.words[first - 1].key if first and joins(story.words[first]) else ""
    after = (
        story.words[last + 1].key
        if last + 1 < len(story.words) and joins(story.words[last + 1])
        else ""
    )
    own = {key for name in names for key in name}
    if kind is NameKind.PERSON:
        return last > first or not _is_somebody_else(story.words[first].key, before, after, own)
    if kind is NameKind.PLACE:
        said = tuple(word.key for word in story.words[first : last + 1])
        longer = {(before, *said), (*said, after), (before, *said, after)} - names
        return not longer & _long_places() and (after in own or after not in _HEADS)
    return True


def _is_somebody_else(said: str, before: str, after: str, own: set[str]) -> bool:
    """Say whether a name of one word goes on to be that of another person."""
    surname_of_another = before in FIRST and before not in own and before not in TITLES
    first_name_of_another = said not in SURNAMES and after in SURNAMES and after not in own
    return surname_of_another or first_name_of_another


@cache
def _long_places() -> frozenset[Keys]:
    """Return the known places of several words."""
    places = (tuple(map(fold, place.split())) for place in known_places())
    return frozenset(place for place in places if len(place) > 1)
