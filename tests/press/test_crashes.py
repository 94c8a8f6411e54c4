"""A process that is killed between the store and the database."""

import pytest
from django.db import DatabaseError
from tests.press.site import Paper, text_of

from harkara.press import queries
from harkara.press.actions import press
from harkara.press.models import Target
from harkara.press.stores import DiskStore, staging
from harkara.press.tasks import run_until_idle
from harkara.press.verify import verify


class Killed(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("moment", ["before the renames", "after the renames"])
def test_a_process_killed_while_it_stores_leaves_the_page_stale(
    paper: Paper, store: DiskStore, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    paper.write("bandh", "पहले")
    press("/bandh/")
    paper.write("bandh", "बाद में")
    place = staging.StagedFiles.place

    def die(self: staging.StagedFiles) -> None:
        if moment == "after the renames":
            place(self)
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(staging.StagedFiles, "place", die)
        with pytest.raises(Killed):
            press("/bandh/")

    assert queries.stale_paths() == {"/bandh/"}
    run_until_idle()
    assert list(verify()) == []


def test_a_change_taken_back_after_a_crash_does_not_leave_the_crashed_page(
    paper: Paper, store: DiskStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.write("bandh", "पहले")
    press("/bandh/")
    paper.write("bandh", "बाद में")
    place = staging.StagedFiles.place

    def die(self: staging.StagedFiles) -> None:
        place(self)
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(staging.StagedFiles, "place", die)
        with pytest.raises(Killed):
            press("/bandh/")
    # The row remembers the first bytes, the store holds the second: only the store may be asked.
    paper.write("bandh", "पहले")
    press("/bandh/")

    assert "पहले" in text_of(store, "/bandh/")
    assert queries.stale_paths() == set()
    assert list(verify()) == []


def test_a_new_page_whose_row_cannot_be_settled_is_never_a_file_without_a_row(
    paper: Paper, store: DiskStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.texts["bandh"] = "पानी"

    def away(*_args: object, **_named: object) -> None:
        message = "the database went away"
        raise DatabaseError(message)

    with monkeypatch.context() as patched:
        patched.setattr(Target, "save", away)
        with pytest.raises(DatabaseError):
            press("/bandh/")

    assert queries.stale_paths() == {"/bandh/"}
    run_until_idle()
    assert list(verify()) == []


def test_a_killed_removal_is_done_again(
    paper: Paper, store: DiskStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.write("bandh", "पानी")
    press("/bandh/")
    paper.withdraw("bandh")

    def die(*_args: object, **_named: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(Target, "delete", die)
        with pytest.raises(Killed):
            press("/bandh/")

    assert queries.stale_paths() == {"/bandh/"}
    run_until_idle()
    assert list(store.paths()) == []
    assert not Target.objects.exists()
