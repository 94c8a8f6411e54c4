"""Counted names: what of a story is counted towards names that the archive has in common."""

from dataclasses import dataclass
from itertools import islice

from harkara.search.names.candidate import NameKind
from harkara.search.names.mentions import SURE, keys_of_mention, mentions
from harkara.search.story import Story

LONGEST_KEY = 200
MOST_OF_STORY = 200
"""A story that mentions more names is a list; the rest of it is not counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedName:
    """A name of a story: its key, as written first, what it is there, and how surely (points)."""

    key: str
    name: str
    kind: NameKind
    score: float


def names_of(story: Story) -> tuple[CountedName, ...]:
    """Return the names that a story surely mentions, each once, by its surest mention."""
    best: dict[str, CountedName] = {}
    for one in mentions(story):
        key = " ".join(keys_of_mention(story, one))
        if one.score < SURE or len(key) > LONGEST_KEY:
            continue
        if key in best and best[key].score >= one.score:
            continue
        written = best[key].name if key in best else story.written(one.first, one.last)
        best[key] = CountedName(key=key, name=written[:LONGEST_KEY], kind=one.kind, score=one.score)
    return tuple(islice(best.values(), MOST_OF_STORY))
