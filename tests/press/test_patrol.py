"""The patrol: what a disk has spoilt is found and made again, whoever reads it or not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.press.site import Paper, text_of

from harkara.press import queries
from harkara.press.patrol import Patrol
from harkara.press.stores import DiskStore
from harkara.press.tasks import run_until_idle
from harkara.press.verify import verify


@pytest.fixture
def printed(paper: Paper) -> Paper:
    """Return a paper with three stories, all pressed."""
    for name in ("bandh", "mela", "pul"):
        paper.write(name, "पानी")
    run_until_idle()
    return paper


def test_there_is_nothing_to_mend_where_nothing_is_spoilt(printed: Paper) -> None:
    assert Patrol().step() == 0
    assert queries.stale_paths() == set()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: file.write_bytes(b"garbage"),
        lambda file: file.write_bytes(file.read_bytes()[:20]),
        lambda file: file.write_bytes(b""),
        lambda file: file.unlink(),
    ],
    ids=["garbage", "truncated", "empty", "missing"],
)
@pytest.mark.parametrize("name", ["index.html", "index.html.br", "index.html.gz"])
def test_a_spoilt_file_is_found_and_made_again(
    printed: Paper, store: DiskStore, tmp_path: Path, name: str, spoil: Callable[[Path], object]
) -> None:
    spoil(tmp_path / "pages" / "mela" / name)

    assert Patrol().step() == 1
    assert queries.stale_paths() == {"/mela/"}
    run_until_idle()

    assert "पानी" in text_of(store, "/mela/")
    assert list(verify()) == []
    assert Patrol().step() == 0


def test_it_walks_over_all_pages_and_begins_again(
    printed: Paper, store: DiskStore, tmp_path: Path
) -> None:
    patrol = Patrol()
    assert [patrol.step(2) for _ in range(2)] == [0, 0]
    for name in ("bandh", "mela", "pul"):
        (tmp_path / "pages" / name / "index.html").write_bytes(b"garbage")

    assert [patrol.step(2) for _ in range(2)] == [2, 1]


def test_a_page_that_waits_for_the_press_is_left_to_it(printed: Paper, tmp_path: Path) -> None:
    printed.write("mela", "धूप")
    (tmp_path / "pages" / "mela" / "index.html").unlink()

    assert Patrol().step() == 0
