"""Kills the pass that looks for near twins among the stories of a move.

The worker's own loop runs in a process that is forked off; it is killed while it looks, and between
writing what it found and keeping it.
"""

import os
import signal
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from time import monotonic, sleep
from typing import Any
from unittest.mock import patch

from tests.intake.forks import ended, forked

AT_ONCE = 4
KILLS = 4
LONGEST = 120.0


def compared(home: Path) -> None:
    """Let the pass over the move of a home come to its end."""
    _until(home, _forked_worker(), lambda: _come(home)[1])


def compared_killed(home: Path) -> None:
    """Kill the pass over the move of a home some times, and let it come to its end."""
    come, _over = _come(home)
    chance = Random(1826)  # noqa: S311 (moments to be killed at)
    for number in range(KILLS):
        if number % 2:
            _kills_itself()
        else:
            _killed(home, come, chance.random() / 100)
        now, over = _come(home)
        assert now >= come, "it fell back"
        assert not over, "it ended before it was killed"
        come = now
    compared(home)


def _forked_worker(before: Callable[[], None] = lambda: None) -> int:
    """Run what the worker runs for moves, for ever, in a process of its own."""

    def work() -> int:
        from harkara.intake.moving import comparing
        from harkara.intake.tasks import compare_moves

        comparing.AT_ONCE = AT_ONCE
        before()
        compare_moves(threading.Event())
        return 0

    return forked(work)


def _killed(home: Path, come: int, rest: float) -> None:
    """Kill the worker some time after it has gone on."""
    _until(home, _forked_worker(), lambda: _come(home)[0] > come, rest)


def _kills_itself() -> None:
    """Let the worker die when it has written what it found, before that is kept."""

    def on_writing() -> None:
        from harkara.intake.models import Move, MoveNote

        def die(move: Move, **named: Any) -> None:
            if MoveNote.objects.count() > seen:
                os.kill(os.getpid(), signal.SIGKILL)
            save(move, **named)

        seen, save = MoveNote.objects.count(), Move.save
        patch.object(Move, "save", die).start()

    assert ended(_forked_worker(on_writing)) == -signal.SIGKILL


def _until(home: Path, pid: int, reached: Callable[[], bool], rest: float = 0.0) -> None:
    """Wait until something is reached, then kill a process that is still running."""
    end = monotonic() + LONGEST
    while not reached():
        assert os.waitpid(pid, os.WNOHANG) == (0, 0), "it ended before it was killed"
        assert monotonic() < end, "it does not go on"
        sleep(0.002)
    sleep(rest)
    os.kill(pid, signal.SIGKILL)
    assert ended(pid) == -signal.SIGKILL


def _come(home: Path) -> tuple[int, bool]:
    """Return how far the pass has come, and whether it is at its end."""
    (database,) = home.glob("*.sqlite3")
    with closing(sqlite3.connect(database, timeout=20)) as connection:
        row = connection.execute("SELECT compared, compared_at FROM intake_move").fetchone()
    return int(row[0]), row[1] is not None
