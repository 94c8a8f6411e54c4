"""`harkara upgrade`: a home that an older version made."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
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


@pytest.fixture
def home_before_tokens(demo: running.Paper, tmp_path: Path) -> Path:
    """Return a copy of the demo paper as it was before wires had tokens and editors their rights.

    A wire in it has the one token that wires had then.
    """
    copy = tmp_path / "home"
    shutil.copytree(demo.home, copy)
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", "intake", "0004", "--verbosity", "0"],
        env=running.surroundings() | {"HARKARA_HOME": str(copy)},
        check=True,
    )
    with closing(sqlite3.connect(copy / "harkara.sqlite3")) as database, database:
        database.execute("DELETE FROM auth_group_permissions")
        database.execute("DELETE FROM auth_permission WHERE codename LIKE '%wireservice'")
        database.execute(
            "INSERT INTO intake_wireservice (name, credit, slug, photos, active, token_hash)"
            " VALUES ('एजेंसी', '', 'agency', 1, 1, 'abc')"
        )
    return copy


def test_editors_of_an_older_home_may_look_after_feeds_and_wires(home_before_tokens: Path) -> None:
    assert told(home_before_tokens, "upgrade").returncode == 0

    with closing(sqlite3.connect(home_before_tokens / "harkara.sqlite3")) as database:
        may = database.execute(
            "SELECT codename FROM auth_permission JOIN auth_group_permissions"
            " ON auth_permission.id = permission_id JOIN auth_group"
            " ON auth_group.id = group_id WHERE auth_group.name = 'संपादक'"
        )
        rights = {codename for (codename,) in may}
        tokens = database.execute("SELECT token_hash, ended_at FROM intake_wiretoken").fetchall()
    assert {"change_wireservice", "add_feedsubscription", "delete_wireservice"} <= rights
    assert tokens == [("abc", None)]


def test_where_there_is_no_home_nothing_is_made(tmp_path: Path) -> None:
    refused = told(tmp_path / "nowhere", "upgrade")

    assert refused.returncode == 1
    assert "harkara init" in refused.stderr
    assert not (tmp_path / "nowhere").exists()
