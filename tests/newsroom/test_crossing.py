"""Two at one thing at once: people at the desk, and workers at the schedule."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.db import OperationalError
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision

from harkara.newsroom import tasks
from harkara.newsroom.actions import Filed, Publish, publish
from harkara.newsroom.admin.transactions import OneTransaction
from harkara.newsroom.models import ArticlePage, LiveStory


class Deadlock(Exception):
    """What PostgreSQL says to one of two who wait for each other."""

    sqlstate = "40P01"


def undone(*_: object, **__: object) -> HttpResponse:
    raise OperationalError from Deadlock()


def away(*_: object, **__: object) -> HttpResponse:
    raise OperationalError


@pytest.fixture
def saving(rf: RequestFactory, editor: User) -> Callable[[Callable[..., HttpResponse]], Any]:
    """Save something at the desk through a view."""
    request = rf.post("/newsroom/", headers={"accept": "application/json"})
    request.user = editor
    middleware = OneTransaction(lambda _request: HttpResponse())
    return lambda view: middleware.process_view(request, view, (), {})


def test_whose_change_was_undone_for_anothers_is_told_in_a_sentence(
    saving: Callable[[Callable[..., HttpResponse]], Any],
) -> None:
    answer = saving(undone)

    assert answer.status_code == 409
    assert "error_message" in answer.content.decode()


def test_a_database_that_is_away_is_no_crossing(
    saving: Callable[[Callable[..., HttpResponse]], Any],
) -> None:
    with pytest.raises(OperationalError):
        saving(away)


def test_two_workers_publish_what_is_due_once(filed: Callable[..., Filed]) -> None:
    story = filed()
    at = timezone.now() + timedelta(hours=1)
    publish(Publish(article_id=story.article_id, at=at))
    both_saw = Revision.objects.get(approved_go_live_at=at)

    with time_machine.travel(at):
        done = [tasks._publish(both_saw, at), tasks._publish(both_saw, at)]

    assert done == [1, 0]
    told = PageLogEntry.objects.filter(page=story.article_id, action="wagtail.publish.scheduled")
    assert told.count() == 1
    assert LiveStory.objects.filter(pk=story.number).exists()


def test_two_workers_take_off_what_is_over_once(live: Callable[..., ArticlePage]) -> None:
    article = live()
    at = timezone.now()
    ArticlePage.objects.filter(pk=article.pk).update(expire_at=at)

    assert [tasks._expire(article, at), tasks._expire(article, at)] == [1, 0]


def test_what_was_held_up_is_due_again_in_the_next_second(
    filed: Callable[..., Filed], monkeypatch: pytest.MonkeyPatch
) -> None:
    story = filed()
    at = timezone.now() + timedelta(hours=1)
    publish(Publish(article_id=story.article_id, at=at))
    with time_machine.travel(at + timedelta(seconds=1)):
        with monkeypatch.context() as patched:
            patched.setattr(Revision, "publish", undone)
            assert tasks.publish_due(at) == 0

        assert tasks.publish_due(at + timedelta(seconds=1)) == 1
