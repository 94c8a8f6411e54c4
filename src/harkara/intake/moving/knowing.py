"""Knowing: which stories of an archive are here already, by their ids and by their texts."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from harkara.intake.models import ForeignId, Move

AT_ONCE = 500
T = TypeVar("T")


def known(move: Move, foreign_ids: Iterable[str]) -> dict[str, ForeignId]:
    """Return which of these ids of a move's source are stories of ours."""
    rows = ForeignId.objects.filter(source_kind=move.source_kind, source_key=move.source_key)
    found: dict[str, ForeignId] = {}
    for some in _some(foreign_ids):
        for row in rows.filter(foreign_id__in=some).select_related("article"):
            found[row.foreign_id] = row
    return found


def with_texts(text_prints: Iterable[int]) -> dict[int, ForeignId]:
    """Return the stories on the site that have these texts, the first one of each."""
    found: dict[int, ForeignId] = {}
    rows = ForeignId.objects.filter(article__live=True).select_related("article")
    for some in _some(text_prints):
        for row in rows.filter(text_print__in=some).order_by("-pk"):
            if row.text_print is not None:
                found[row.text_print] = row
    return found


def _some(things: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(things)
    while some := list(islice(rest, AT_ONCE)):
        yield some
