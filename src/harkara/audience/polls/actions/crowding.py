"""Crowding: new votes are added to those of their networks, and the networks looked at anew."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from harkara.audience.polls.models import Choice, Crowd
from harkara.audience.polls.records import Ballot, Way
from harkara.audience.polls.scoring import ASIDE, FEWEST_PLAIN, Seen, score

Counts = dict[tuple[int, int], list[int]]
"""By poll and answer: what to add to the votes that count, and to those that are set aside."""
MINUTE = 60
FEW = 500
CHANGED = [
    "votes", "by_choice", "plain", "alike", "minute", "in_minute", "busiest", "last_at", "score",
    "reasons", "is_aside",
]  # fmt: skip


def gather_crowds(ballots: Sequence[Ballot], counts: Counts) -> dict[tuple[int, str], int]:
    """Add ballots to their crowds and to `counts`; return the crowds' ids by poll and network.

    A network that is seen now to be no reader's takes its earlier votes aside with it. Must be
    called in the transaction that adds the votes.
    """
    by_crowd: dict[int, dict[str, list[Ballot]]] = defaultdict(lambda: defaultdict(list))
    for ballot in ballots:
        by_crowd[ballot.poll][ballot.network].append(ballot)
    ids: dict[tuple[int, str], int] = {}
    for poll, networks in by_crowd.items():
        tally = _tally(poll, ballots)
        there = {row.network or "": row for row in _rows(poll, list(networks))}
        for network, came in networks.items():
            crowd = there.setdefault(network, _new(poll, came[0], len(tally)))
            _add(crowd, came, counts)
        for crowd in there.values():
            judge(crowd, tally, counts)
        _keep(list(there.values()))
        ids |= {(poll, network): crowd.pk for network, crowd in there.items()}
    return ids


def judge(crowd: Crowd, tally: Sequence[int], counts: Counts) -> None:
    """Weigh a crowd against all votes of its poll; set it aside or count it as that says.

    `tally` has all votes of the poll, its own among them. An editor's word stands over the score.
    """
    if crowd.votes >= FEWEST_PLAIN:
        others = [max(all_ - own, 0) for all_, own in zip(tally, crowd.by_choice, strict=True)]
        seen = Seen(
            by_choice=crowd.by_choice,
            plain=crowd.plain,
            alike=crowd.alike,
            busiest=crowd.busiest,
        )
        crowd.score, crowd.reasons = score(seen, others)
    if not crowd.decided_by:
        move(crowd, counts, is_aside=crowd.is_aside or crowd.score >= ASIDE)


def move(crowd: Crowd, counts: Counts, *, is_aside: bool) -> None:
    """Set a crowd's votes aside or count them, and say in `counts` what that changes."""
    if crowd.is_aside != is_aside:
        to, of = (1, 0) if is_aside else (0, 1)
        for place, votes in enumerate(crowd.by_choice, 1):
            counts[crowd.poll_id, place][to] += votes
            counts[crowd.poll_id, place][of] -= votes
    crowd.is_aside = is_aside


def _tally(poll: int, ballots: Iterable[Ballot]) -> list[int]:
    """Return all votes of a poll for each answer, with those that are about to be added."""
    rows = Choice.objects.filter(poll=poll).order_by("place")
    tally = [counted + aside for counted, aside in rows.values_list("counted", "aside")]
    for ballot in ballots:
        if ballot.poll == poll:
            tally[ballot.choice - 1] += 1
    return tally


def _rows(poll: int, networks: Sequence[str]) -> list[Crowd]:
    found: list[Crowd] = []
    for start in range(0, len(networks), FEW):
        few = networks[start : start + FEW]
        found += Crowd.objects.filter(poll=poll, network__in=few)
    return found


def _new(poll: int, first: Ballot, choices: int) -> Crowd:
    return Crowd(
        poll_id=poll,
        network=first.network,
        by_choice=[0] * choices,
        browser=first.browser,
        first_at=first.at,
        last_at=first.at,
    )


def _add(crowd: Crowd, came: Sequence[Ballot], counts: Counts) -> None:
    for ballot in sorted(came, key=lambda one: one.at):
        crowd.votes += 1
        crowd.by_choice[ballot.choice - 1] += 1
        crowd.plain += ballot.way is Way.PLAIN
        crowd.alike += ballot.browser == crowd.browser
        minute = int(ballot.at.timestamp()) // MINUTE
        crowd.in_minute = crowd.in_minute + 1 if minute == crowd.minute else 1
        crowd.minute = minute
        crowd.busiest = max(crowd.busiest, crowd.in_minute)
        crowd.last_at = max(crowd.last_at, ballot.at)
        counts[crowd.poll_id, ballot.choice][crowd.is_aside] += 1


def _keep(crowds: Sequence[Crowd]) -> None:
    for crowd in crowds:
        # Its poll and network say which one it is; it gets the id that stands there.
        crowd.pk = None
    Crowd.objects.bulk_create(
        crowds,
        batch_size=FEW,
        update_conflicts=True,
        unique_fields=["poll", "network"],
        update_fields=CHANGED,
    )
