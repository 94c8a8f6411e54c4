"""The report on a move in the newsroom, and the same as CSV."""

import csv
import io

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.intake.moving import item, moved_in, wxr

from harkara.intake.models import Move, MoveNote


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


@pytest.fixture
def move(paper: None) -> Move:
    return moved_in()


def test_the_moves_are_listed(desk: Client, move: Move) -> None:
    page = desk.get("/newsroom/intake/moves/").content.decode()

    assert "khabar.example: khabar.xml" in page
    assert "साइट पर: 2" in page


def test_what_needs_a_person_comes_first(desk: Client, move: Move) -> None:
    page = desk.get(f"/newsroom/intake/moves/{move.pk}/").content.decode()

    assert "वहां निजी थी: मसौदा रखा गया।" in page
    assert "हटाया गया" not in page
    changed = desk.get(f"/newsroom/intake/moves/{move.pk}/?kind=changed").content.decode()
    assert "Trending Videos" in changed


def test_the_report_is_there_as_csv(desk: Client, move: Move) -> None:
    MoveNote.objects.filter(title="निजी").update(title="=1+1")

    answer = desk.get(f"/newsroom/intake/moves/{move.pk}/report.csv")

    text = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    rows = list(csv.reader(io.StringIO(text)))
    assert len(rows) == 1 + move.notes.count()
    assert any(row[4] == "'=1+1" for row in rows)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"


def test_a_long_report_costs_no_more_than_a_short_one(
    desk: Client, move: Move, tmp_path_factory: pytest.TempPathFactory
) -> None:
    broken = item(1, more="<wp:x>")
    folder = tmp_path_factory.mktemp("long")
    items = (item(at, f"खबर {at}", more="<wp:x>") for at in range(2, 70))
    long = moved_in(wxr(folder, broken, *items))
    desk.get(f"/newsroom/intake/moves/{move.pk}/")

    with CaptureQueriesContext(connection) as few:
        desk.get(f"/newsroom/intake/moves/{move.pk}/")
    with CaptureQueriesContext(connection) as many:
        desk.get(f"/newsroom/intake/moves/{long.pk}/?page=2")

    assert len(many) <= len(few)


def test_a_stranger_sees_no_report(client: Client, move: Move) -> None:
    answer = client.get(f"/newsroom/intake/moves/{move.pk}/report.csv")

    assert answer.status_code == 302
    assert "/newsroom/login/" in answer["Location"]
