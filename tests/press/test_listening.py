"""Word of a mark reaches every worker at once, by the server and not by looking again and again."""

import threading
from collections.abc import Iterator
from time import monotonic, sleep

import pytest
from django.db import connection, transaction
from tests.press.site import Paper

from harkara.press.listening import CHANNEL, Ear

pytestmark = pytest.mark.postgres
SOON = 10.0
LISTENERS = "SELECT pid FROM pg_stat_activity WHERE query = %s AND datname = current_database()"


@pytest.fixture
def wake(paper: Paper) -> Iterator[threading.Event]:
    """Listen, and return the event that word sets."""
    wake = threading.Event()
    ear = Ear(wake.set)
    ear.open()
    # The first word is its own: what was marked before it listened.
    assert wake.wait(SOON)
    wake.clear()
    yield wake
    ear.close()


def listeners() -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(LISTENERS, [f"LISTEN {CHANNEL}"])
        return [pid for (pid,) in cursor.fetchall()]


def test_a_mark_wakes_who_listens(paper: Paper, wake: threading.Event) -> None:
    paper.write("bandh", "पानी")

    assert wake.wait(SOON)


def test_a_mark_that_is_taken_back_wakes_nobody(paper: Paper, wake: threading.Event) -> None:
    with transaction.atomic():
        paper.write("bandh", "पानी")
        transaction.set_rollback(True)
    # Word comes in the order of commits: had the first been sent, it would be here.
    assert not wake.is_set()
    paper.write("mela", "भीड़")

    assert wake.wait(SOON)


def test_who_was_cut_off_listens_again_and_looks_what_it_missed(
    paper: Paper, wake: threading.Event
) -> None:
    (before,) = listeners()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [before])

    assert wake.wait(SOON)
    end = monotonic() + SOON
    while before in listeners() or not listeners():
        assert monotonic() < end
        sleep(0.01)
