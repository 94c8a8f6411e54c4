"""The worker: order, turns, and going on whatever happens."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from time import monotonic, sleep

import pytest
from django.db import OperationalError, connection, transaction
from django.utils import timezone
from tests.press.site import Paper

from harkara.press import priorities, queries, signals, tasks
from harkara.press.actions import Kind, want
from harkara.press.actions.claiming import LEASE, claim
from harkara.press.models import Target
from harkara.press.stores import DiskStore

SOON = 10.0


@contextmanager
def working() -> Iterator[threading.Thread]:
    """Run a worker in a thread of its own."""
    stop = threading.Event()
    thread = threading.Thread(target=tasks.work, args=(stop,))
    thread.start()
    try:
        yield thread
    finally:
        stop.set()
        thread.join(SOON)
    assert not thread.is_alive()


def comes_true(condition: Callable[[], bool]) -> bool:
    """Wait until something is so."""
    end = monotonic() + SOON
    while not condition():
        if monotonic() > end:
            return False
        sleep(0.01)
    return True


def test_the_most_urgent_come_first_and_of_those_the_newest(paper: Paper, store: DiskStore) -> None:
    for name in ("old", "middle", "new"):
        paper.texts[name] = name
    for wanted in (
        {"/": priorities.FRONT},
        {"/old/": priorities.STORY},
        {"/where/": priorities.REST},
        {"/middle/": priorities.STORY},
        {"/new/": priorities.STORY},
    ):
        with transaction.atomic():
            want(wanted)

    outcomes = tasks.run_once(limit=10)

    order = [outcome.path for outcome in outcomes]
    assert order == ["/new/", "/middle/", "/old/", "/", "/where/"]


def test_no_more_than_the_limit_are_taken(paper: Paper, store: DiskStore) -> None:
    for number in range(5):
        paper.write(f"story-{number}", "खबर")

    assert len(tasks.run_once(limit=2)) == 2
    assert len(queries.stale_paths()) == 3


def test_running_until_idle_counts_and_tells_how_far_it_is(paper: Paper, store: DiskStore) -> None:
    for number in range(40):
        paper.write(f"story-{number}", "खबर")
    paper.withdraw("story-0")
    told: list[tuple[int, int]] = []

    totals = tasks.run_until_idle(lambda done, left: told.append((done, left)))

    assert totals == {Kind.PRESSED: 39, Kind.GONE: 1}
    assert told == [(32, 8), (40, 0)]


def test_a_claimed_page_is_nobody_elses(paper: Paper) -> None:
    for number in range(4):
        paper.write(f"story-{number}", "खबर")
    now = timezone.now()

    first, second, third = claim(3, now), claim(3, now), claim(3, now)

    assert sorted([*first, *second]) == [f"/story-{number}/" for number in range(4)]
    assert not third


def test_the_pages_of_a_dead_worker_come_back(paper: Paper) -> None:
    paper.write("bandh", "पानी")
    now = timezone.now()
    claim(1, now)

    assert not claim(1, now + LEASE - timedelta(seconds=1))
    assert list(claim(1, now + LEASE)) == ["/bandh/"]


def test_running_until_idle_waits_for_what_others_hold(
    paper: Paper, store: DiskStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.write("bandh", "पानी")
    claim(1, timezone.now() - LEASE + timedelta(seconds=0.3))

    totals = tasks.run_until_idle()

    assert totals == {Kind.PRESSED: 1}


def test_a_pressed_page_is_given_back(paper: Paper, store: DiskStore) -> None:
    paper.write("bandh", "पानी")
    paper.write("mela", "भीड़")
    paper.broken.add("/mela/")
    tasks.run_once()

    assert not Target.objects.exclude(claimed_until=None).exists()


def test_a_failed_page_waits_for_its_time(paper: Paper, store: DiskStore) -> None:
    paper.write("bandh", "पानी")
    paper.broken.add("/bandh/")
    tasks.run_until_idle()

    assert not claim(1, timezone.now())
    assert list(claim(1, timezone.now() + timedelta(seconds=1))) == ["/bandh/"]


@pytest.mark.sqlite
def test_looking_for_work_when_there_is_none_writes_nothing(paper: Paper) -> None:
    with transaction.atomic():
        # Whoever asks for SQLite's write lock in the meantime would have to wait for us.
        other = connection.copy()
        other.settings_dict = {**other.settings_dict, "OPTIONS": {"timeout": 0}}
        with other.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM press_target")
            assert cursor.fetchone() == (0,)
        other.close()
    assert not claim(1, timezone.now())


@pytest.mark.parametrize("count", [2, 4])
def test_workers_press_every_page_once_and_no_page_twice_at_a_time(
    paper: Paper, store: DiskStore, count: int
) -> None:
    for number in range(40):
        paper.write(f"story-{number:02}", "खबर")
    barrier, errors = threading.Barrier(count), []

    def run() -> None:
        try:
            barrier.wait()
            tasks.run_until_idle()
        except Exception as error:  # noqa: BLE001 (told to the test below)
            errors.append(error)
        finally:
            connection.close()

    workers = [threading.Thread(target=run) for _ in range(count)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert errors == []
    assert set(Counter(paper.rendered).values()) == {1}
    assert len(paper.rendered) == 40
    assert len(list(store.paths())) == 40


def test_a_worker_presses_what_becomes_stale_while_it_waits(paper: Paper, store: DiskStore) -> None:
    with working():
        paper.write("bandh", "पानी")

        assert comes_true(lambda: store.read("/bandh/") is not None)


def test_a_worker_hears_of_what_another_process_commits(
    paper: Paper, store: DiskStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Signals do not cross processes: without them the database alone can tell.
    monkeypatch.setattr(signals.marked, "send_robust", lambda **_: [])
    monkeypatch.setattr(tasks, "SECOND", 60.0)
    with working():
        sleep(0.3)
        paper.write("bandh", "पानी")

        assert comes_true(lambda: store.read("/bandh/") is not None)


def test_a_worker_tries_a_failed_page_again_when_its_time_comes(
    paper: Paper, store: DiskStore
) -> None:
    paper.broken.add("/bandh/")
    with working():
        paper.write("bandh", "पानी")
        assert comes_true(lambda: "/bandh/" in paper.rendered)
        paper.broken.clear()

        assert comes_true(lambda: store.read("/bandh/") is not None)


def test_the_clock_of_the_site_is_kept_whatever_one_of_its_calls_does(
    paper: Paper, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    calls: list[int] = []

    def broken() -> None:
        message = "the clock is stuck"
        raise RuntimeError(message)

    monkeypatch.setattr(tasks, "every_second", [broken, lambda: calls.append(1)])
    monkeypatch.setattr(tasks, "SECOND", 0.05)
    with working():
        assert comes_true(lambda: len(calls) >= 3)

    assert caplog.text.count("RuntimeError: the clock is stuck") == 1


def test_the_clock_is_kept_while_much_is_stale(
    paper: Paper, store: DiskStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    stale_then: list[int] = []
    monkeypatch.setattr(tasks, "every_second", [lambda: stale_then.append(queries.stale_count())])
    monkeypatch.setattr(tasks, "SECOND", 0.05)
    for number in range(60):
        paper.texts[f"story-{number}"] = "खबर"
    with transaction.atomic():
        want([f"/story-{number}/" for number in range(60)])
    with working():
        assert comes_true(lambda: not queries.stale_paths())

    assert any(0 < count < 60 for count in stale_then)


def test_a_worker_outlives_a_database_that_goes_away(
    paper: Paper,
    store: DiskStore,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(tasks, "AWAY", 0.01)
    asked: list[int] = []
    run_once = tasks.run_once

    def away_at_first(*, sharing: bool) -> object:
        asked.append(1)
        if len(asked) <= 3:
            message = "unable to open database file"
            raise OperationalError(message)
        return run_once(sharing=sharing)

    monkeypatch.setattr(tasks, "run_once", away_at_first)
    paper.write("bandh", "पानी")
    with working():
        assert comes_true(lambda: store.read("/bandh/") is not None)

    assert caplog.text.count("the database is away") == 1


def test_a_worker_outlives_what_nobody_foresaw(
    paper: Paper, store: DiskStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    run_once = tasks.run_once

    def stumble_at_first(*, sharing: bool) -> object:
        asked.append(1)
        if len(asked) == 1:
            raise ZeroDivisionError
        return run_once(sharing=sharing)

    monkeypatch.setattr(tasks, "SECOND", 0.01)
    monkeypatch.setattr(tasks, "run_once", stumble_at_first)
    paper.write("bandh", "पानी")
    with working():
        assert comes_true(lambda: store.read("/bandh/") is not None)


def test_who_shares_leaves_half_of_a_few_pages_and_none_of_many(
    paper: Paper, store: DiskStore
) -> None:
    for number in range(7):
        paper.write(f"story-{number}", "खबर")

    shares = [len(claim(limit, timezone.now(), sharing=True)) for limit in (3, 10, 10, 10)]

    # Three of seven are many for somebody who takes three; then half of four, and the last two.
    assert shares == [3, 2, 2, 0]
