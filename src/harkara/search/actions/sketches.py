"""Remembering the text of each story, in the transaction that keeps the story itself."""

from collections.abc import Iterable, Mapping

from django.db import transaction

from harkara.search.duplicates.sketch import Sketches, packed, sketch_each
from harkara.search.models import Print, Sketch
from harkara.search.queries.sketches import MANY, holders_of, sketches, without_sketch


def remember(texts: Mapping[int, str]) -> int:
    """Remember the texts of stories as they are now; return how many were not known so already."""
    return _keep(sketch_each(texts))


@transaction.atomic
def remember_missing(made: Sketches) -> int:
    """Keep the sketches that were made of stories nobody remembers yet; return how many.

    A story that was saved since its text was read is remembered by now, and stays as it is.
    """
    missing = without_sketch(list(made))
    return _keep({story: prints for story, prints in made.items() if story in missing})


@transaction.atomic
def _keep(new: Sketches) -> int:
    kept = sketches(list(new))
    changed = {story: prints for story, prints in new.items() if kept.get(story) != prints}
    for story, prints in changed.items():
        _take_back(story, set(kept.get(story, ())) - set(prints))
    _add({story: set(prints) - set(kept.get(story, ())) for story, prints in changed.items()})
    Sketch.objects.bulk_create(
        [Sketch(story=story, prints=packed(prints)) for story, prints in changed.items()],
        update_conflicts=True,
        unique_fields=["story"],
        update_fields=["prints"],
    )
    return len(changed)


@transaction.atomic
def forget(stories: Iterable[int]) -> None:
    """Forget the texts of stories that are deleted."""
    kept = sketches(list(stories))
    for story, prints in kept.items():
        _take_back(story, set(prints))
    Sketch.objects.filter(pk__in=list(kept)).delete()


def _take_back(story: int, prints: set[int]) -> None:
    if prints:
        Print.objects.filter(print__in=sorted(prints), story=story).delete()


def _add(new: Mapping[int, set[int]]) -> None:
    """Write the rows of new prints, but of none that stands in many stories already."""
    holders = holders_of(set().union(*new.values()))
    rows = []
    for story, prints in new.items():
        for one in prints:
            if holders[one] < MANY:
                holders[one] += 1
                rows.append((one, story))
    # In the order of the key, so that neighbours are written together; and as plain rows: there are
    # thirty for each story, and making an object of each would cost more than writing it.
    rows.sort()
    connection = transaction.get_connection()
    table, *columns = map(connection.ops.quote_name, (Print._meta.db_table, "print", "story"))
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES (%s, %s) ON CONFLICT DO NOTHING",  # noqa: S608
            rows,
        )
