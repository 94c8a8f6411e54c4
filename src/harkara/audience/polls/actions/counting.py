"""Counting anew: the tally from the ledger, vote by vote, and whether the ledger is whole."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Count

from harkara.audience.polls.actions.sealing import broken_seals, hold_the_ledger
from harkara.audience.polls.models import Choice, Poll, PollDecision, Seal, Vote


@dataclass(frozen=True, slots=True, kw_only=True)
class Recount:
    """What came of counting: how many votes, which polls were put right, what was changed."""

    votes: int
    wrong: tuple[int, ...]
    """The numbers of the polls whose tally was not what the ledger says."""
    broken: int
    """How many seals do not fit the votes they are of."""
    unsealed: int
    """How many votes are under no seal."""


def recount(*, by: str, at: datetime) -> Recount:
    """Count every poll from the ledger, put right the tallies that differ, and check the seals."""
    with transaction.atomic():
        hold_the_ledger()
        counts = _counts()
        wrong: dict[int, int] = {}
        for choice in Choice.objects.all():
            counted, aside = counts[choice.poll_id, choice.place]
            if (choice.counted, choice.aside) != (counted, aside):
                Choice.objects.filter(pk=choice.pk).update(counted=counted, aside=aside)
                wrong[choice.poll_id] = wrong.get(choice.poll_id, 0) + counted + aside
        Poll.objects.filter(pk__in=wrong).update(moved=True)
        PollDecision.objects.bulk_create(
            PollDecision(poll_id=poll, kind=PollDecision.Kind.RECOUNTED, votes=votes, by=by, at=at)
            for poll, votes in wrong.items()
        )
        broken = sum(1 for _ in broken_seals())
        votes = Vote.objects.count()
        under = sum(
            Vote.objects.filter(pk__gte=first, pk__lte=last).count()
            for first, last in Seal.objects.values_list("first", "last")
        )
    return Recount(votes=votes, wrong=tuple(wrong), broken=broken, unsealed=votes - under)


def _counts() -> dict[tuple[int, int], tuple[int, int]]:
    counts: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0])
    rows = (
        Vote.objects.order_by()
        .values_list("crowd__poll", "choice", "crowd__is_aside")
        .annotate(Count("pk"))
    )
    for poll, choice, is_aside, votes in rows:
        counts[poll, choice][is_aside] += votes
    return defaultdict(lambda: (0, 0), {key: (one[0], one[1]) for key, one in counts.items()})
