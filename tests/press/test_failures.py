"""Pages that cannot be made or stored."""

import logging

import pytest
from django.db import transaction
from tests.press.site import Paper, text_of

from harkara.press import queries
from harkara.press.actions import Kind, press, want
from harkara.press.models import Target
from harkara.press.stores import DiskStore, staging
from harkara.press.tasks import run_until_idle


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
