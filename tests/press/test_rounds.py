"""What a thread of the worker does is done again, whatever happened."""

import logging
import threading

import pytest

from harkara.press import rounds

log = logging.getLogger(__name__)


@pytest.mark.django_db
def test_what_fails_is_said_once_and_tried_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(rounds, "AFTER_FAILURE", 0.001)
    # Closing its connection is what a thread does with one of its own.
    monkeypatch.setattr("django.db.connection.close", lambda: None)
    stop, steps = threading.Event(), 0

    def step() -> bool:
        nonlocal steps
        steps += 1
        if steps == 5:
            stop.set()
        if steps < 4:
            raise ValueError
        return True

    rounds.again_and_again(stop, step, 0.001, "it failed", log)

    assert steps == 5
    assert [record.message for record in caplog.records] == ["it failed"]
