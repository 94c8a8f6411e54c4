"""Bells: a commit wakes the workers that wait, and a missed one costs nothing."""

import os
import threading
from contextlib import suppress
from pathlib import Path
from time import monotonic

import pytest
from pytest_django import Settings
from tests.press.site import Paper

from harkara.press.bells import SUFFIX, Bell, ring


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings) -> Path:
    settings.PRESS_BELLS = str(tmp_path / "bells")
    return tmp_path / "bells"


def test_a_bell_that_nobody_rings_is_waited_for_and_no_longer() -> None:
    with Bell() as bell:
        assert not bell.wait(0.01)


def test_a_ring_wakes_every_worker_at_once() -> None:
    with Bell() as one, Bell() as other:
        threading.Timer(0.05, ring).start()
        began = monotonic()

        assert one.wait(30)
        assert other.wait(30)
        assert monotonic() - began < 15


def test_a_ring_before_the_wait_is_heard_and_once_only() -> None:
    with Bell() as bell:
        for _ in range(3):
            ring()

        assert bell.wait(0)
        assert not bell.wait(0)


def test_a_ring_while_a_worker_hangs_up_its_bell_leaves_it_hanging(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = os.mkfifo

    def make_and_ring(path: Path, mode: int) -> None:
        made(path, mode)
        ring()

    monkeypatch.setattr(os, "mkfifo", make_and_ring)
    with Bell() as bell:
        ring()

        assert bell.wait(0)


def test_marking_pages_stale_rings(paper: Paper) -> None:
    with Bell() as bell:
        paper.write("bandh", "पानी")

        assert bell.wait(0)


def test_a_bell_goes_with_its_worker_and_a_dead_ones_is_cleared_away(folder: Path) -> None:
    with Bell():
        pass
    os.mkfifo(folder / f"1-dead{SUFFIX}")

    ring()

    assert list(folder.iterdir()) == []


def test_a_bell_full_of_rings_stops_nobody() -> None:
    with Bell() as bell:
        with suppress(BlockingIOError):
            while os.write(bell._pipe, b"." * 4096):
                pass

        ring()

        assert bell.wait(0)
