"""What a reader's headers ask for: an encoding, or word that nothing changed."""

from functools import lru_cache

from harkara.press.stores.base import PLAIN, TWINS

# The smallest first: the order among encodings that a reader likes equally.
ENCODINGS = (*TWINS, PLAIN)
# The weight of plain bytes that nobody named: below every weight a header can give.
LAST = 1e-9


@lru_cache(maxsize=1024)
def acceptable(header: str) -> tuple[str, ...]:
    """Return the encodings that an Accept-Encoding header allows, the most wanted first.

    Plain bytes are allowed unless the header refuses them, and come last unless it names them.

    >>> acceptable("gzip, br;q=0.9, identity;q=0")
    ('gzip', 'br')
    >>> acceptable("*")
    ('br', 'gzip', 'identity')
    """
    weights = dict(map(_weighed, header.lower().split(",")))
    wanted = {name: _weight(name, weights) for name in ENCODINGS}
    allowed = [name for name in ENCODINGS if wanted[name] > 0]
    return tuple(sorted(allowed, key=lambda name: -wanted[name]))


def has_already(if_none_match: str, etag: str) -> bool:
    """Say whether an If-None-Match header names these bytes."""
    if if_none_match == "*":
        return True
    return etag in (tag.strip().removeprefix("W/") for tag in if_none_match.split(","))


def _weighed(item: str) -> tuple[str, float]:
    name, _, parameter = item.partition(";")
    _, sign, weight = parameter.partition("=")
    try:
        return name.strip(), float(weight) if sign else 1.0
    except ValueError:
        # A weight that is none is no wish.
        return name.strip(), 0.0


def _weight(name: str, weights: dict[str, float]) -> float:
    if name != PLAIN:
        return weights.get(name, weights.get("*", 0.0))
    # Never refused unless in so many words, but any encoding that is wanted at all comes first.
    if PLAIN in weights:
        return weights[PLAIN]
    return 0.0 if weights.get("*") == 0.0 else LAST
