"""Sealing: the votes that are added together are bound to all that were added before them."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import UTC

from harkara.audience.polls.models import JournalRead, Seal, Vote

LEDGER = "ledger"
"""Not a journal's: the row whose lock lets one at a time add to the ledger."""
FEW = 2000


def hold_the_ledger() -> None:
    """Let nobody else add to the ledger until the transaction ends.

    An update, not SELECT FOR UPDATE: it takes the lock on SQLite too.
    """
    row = JournalRead.objects.filter(pk=LEDGER)
    if not row.update(offset=0):
        JournalRead.objects.bulk_create([JournalRead(pk=LEDGER)], ignore_conflicts=True)
        row.update(offset=0)


def seal(votes: Sequence[Vote]) -> None:
    """Bind votes, in the order of their ids, to those before. The ledger must be held."""
    if votes:
        before = Seal.objects.order_by("-first").values_list("seal", flat=True).first() or ""
        first, last = votes[0].pk, votes[-1].pk
        Seal.objects.create(first=first, last=last, seal=sealed(before, votes))


def sealed(before: str, votes: Sequence[Vote]) -> str:
    """Return the seal of votes that follow another seal."""
    hash_ = hashlib.sha256(before.encode())
    for vote in votes:
        at = vote.at.astimezone(UTC).isoformat()
        hash_.update(f"|{vote.pk} {vote.digest} {vote.crowd_id} {vote.choice} {at}".encode())
    return hash_.hexdigest()


def broken_seals() -> Iterator[Seal]:
    """Give each seal that its votes no longer fit. Reads the whole ledger, in order."""
    before = ""
    for one in Seal.objects.order_by("first").iterator(FEW):
        votes = list(Vote.objects.filter(pk__gte=one.first, pk__lte=one.last).order_by("pk"))
        if sealed(before, votes) != one.seal:
            yield one
        before = one.seal
