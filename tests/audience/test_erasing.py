"""What a reader had erased is gone in every room."""

import pytest
from tests.audience.conftest import NOON

from harkara.audience.comments import actions
from harkara.audience.comments.records import MovedComment
from harkara.audience.models import Comment
from harkara.intake.models import KeptComment
from harkara.newsroom.models import ArticlePage

pytestmark = pytest.mark.django_db


def kept(story: ArticlePage, foreign_id: str) -> KeptComment:
    """Return a comment as it moved in, made a comment of the site as well."""
    made = KeptComment.objects.create(
        source_kind="wxr",
        source_key="https://old.example",
        foreign_id=foreign_id,
        article=story,
        author="राम",
        email="ram@example.org",
        url="https://ram.example",
        ip="203.0.113.9",
        text="बात",
        status="approved",
    )
    moved = MovedComment(
        origin=made.origin, parent="", name="राम", text="बात", status="approved", written_at=NOON
    )
    actions.adopt(story.number, [moved], at=NOON)
    return made


def test_a_comment_that_moved_in_is_erased_with_what_was_kept_of_it(story: ArticlePage) -> None:
    gone, other = kept(story, "41"), kept(story, "42")
    key = actions.origin_key(gone.origin)

    actions.erase([Comment.objects.get(origin=key).pk], by="editor", at=NOON)

    gone.refresh_from_db()
    other.refresh_from_db()
    assert gone.is_erased
    assert {gone.author, gone.email, gone.url, gone.ip, gone.text} == {""}
    assert (other.author, other.status) == ("राम", "approved")
