"""The change log: what is noted stands or falls with its transaction, and is read in order."""

from collections.abc import Sequence

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from harkara.search.actions import OutsideTransaction, note, note_group, step_walk
from harkara.search.queries import changes_after, now, walks_wait


class Undone(Exception):
    """What undoes a transaction in a test."""


def noted(seen: int = 0, limit: int = 100) -> list[int]:
    return [document for _at, document in changes_after(seen, limit)]


@transaction.atomic
def note_and_fail() -> None:
    note([1])
    raise Undone


def by_hundreds(group: str, bookmark: str) -> tuple[Sequence[int], str]:
    """Give the documents 0 to 249 as one group."""
    assert group == "topic:7"
    start = int(bookmark or 0)
    end = min(start + 100, 250)
    return range(start, end), str(end)


@pytest.mark.django_db
def test_documents_are_read_in_the_order_in_which_they_were_last_noted() -> None:
    for documents in ([5, 3], [9], [3]):
        note(documents)

    assert noted() == [5, 9, 3]


@pytest.mark.django_db
def test_a_follower_reads_on_in_the_middle_of_what_was_noted_together() -> None:
    note(range(10, 15))
    first = changes_after(0, 3)

    assert [document for _at, document in first] == [10, 11, 12]
    assert noted(first[-1].at) == [13, 14]


@pytest.mark.django_db
def test_who_has_seen_everything_reads_what_comes_later_and_nothing_twice() -> None:
    note([1, 2])
    seen = now()

    assert noted(seen) == []
    note([2])
    assert noted(seen) == [2]


@pytest.mark.django_db
def test_what_is_undone_was_never_noted() -> None:
    with pytest.raises(Undone):
        note_and_fail()

    assert noted() == []


@pytest.mark.django_db
def test_nothing_is_noted_outside_the_transaction_that_changes_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(transaction.get_connection(), "in_atomic_block", False)

    with pytest.raises(OutsideTransaction):
        note([1])
    with pytest.raises(OutsideTransaction):
        note_group("topic:7")


@pytest.mark.django_db
def test_a_large_group_is_noted_in_one_row_and_walked_in_parts() -> None:
    note_group("topic:7")

    assert noted() == []
    assert walks_wait()

    counts = [step_walk(by_hundreds) for _ in range(4)]

    assert counts == [100, 100, 50, 0]
    assert noted(limit=1000) == list(range(250))
    assert not walks_wait()


@pytest.mark.django_db
def test_a_group_that_changes_while_it_is_walked_is_walked_anew() -> None:
    note_group("topic:7")
    step_walk(by_hundreds)
    note_group("topic:7")
    seen = now()

    while walks_wait():
        step_walk(by_hundreds)

    assert noted(seen, limit=1000) == list(range(250))


@pytest.mark.django_db
def test_noting_costs_the_same_number_of_queries_for_one_document_and_for_a_hundred() -> None:
    note([1])
    costs = []
    for documents in ([2], range(100)):
        with CaptureQueriesContext(connection) as asked:
            note(documents)
        costs.append(len(asked))

    assert costs[0] == costs[1]
