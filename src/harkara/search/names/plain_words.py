"""Plain words: what is surely no part of a name, whatever stands beside it."""

from functools import cache

from harkara.search.story import Word
from harkara.search.tables import name_words_table as table
from harkara.text.fold import fold
from harkara.text.languages import HINDI
from harkara.text.tokens import STOP_WORDS

_PLURALS = ("ियों", "ाओं", "ुओं", "ियां", "ाएं", "ों")


@cache
def keys_of(words: tuple[str, ...] | frozenset[str]) -> frozenset[str]:
    """Return the keys of a table's words."""
    return frozenset(fold(word) for word in words)


STOPS = keys_of(frozenset(STOP_WORDS)) | keys_of(tuple(table.CASE_MARKS))
TITLES = keys_of(tuple(table.TITLES))
SURNAMES = keys_of(tuple(table.SURNAMES))
MIDDLE_NAMES = keys_of(tuple(table.MIDDLE_NAMES))
_PLAIN = (
    keys_of(tuple(table.NOT_IN_NAMES))
    | keys_of(HINDI.final_words)
    | keys_of(tuple(table.ORGANISATION_HEADS))
    | keys_of(tuple(table.PLACE_LIKE))
)


def is_stop(word: Word) -> bool:
    """Say whether a word only joins others: ने, और, यह."""
    return word.key in STOPS


def can_be_name(word: Word) -> bool:
    """Say whether a word can be a part of somebody's name."""
    key = word.key
    if key in SURNAMES:
        return True
    if len(key) < 2 or key in STOPS or key in TITLES or key in _PLAIN:
        return False
    return not key.endswith(_PLURALS) and not any(map(str.isdigit, key))
