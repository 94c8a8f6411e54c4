"""Seeing: which items of a feed were looked at, so that each is looked at once."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction

from harkara.intake.drafts import Draft
from harkara.intake.models import FeedSubscription, ForeignId, SeenItem

FORGET = timedelta(days=90)
"""An item that its feed has not named for so long is forgotten."""


def not_seen(feed: FeedSubscription, drafts: Sequence[Draft], at: datetime) -> list[Draft]:
    """Return the items that are new or say something else now; note that the others are there."""
    by_id = {draft.origin.foreign_id: draft for draft in reversed(drafts)}
    seen = dict(
        feed.seen.filter(foreign_id__in=by_id).values_list("foreign_id", "fingerprint").order_by()
    )
    same = [key for key, print_ in seen.items() if by_id[key].origin.fingerprint == print_]
    with transaction.atomic():
        feed.seen.filter(foreign_id__in=same).update(seen_at=at)
        feed.seen.filter(seen_at__lt=at - FORGET).delete()
    unseen = {key: draft for key, draft in by_id.items() if key not in same}
    return list(reversed(unseen.values()))


def see(feed: FeedSubscription, drafts: Sequence[Draft], at: datetime) -> None:
    """Note that these items were looked at, as they are now."""
    for draft in drafts:
        SeenItem.objects.update_or_create(
            feed=feed,
            foreign_id=draft.origin.foreign_id,
            defaults={"fingerprint": draft.origin.fingerprint, "seen_at": at},
        )


def was_seen(feed: FeedSubscription, draft: Draft) -> bool:
    """Say whether an item was looked at before, in another version."""
    return feed.seen.filter(foreign_id=draft.origin.foreign_id).exists()


def is_kept(draft: Draft) -> bool:
    """Say whether the desk still has the story of an item; one it threw away stays away."""
    origin = draft.origin
    return ForeignId.objects.filter(
        source_kind=origin.kind, source_key=origin.key, foreign_id=origin.foreign_id
    ).exists()
