"""Draining: what the journals hold is added to the ledger and counted, each vote once.

How far a journal was read is kept in the transaction that adds its votes, so a kill at any moment
leaves either both or neither. A vote that stands in two journals, or twice in one, has one digest.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import F

from harkara.audience.polls.actions.crowding import Counts, gather_crowds
from harkara.audience.polls.actions.sealing import hold_the_ledger, seal
from harkara.audience.polls.journal import finished, journals, lines_after, read_line, remove
from harkara.audience.polls.models import Choice, JournalRead, Poll, Vote
from harkara.audience.polls.records import Ballot

AT_ONCE = 256 * 1024
"""So many bytes of a journal are added in one transaction: about two thousand votes."""
FEW = 500
"""So many values are asked for in one query."""


def drain(folder: Path | None = None) -> int:
    """Add what the journals hold to the ledger, until nothing is left; return how many votes."""
    there = Path(settings.AUDIENCE_VOTES) if folder is None else folder
    return sum(_drain(path) for path in journals(there))


def _drain(path: Path) -> int:
    # Whoever let go of it before it was read to its end writes no more to it.
    is_finished = finished(path)
    offset = JournalRead.objects.filter(pk=path.name).values_list("offset", flat=True).first() or 0
    added = 0
    while lines_after(path, offset, AT_ONCE)[0]:
        offset, more = _add(path)
        added += more
    if is_finished:
        remove(path)
        with transaction.atomic():
            # Another process that adds from it just now keeps its row until it is done.
            hold_the_ledger()
            JournalRead.objects.filter(pk=path.name).delete()
    return added


def _add(path: Path) -> tuple[int, int]:
    """Add the next votes of a journal; return how far it was read, and how many were new."""
    with transaction.atomic():
        hold_the_ledger()
        row, _made = JournalRead.objects.get_or_create(pk=path.name)
        lines, offset = lines_after(path, row.offset, AT_ONCE)
        ballots = _new(ballot for line in lines if (ballot := read_line(line)))
        counts: Counts = defaultdict(lambda: [0, 0])
        crowds = gather_crowds(ballots, counts)
        votes = [
            Vote(
                digest=ballot.digest,
                crowd_id=crowds[ballot.poll, ballot.network],
                choice=ballot.choice,
                at=ballot.at,
            )
            for ballot in ballots
        ]
        seal(Vote.objects.bulk_create(votes, batch_size=FEW))
        add_to_tallies(counts)
        row.offset = offset
        row.save(update_fields=["offset"])
    return offset, len(ballots)


def add_to_tallies(counts: Counts) -> None:
    """Add to what counts and what is set aside; pages follow with the clock's next turn.

    Must be called in a transaction.
    """
    for (poll, place), (counted, aside) in counts.items():
        if counted or aside:
            Choice.objects.filter(poll=poll, place=place).update(
                counted=F("counted") + counted, aside=F("aside") + aside
            )
    Poll.objects.filter(pk__in={poll for poll, _place in counts}).update(moved=True)


def _new(ballots: Iterable[Ballot]) -> list[Ballot]:
    """Return the ballots that are new, each as it came first, of answers there are."""
    by_digest: dict[str, Ballot] = {}
    for ballot in ballots:
        by_digest.setdefault(ballot.digest, ballot)
    there = set(_known(list(by_digest)))
    polls = {ballot.poll for ballot in by_digest.values()}
    answers = set(Choice.objects.filter(poll__in=polls).values_list("poll_id", "place"))
    return [
        ballot
        for digest, ballot in by_digest.items()
        if digest not in there and (ballot.poll, ballot.choice) in answers
    ]


def _known(digests: Sequence[str]) -> Iterable[str]:
    for start in range(0, len(digests), FEW):
        few = digests[start : start + FEW]
        yield from Vote.objects.filter(digest__in=few).values_list("digest", flat=True)
