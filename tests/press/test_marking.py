"""Marking pages stale in the transaction that changes what they show."""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.press.site import Paper

from harkara.press import clock, priorities, queries, signals
from harkara.press.actions import (
    BadPath,
    Kind,
    OutsideTransaction,
    mark_all,
    mark_stale,
    press,
    want,
)
from harkara.press.models import Key, Target
from harkara.press.tasks import run_until_idle


@pytest.fixture
def said() -> Iterator[list[int]]:
    """Collect how many pages each signal says became stale."""
    counts: list[int] = []

    def hear(count: int, **_: object) -> None:
        counts.append(count)

    signals.marked.connect(hear)
    yield counts
    signals.marked.disconnect(hear)


@pytest.fixture
def printed(paper: Paper) -> Paper:
    """Return a paper of three stories and a front, all pressed."""
    for name in ("bandh", "mela", "pul"):
        paper.write(name, f"{name} की खबर")
    with transaction.atomic():
        want({"/": priorities.FRONT})
    run_until_idle()
    return paper


def test_only_the_pages_that_read_a_key_become_stale(printed: Paper) -> None:
    count = printed.mark(["text:mela"])

    assert queries.stale_paths() == {"/mela/", "/"}
    assert count == 2


def test_a_key_nobody_read_makes_nothing_stale_and_is_remembered(printed: Paper) -> None:
    assert printed.mark(["poll:7"]) == 0
    assert queries.stale_paths() == set()
    assert Key.objects.get(name="poll:7").changed == clock.now()


def test_marking_nothing_does_not_move_the_clock(printed: Paper) -> None:
    before = clock.now()

    assert printed.mark([]) == 0
    assert clock.now() == before


def test_marking_outside_a_transaction_is_refused(paper: Paper) -> None:
    with pytest.raises(OutsideTransaction):
        mark_stale(["menu"])
    with pytest.raises(OutsideTransaction):
        want(["/"])
    with pytest.raises(OutsideTransaction):
        mark_all()

    assert not Key.objects.exists()


def test_a_change_that_is_undone_makes_nothing_stale(printed: Paper, said: list[int]) -> None:
    with transaction.atomic():
        mark_stale(["text:mela"])
        transaction.set_rollback(True)

    assert queries.stale_paths() == set()
    assert said == []


def test_word_goes_out_after_the_commit_and_not_before(printed: Paper, said: list[int]) -> None:
    with transaction.atomic():
        mark_stale(["text:mela"])
        assert said == []

    assert said == [2]


def test_a_receiver_that_fails_stops_nobody(
    printed: Paper, said: list[int], caplog: pytest.LogCaptureFixture
) -> None:
    def broken(**_: object) -> None:
        message = "the telephone is dead"
        raise RuntimeError(message)

    signals.marked.connect(broken)
    try:
        printed.mark(["text:mela"])
    finally:
        signals.marked.disconnect(broken)

    assert said == [2]
    assert "the telephone is dead" in caplog.text


def test_a_page_is_counted_once_however_many_of_its_keys_change(printed: Paper) -> None:
    many = [f"text:{number}" for number in range(1200)]

    assert printed.mark([*many, "front", "text:bandh", "text:mela"]) == 3


@pytest.mark.parametrize(("size", "expected"), [(1, 7), (400, 7), (1200, 11)])
def test_a_mark_asks_two_queries_for_every_four_hundred_keys(
    printed: Paper, size: int, expected: int
) -> None:
    keys = [f"text:{number}" for number in range(size)]
    with CaptureQueriesContext(connection) as asked:
        printed.mark(keys)

    # Begin, tick and read the clock; write the keys, find those of many, mark readers; commit.
    assert len(asked) == expected


def test_the_queries_of_a_mark_do_not_grow_with_its_readers(printed: Paper) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert printed.mark(["front"]) == 1
    one = len(asked)
    with CaptureQueriesContext(connection) as asked:
        assert printed.mark(["front", "text:bandh", "text:mela", "text:pul"]) == 4

    assert len(asked) == one


@pytest.mark.sqlite
def test_a_mark_finds_its_readers_without_walking_any_table(database: None) -> None:
    plan = queries.readers_of(["menu", "front"]).explain()

    assert "press_reading_by_key" in plan
    assert "SCAN" not in plan


@pytest.mark.sqlite
def test_what_waits_is_read_off_an_index_of_stale_pages_alone(database: None) -> None:
    plan = queries.due(timezone.now()).explain()

    assert "press_stale_in_turn" in plan
    assert "TEMP B-TREE" not in plan


def test_a_wanted_page_is_stale_until_it_is_pressed(paper: Paper) -> None:
    paper.texts["bandh"] = "पानी"
    with transaction.atomic():
        assert want({"/bandh/": priorities.STORY}) == 1

    assert queries.stale_paths() == {"/bandh/"}
    assert press("/bandh/").kind is Kind.PRESSED
    assert queries.stale_paths() == set()


def test_wanting_a_pressed_page_makes_it_stale_again(printed: Paper) -> None:
    with transaction.atomic():
        want(["/mela/"])

    assert queries.stale_paths() == {"/mela/"}


def test_an_encoded_and_a_decoded_address_want_the_same_page(paper: Paper) -> None:
    with transaction.atomic():
        want(["/%E0%A4%A8%E0%A4%A6%E0%A5%80/", "/नदी/"])

    assert queries.stale_paths() == {"/नदी/"}


@pytest.mark.parametrize("path", ["/../x/", "/assets/a.css", "no-slash/"])
def test_a_page_cannot_be_wanted_where_none_can_stand(paper: Paper, path: str) -> None:
    with transaction.atomic(), pytest.raises(BadPath):
        want([path])


def test_every_page_can_be_made_stale_at_once(printed: Paper) -> None:
    with transaction.atomic():
        count = mark_all()

    assert count == 4
    assert queries.stale_paths() == {"/", "/bandh/", "/mela/", "/pul/"}


def test_a_mark_tries_a_failed_page_again_at_once(printed: Paper) -> None:
    printed.broken.add("/mela/")
    printed.mark(["text:mela"])
    run_until_idle()
    assert Target.objects.get(path="/mela/").retry_at is not None

    printed.broken.clear()
    printed.mark(["text:mela"])
    run_until_idle()

    assert queries.stale_paths() == set()
