"""`harkara upgrade`: a home that an older version made."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests import running

pytestmark = running.MARKS


@pytest.fixture
def old_home(demo: running.Paper, tmp_path: Path) -> Path:
    """Return a copy of the demo paper as it was one step of the press's tables ago."""
    copy = tmp_path / "home"
    shutil.copytree(demo.home, copy)
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", "press", "0003", "--verbosity", "0"],
        env=running.surroundings() | {"HARKARA_HOME": str(copy)},
        check=True,
    )
    return copy


def told(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        running.command("--home", str(home), *arguments),
        env=running.surroundings(),
        capture_output=True,
        text=True,
        timeout=running.MOST_SECONDS,
        check=False,
    )


@pytest.mark.parametrize(
    "command", [("serve", "--port", str(running.free_port())), ("worker",)], ids=["serve", "worker"]
)
def test_an_older_home_is_not_run_and_one_line_says_what_to_do(
    old_home: Path, command: tuple[str, ...]
) -> None:
    refused = told(old_home, *command)

    line = f"harkara: {old_home} is of an older version: stop the site and run `harkara upgrade`"
    assert set(refused.stderr.splitlines()) == {line}
    assert (refused.stdout, refused.returncode) == ("", 3)


def test_an_older_home_is_brought_to_this_version(old_home: Path) -> None:
    first, second = told(old_home, "upgrade"), told(old_home, "upgrade")

    assert (first.returncode, first.stdout) == (0, f"{old_home}: 1 step taken\n")
    assert (second.returncode, second.stdout) == (0, f"{old_home}: nothing to do\n")
    with running.serving(running.Paper(old_home, running.free_port())):
        pass


def test_where_there_is_no_home_nothing_is_made(tmp_path: Path) -> None:
    refused = told(tmp_path / "nowhere", "upgrade")

    assert refused.returncode == 1
    assert "harkara init" in refused.stderr
    assert not (tmp_path / "nowhere").exists()
