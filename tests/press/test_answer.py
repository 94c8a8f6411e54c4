"""Answering a reader who asks for a page that nobody has pressed yet."""

import sqlite3
from contextlib import closing

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from tests.press.site import Paper, text_of

from harkara.press import clock, priorities, queries
from harkara.press.actions import Kind, answer, press
from harkara.press.models import Target
from harkara.press.render import BrokenPage
from harkara.press.stores import DiskStore
from harkara.press.verify import verify


def test_the_first_reader_gets_the_page_and_the_next_one_gets_it_from_the_store(
    paper: Paper, store: DiskStore
) -> None:
    paper.texts["bandh"] = "पानी"

    first, second = answer("/bandh/"), answer("/bandh/")

    assert first == second
    assert (first.status, first.content_type) == (200, "text/html; charset=utf-8")
    assert "पानी" in first.body.decode()
    assert paper.rendered == ["/bandh/"]
    assert Target.objects.get(path="/bandh/").priority == priorities.STORY


def test_a_page_kept_for_readers_is_fresh_and_follows_its_keys(
    paper: Paper, store: DiskStore
) -> None:
    paper.texts["bandh"] = "पानी"
    answer("/bandh/")

    assert queries.stale_paths() == set()
    assert list(verify()) == []
    paper.mark(["text:bandh"])
    assert queries.stale_paths() == {"/bandh/"}


@pytest.mark.parametrize(
    ("path", "status", "location"),
    [
        ("/bandh/", 404, ""),
        ("/no/such/", 404, ""),
        ("/moved/", 301, "/elsewhere/"),
        ("/gone/", 410, ""),
    ],
)
def test_what_is_not_a_page_is_answered_and_not_kept(
    paper: Paper, store: DiskStore, path: str, status: int, location: str
) -> None:
    answered = answer(path)

    assert (answered.status, answered.location) == (status, location)
    assert not Target.objects.exists()
    assert list(store.paths()) == []


@pytest.mark.parametrize("path", ["/a%2fb/", "/%E0%A4/", "/x\\y/"])
def test_a_page_where_none_can_stand_is_answered_and_not_kept(
    paper: Paper, store: DiskStore, path: str
) -> None:
    paper.texts[path.strip("/")] = "पानी"

    assert answer(path).status == 200
    assert not Target.objects.exists()
    assert list(store.paths()) == []


def test_old_bytes_are_served_while_a_page_is_stale(paper: Paper, store: DiskStore) -> None:
    paper.write("bandh", "पहले")
    press("/bandh/")
    paper.write("bandh", "बाद में")

    assert "पहले" in answer("/bandh/").body.decode()


def test_a_change_while_the_first_reader_waits_leaves_the_page_stale(
    paper: Paper, store: DiskStore
) -> None:
    paper.texts["bandh"] = "पहले"

    def change(_path: str) -> None:
        paper.while_rendering = lambda _path: None
        paper.write("bandh", "बाद में")

    paper.while_rendering = change
    answered = answer("/bandh/")

    assert "पहले" in answered.body.decode()
    assert store.read("/bandh/") is None
    assert queries.stale_paths() == {"/bandh/"}
    assert press("/bandh/").kind is Kind.PRESSED
    assert "बाद में" in answer("/bandh/").body.decode()


def test_a_reader_gets_the_page_even_if_it_cannot_be_kept(
    paper: Paper,
    store: DiskStore,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    paper.texts["bandh"] = "पानी"

    def locked() -> None:
        message = "database is locked"
        raise OperationalError(message)

    with monkeypatch.context() as patched:
        patched.setattr(clock, "hold", locked)
        answered = answer("/bandh/")

    assert "पानी" in answered.body.decode()
    assert "/bandh/" in caplog.text
    assert list(store.paths()) == []


def test_a_page_that_cannot_be_made_is_an_error_of_its_own(paper: Paper, store: DiskStore) -> None:
    paper.texts["bandh"] = "पानी"
    paper.broken.add("/bandh/")

    with pytest.raises(BrokenPage):
        answer("/bandh/")

    assert not Target.objects.exists()


def test_a_missing_page_costs_no_write(paper: Paper, store: DiskStore) -> None:
    with CaptureQueriesContext(connection) as asked:
        answer("/no/such/")

    assert [query["sql"].split()[0] for query in asked] == ["SELECT"]


@pytest.mark.sqlite
def test_a_reader_does_not_wait_for_a_lock_that_another_holds(
    paper: Paper, store: DiskStore
) -> None:
    paper.write("bandh", "पानी")
    file = str(connection.settings_dict["NAME"])
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        answered = answer("/bandh/")

    assert "पानी" in answered.body.decode()
    assert text_of(store, "/bandh/") == ""
    with connection.cursor() as cursor:
        patience = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
    assert patience == 20_000
