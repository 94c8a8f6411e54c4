"""Looking up prints: which stories share some with a text."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from django.db.models import Count

from harkara.search.duplicates.reading import Reading
from harkara.search.duplicates.sketch import asked, unpacked
from harkara.search.models import Print, Sketch

MANY = 16
"""What stands in so many stories is standing matter: closing lines, disclaimers, by-the-ways."""
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Sharing:
    """How many prints each story shares with a text, and how many stories have each print.

    Prints of standing matter count for no story.
    """

    stories: Counter[int]
    holders: Counter[int]


def sharing(reading: Reading, but_not: int | None = None) -> Sharing:
    """Return the stories that share prints with a text, without the story that it is itself."""
    pairs = list(_pairs(asked(reading)))
    holders = Counter(one for one, _story in pairs)
    stories = Counter(story for one, story in pairs if holders[one] < MANY)
    stories.pop(but_not or 0, None)
    return Sharing(stories, holders)


def sharing_each(kept: Mapping[int, tuple[int, ...]]) -> dict[int, Counter[int]]:
    """Return, for each of these sketches of stories, how many prints which other stories share.

    Prints of standing matter count for no story.
    """
    holders: dict[int, list[int]] = {}
    for one, story in _pairs(sorted(set().union(*kept.values()))):
        holders.setdefault(one, []).append(story)
    found: dict[int, Counter[int]] = {}
    for story, prints in kept.items():
        few = (holders.get(one, []) for one in prints)
        shared = Counter(other for others in few if len(others) < MANY for other in others)
        shared.pop(story, None)
        found[story] = shared
    return found


def holders_of(prints: Iterable[int]) -> Counter[int]:
    """Return how many stories have each of these prints: MANY for those that more have."""
    found: Counter[int] = Counter()
    for some in _some(sorted(prints)):
        rows = Print.objects.filter(print__in=some).order_by().values_list("print")
        found.update(dict(rows.annotate(Count("story"))))
    return found


def sketches(stories: Collection[int]) -> dict[int, tuple[int, ...]]:
    """Return the sketches of those of these stories that are remembered."""
    rows = Sketch.objects.filter(pk__in=list(stories)).order_by().values_list("story", "prints")
    return {story: unpacked(bytes(prints)) for story, prints in rows}


def without_sketch(stories: Sequence[int]) -> set[int]:
    """Return those of these stories that are not remembered."""
    kept = Sketch.objects.filter(pk__in=stories).order_by().values_list("pk", flat=True)
    return set(stories) - set(kept)


def _pairs(prints: list[int]) -> Iterator[tuple[int, int]]:
    """Give each of these prints with each story that has it."""
    for some in _some(prints):
        yield from Print.objects.filter(print__in=some).order_by().values_list("print", "story")


def _some(prints: list[int]) -> Iterator[list[int]]:
    rest = iter(prints)
    while some := list(islice(rest, AT_ONCE)):
        yield some
