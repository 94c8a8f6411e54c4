"""Kills a move again and again: `python -m tests.intake.killing HOME OTHER EXPORT`.

HOME gets a move that nobody kills and OTHER one that is killed some times and then left alone. In
both the worker looks for near twins afterwards, killed in OTHER as well.
Each runs in a process that is forked off, so that Django is set up once.
"""

import os
import shutil
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from random import Random
from time import sleep

from tests.intake.forks import ended, forked
from tests.intake.killing_twins import compared, compared_killed

KILLS = 5
BATCH = 10


def main() -> None:
    """Move the export in twice, once killed and once not."""
    home, other, export = map(Path, sys.argv[1:])
    os.environ |= {"HARKARA_HOME": str(home), "DJANGO_SETTINGS_MODULE": "harkara.settings"}
    assert ended(forked(lambda: _command(home, "init", "--name", "परख"))) == 0
    shutil.copytree(home, other)
    import django

    django.setup()
    from harkara.intake.moving import running

    running.BATCH = BATCH
    # The settings know one home: the other is moved into its place for the time.
    assert ended(forked(lambda: _command(home, "intake", "wxr", str(export)))) == 0
    compared(home)
    shutil.move(home, home.with_suffix(".whole"))
    shutil.move(other, home)
    chance = Random(1826)  # noqa: S311 (moments to be killed at)
    come = 0
    for _ in range(KILLS):
        come = _killed(home, export, come, chance.random() / 8)
    assert ended(forked(lambda: _command(home, "intake", "wxr", str(export)))) == 0
    compared_killed(home)
    shutil.move(home, other)
    shutil.move(home.with_suffix(".whole"), home)


def _command(home: Path, *words: str) -> int:
    from harkara import cli

    return cli.main(["--home", str(home), *words])


def _killed(home: Path, export: Path, come: int, rest: float) -> int:
    """Start the move and kill it some time after it has gone on; return how far it has come."""
    pid = forked(lambda: _command(home, "intake", "wxr", str(export)))
    while _after(home) <= come:
        assert os.waitpid(pid, os.WNOHANG) == (0, 0), "it ended before it was killed"
        sleep(0.002)
    sleep(rest)
    os.kill(pid, signal.SIGKILL)
    assert ended(pid) == -signal.SIGKILL
    return _after(home)


def _after(home: Path) -> int:
    (database,) = home.glob("*.sqlite3")
    with closing(sqlite3.connect(database, timeout=20)) as connection:
        row = connection.execute("SELECT after, finished_at FROM intake_move").fetchone()
    assert row is None or row[1] is None, "it ended before it was killed"
    return int(row[0]) if row else 0


if __name__ == "__main__":
    main()
