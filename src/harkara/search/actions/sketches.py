"""Remembering the text of each story, in the transaction that keeps the story itself."""

from collections.abc import Iterable, Mapping

from django.db import transaction

from harkara.search.duplicates.reading import read
from harkara.search.duplicates.sketch import packed, sketch
from harkara.search.models import Print, Sketch
from harkara.search.queries.sketches import MANY, holders_of, sketches


@transaction.atomic
def remember(texts: Mapping[int, str]) -> int:
    """Remember the texts of stories as they are now; return how many were not known so already."""
    new = {story: sketch(read(text)) for story, text in texts.items()}
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
                rows.append(Print(print=one, story=story))
    # In the order of the key, so that neighbours are written together.
    rows.sort(key=lambda row: (row.print, row.story))
    Print.objects.bulk_create(rows, ignore_conflicts=True)
