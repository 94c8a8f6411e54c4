"""Places: which names the engine knows to be of a country, a state, a district or a city."""

from functools import cache

from harkara.search.tables import places as table
from harkara.text.fold import fold


def place_key(name: str) -> str:
    """Return the key under which the spellings of a place's name meet."""
    return " ".join(fold(word) for word in name.replace("-", " ").split())


def is_place(name: str) -> bool:
    """Say whether this is the name of a known country, region, state, district or city."""
    return place_key(name) in known_places()


def is_state(name: str) -> bool:
    """Say whether this is the name of a known country or state."""
    return place_key(name) in _known_states()


@cache
def _known_states() -> frozenset[str]:
    return frozenset(
        place_key(name)
        for name in (
            *table.COUNTRIES,
            *table.COUNTRIES_OF_SEVERAL_WORDS,
            *table.STATES,
            *table.STATES_OF_SEVERAL_WORDS,
        )
    )


@cache
def known_places() -> frozenset[str]:
    """Return the keys of all known countries, regions, states, districts and cities."""
    return frozenset(
        place_key(name)
        for name in (
            *table.COUNTRIES,
            *table.COUNTRIES_OF_SEVERAL_WORDS,
            *table.STATES,
            *table.STATES_OF_SEVERAL_WORDS,
            *table.CITIES,
            *table.CITIES_OF_SEVERAL_WORDS,
            *table.REGIONS,
            *table.OTHER_SPELLINGS,
            *table.DISTRICTS,
        )
        if name not in table.TOO_COMMON or name == "भारत"
    )
