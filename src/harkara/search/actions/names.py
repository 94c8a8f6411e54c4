"""Counting the names of stories, as the stories come and go; what the desk rejects stays rejected.

A story's row keeps which rows of names it was counted in. So counting it again changes nothing, and
a name whose row was given up meanwhile loses nothing by a story that was counted in the old one.
One process counts at a time (`search.naming`); the desk may reject meanwhile.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction

from harkara.search.models import FoundName, StoryNames
from harkara.search.names.candidate import NameKind
from harkara.search.names.counted import CountedName

MOST_NAMES = 100_000
"""So many names are kept, some 25 MB; then a tenth goes, those of fewest stories first."""
MOST_EXAMPLES = 5
AT_ONCE = 500
COLUMNS = {
    NameKind.PERSON: "persons",
    NameKind.PLACE: "places",
    NameKind.ORGANISATION: "organisations",
}
_KINDS = tuple(COLUMNS)
_SCORES = 2**8
_COUNTS = ("persons", "places", "organisations", "stories", "weight", "examples")


@transaction.atomic
def count_names(found: Mapping[int, Sequence[CountedName]]) -> int:
    """Count stories by the names they have now; a story without any counts for none any more.

    Returns how many names were new. Reads and writes a number of times that does not depend on the
    stories, up to AT_ONCE names.
    """
    before = StoryNames.objects.filter(pk__in=list(found)).order_by().values_list("story", "names")
    counted = {story: _unpacked(bytes(names)) for story, names in before}
    rows = _rows(
        {one.key for names in found.values() for one in names},
        {pk for names in counted.values() for pk, *_ in names},
    )
    by_pk = {row.pk: row for row in rows.values()}
    for story, old in counted.items():
        for pk, kind, tenths in old:
            if pk in by_pk:
                _count(by_pk[pk], story, kind, tenths, by=-1)
    new = 0
    for story, names in found.items():
        for one in names:
            row = rows.get(one.key)
            if row is None:
                row = rows[one.key] = FoundName(key=one.key, name=one.name)
                new += 1
            _count(row, story, one.kind, _tenths(one.score), by=1)
    _write(rows.values())
    _remember(found, rows)
    return new


def forget_rare() -> int:
    """Give up names if there are too many, those of fewest stories first; return how many.

    Of those with as few stories the oldest go first. What was rejected stays.
    """
    beyond = FoundName.objects.count() - MOST_NAMES
    if beyond <= 0:
        return 0
    rare = FoundName.objects.filter(rejected=False).order_by("stories", "id")
    going = list(rare.values_list("pk", flat=True)[: beyond + MOST_NAMES // 10])
    for at in range(0, len(going), AT_ONCE):
        some = FoundName.objects.filter(pk__in=going[at : at + AT_ONCE], rejected=False)
        some.delete()
    return len(going)


def reject(key: str) -> bool:
    """Note that a name is not to be proposed again; False if it is not kept (any more)."""
    return bool(FoundName.objects.filter(key=key).update(rejected=True))


def take_back_rejection(key: str) -> bool:
    """Note that a name may be proposed again; False if it is not kept."""
    return bool(FoundName.objects.filter(key=key).update(rejected=False))


def _rows(keys: Iterable[str], pks: Iterable[int]) -> dict[str, FoundName]:
    """Return the rows with these keys, and those with these numbers, by their keys."""
    rows: dict[str, FoundName] = {}
    for field, values in (("key__in", sorted(keys)), ("pk__in", sorted(pks))):
        for at in range(0, len(values), AT_ONCE):
            some = FoundName.objects.filter(**{field: values[at : at + AT_ONCE]}).order_by()
            rows.update((row.key, row) for row in some)
    return rows


def _count(row: FoundName, story: int, kind: NameKind, tenths: int, *, by: int) -> None:
    column = COLUMNS[kind]
    setattr(row, column, max(0, getattr(row, column) + by))
    row.stories = max(0, row.stories + by)
    row.weight = max(0, row.weight + by * tenths)
    others = [one for one in row.examples if one != story]
    row.examples = [story, *others][:MOST_EXAMPLES] if by > 0 else others


def _write(rows: Iterable[FoundName]) -> None:
    """Write rows, new ones too, without touching what the desk rejected."""
    FoundName.objects.bulk_create(
        # In one order, so that whoever waits for another's row waits for no one who waits for his.
        sorted(rows, key=lambda row: row.key),
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=_COUNTS,
    )


def _remember(found: Mapping[int, Sequence[CountedName]], rows: Mapping[str, FoundName]) -> None:
    """Keep which rows each story was counted in."""
    StoryNames.objects.filter(
        pk__in=[story for story, names in found.items() if not names]
    ).delete()
    StoryNames.objects.bulk_create(
        [
            StoryNames(story=story, names=_packed(names, rows))
            for story, names in found.items()
            if names
        ],
        update_conflicts=True,
        unique_fields=["story"],
        update_fields=["names"],
    )


def _packed(names: Sequence[CountedName], rows: Mapping[str, FoundName]) -> bytes:
    packed = array("q")
    for one in names:
        at = _KINDS.index(one.kind)
        packed.append((rows[one.key].pk * len(_KINDS) + at) * _SCORES + _tenths(one.score))
    return packed.tobytes()


def _unpacked(data: bytes) -> list[tuple[int, NameKind, int]]:
    numbers = array("q")
    numbers.frombytes(data)
    found = []
    for number in numbers:
        rest, tenths = divmod(number, _SCORES)
        pk, at = divmod(rest, len(_KINDS))
        found.append((pk, _KINDS[at], tenths))
    return found


def _tenths(score: float) -> int:
    return min(_SCORES - 1, round(10 * score))
