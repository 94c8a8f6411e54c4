"""What a rule hands over: a name, its kind, and the words of the story that speak for it."""

from dataclasses import dataclass
from enum import StrEnum


class NameKind(StrEnum):
    """What a topic can be."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    EVENT = "event"
    THING = "thing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A name found in a story. `why` quotes the story; `score` says how surely it is a name."""

    name: str
    keys: tuple[str, ...]
    kind: NameKind
    why: str
    score: float
    aliases: tuple[str, ...] = ()
