"""Restoring: comments of another Harkara's export become the same comments here."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from harkara.audience.comments.actions.adopting import origin_key
from harkara.audience.comments.actions.standing import put_on_page
from harkara.audience.comments.models import Comment, Decision, PurgedOrigin
from harkara.audience.comments.models.comment import MOST_NAME
from harkara.audience.comments.records import KeptWords
from harkara.audience.comments.wording import MOST_LETTERS, likeness

MOST_KEPT = 10 * MOST_LETTERS
"""So long may one be that moved in; what this site takes of its readers is shorter."""


def restore(site: str, said: Sequence[KeptWords], *, at: datetime) -> int:
    """Keep comments as they were at `site`, with their places in threads; return how many are new.

    Those that are here already, or were and are purged, are left alone. A head must come before its
    answers, here or at an earlier call.
    """
    with transaction.atomic():
        names = {one.id: one.origin or _name(site, one.id) for one in said}
        heads = {_name(site, one.parent): one.parent for one in said if one.parent}
        wanted = {*names.values(), *heads}
        here = dict(Comment.objects.filter(origin__in=wanted).values_list("origin", "pk"))
        gone = set(PurgedOrigin.objects.filter(origin__in=wanted).values_list("origin", flat=True))
        ids = {heads[name]: pk for name, pk in here.items() if name in heads}
        ids |= {theirs: here[name] for theirs, name in names.items() if name in here}
        count = 0
        for one in said:
            if names[one.id] not in here.keys() | gone:
                ids[one.id] = _keep(one, names[one.id], ids.get(one.parent or 0), at)
                here[names[one.id]] = ids[one.id]
                count += 1
    return count


def _keep(one: KeptWords, origin: str, head: int | None, at: datetime) -> int:
    text = one.text[:MOST_KEPT]
    comment = Comment(
        story_id=one.number,
        parent_id=head,
        status=one.status if one.status in Comment.Status.values else Comment.Status.WAITING,
        name=one.name[:MOST_NAME],
        text=text,
        written_at=one.written_at,
        edited_at=one.edited_at,
        decided_at=one.decided_at,
        likeness=likeness(text),
        origin=origin,
    )
    if comment.status == Comment.Status.ACCEPTED:
        put_on_page(comment)
    comment.save()
    Decision.objects.create(comment=comment, kind=Decision.Kind.MOVED_IN, at=at)
    return comment.pk


def _name(site: str, comment_id: int | None) -> str:
    return origin_key(f"jsonl {site} {comment_id}")
