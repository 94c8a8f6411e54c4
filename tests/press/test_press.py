"""Pressing one page: what is stored, what is recorded, and what a change meanwhile does."""

import logging
from collections.abc import Callable, Iterator

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from tests.press.site import Paper

from harkara.press import priorities, queries, signals
from harkara.press.actions import Kind, Outcome, press, want
from harkara.press.models import Reading, Target
from harkara.press.stores import DiskStore, staging
from harkara.press.tasks import run_until_idle
from harkara.press.verify import verify


class Killed(BaseException):
    """The process ends here."""


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


def text_of(store: DiskStore, path: str) -> str:
    stored = store.read(path)
    return stored.body.decode() if stored else ""


def once(do: Callable[[], object]) -> Callable[[str], None]:
    """Return a hook that does something during the next rendering and never again."""
    left = [do]

    def hook(_path: str) -> None:
        if left:
            left.pop()()

    return hook


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


def test_a_change_while_a_page_is_made_leaves_it_stale(paper: Paper, store: DiskStore) -> None:
    paper.write("bandh", "पहले")
    paper.while_rendering = once(lambda: paper.write("bandh", "बाद में"))

    outcome = press("/bandh/")

    assert outcome.kind is Kind.OVERTAKEN
    assert queries.stale_paths() == {"/bandh/"}
    assert press("/bandh/").kind is Kind.PRESSED
    assert "बाद में" in text_of(store, "/bandh/")
    assert queries.stale_paths() == set()


def test_a_page_half_of_which_is_older_never_reaches_the_store(
    paper: Paper, store: DiskStore
) -> None:
    paper.write("bandh", "पहले")
    press("/")
    paper.write("bandh", "बाद में")
    paper.while_rendering = once(lambda: paper.write("mela", "भीड़"))

    press("/")

    assert "पहले" in text_of(store, "/")
    run_until_idle()
    assert "बाद में" in text_of(store, "/")
    assert "भीड़" in text_of(store, "/")


def test_a_change_to_what_a_page_did_not_read_this_time_does_not_keep_it_from_the_store(
    paper: Paper, store: DiskStore
) -> None:
    paper.write("bandh", "पहले")
    paper.while_rendering = once(lambda: paper.mark(["text:mela"]))

    assert press("/bandh/").kind is Kind.PRESSED
    assert queries.stale_paths() == set()


def test_a_change_to_a_key_that_is_read_for_the_first_time_leaves_the_page_stale(
    paper: Paper, store: DiskStore
) -> None:
    paper.texts["bandh"] = "पहले"

    def change() -> None:
        with transaction.atomic():
            paper.texts["bandh"] = "बाद में"
            paper.mark(["text:bandh"])

    paper.while_rendering = once(change)
    press("/bandh/")

    assert queries.stale_paths() == {"/bandh/"}


def test_a_story_that_comes_back_while_its_page_is_being_taken_out_stays(
    paper: Paper, store: DiskStore
) -> None:
    paper.write("bandh", "पानी")
    press("/bandh/")
    paper.withdraw("bandh")
    paper.while_rendering = once(lambda: paper.write("bandh", "फिर से"))

    outcome = press("/bandh/")

    assert outcome.kind is Kind.OVERTAKEN
    assert store.read("/bandh/") is not None
    assert queries.stale_paths() == {"/bandh/"}


def test_a_slow_press_never_puts_an_old_page_over_a_newer_one(
    paper: Paper, store: DiskStore
) -> None:
    paper.write("bandh", "पहले")

    def another_worker() -> None:
        paper.write("bandh", "बाद में")
        press("/bandh/")

    paper.while_rendering = once(another_worker)
    outcome = press("/bandh/")

    assert outcome.kind is Kind.OVERTAKEN
    assert "बाद में" in text_of(store, "/bandh/")
    assert queries.stale_paths() == set()


def test_a_page_taken_out_while_a_slow_press_made_it_is_not_put_back(
    paper: Paper, store: DiskStore
) -> None:
    paper.write("bandh", "पानी")
    press("/bandh/")

    def another_worker() -> None:
        paper.withdraw("bandh")
        press("/bandh/")

    paper.while_rendering = once(another_worker)
    outcome = press("/bandh/")

    assert outcome.kind is Kind.OVERTAKEN
    assert store.read("/bandh/") is None
    run_until_idle()
    assert not Target.objects.exists()


def test_a_page_that_fails_keeps_its_old_bytes_and_is_tried_again_later(
    paper: Paper, store: DiskStore
) -> None:
    paper.write("bandh", "पहले")
    press("/bandh/")
    paper.write("bandh", "बाद में")
    paper.broken.add("/bandh/")

    outcomes = [press("/bandh/") for _ in range(3)]

    target = Target.objects.get(path="/bandh/")
    assert {outcome.kind for outcome in outcomes} == {Kind.FAILED}
    assert "the template is torn" in outcomes[0].error
    assert "पहले" in text_of(store, "/bandh/")
    assert target.failures == 3
    assert target.retry_at is not None
    assert "the template is torn" in target.last_error
    assert queries.stale_paths() == {"/bandh/"}


def test_one_failing_page_stops_no_other(paper: Paper, store: DiskStore) -> None:
    for name in ("bandh", "mela", "pul"):
        paper.write(name, "खबर")
    paper.broken.add("/mela/")

    totals = run_until_idle()

    assert totals == {Kind.PRESSED: 2, Kind.FAILED: 1}
    assert sorted(store.paths()) == ["/bandh/", "/pul/"]


def test_a_failing_page_is_logged_once(paper: Paper, caplog: pytest.LogCaptureFixture) -> None:
    paper.write("bandh", "पानी")
    paper.broken.add("/bandh/")

    for _ in range(3):
        press("/bandh/")

    said = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert len(said) == 1
    assert "/bandh/" in said[0].getMessage()


def test_mending_what_a_new_page_stumbled_over_tries_it_again_at_once(
    paper: Paper, store: DiskStore
) -> None:
    with transaction.atomic():
        paper.texts["bandh"] = "पानी"
        want(["/bandh/"])
    paper.broken.add("/bandh/")
    run_until_idle()

    paper.broken.clear()
    paper.mark(["text:bandh"])
    run_until_idle()

    assert "पानी" in text_of(store, "/bandh/")
    assert Target.objects.get(path="/bandh/").failures == 0


def test_a_server_error_takes_no_page_out(paper: Paper, store: DiskStore) -> None:
    with transaction.atomic():
        want(["/unwell/"])

    assert press("/unwell/").kind is Kind.FAILED
    assert Target.objects.filter(path="/unwell/").exists()


def test_a_full_disk_is_a_failure_and_leaves_the_old_page(
    paper: Paper, store: DiskStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.write("bandh", "पहले")
    press("/bandh/")
    paper.write("bandh", "बाद में")

    def full(_folder: object) -> None:
        message = "No space left on device"
        raise OSError(28, message)

    monkeypatch.setattr(staging, "make_folder", full)
    outcome = press("/bandh/")

    assert outcome.kind is Kind.FAILED
    assert "No space left" in outcome.error
    assert "पहले" in text_of(store, "/bandh/")


def test_a_press_inside_a_transaction_is_refused_before_it_writes_a_file(
    paper: Paper, store: DiskStore
) -> None:
    paper.texts["bandh"] = "पानी"

    with transaction.atomic(), pytest.raises(RuntimeError, match="durable"):
        press("/bandh/")

    assert list(store.paths()) == []


@pytest.mark.parametrize("moment", ["before the renames", "after the renames"])
def test_a_process_killed_while_it_stores_leaves_the_page_stale(
    paper: Paper, store: DiskStore, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    paper.write("bandh", "पहले")
    press("/bandh/")
    paper.write("bandh", "बाद में")
    place = staging.StagedFiles.place

    def die(self: staging.StagedFiles) -> None:
        if moment == "after the renames":
            place(self)
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(staging.StagedFiles, "place", die)
        with pytest.raises(Killed):
            press("/bandh/")

    assert queries.stale_paths() == {"/bandh/"}
    run_until_idle()
    assert list(verify()) == []


def test_a_change_taken_back_after_a_crash_does_not_leave_the_crashed_page(
    paper: Paper, store: DiskStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.write("bandh", "पहले")
    press("/bandh/")
    paper.write("bandh", "बाद में")
    place = staging.StagedFiles.place

    def die(self: staging.StagedFiles) -> None:
        place(self)
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(staging.StagedFiles, "place", die)
        with pytest.raises(Killed):
            press("/bandh/")
    # The row remembers the first bytes, the store holds the second: only the store may be asked.
    paper.write("bandh", "पहले")
    press("/bandh/")

    assert "पहले" in text_of(store, "/bandh/")
    assert queries.stale_paths() == set()
    assert list(verify()) == []


def test_a_new_page_whose_row_cannot_be_settled_is_never_a_file_without_a_row(
    paper: Paper, store: DiskStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.texts["bandh"] = "पानी"

    def away(*_args: object, **_named: object) -> None:
        message = "the database went away"
        raise DatabaseError(message)

    with monkeypatch.context() as patched:
        patched.setattr(Target, "save", away)
        with pytest.raises(DatabaseError):
            press("/bandh/")

    assert queries.stale_paths() == {"/bandh/"}
    run_until_idle()
    assert list(verify()) == []


def test_a_killed_removal_is_done_again(
    paper: Paper, store: DiskStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.write("bandh", "पानी")
    press("/bandh/")
    paper.withdraw("bandh")

    def die(*_args: object, **_named: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(Target, "delete", die)
        with pytest.raises(Killed):
            press("/bandh/")

    assert queries.stale_paths() == {"/bandh/"}
    run_until_idle()
    assert list(store.paths()) == []
    assert not Target.objects.exists()


def test_the_queries_of_a_press_do_not_grow_with_the_paper(paper: Paper) -> None:
    for name in ("bandh", "mela", "pul"):
        paper.write(name, "खबर")
    run_until_idle()
    paper.write("mela", "नई खबर")

    with CaptureQueriesContext(connection) as asked:
        press("/mela/")

    # Clock, target there; begin, hold the clock, target, keys, readings, settle, commit.
    assert len(asked) == 9
