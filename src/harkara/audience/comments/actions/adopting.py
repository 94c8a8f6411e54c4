"""Adopting: comments that moved in with their stories become comments of this site."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import transaction

from harkara.audience.comments.actions.standing import put_on_page
from harkara.audience.comments.models import Comment, Decision, PurgedOrigin
from harkara.audience.comments.models.comment import MOST_NAME
from harkara.audience.comments.records import MovedComment
from harkara.audience.comments.wording import likeness, moved_words

STATUS = {
    "approved": Comment.Status.ACCEPTED,
    "pending": Comment.Status.WAITING,
    "spam": Comment.Status.SPAM,
}
"""What a status there is here; any other was rejected there."""
NAMELESS = "पाठक"


def adopt(number: int, moved: Sequence[MovedComment], *, at: datetime) -> int:
    """Make comments of a story ours, answers below the heads of their threads; return how many.

    What was adopted before is left alone, so this may be done again at any time, and what is purged
    since does not return. What the former desk decided counts as decided; addresses and mail
    addresses are not taken over.
    """
    above = {one.origin: one.parent for one in moved}
    with transaction.atomic():
        keys = {origin_key(one.origin): one for one in moved}
        ours = dict(Comment.objects.filter(origin__in=keys).values_list("origin", "pk"))
        gone = set(PurgedOrigin.objects.filter(origin__in=keys).values_list("origin", flat=True))
        count = 0
        for one in _heads_first(moved):
            if origin_key(one.origin) not in ours.keys() | gone:
                head = ours.get(origin_key(_head_of(one.origin, above)))
                ours[origin_key(one.origin)] = _adopt(number, one, head, at)
                count += 1
    return count


def _adopt(number: int, one: MovedComment, head: int | None, at: datetime) -> int:
    text = moved_words(one.text)
    comment = Comment(
        story_id=number,
        parent_id=head,
        status=STATUS.get(one.status, Comment.Status.REJECTED),
        name=moved_words(one.name).replace("\n", " ")[:MOST_NAME] or NAMELESS,
        text=text,
        written_at=one.written_at,
        likeness=likeness(text),
        origin=origin_key(one.origin),
    )
    if comment.status != Comment.Status.WAITING:
        comment.decided_at = one.written_at
    if comment.status == Comment.Status.ACCEPTED:
        put_on_page(comment)
    comment.save()
    Decision.objects.create(comment=comment, kind=Decision.Kind.MOVED_IN, at=at)
    return comment.pk


def _heads_first(moved: Sequence[MovedComment]) -> Iterator[MovedComment]:
    above = {one.origin: one.parent for one in moved}
    order = sorted(moved, key=lambda one: (one.written_at, one.origin))
    heads = [one for one in order if _head_of(one.origin, above) == one.origin]
    yield from heads
    known = {one.origin for one in heads}
    yield from (one for one in order if one.origin not in known)


def _head_of(origin: str, above: dict[str, str]) -> str:
    """Return the comment at the head of a thread; one in a circle heads its own."""
    seen = {origin}
    at = origin
    while (parent := above.get(at, "")) in above:
        if parent in seen:
            return origin
        seen.add(parent)
        at = parent
    return at


def origin_key(origin: str) -> str:
    """Return what a comment's origin is kept as."""
    return hashlib.blake2b(origin.encode(), digest_size=32).hexdigest()
