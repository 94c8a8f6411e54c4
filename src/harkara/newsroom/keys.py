"""The names of what pages read, and so of what makes them stale."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

SITE = "site"
MENU = "menu"
FRONT = "front"
CORRECTIONS = "corrections"
BREAKING = "breaking"
WITHDRAWN = "withdrawn"
DESIGN = "design"


class ListingKind(StrEnum):
    """What a listing lists the stories of."""

    SITE = "site"
    SECTION = "section"
    TOPIC = "topic"
    AUTHOR = "author"


def article(number: int) -> str:
    """Name the whole of a story."""
    return f"article:{number}"


def card(number: int) -> str:
    """Name what others show of a story."""
    return f"card:{number}"


def neighbours(number: int) -> str:
    """Name which stories stand before and after a story in its section."""
    return f"neighbours:{number}"


def section(pk: int) -> str:
    """Name a section's own words."""
    return f"section:{pk}"


def topic(pk: int) -> str:
    """Name a topic's own words."""
    return f"topic:{pk}"


def topic_label(pk: int) -> str:
    """Name what other pages show of a topic."""
    return f"topic:{pk}/label"


def author(pk: int) -> str:
    """Name an author's own words."""
    return f"author:{pk}"


def author_label(pk: int) -> str:
    """Name what other pages show of an author."""
    return f"author:{pk}/label"


def photo(pk: int) -> str:
    """Name a photo and its words."""
    return f"photo:{pk}"


def group(kind: ListingKind, ref: int) -> str:
    """Name the stories of a listing in the log of what search has to read anew."""
    return f"{kind}:{ref}"


def listing_of(group: str) -> tuple[ListingKind, int]:
    """Return the listing whose stories a group is."""
    kind, _, ref = group.partition(":")
    return ListingKind(kind), int(ref)


def photos_among(names: Iterable[str]) -> set[int]:
    """Return the ids of the photos that keys name."""
    prefix = photo(0)[:-1]
    return {int(name.removeprefix(prefix)) for name in names if name.startswith(prefix)}


def info(pk: int) -> str:
    """Name a page about the paper."""
    return f"info:{pk}"


def latest(kind: ListingKind, ref: int) -> str:
    """Name the newest end of a listing."""
    return f"{kind}:{ref}/latest"


def months(kind: ListingKind, ref: int) -> str:
    """Name which months of a listing have stories."""
    return f"{kind}:{ref}/months"


def month(kind: ListingKind, ref: int, of: date) -> str:
    """Name one month of a listing."""
    return f"{kind}:{ref}/{of:%Y-%m}"


def page(pk: int) -> str:
    """Name whether the story of a newsroom page is on the site, for those who know only its id."""
    return f"page:{pk}"
