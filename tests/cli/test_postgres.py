"""A paper on a PostgreSQL server, with several workers: founded, edited, served, proved."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from tests import running

pytestmark = [pytest.mark.postgres, *running.MARKS]
SOON = 60.0
WORKERS = 4
# A change at the desk, made in a process of its own as the desk's are.
EDIT = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "harkara.settings"
import django
django.setup()
from harkara.newsroom.actions import Publish, StoryDraft, file_story, publish
from harkara.newsroom.models import SectionPage
section = SectionPage.objects.order_by("path").first()
for number in range(int(sys.argv[1])):
    filed = file_story(StoryDraft(headline=f"पुल {number}", section_id=section.pk))
    publish(Publish(article_id=filed.article_id))
"""


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """Return the home of a paper that lies on the server these tests run on."""
    address = os.environ.get("HARKARA_TEST_DATABASE", "")
    assert address, "run these with `python -m tests.postgres pytest`"
    name = f"khabar_{os.getpid()}"
    beside = address.replace("/harkara?", "/postgres?")
    with psycopg.connect(beside, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}".encode())
    home = tmp_path / "home"
    home.mkdir()
    (home / "harkara.toml").write_text(f'database = "{address.replace("/harkara?", f"/{name}?")}"')
    yield home
    with psycopg.connect(beside, autocommit=True) as server:
        server.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def comes_true(condition: Callable[[], object]) -> bool:
    """Wait until something is so."""
    end = time.monotonic() + SOON
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


def edit(home: Path, stories: int) -> None:
    subprocess.run(
        (running.command()[0], "-c", EDIT, str(stories)),
        env={**running.surroundings(), "HARKARA_HOME": str(home)},
        check=True,
    )


def workers_of(pid: int) -> list[int]:
    """Return the workers below a `serve`."""
    said = ["ps", "--ppid", str(pid), "-o", "pid=,args="]
    table = subprocess.run(said, capture_output=True, text=True, check=False).stdout
    return [int(line.split()[0]) for line in table.splitlines() if "harkara worker" in line]


def settled(home: Path) -> bool:
    return "stale: 0\n" in running.run("--home", str(home), "press", "status")


def test_a_paper_lives_on_a_server_with_four_workers_and_loses_one(home: Path) -> None:
    running.run("--home", str(home), "init", "--name", "परख")
    port = running.free_port()
    said = ("--home", str(home), "serve", "--port", str(port), "--workers", str(WORKERS))
    process = subprocess.Popen(
        running.command(*said), env=running.surroundings(), stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    with process.stdout:
        try:
            assert process.stdout.readline().startswith("http://")
            assert comes_true(lambda: len(workers_of(process.pid)) == WORKERS)
            edit(home, 10)
            os.kill(workers_of(process.pid)[0], signal.SIGKILL)
            edit(home, 5)

            assert comes_true(lambda: settled(home))
            assert comes_true(lambda: len(workers_of(process.pid)) == WORKERS)
        finally:
            process.terminate()
            process.wait(SOON)
    assert not (home / "harkara.sqlite3").exists()
    assert "differences: 0" in running.run("--home", str(home), "press", "verify")
    assert len(list((home / "pages").glob("*/*-[0-9]*/index.html"))) == 15


def test_a_server_that_is_away_is_one_line(home: Path) -> None:
    running.run("--home", str(home), "init", "--name", "परख")
    (home / "harkara.toml").write_text('database = "postgresql:///khabar?host=/nowhere"')

    refused = subprocess.run(
        running.command("--home", str(home), "press", "status"),
        env=running.surroundings(),
        capture_output=True,
        text=True,
        timeout=SOON,
        check=False,
    )

    assert refused.returncode == 1
    assert refused.stderr.startswith("harkara: the site's database cannot be used (")
    assert "does its server run" in refused.stderr
    assert refused.stderr.count("\n") == 1
