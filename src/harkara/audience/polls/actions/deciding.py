"""What the desk decides about votes: a network's are counted or set aside, whatever its score."""

from collections import defaultdict
from datetime import datetime

from django.db import transaction

from harkara.audience.polls.actions.crowding import Counts, move
from harkara.audience.polls.actions.draining import add_to_tallies
from harkara.audience.polls.actions.sealing import hold_the_ledger
from harkara.audience.polls.models import Crowd, PollDecision


def set_aside(poll_id: int, crowd_id: int, *, by: str, at: datetime) -> None:
    """Set a network's votes aside, those that come yet with them. Raises Crowd.DoesNotExist."""
    _decide(poll_id, crowd_id, is_aside=True, by=by, at=at)


def count_in(poll_id: int, crowd_id: int, *, by: str, at: datetime) -> None:
    """Count a network's votes, those that come yet with them. Raises Crowd.DoesNotExist."""
    _decide(poll_id, crowd_id, is_aside=False, by=by, at=at)


def _decide(poll_id: int, crowd_id: int, *, is_aside: bool, by: str, at: datetime) -> None:
    with transaction.atomic():
        hold_the_ledger()
        crowd = Crowd.objects.get(pk=crowd_id, poll=poll_id)
        counts: Counts = defaultdict(lambda: [0, 0])
        move(crowd, counts, is_aside=is_aside)
        crowd.decided_by = by
        crowd.save(update_fields=["is_aside", "decided_by"])
        add_to_tallies(counts)
        kind = PollDecision.Kind.ASIDE if is_aside else PollDecision.Kind.COUNTED
        PollDecision.objects.create(
            poll_id=crowd.poll_id, kind=kind, votes=crowd.votes, by=by, at=at
        )
