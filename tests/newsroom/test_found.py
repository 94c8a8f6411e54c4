"""Stories that a search has found."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from harkara.newsroom import queries
from harkara.newsroom.actions import Withdraw, withdraw
from harkara.newsroom.models import ArticlePage, LiveStory
from harkara.press.recorder import recording, together

PutLive = Callable[..., ArticlePage]


def headlines(numbers: list[int]) -> list[str]:
    return [one.card.headline for one in queries.found_stories(numbers, timezone.now())]


def test_stories_come_in_the_order_in_which_they_were_found(live: PutLive) -> None:
    first, second = live("पहली"), live("दूसरी")

    assert headlines([second.number, first.number]) == ["दूसरी", "पहली"]


def test_a_story_that_was_taken_back_meanwhile_is_left_out(live: PutLive) -> None:
    kept, gone = live("पहली"), live("दूसरी")

    withdraw(Withdraw(article_id=gone.pk))

    assert headlines([gone.number, kept.number]) == ["पहली"]


def test_a_story_whose_time_is_over_is_left_out_before_it_is_taken_off(live: PutLive) -> None:
    article = live("पहली")
    LiveStory.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    assert headlines([article.number]) == []


def test_a_story_brings_its_paragraphs(live: PutLive) -> None:
    article = live("पहली")
    article.body = [("paragraph", "<p>पुल <b>खुला</b></p>")]
    article.save_revision().publish()

    [found] = queries.found_stories([article.number], timezone.now())

    assert found.body == ("पुल खुला",)


@pytest.mark.usefixtures("paper")
def test_ten_stories_cost_as_many_queries_as_one(live: PutLive) -> None:
    numbers = [live(f"खबर {number}").number for number in range(10)]

    assert cost(numbers) == cost(numbers[:1])


def cost(numbers: list[int]) -> int:
    with CaptureQueriesContext(connection) as asked, together(), recording():
        queries.found_stories(numbers, timezone.now())
    return len(asked)
