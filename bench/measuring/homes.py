"""Homes to measure in: a new one for the cost of a copy, or a copy of somebody's own.

`HARKARA_BENCH_HOME` names a home that measuring begins with instead of an empty one; it is copied
and stays as it is.
"""

import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

from bench.measuring.spent import spent

GIVEN = os.environ.get("HARKARA_BENCH_HOME", "")
_PRESSED = "pages"


def new_home(home: Path) -> Path:
    """Found a home at this path. Only the first one of a process costs what founding costs."""
    return _copied(_founded(), home)


def begun_home(home: Path) -> Path:
    """Copy the home that was named to this path, without what was pressed in it; else found one.

    The copy is upgraded, for it may be of an older program.
    """
    if not GIVEN:
        return new_home(home)
    spent(_copied(Path(GIVEN), home), "upgrade")
    return home


def _copied(from_: Path, to: Path) -> Path:
    shutil.copytree(from_, to, ignore=lambda at, _names: [_PRESSED] if at == str(from_) else [])
    return to


@cache
def _founded() -> Path:
    folder = tempfile.TemporaryDirectory(prefix="harkara-bench-")
    home = Path(folder.name) / "home"
    spent(home, "init", "--name", "परख")
    # The folder goes when the function's memory of it goes: with the process.
    _kept.append(folder)
    return home


_kept: list[tempfile.TemporaryDirectory[str]] = []
