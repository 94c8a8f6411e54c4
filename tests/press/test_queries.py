"""What the press says of itself."""

from datetime import timedelta

from django.utils import timezone
from tests.press.site import Paper

from harkara.press import priorities, queries
from harkara.press.actions import press
from harkara.press.models import Target
from harkara.press.stores import DiskStore


def test_an_empty_press_has_nothing_to_say(paper: Paper) -> None:
    assert queries.status(timezone.now()) == queries.Status(
        targets=0, stale={}, oldest=None, failed=()
    )


def test_the_status_counts_what_waits_by_urgency(paper: Paper, store: DiskStore) -> None:
    for name in ("bandh", "mela", "pul"):
        paper.write(name, "खबर")
    press("/pul/")
    press("/")
    paper.mark(["front"])

    status = queries.status(timezone.now())

    assert status.targets == 4
    assert status.stale == {priorities.STORY: 2, priorities.FRONT: 1}
    assert status.waiting == 3


def test_the_oldest_is_the_page_that_waits_longest_since_it_first_became_stale(
    paper: Paper, store: DiskStore
) -> None:
    paper.write("bandh", "पानी")
    press("/bandh/")
    paper.mark(["text:bandh"])
    an_hour_ago = timezone.now() - timedelta(hours=1)
    Target.objects.update(stale_at=an_hour_ago)
    paper.mark(["text:bandh"])
    paper.write("mela", "भीड़")

    status = queries.status(an_hour_ago + timedelta(hours=2))

    assert status.oldest == timedelta(hours=2)


def test_a_failed_page_is_named_with_its_error(paper: Paper, store: DiskStore) -> None:
    paper.write("bandh", "पानी")
    paper.broken.add("/bandh/")
    press("/bandh/")

    (failure,) = queries.status(timezone.now()).failed

    assert (failure.path, failure.failures) == ("/bandh/", 1)
    assert failure.error == "ValueError: the template is torn"
    assert failure.retry_at is not None
