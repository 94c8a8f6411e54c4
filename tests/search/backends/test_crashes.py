"""A process that dies while it writes loses nothing that was committed, and breaks nothing."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.search.backends.samples import fill, found, story

from harkara.search.backends.base import Unavailable
from harkara.search.backends.tantivy import TantivyIndex
from harkara.search.backends.tantivy.generations import FORM
from harkara.search.documents import Query

WRITES = """
import sys
from pathlib import Path
from datetime import UTC, datetime
from harkara.search.backends.tantivy import TantivyIndex
from harkara.search.documents import Document

number, index = 100, TantivyIndex(Path(sys.argv[1]))
with getattr(index, sys.argv[2])() as writer:
    while True:
        number += 1
        headline = f"खबर {number}"
        writer.put(Document(number=number, headline=headline, published_at=datetime.now(UTC)))
        if number % 5 == 0:
            writer.commit(number)
            print(number, flush=True)
"""


def killed_after(folder: Path, how: str, commits: int) -> int:
    """Return what a process committed last, as it told, before it was killed."""
    command = [sys.executable, "-c", WRITES, str(folder), how]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        told = [int(process.stdout.readline()) for _ in range(commits)]
        process.send_signal(signal.SIGKILL)
        process.wait()
    return told[-1]


@pytest.mark.parametrize("commits", [1, 4])
def test_what_was_committed_before_a_kill_is_found_after_it(tmp_path: Path, commits: int) -> None:
    index = fill(TantivyIndex(tmp_path / "index"), story(1, "पहले की खबर"), position=1)
    assert index.count() == 1

    told = killed_after(tmp_path / "index", "writer", commits)

    assert set(index.numbers()) >= {1, *range(101, told + 1)}
    assert (index.position() or 0) >= told - 5
    assert (index.position() or 0) <= max(index.numbers())
    fill(index, story(2, "बाद की खबर"))
    assert found(index, "बाद") == [2]


def test_an_index_whose_making_was_killed_never_takes_a_place(tmp_path: Path) -> None:
    index = fill(TantivyIndex(tmp_path / "index"), story(1, "पहले की खबर"))

    killed_after(tmp_path / "index", "rebuild", 2)

    assert list(index.numbers()) == [1]
    with index.rebuild() as writer:
        writer.put(story(2, "बाद की खबर"))
        writer.commit(7)
    assert (list(index.numbers()), index.position()) == ([2], 7)
    assert len([path for path in (tmp_path / "index").iterdir() if path.is_dir()]) == 1


def test_another_process_finds_what_is_committed_at_once(tmp_path: Path) -> None:
    index = fill(TantivyIndex(tmp_path / "index"), story(1, "पहले की खबर"))
    assert index.search(Query(text="खबर")).total == 1

    told = killed_after(tmp_path / "index", "writer", 1)

    assert index.search(Query(text="खबर")).total >= 1 + told - 100


def test_without_an_index_searching_says_so(tmp_path: Path) -> None:
    index = TantivyIndex(tmp_path / "index")

    with pytest.raises(Unavailable):
        index.search(Query(text="खबर"))
    assert index.position() is None


@pytest.mark.parametrize(
    "broken", ["current", f"{FORM}-000001/engine/meta.json", f"{FORM}-000001/words.db"]
)
def test_a_broken_index_says_so_and_is_made_anew(tmp_path: Path, broken: str) -> None:
    fill(TantivyIndex(tmp_path / "index"), story(1, "पहले की खबर"))
    (tmp_path / "index" / broken).write_bytes(b"garbage " * 40)
    index = TantivyIndex(tmp_path / "index")

    with pytest.raises(Unavailable):
        index.search(Query(text="खबर"))
    with index.rebuild() as writer:
        writer.put(story(2, "बाद की खबर"))
        writer.commit()
    assert found(index, "खबर") == [2]
