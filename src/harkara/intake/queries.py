"""What intake is asked: what waits at the desk that came by itself."""

from collections.abc import Sequence

from django.db.models import Case, IntegerField, QuerySet, Value, When

from harkara.intake.models import Arrival


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
