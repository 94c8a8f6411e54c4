"""Pressing one page: what is stored, and what is recorded."""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from tests.press.site import Paper, text_of

from harkara.press import priorities, queries, signals
from harkara.press.actions import Kind, Outcome, press
from harkara.press.models import Reading, Target
from harkara.press.stores import DiskStore
from harkara.press.tasks import run_until_idle


@pytest.fixture
def said() -> Iterator[list[tuple[str, str]]]:
    """Collect what the press says it did."""
    words: list[tuple[str, str]] = []

    def hear_pressed(path: str, **_: object) -> None:
        words.append(("pressed", path))

    def hear_removed(path: str, **_: object) -> None:
        words.append(("removed", path))

    signals.pressed.connect(hear_pressed)
    signals.removed.connect(hear_removed)
    yield words
    signals.pressed.disconnect(hear_pressed)
    signals.removed.disconnect(hear_removed)


def test_a_pressed_page_lies_in_the_store_and_is_stale_no_more(
    paper: Paper, store: DiskStore, said: list[tuple[str, str]]
) -> None:
    paper.write("bandh", "पानी छोड़ा गया")

    outcome = press("/bandh/")

    target = Target.objects.get(path="/bandh/")
    assert outcome == Outcome("/bandh/", Kind.PRESSED)
    assert "पानी छोड़ा गया" in text_of(store, "/bandh/")
    assert queries.stale_paths() == set()
    assert queries.readings("/bandh/") == {"text:bandh"}
    assert (target.priority, target.content_type) == (
        priorities.STORY,
        "text/html; charset=utf-8",
    )
    assert target.stored_at is not None
    assert said == [("pressed", "/bandh/")]


def test_a_page_whose_bytes_did_not_change_is_not_written_again(
    paper: Paper, store: DiskStore, said: list[tuple[str, str]]
) -> None:
    paper.write("bandh", "पानी")
    press("/bandh/")
    before = store.version("/bandh/", "identity")

    paper.mark(["text:bandh"])
    outcome = press("/bandh/")

    assert outcome.kind is Kind.UNCHANGED
    assert store.version("/bandh/", "identity") == before
    assert queries.stale_paths() == set()
    assert said == [("pressed", "/bandh/")]


def test_a_page_that_is_gone_is_taken_out_with_its_row(
    paper: Paper, store: DiskStore, said: list[tuple[str, str]]
) -> None:
    paper.write("bandh", "पानी")
    press("/bandh/")
    paper.withdraw("bandh")

    outcome = press("/bandh/")

    assert outcome.kind is Kind.GONE
    assert store.read("/bandh/") is None
    assert not Target.objects.exists()
    assert not Reading.objects.exists()
    assert said[-1] == ("removed", "/bandh/")


def test_the_recorded_keys_are_replaced_by_those_of_the_last_render(
    paper: Paper, store: DiskStore
) -> None:
    paper.write("bandh", "पानी")
    paper.write("mela", "भीड़")
    press("/")
    paper.withdraw("bandh")
    paper.write("pul", "उद्घाटन")

    press("/")

    assert queries.readings("/") == {"front", "text:mela", "text:pul"}
    paper.mark(["text:bandh"])
    assert "/" not in queries.stale_paths()


def test_a_page_nobody_wanted_can_be_pressed(paper: Paper, store: DiskStore) -> None:
    paper.texts["bandh"] = "पानी"

    assert press("/bandh/").kind is Kind.PRESSED
    assert queries.stale_paths() == set()


def test_a_press_inside_a_transaction_is_refused_before_it_writes_a_file(
    paper: Paper, store: DiskStore
) -> None:
    paper.texts["bandh"] = "पानी"

    with transaction.atomic(), pytest.raises(RuntimeError, match="durable"):
        press("/bandh/")

    assert list(store.paths()) == []


def test_the_queries_of_a_press_do_not_grow_with_the_paper(paper: Paper) -> None:
    for name in ("bandh", "mela", "pul"):
        paper.write(name, "खबर")
    run_until_idle()
    paper.write("mela", "नई खबर")

    with CaptureQueriesContext(connection) as asked:
        press("/mela/")

    # Clock, target there; begin, hold the clock, target, keys, readings, settle, commit.
    assert len(asked) == 9
