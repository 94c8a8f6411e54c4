"""The numbers of stories that left the site last: browsers that kept one drop it by them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from pytest_django import DjangoAssertNumQueries

from harkara.newsroom import keys, queries
from harkara.newsroom.actions import Publish, Withdraw, publish, take_off_site, withdraw
from harkara.newsroom.models import ArticlePage
from harkara.press.models import Key

PutLive = Callable[..., ArticlePage]


def marked_at() -> int:
    return Key.objects.filter(name=keys.WITHDRAWN).values_list("changed", flat=True).first() or 0


def test_the_last_to_go_is_the_first_to_be_named(
    live: PutLive, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    at = datetime(2026, 6, 10, tzinfo=UTC)
    numbers = [live(f"खबर {turn}").number for turn in range(4)]
    for turn, number in enumerate(numbers):
        take_off_site(number, at + timedelta(minutes=turn))

    with django_assert_num_queries(1):
        assert queries.newest_withdrawn(3) == numbers[:0:-1]


def test_a_story_that_comes_back_is_named_no_more(live: PutLive) -> None:
    story = live()
    before = marked_at()

    withdraw(Withdraw(article_id=story.pk))
    gone_at = marked_at()
    assert queries.newest_withdrawn(9) == [story.number]
    publish(Publish(article_id=story.pk))

    assert queries.newest_withdrawn(9) == []
    assert before < gone_at < marked_at()


def test_publishing_for_the_first_time_leaves_the_list_alone(live: PutLive) -> None:
    live()

    assert marked_at() == 0
