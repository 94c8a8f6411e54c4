"""Comments that moved in become comments of the site."""

from datetime import timedelta

import pytest
from tests.audience.conftest import NOON

from harkara.audience.comments import actions
from harkara.audience.comments.records import MovedComment
from harkara.audience.models import Comment
from harkara.newsroom.models import ArticlePage

pytestmark = pytest.mark.django_db


def moved(origin: str, parent: str = "", **changes: str) -> MovedComment:
    given = {"name": "राम", "text": f"बात {origin}", "status": "approved"} | changes
    at = NOON - timedelta(days=400) + timedelta(minutes=len(origin))
    return MovedComment(origin=origin, parent=parent, written_at=at, **given)


def test_threads_keep_one_level(story: ArticlePage) -> None:
    found = [moved("a"), moved("bb", "a"), moved("ccc", "bb"), moved("dddd", "gone")]

    assert actions.adopt(story.number, found, at=NOON) == 4

    heads = {one.text: one.parent and one.parent.text for one in Comment.objects.all()}
    assert heads == {"बात a": None, "बात bb": "बात a", "बात ccc": "बात a", "बात dddd": None}


def test_a_second_run_changes_nothing(story: ArticlePage) -> None:
    actions.adopt(story.number, [moved("a"), moved("bb", "a")], at=NOON)

    assert actions.adopt(story.number, [moved("a"), moved("bb", "a")], at=NOON) == 0
    assert Comment.objects.count() == 2


def test_a_circle_of_answers_is_cut(story: ArticlePage) -> None:
    actions.adopt(story.number, [moved("a", "bb"), moved("bb", "a")], at=NOON)

    assert Comment.objects.filter(parent__isnull=True).count() == 2


@pytest.mark.parametrize(
    ("status", "here"),
    [("approved", "accepted"), ("pending", "waiting"), ("spam", "spam"), ("trash", "rejected")],
)
def test_what_the_former_desk_decided_stands(story: ArticlePage, status: str, here: str) -> None:
    actions.adopt(story.number, [moved("a", status=status)], at=NOON)

    assert Comment.objects.get().status == here


def test_markup_becomes_plain_words(story: ArticlePage) -> None:
    text = '<p>वाह &amp; <a href="javascript:x">भाई</a></p><script>alert(1)</script>'
    actions.adopt(story.number, [moved("a", text=text, name="<b></b>")], at=NOON)

    comment = Comment.objects.get()
    assert comment.text == "वाह & भाईalert(1)"
    assert comment.name == "पाठक"
