"""What is learned from: the live stories, the newest first."""

import threading
import time
from collections.abc import Callable

import pytest
from django.test.utils import CaptureQueriesContext

from harkara.newsroom import learning
from harkara.newsroom.actions import Filed
from harkara.newsroom.models import ArticlePage, SectionPage
from harkara.search.learning import SectionStudent


def test_live_stories_are_given_from_the_newest_down(
    live: Callable[..., ArticlePage],
    filed: Callable[..., Filed],
    desh: SectionPage,
    khel: SectionPage,
    django_assert_num_queries: Callable[[int], CaptureQueriesContext],
) -> None:
    stories = [live(f"खबर {turn}", section_id=khel.pk) for turn in range(3)]
    filed("मसौदा")
    archive = learning.LiveExamples()

    with django_assert_num_queries(2):
        first = archive.newest(None, 2)
    rest = archive.newest(first[-1].number, 2)

    assert [one.number for one in (*first, *rest)] == [one.number for one in reversed(stories)]
    assert {one.section for one in first} == {khel.pk}
    assert archive.sections() == [desh.pk, khel.pk]


def test_what_fails_is_tried_again_until_the_worker_stops(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    stop, calls = threading.Event(), []

    def step(_student: SectionStudent, _at: object) -> bool:
        calls.append(time.monotonic())
        if len(calls) == 3:
            stop.set()
        message = "कुछ टूटा"
        raise RuntimeError(message)

    monkeypatch.setattr(SectionStudent, "step", step)
    monkeypatch.setattr(learning, "AFTER_FAILURE", 0.01)
    monkeypatch.setattr("harkara.newsroom.learning.connection.close", lambda: None)

    learning.work(stop)

    assert len(calls) == 3
    assert len(caplog.records) == 1
