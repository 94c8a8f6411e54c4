"""The ledger of votes in the database itself: it is added to, and nothing else."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models.deletion import ProtectedError
from django.db.models.expressions import F
from pytest_django import Settings
from tests.audience import polling
from tests.audience.conftest import MINUTE, NOON
from tests.audience.polling import Readers, tally

from harkara.audience.models import Crowd, Poll, PollDecision, Seal, Vote
from harkara.audience.polls import actions

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("paper")]


@pytest.fixture
def poll(settings: Settings, tmp_path: Path, paper: None) -> Iterator[Poll]:
    """A poll with three votes of two networks, under one seal."""
    settings.AUDIENCE_VOTES = str(tmp_path / "votes")
    settings.AUDIENCE_PUZZLE_BITS = 3
    readers = Readers(tmp_path / "votes")
    poll = polling.asked(NOON)
    for choice, address in ((1, "192.0.2.1"), (2, "192.0.2.1"), (2, "192.0.2.2")):
        readers.vote(poll, choice=choice, address=address)
    assert tally(poll) == ([1, 2, 0], [0, 0, 0])
    yield poll
    polling.let_go()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audience_vote SET choice = 1",
        "UPDATE audience_vote SET crowd_id = (SELECT MIN(crowd_id) FROM audience_vote)",
        "UPDATE audience_vote SET digest = digest",
        "UPDATE audience_vote SET at = '2026-11-27 00:00:00+00:00'",
        "UPDATE audience_vote SET id = id + 100",
        "DELETE FROM audience_vote",
        "DELETE FROM audience_vote WHERE choice = 1",
        "UPDATE audience_seal SET seal = ''",
        "UPDATE audience_seal SET last = last + 1",
        "DELETE FROM audience_seal",
        "UPDATE audience_crowd SET poll_id = {other}",
        "UPDATE audience_polldecision SET {by} = 'kisi-aur-ne'",
    ],
)
def test_the_database_refuses_to_change_or_take_out_what_was_voted(poll: Poll, change: str) -> None:
    other = polling.asked(NOON)
    by = connection.ops.quote_name("by")
    before = rows()

    with pytest.raises(IntegrityError, match=r"added|stay"), transaction.atomic():
        raw(change.format(other=other.pk, by=by))

    assert rows() == before


def test_the_orm_is_refused_too(poll: Poll) -> None:
    vote = Vote.objects.first()
    assert vote
    again = Vote(pk=vote.pk, digest="0" * 32, crowd_id=vote.crowd_id, choice=3, at=NOON)
    before = rows()

    for change in (
        lambda: Vote.objects.update(choice=1),
        lambda: Vote.objects.all().delete(),
        lambda: Seal.objects.all().delete(),
        lambda: Vote.objects.bulk_update([again], ["choice"]),
        lambda: Vote.objects.bulk_create(
            [again], update_conflicts=True, unique_fields=["id"], update_fields=["choice"]
        ),
        lambda: Vote.objects.bulk_create([again]),
        lambda: Crowd.objects.update(poll=polling.asked(NOON)),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()

    assert rows() == before


def test_a_poll_that_was_voted_in_is_not_deleted(poll: Poll) -> None:
    with pytest.raises(ProtectedError):
        poll.delete()
    with pytest.raises(ProtectedError):
        Crowd.objects.all().delete()


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("vote (id, digest, crowd_id, choice, at)", "SELECT id, 'x', crowd_id, 3, at"),
        ("vote (digest, crowd_id, choice, at)", "SELECT digest, crowd_id, 3, at"),
        ("seal (first, last, seal)", "SELECT first, last + 1, ''"),
    ],
)
def test_a_row_is_not_put_in_the_place_of_another(poll: Poll, table: str, row: str) -> None:
    name = table.partition(" ")[0]
    before = rows()

    with pytest.raises(IntegrityError, match="added"), transaction.atomic():
        raw(f"INSERT OR REPLACE INTO audience_{table} {row} FROM audience_{name}")

    assert rows() == before


@pytest.mark.postgres
@pytest.mark.parametrize("table", ["audience_vote", "audience_seal"])
def test_the_ledger_is_not_emptied_at_a_stroke(poll: Poll, table: str) -> None:
    # What was just added still waits to be compared with the rows it points at.
    raw("SET CONSTRAINTS ALL IMMEDIATE")
    before = rows()

    with pytest.raises(IntegrityError, match="added"), transaction.atomic():
        raw(f"TRUNCATE {table}")

    assert rows() == before


def test_what_the_desk_decides_and_what_is_forgotten_moves_on(poll: Poll) -> None:
    crowd = Crowd.objects.get(votes=2)
    before = rows()

    actions.set_aside(poll.pk, crowd.pk, by="sampadak", at=NOON)
    assert tally(poll) == ([0, 1, 0], [1, 1, 0])
    actions.count_in(poll.pk, crowd.pk, by="sampadak", at=NOON)
    actions.close_now(poll.pk, by="sampadak", at=NOON + MINUTE)
    actions.take_off(poll.pk, by="sampadak", at=NOON + MINUTE)
    assert actions.forget_networks(NOON + timedelta(days=7, minutes=1)) == 2
    Crowd.objects.update(score=F("score") + 1)

    assert rows() == before
    found = actions.recount(by="sampadak", at=NOON)
    assert (found.votes, found.wrong, found.broken, found.unsealed) == (3, (), 0, 0)
    assert PollDecision.objects.count() == 5


def test_a_poll_nobody_voted_in_goes_with_its_answers_and_its_trail(poll: Poll) -> None:
    before = rows()

    polling.asked(NOON).delete()

    assert rows() == before
    assert set(PollDecision.objects.values_list("poll", flat=True)) == {poll.pk}


def rows() -> tuple[list[object], list[object]]:
    votes = Vote.objects.order_by("pk").values_list("pk", "digest", "crowd__poll", "choice", "at")
    return list(votes), list(Seal.objects.values_list("first", "last", "seal"))


def raw(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)
