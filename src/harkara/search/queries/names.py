"""Names that the archive has in common: what the desk may make topics of."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import islice

from harkara.search.models import FoundName
from harkara.search.names.candidate import NameKind

NAMES = "names"
"""The student who counts them (`search.naming`)."""
LEAST_STORIES = 2
CHUNK = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class NameCandidate:
    """A name that several stories mention, what they take it for, and how many they are.

    `key` is what it is rejected by; `examples` are numbers of at most five of the stories.
    """

    key: str
    name: str
    kind: NameKind
    stories: int
    examples: tuple[int, ...]


def candidates(
    limit: int, *, but_not: Callable[[str], bool] | None = None
) -> tuple[NameCandidate, ...]:
    """Return the names of most stories first, without those that were rejected.

    `but_not` says of a name that it is known: those are passed over. Reads `limit` rows and as many
    as are passed over, in one query.
    """
    rows = FoundName.objects.filter(rejected=False, stories__gte=LEAST_STORIES)
    rows = rows.order_by("-stories", "-weight", "id")
    wanted = (
        row for row in rows.iterator(chunk_size=CHUNK) if but_not is None or not but_not(row.name)
    )
    return tuple(_candidate(row) for row in islice(wanted, limit))


def rejected(keys: Collection[str]) -> frozenset[str]:
    """Return those of some names, by their keys, that the desk rejected. At most one query."""
    if not keys:
        return frozenset()
    rows = FoundName.objects.filter(key__in=keys, rejected=True).order_by()
    return frozenset(rows.values_list("key", flat=True))


def _candidate(row: FoundName) -> NameCandidate:
    by_kind = {
        NameKind.PERSON: row.persons,
        NameKind.PLACE: row.places,
        NameKind.ORGANISATION: row.organisations,
    }
    return NameCandidate(
        key=row.key,
        name=row.name,
        kind=max(by_kind, key=by_kind.__getitem__),
        stories=row.stories,
        examples=tuple(row.examples),
    )
