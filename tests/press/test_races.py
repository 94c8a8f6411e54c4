"""What changes while a page is being made."""

from django.db import transaction
from tests.press.site import Paper, once, text_of

from harkara.press import queries
from harkara.press.actions import Kind, press
from harkara.press.models import Target
from harkara.press.stores import DiskStore
from harkara.press.tasks import run_until_idle


def test_a_change_while_a_page_is_made_leaves_it_stale(paper: Paper, store: DiskStore) -> None:
    paper.write("bandh", "पहले")
    paper.while_rendering = once(lambda: paper.write("bandh", "बाद में"))

    outcome = press("/bandh/")

    assert outcome.kind is Kind.OVERTAKEN
    assert queries.stale_paths() == {"/bandh/"}
    assert press("/bandh/").kind is Kind.PRESSED
    assert "बाद में" in text_of(store, "/bandh/")
    assert queries.stale_paths() == set()


def test_a_page_half_of_which_is_older_never_reaches_the_store(
    paper: Paper, store: DiskStore
) -> None:
    paper.write("bandh", "पहले")
    press("/")
    paper.write("bandh", "बाद में")
    paper.while_rendering = once(lambda: paper.write("mela", "भीड़"))

    press("/")

    assert "पहले" in text_of(store, "/")
    run_until_idle()
    assert "बाद में" in text_of(store, "/")
    assert "भीड़" in text_of(store, "/")


def test_a_change_to_what_a_page_did_not_read_this_time_does_not_keep_it_from_the_store(
    paper: Paper, store: DiskStore
) -> None:
    paper.write("bandh", "पहले")
    paper.while_rendering = once(lambda: paper.mark(["text:mela"]))

    assert press("/bandh/").kind is Kind.PRESSED
    assert queries.stale_paths() == set()


def test_a_change_to_a_key_that_is_read_for_the_first_time_leaves_the_page_stale(
    paper: Paper, store: DiskStore
) -> None:
    paper.texts["bandh"] = "पहले"

    def change() -> None:
        with transaction.atomic():
            paper.texts["bandh"] = "बाद में"
            paper.mark(["text:bandh"])

    paper.while_rendering = once(change)
    press("/bandh/")

    assert queries.stale_paths() == {"/bandh/"}


def test_a_story_that_comes_back_while_its_page_is_being_taken_out_stays(
    paper: Paper, store: DiskStore
) -> None:
    paper.write("bandh", "पानी")
    press("/bandh/")
    paper.withdraw("bandh")
    paper.while_rendering = once(lambda: paper.write("bandh", "फिर से"))

    outcome = press("/bandh/")

    assert outcome.kind is Kind.OVERTAKEN
    assert store.read("/bandh/") is not None
    assert queries.stale_paths() == {"/bandh/"}


def test_a_slow_press_never_puts_an_old_page_over_a_newer_one(
    paper: Paper, store: DiskStore
) -> None:
    paper.write("bandh", "पहले")

    def another_worker() -> None:
        paper.write("bandh", "बाद में")
        press("/bandh/")

    paper.while_rendering = once(another_worker)
    outcome = press("/bandh/")

    assert outcome.kind is Kind.OVERTAKEN
    assert "बाद में" in text_of(store, "/bandh/")
    assert queries.stale_paths() == set()


def test_a_slow_press_never_puts_an_old_design_over_a_newer_one(
    paper: Paper, store: DiskStore
) -> None:
    paper.write("bandh", "पानी")

    def another_worker() -> None:
        paper.redesign("नया नाम")
        press("/bandh/")

    paper.while_rendering = once(another_worker)
    outcome = press("/bandh/")

    assert outcome.kind is Kind.OVERTAKEN
    assert "नया नाम" in text_of(store, "/bandh/")
    assert queries.stale_paths() == set()


def test_a_new_design_while_a_page_is_made_leaves_it_stale(paper: Paper, store: DiskStore) -> None:
    paper.write("bandh", "पानी")
    paper.while_rendering = once(lambda: paper.redesign("नया नाम"))

    press("/bandh/")

    assert queries.stale_paths() == {"/bandh/"}


def test_a_page_taken_out_while_a_slow_press_made_it_is_not_put_back(
    paper: Paper, store: DiskStore
) -> None:
    paper.write("bandh", "पानी")
    press("/bandh/")

    def another_worker() -> None:
        paper.withdraw("bandh")
        press("/bandh/")

    paper.while_rendering = once(another_worker)
    outcome = press("/bandh/")

    assert outcome.kind is Kind.OVERTAKEN
    assert store.read("/bandh/") is None
    run_until_idle()
    assert not Target.objects.exists()
