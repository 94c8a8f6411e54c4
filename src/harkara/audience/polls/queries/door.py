"""What the door knows of polls to take a vote."""

from django.db.models import Count

from harkara.audience.polls.models import Poll
from harkara.audience.polls.records import Facts, Stage


def votable() -> dict[int, Facts]:
    """Return the polls that are open or will be, by their numbers. One query."""
    rows = Poll.objects.filter(taken_off=False).exclude(stage=Stage.CLOSED)
    found = rows.annotate(many=Count("choices")).values_list("pk", "opens_at", "closes_at", "many")
    return {pk: Facts(opens_at, closes_at, many) for pk, opens_at, closes_at, many in found}
