"""The proof that what is stored is what the site would answer."""

from pathlib import Path

import pytest
from django.db import transaction
from tests.press.site import Paper

from harkara.press.actions import want
from harkara.press.models import Reading, Target
from harkara.press.stores import DiskStore, Page
from harkara.press.tasks import run_until_idle
from harkara.press.verify import Difference, NotSettled, verify


@pytest.fixture
def printed(paper: Paper, store: DiskStore) -> Paper:
    """Return a paper with one story, a feed and a front, all pressed."""
    paper.write("bandh", "पानी")
    with transaction.atomic():
        want(["/", "/feed/"])
    run_until_idle()
    return paper


def file_of(store_folder: Path, name: str = "index.html") -> Path:
    return store_folder / "pages" / "bandh" / name


def test_a_settled_press_has_no_differences(printed: Paper) -> None:
    told: list[tuple[int, int]] = []

    found = list(verify(lambda done, of: told.append((done, of))))

    assert found == []
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_nothing_is_proved_while_pages_are_stale(printed: Paper) -> None:
    printed.mark(["front"])

    with pytest.raises(NotSettled, match="2 pages are stale"):
        list(verify())


def test_a_change_past_the_press_is_found(printed: Paper) -> None:
    printed.texts["bandh"] = "बिना बताए बदला"

    assert set(verify()) == {
        Difference("/", "the stored bytes differ"),
        Difference("/bandh/", "the stored bytes differ"),
    }


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("index.html.br", "the br twin is damaged"),
        ("index.html.gz", "the gzip twin is damaged"),
        ("index.html", "the stored page is damaged"),
    ],
)
def test_a_spoilt_file_is_found(printed: Paper, tmp_path: Path, name: str, what: str) -> None:
    file_of(tmp_path, name).write_bytes(b"spoilt")

    assert list(verify()) == [Difference("/bandh/", what)]


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("index.html.br", "the br twin is missing"),
        ("index.html.gz", "the gzip twin is missing"),
        ("index.html", "a target without a stored page"),
    ],
)
def test_a_lost_file_is_found(printed: Paper, tmp_path: Path, name: str, what: str) -> None:
    file_of(tmp_path, name).unlink()

    assert list(verify()) == [Difference("/bandh/", what)]


def test_a_page_nobody_knows_of_is_found_and_an_asset_is_not_one(
    printed: Paper, store: DiskStore
) -> None:
    store.put("/stray/", Page(b"<p>stray</p>", "text/html; charset=utf-8"))
    store.put_asset("/assets/site.css", b"body{}")

    assert list(verify()) == [Difference("/stray/", "a stored page without a target")]


def test_a_page_that_should_be_gone_is_found(printed: Paper) -> None:
    del printed.texts["bandh"]

    assert Difference("/bandh/", "answers 404 and is stored") in set(verify())


def test_a_page_of_another_type_is_found(printed: Paper, store: DiskStore) -> None:
    stored = store.read("/feed/")
    assert stored is not None
    store.put("/feed/", Page(stored.body, "text/plain; charset=utf-8"))

    found = list(verify())

    assert [difference.path for difference in found] == ["/feed/"]
    assert "text/plain" in found[0].what


def test_a_key_that_was_read_and_not_recorded_is_found(printed: Paper) -> None:
    Reading.objects.filter(target__path="/bandh/").delete()

    assert list(verify()) == [Difference("/bandh/", "reads other keys than recorded: text:bandh")]


def test_a_page_that_cannot_be_made_any_more_is_found(printed: Paper) -> None:
    printed.broken.add("/bandh/")

    found = list(verify())

    assert [difference.path for difference in found] == ["/bandh/"]
    assert "the template is torn" in found[0].what


def test_a_page_that_becomes_stale_meanwhile_is_left_to_the_press(printed: Paper) -> None:
    def change(_done: int, _of: int) -> None:
        if printed.texts["bandh"] == "पानी":
            printed.write("bandh", "नया पानी")

    assert list(verify(change)) == []
    assert Target.objects.get(path="/bandh/").marked > Target.objects.get(path="/bandh/").pressed
