"""Pages pressed together: what they share, and what becomes of them if one of them goes wrong."""

from collections.abc import Callable

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from tests.press.site import Paper, once, text_of

from harkara.press import gathering, priorities, queries, tasks
from harkara.press.actions import Kind, want
from harkara.press.actions.claiming import ALONG
from harkara.press.models import Target
from harkara.press.stores import DiskStore, staging
from harkara.press.verify import verify

MANY = tasks.BATCH + 8


class Killed(BaseException):
    """The process ends here."""


@pytest.fixture
def crowd(paper: Paper) -> Paper:
    """Return a paper with more stale stories than are claimed at a time."""
    with transaction.atomic():
        for number in range(MANY):
            paper.texts[f"story-{number:03}"] = "खबर"
        want({f"/{name}/": priorities.STORY for name in paper.texts})
    return paper


def test_a_front_does_not_wait_until_a_crowd_of_stories_is_done(
    crowd: Paper, store: DiskStore
) -> None:
    with transaction.atomic():
        want({"/": priorities.FRONT, "/where/": priorities.REST})

    tasks.run_once()

    assert crowd.rendered.index("/") == ALONG
    assert text_of(store, "/where/")


def test_what_becomes_stale_cuts_the_turn_short(crowd: Paper, store: DiskStore) -> None:
    crowd.while_rendering = once(lambda: crowd.write("aaj-ki-khabar", "अभी-अभी"))

    cut = tasks.run_once()
    tasks.run_once(limit=1)

    assert len(cut) < tasks.BATCH
    assert "अभी-अभी" in text_of(store, "/aaj-ki-khabar/")
    assert not Target.objects.exclude(claimed_until=None).exists()


def test_a_crowd_is_settled_in_the_end(crowd: Paper, store: DiskStore) -> None:
    totals = tasks.run_until_idle()

    assert totals == {Kind.PRESSED: MANY}
    assert list(verify()) == []


def test_a_page_the_disk_does_not_take_fails_alone(
    crowd: Paper, store: DiskStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_folder = staging.make_folder

    def full(folder: object) -> None:
        if "story-003" in str(folder):
            message = "No space left on device"
            raise OSError(28, message)
        make_folder(folder)  # type: ignore[arg-type]

    monkeypatch.setattr(staging, "make_folder", full)
    totals = tasks.run_until_idle()

    # It may have been tried again meanwhile.
    assert totals[Kind.PRESSED] == MANY - 1
    assert set(totals) == {Kind.PRESSED, Kind.FAILED}
    assert queries.stale_paths() == {"/story-003/"}


@pytest.mark.parametrize("placed", [0, 1, 3])
def test_a_process_killed_between_the_renames_of_a_group_leaves_all_of_it_stale(
    crowd: Paper, store: DiskStore, monkeypatch: pytest.MonkeyPatch, placed: int
) -> None:
    tasks.run_until_idle()
    crowd.redesign("नया नाम")
    place, left = staging.StagedFiles.place, [True] * (placed + 1)

    def die(self: staging.StagedFiles) -> None:
        if len(left) == 1:
            raise Killed
        left.pop()
        place(self)

    with monkeypatch.context() as patched:
        patched.setattr(staging.StagedFiles, "place", die)
        with pytest.raises(Killed):
            tasks.run_until_idle()

    # The first page settles alone; of the group after it nothing counts as pressed.
    assert queries.stale_count() >= MANY - 1
    tasks.run_until_idle()
    assert list(verify()) == []


def test_a_change_during_a_turn_keeps_every_page_that_shared_the_old_text_from_the_store(
    paper: Paper, store: DiskStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    gathered: list[list[str]] = []
    monkeypatch.setattr(gathering, "gatherers", [lambda paths: gathered.append(list(paths))])
    for name in ("bandh", "mela", "pul"):
        paper.write(name, "पहले")
    tasks.run_until_idle()
    paper.mark(["text:bandh", "text:mela", "text:pul"])
    later = once(lambda: paper.write("bandh", "बाद में"))
    paper.while_rendering = lambda path: later(path) if path == "/mela/" else None

    kinds = {outcome.path: outcome.kind for outcome in tasks.run_once()}

    # What was fetched for it may be the old text: it does not matter that its own was the new one.
    assert len(gathered[-1]) == 3
    assert kinds["/bandh/"] is Kind.OVERTAKEN
    tasks.run_until_idle()
    assert "बाद में" in text_of(store, "/bandh/")
    assert list(verify()) == []


@pytest.mark.parametrize("size", [2, 3])
def test_the_queries_of_a_group_do_not_grow_with_it(
    paper: Paper, store: DiskStore, size: int, count_of: Callable[[int], int]
) -> None:
    assert count_of(size) == count_of(tasks.GROUP)


@pytest.fixture
def count_of(paper: Paper, store: DiskStore) -> Callable[[int], int]:
    """Return how many queries it takes to press so many changed pages after the first."""

    def count(size: int) -> int:
        names = [f"naya-{size}-{number}" for number in range(size + 1)]
        with transaction.atomic():
            paper.texts |= dict.fromkeys(names, "खबर")
            want({f"/{name}/": priorities.STORY for name in names})
        with CaptureQueriesContext(connection) as asked:
            outcomes = tasks.run_once()
        assert [one.kind for one in outcomes] == [Kind.PRESSED] * (size + 1)
        return len(asked)

    return count
