"""A change that very many pages read is committed at once and marks them bit by bit."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.press.site import Paper, text_of

from harkara.press import priorities, queries
from harkara.press.actions import Kind, Use, press, spreading, use_of, want
from harkara.press.actions.claiming import claim
from harkara.press.actions.spreading import spread
from harkara.press.models import Reading, Spread, Target
from harkara.press.stores import DiskStore
from harkara.press.tasks import run_once, run_until_idle
from harkara.press.verify import NotSettled, verify

PAGES = 12
SECONDS = 10.0


@pytest.fixture
def archive(paper: Paper, store: DiskStore, monkeypatch: pytest.MonkeyPatch) -> Paper:
    """Return a pressed paper whose every page read `menu`, where more than five are very many."""
    monkeypatch.setattr(spreading, "MANY", 5)
    monkeypatch.setattr(paper, "menu", True)
    for number in range(PAGES):
        paper.write(f"story-{number:02}", "खबर")
    with transaction.atomic():
        want({"/": priorities.FRONT})
    run_until_idle()
    return paper


def marked() -> set[str]:
    """Return the pages that are marked by now, whether or not more are to come."""
    return set(Target.objects.exclude(stale_at=None).values_list("path", flat=True))


def test_the_front_is_marked_with_the_change_and_the_stories_later_the_newest_first(
    archive: Paper,
) -> None:
    count = archive.mark(["menu"])
    at_once = marked()
    with transaction.atomic():
        spreading._step()

    assert count == PAGES + 1
    assert at_once == {"/"}
    # The front was made last, so it is one of the five newest.
    assert marked() == {"/", *(f"/story-{number:02}/" for number in range(8, PAGES))}


def test_a_page_the_change_has_not_come_to_is_stale_all_the_same(archive: Paper) -> None:
    archive.mark(["menu"])

    assert len(queries.stale_paths()) == queries.stale_count() == PAGES + 1
    assert queries.is_stale("/story-00/")
    assert sum(queries.status(timezone.now()).stale.values()) == PAGES + 1
    assert queries.backlog(timezone.now()).oldest is not None
    with pytest.raises(NotSettled):
        next(verify())
    with transaction.atomic():
        assert use_of("text:story-00") is Use.UNSETTLED


def test_the_worker_spreads_a_change_to_its_last_page(archive: Paper) -> None:
    archive.mark(["menu"])

    totals = run_until_idle()

    assert totals[Kind.UNCHANGED] == PAGES + 1
    assert not queries.is_spreading()
    assert queries.stale_paths() == set()
    assert list(verify()) == []


def test_each_page_is_marked_once(archive: Paper) -> None:
    archive.mark(["menu"])

    assert spread(SECONDS) == PAGES
    assert spread(SECONDS) == 0
    assert not Spread.objects.exists()


def test_a_page_pressed_in_the_meantime_is_not_pressed_again(archive: Paper) -> None:
    archive.mark(["menu"])
    assert press("/story-00/").kind is Kind.UNCHANGED

    assert spread(SECONDS) == PAGES - 1
    assert "/story-00/" not in queries.stale_paths()


def test_what_began_before_the_change_is_not_stored_after_it(archive: Paper) -> None:
    archive.write("story-00", "नई खबर")
    archive.while_rendering = lambda _path: archive.mark(["menu"])
    try:
        outcome = press("/story-00/")
    finally:
        archive.while_rendering = lambda _path: None

    assert outcome.kind is Kind.OVERTAKEN
    assert "/story-00/" in queries.stale_paths()


def test_a_second_change_of_the_same_key_begins_anew(archive: Paper, store: DiskStore) -> None:
    archive.mark(["menu"])
    with transaction.atomic():
        spreading._step()
    run_once(limit=3)
    archive.mark(["menu"])

    assert queries.stale_count() == PAGES + 1
    run_until_idle()
    assert list(verify()) == []
    assert "खबर" in text_of(store, "/story-00/")


def test_a_change_costs_the_desk_the_same_however_many_pages_read_it(archive: Paper) -> None:
    with CaptureQueriesContext(connection) as asked:
        archive.mark(["menu"])
    twelve = len(asked)
    for number in range(PAGES, 2 * PAGES):
        archive.write(f"story-{number:02}", "खबर")
    run_until_idle()
    with CaptureQueriesContext(connection) as asked:
        assert archive.mark(["menu"]) == 2 * PAGES + 1

    assert len(asked) == twelve


@pytest.mark.sqlite
def test_the_next_readers_are_read_off_an_index(database: None) -> None:
    left = Reading.objects.filter(key=1, target__lt=9).order_by("-target")

    assert "press_reading_by_key" in (plan := left.values_list("target_id").explain())
    assert "TEMP B-TREE" not in plan


def test_a_story_that_changes_meanwhile_goes_before_all_that_wait(archive: Paper) -> None:
    archive.mark(["menu"])
    spread(SECONDS)
    archive.write("story-00", "नई खबर")

    first, *rest = claim(PAGES, timezone.now())

    assert first == "/story-00/"
    # The front shows the new story, and was marked urgently with both changes.
    assert rest[0] == "/"


def test_an_urgent_page_stays_urgent_when_the_whole_site_changes(archive: Paper) -> None:
    archive.write("story-03", "नई खबर")
    archive.mark(["menu"])
    spread(SECONDS)

    assert next(iter(claim(PAGES, timezone.now()))) == "/story-03/"


def test_who_shares_takes_its_half_of_a_change_and_nothing_that_can_wait(archive: Paper) -> None:
    archive.mark(["menu"])
    spread(SECONDS)
    archive.write("story-00", "नई खबर")
    archive.write("story-01", "नई खबर")

    shares = [list(claim(10, timezone.now(), sharing=True)) for _ in range(3)]

    assert shares[0] == ["/story-01/", "/story-00/"]
    assert shares[1] == ["/"]
    assert len(shares[2]) == 10
