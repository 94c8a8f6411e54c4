"""What is for good: the trail, in the database itself, and what was purged."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from tests.audience.conftest import NOON, Say
from tests.audience.test_adopting import moved

from harkara.audience.comments import actions
from harkara.audience.comments.actions.forgetting import REJECTED_KEPT, forget_the_rejected
from harkara.audience.comments.models.decision import Unchangeable
from harkara.audience.comments.scoring import student as students
from harkara.audience.models import Comment, Decision, PurgedOrigin
from harkara.newsroom.models import ArticlePage
from harkara.search.actions import learned as keeping

pytestmark = pytest.mark.django_db


def test_the_database_refuses_to_change_the_trail(say: Say) -> None:
    say()

    for change in (
        lambda: Decision.objects.update(by="kisi-aur-ne"),
        lambda: Decision.objects.filter(pk__gt=0).update(kind=Decision.Kind.REJECTED),
        lambda: raw("UPDATE audience_decision SET reason = 'abuse'"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()

    assert Decision.objects.get().by == ""


def raw(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def test_a_line_of_the_trail_goes_with_its_comment_and_never_alone(say: Say) -> None:
    comment = say()

    with pytest.raises(Unchangeable):
        Decision.objects.get().delete()

    comment.delete()
    assert not Decision.objects.exists()


def test_a_rejected_comment_that_moved_in_does_not_return_once_it_is_purged(
    story: ArticlePage,
) -> None:
    found = [moved("a", status="trash"), moved("bb"), moved("ccc", "a")]
    actions.adopt(story.number, found[:2], at=NOON)
    Comment.objects.filter(status=Comment.Status.REJECTED).update(
        written_at=NOON - REJECTED_KEPT - timedelta(days=1)
    )
    assert forget_the_rejected(NOON) == 1

    assert actions.adopt(story.number, found, at=NOON) == 1

    assert set(Comment.objects.values_list("text", flat=True)) == {"बात bb", "बात ccc"}
    assert list(PurgedOrigin.objects.values_list("origin", flat=True)) == [actions.origin_key("a")]


def test_what_was_learned_in_an_old_form_is_learned_anew_at_once(say: Say) -> None:
    number = say().story_id
    Comment.objects.bulk_create(
        Comment(
            story_id=number,
            status=status,
            sheet=1 if status == Comment.Status.ACCEPTED else None,
            name="राम",
            text=f"{text} {at}",
            written_at=NOON,
            decided_at=NOON,
        )
        for at in range(students.LEAST_OF_EACH)
        for status, text in (
            (Comment.Status.ACCEPTED, "पुल पर अच्छी खबर"),
            (Comment.Status.REJECTED, "लाटरी का टिकट लीजिए"),
        )
    )
    student = students.CommentStudent("one worker")
    while student.step(NOON):
        pass
    assert not student.step(NOON)

    keeping.put_in_use(students.COMMENTS, {"form": b"of another year"}, followed=60)

    assert students.verdict("लाटरी का टिकट", ()) is None
    while student.step(NOON):
        pass
    learned = students.verdict("लाटरी का टिकट", ())
    assert learned is not None
    assert learned.weight > 0.5
