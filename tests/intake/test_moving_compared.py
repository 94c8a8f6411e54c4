"""Stories of a move that are nearly earlier ones: the worker names them, and merges nothing."""

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.intake.moving import NOON, item, moved_in, wxr
from tests.intake.test_moving_scheduled import coming

from harkara.intake.models import Move, MoveNote
from harkara.intake.moving import comparing, notes
from harkara.intake.moving.comparing import compare_some, waiting
from harkara.newsroom.models import LiveStory

WORDS = tuple(f"{first}{rest}" for first in "कखगघचजटडतदनपबमरलवस" for rest in ("मल", "रज", "टक"))


def told(seed: int, changed: int = 0) -> str:
    """Return a story of 120 words; `changed` of them are others."""
    words = Random(seed).choices(WORDS, k=120)  # noqa: S311 (made-up words)
    for at in Random(-seed).sample(range(120), changed):  # noqa: S311 (made-up words)
        words[at] = f"शब्द{at}"
    return f"<p>{' '.join(words)}।</p>"


def export(folder: Path, *stories: str) -> Path:
    return wxr(folder, *(item(at, f"खबर {at}", said) for at, said in enumerate(stories, 1)))


def compared(move: Move) -> None:
    while compare_some(move, NOON):
        pass


def named() -> list[tuple[str, int]]:
    found = MoveNote.objects.filter(message=notes.NEARLY_SAME).order_by("pk")
    return [(one.title, one.values["number"]) for one in found]


@pytest.fixture
def move(paper: None, tmp_path: Path) -> Move:
    return moved_in(export(tmp_path, told(1), told(2), told(1, changed=8), told(3)))


def test_a_story_that_is_nearly_an_earlier_one_is_named(move: Move) -> None:
    first = LiveStory.objects.get(headline="खबर 1")

    compared(move)

    assert named() == [("खबर 3", first.number)]
    assert LiveStory.objects.count() == 4
    assert move.compared_at == NOON


@pytest.mark.parametrize("first", [True, False])
def test_a_scheduled_story_is_compared_before_its_hour(
    paper: None, tmp_path: Path, *, first: bool
) -> None:
    texts = (told(1), told(1, changed=8))
    both = [coming(1, texts[0]), item(2, "खबर 2", texts[1])]
    move = moved_in(
        wxr(tmp_path, *both)
        if first
        else wxr(tmp_path, item(1, "खबर 1", texts[0]), coming(2, texts[1]))
    )

    compared(move)

    assert [title for title, _number in named()] == ["खबर 2" if first else "आने वाली 2"]


def test_a_draft_is_the_desks_to_compare(paper: None, tmp_path: Path) -> None:
    draft = coming(2, told(1, changed=8), status="draft")
    move = moved_in(wxr(tmp_path, item(1, "खबर 1", told(1)), draft))

    compared(move)

    assert named() == []


def test_it_goes_on_where_it_was_stopped(move: Move, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "AT_ONCE", 1)
    compare_some(move, NOON)
    again = Move.objects.get()

    compared(again)

    assert len(named()) == 1


def test_what_another_worker_has_compared_is_not_compared_twice(move: Move) -> None:
    late = Move.objects.get()
    compare_some(move, NOON)

    compare_some(late, NOON)

    assert len(named()) == 1


def test_a_second_run_names_nothing_anew(move: Move, tmp_path: Path) -> None:
    compared(move)
    again = moved_in(tmp_path / "export.xml", at=NOON + timedelta(days=1))
    assert waiting() == again

    compared(again)

    assert len(named()) == 1
    assert waiting() is None


def test_a_newer_export_names_only_its_new_stories(move: Move, tmp_path: Path) -> None:
    compared(move)
    newer = moved_in(
        export(tmp_path, told(1), told(2), told(1, changed=8), told(3), told(2, changed=5))
    )

    compared(newer)

    assert [title for title, _number in named()] == ["खबर 3", "खबर 5"]


def test_the_report_says_that_it_is_still_looked_for(
    move: Move, client: Client, editor: object
) -> None:
    client.force_login(editor)  # type: ignore[arg-type]
    address = f"/newsroom/intake/moves/{move.pk}/"
    before = client.get(address).content.decode()
    compared(move)

    after = client.get(address).content.decode()

    assert "अभी खोजी जा रही हैं" in before
    assert "अभी खोजी जा रही हैं" not in after
    assert "लगभग वही खबर" in after


def test_many_stories_cost_no_more_queries_than_few(paper: None, tmp_path: Path) -> None:
    moves = []
    for many in (2, 40):
        folder = tmp_path / str(many)
        folder.mkdir()
        texts = (told(1000 * many + at) for at in range(many))
        moves.append(moved_in(export(folder, *texts).rename(folder / f"{many}.xml")))
        MoveNote.objects.all().delete()

    with CaptureQueriesContext(connection) as few:
        compare_some(moves[0], NOON)
    with CaptureQueriesContext(connection) as lots:
        compare_some(moves[1], NOON)

    # Prints are asked for 500 at a time, to learn who has them and to find who shares them.
    assert len(lots) <= len(few) + 8
