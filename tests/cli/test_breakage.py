"""When things break: readers get every stored page, doors say one clear sentence, and it mends."""

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import brotli
import pytest
from tests import running
from tests.cli.test_nginx import AWAY, Reply, ask, copy_of
from tests.cli.test_serve import comes_true, serving

pytestmark = running.MARKS
ROOT = Path(__file__).parents[2]
STORED = ("/", "/desh/", "/khel/")
# What nobody has asked for: `home` sees to it.
COLD = ("/feed.xml", "/desh/feed.xml", "/atom.xml", "/feed.json")
STORY = """
import django
django.setup()
from harkara.newsroom.models import ArticlePage
article = ArticlePage.objects.live().order_by("-pk")[0].get_latest_revision_as_object()
article.title = "टूटने के बाद की खबर"
article.save_revision().publish()
"""


@pytest.fixture
def home(demo: running.Paper, tmp_path: Path) -> Path:
    copied = copy_of(demo.home, tmp_path / "home")
    with closing(sqlite3.connect(copied / "harkara.sqlite3")) as database, database:
        for path in COLD:
            found = "SELECT id FROM press_target WHERE path = ?"
            database.execute(f"DELETE FROM press_reading WHERE target_id IN ({found})", [path])  # noqa: S608
            database.execute("DELETE FROM press_target WHERE path = ?", [path])
            for suffix in ("", ".br", ".gz"):
                (copied / "pages" / f"{path[1:]}{suffix}").unlink(missing_ok=True)
    return copied


@pytest.fixture
def port(home: Path) -> Iterator[int]:
    with serving(running.Paper(home, 0)) as (port, _process):
        yield port


def assert_readers_are_served(port: int) -> None:
    for path in STORED:
        reply = ask(port, path, Accept_Encoding="br")
        assert reply.status == 200
        assert brotli.decompress(reply.body).rstrip().endswith(b"</html>")


def assert_says_away(reply: Reply) -> None:
    assert reply.status == 503
    assert reply.headers["retry-after"] == "30"
    assert reply.headers["cache-control"] == "no-store"
    assert AWAY in reply.body.decode()


def publish(home: Path) -> None:
    """Publish a headline as the desk does, in a process of its own."""
    environment = {**running.surroundings(), "HARKARA_HOME": str(home)}
    subprocess.run([sys.executable, "-c", STORY], env=environment, check=True, capture_output=True)


@contextmanager
def gone(database: Path) -> Iterator[None]:
    """Take a database away, with all its files, and bring it back."""
    names = [database.name, f"{database.name}-wal", f"{database.name}-shm"]
    for name in names:
        if (database.parent / name).exists():
            (database.parent / name).rename(database.parent / f"away-{name}")
    yield
    for name in names:
        (database.parent / name).unlink(missing_ok=True)
        if (database.parent / f"away-{name}").exists():
            (database.parent / f"away-{name}").rename(database.parent / name)


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """Hold a database so that others cannot write."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")


def test_with_the_database_gone_readers_are_served_and_doors_say_so(home: Path, port: int) -> None:
    with gone(home / "harkara.sqlite3"):
        assert_readers_are_served(port)
        for path in ("/newsroom/login/", COLD[0], "/nahin/"):
            assert_says_away(ask(port, path))

    assert ask(port, "/newsroom/login/").status == 200
    assert ask(port, COLD[0]).status == 200
    publish(home)
    assert comes_true(lambda: "टूटने के बाद की खबर" in ask(port, "/").body.decode())


def test_with_the_database_locked_readers_of_old_and_new_pages_are_served(
    home: Path, port: int
) -> None:
    with locked(home / "harkara.sqlite3"):
        assert_readers_are_served(port)
        began = time.monotonic()
        cold = [ask(port, path).status for path in COLD]
        spent = time.monotonic() - began

    assert cold == [200] * len(COLD)
    # It does not wait for the lock as long as a writer at the desk would: twenty seconds each.
    assert spent < 20
    assert not (home / "pages" / "feed.xml").exists()
    ask(port, COLD[0])
    assert (home / "pages" / "feed.xml").exists()


def may_mount() -> bool:
    """Say whether we may mount a disk: elsewhere a store that raises must do (tests/press)."""
    if os.geteuid() != 0:
        return False
    with tempfile.TemporaryDirectory() as folder:
        command = ["mount", "-t", "tmpfs", "tmpfs", folder]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            return False
        subprocess.run(["umount", folder], check=True)
    return True


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[Path], None]]:
    """Return what moves a folder to a disk of its own that it fills."""
    mounted: list[Path] = []

    def move(folder: Path) -> None:
        size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
        kept = folder.rename(folder.with_name("kept"))
        folder.mkdir()
        # Whole blocks for each file, and a little: what is left over is filled.
        command = ["mount", "-t", "tmpfs", "-o", f"size={3 * size}", "tmpfs", str(folder)]
        subprocess.run(command, check=True, capture_output=True)
        mounted.append(folder)
        subprocess.run(["cp", "-a", f"{kept}/.", str(folder)], check=True)
        # Unbuffered: closing the file must not try again to write what did not fit.
        with (folder / "filling").open("wb", buffering=0) as filling, suppress(OSError):
            while True:
                filling.write(bytes(4096))

    yield move
    for folder in mounted:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.mark.skipif(not may_mount(), reason="nobody but root, outside a container, may mount")
def test_with_the_disk_full_old_pages_stay_and_new_ones_follow_when_there_is_room(
    home: Path, small_disk: Callable[[Path], None]
) -> None:
    small_disk(home / "pages")
    with serving(running.Paper(home, 0)) as (port, _process):
        publish(home)
        time.sleep(2)
        assert_readers_are_served(port)
        assert "टूटने के बाद की खबर" not in ask(port, "/").body.decode()
        # What is not stored is made for its reader all the same.
        assert ask(port, COLD[0]).status == 200
        (home / "pages" / "filling").unlink()

        assert comes_true(lambda: "टूटने के बाद की खबर" in ask(port, "/").body.decode())
    assert "differences: 0" in settled(home)


@pytest.mark.parametrize("name", ["index.html", "index.html.br", "index.html.gz"])
@pytest.mark.parametrize("spoilt", [b"", b"garbage", None], ids=["empty", "garbage", "missing"])
def test_a_spoilt_page_is_never_shown_and_made_again(
    home: Path, port: int, name: str, spoilt: bytes | None
) -> None:
    file = home / "pages" / "desh" / name
    whole = file.read_bytes()
    if spoilt is None:
        file.unlink()
    else:
        file.write_bytes(spoilt)

    for encoding in ("identity", "br", "gzip"):
        reply = ask(port, "/desh/", Accept_Encoding=encoding)
        assert reply.status == 200
        assert len(reply.body) > 1000

    assert comes_true(lambda: file.exists() and file.read_bytes() == whole)


def settled(home: Path) -> str:
    """Let the press of a home come to rest and return what the proof says."""
    running.run("--home", str(home), "press", "run")
    return running.run("--home", str(home), "press", "verify")
