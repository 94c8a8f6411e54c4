"""What intake is asked: what waits at the desk that came by itself."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from django.db.models import Case, Count, F, IntegerField, QuerySet, Value, When

from harkara.intake.models import Arrival, ForeignId, KeptComment, MoveNote, WireToken

MOST_TOKENS = 200


def waiting(source: str = "") -> "QuerySet[Arrival]":
    """Return what nobody at the desk has looked at, the newest first; of one source if named."""
    found = Arrival.objects.filter(done_at__isnull=True).select_related("article")
    found = found.filter(source_name=source) if source else found
    return found.order_by("-came_at", "-pk")


def waiting_sources() -> Sequence[str]:
    """Return the sources of what waits, by name."""
    found = Arrival.objects.filter(done_at__isnull=True).order_by("source_name")
    return list(found.values_list("source_name", flat=True).distinct())


def most_urgent(most: int) -> Sequence[Arrival]:
    """Return what the desk should look at first: what was taken back, then newer versions."""
    urgency = Case(
        When(state=Arrival.State.KILLED, then=Value(0)),
        When(state=Arrival.State.WAITING, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return list(waiting().order_by(urgency, "-came_at", "-pk")[:most])


def tokens() -> Sequence[WireToken]:
    """Return the tokens of all wires, those that are still good first, the newest first."""
    found = WireToken.objects.select_related("service", "made_by")
    return list(found.order_by(F("ended_at").desc(nulls_first=True), "-made_at")[:MOST_TOKENS])


def counts_of_notes(move_id: int) -> dict[str, int]:
    """Return how many notes of each kind a move has; what needs a person comes first."""
    rows = MoveNote.objects.filter(move=move_id).order_by().values_list("kind")
    found = dict(rows.annotate(Count("pk")))
    return {kind: found[kind] for kind in MoveNote.Kind.values if kind in found}


def notes_of_move(move_id: int, kind: str) -> "QuerySet[MoveNote]":
    """Return the notes of one kind on a move, in the order of its file."""
    return MoveNote.objects.filter(move=move_id, kind=kind).order_by("pk")


def all_notes(move_id: int) -> "Iterator[tuple[MoveNote, int | None]]":
    """Give all notes on a move, each with the number of its story, in the order of its file."""
    rows = MoveNote.objects.filter(move=move_id).order_by("pk").select_related("article")
    for note in rows.defer("article__body").iterator(chunk_size=2000):
        yield note, note.article.number if note.article else None


def kept_comments() -> Iterator[tuple[int, list[KeptComment]]]:
    """Give the comments that moved in, story by story with its number, none of them twice."""
    found = KeptComment.objects.order_by("article_id", "pk").annotate(number=F("article__number"))
    for number, rows in groupby(found.iterator(chunk_size=2000), attrgetter("number")):
        yield number, list(rows)


def numbers_here(kind: str, key: str, foreign_ids: Collection[str]) -> dict[str, int]:
    """Return the numbers here of stories of a source, by what it calls them. One query."""
    rows = ForeignId.objects.filter(source_kind=kind, source_key=key, foreign_id__in=foreign_ids)
    return dict(rows.values_list("foreign_id", "article__number"))
