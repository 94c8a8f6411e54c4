"""Seeing: which items of a feed were looked at, so that each is looked at once."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import blake2b

from django.db import transaction

from harkara.intake.actions.one_row import keep_rows
from harkara.intake.drafts import Draft
from harkara.intake.models import FeedSubscription, ForeignId, SeenItem

FORGET = timedelta(days=90)
"""An item that its feed has not named for so long is forgotten."""
_TOLD_AS = "told as "
_OF_THE_WORLD = ("http://", "https://", "tag:", "urn:")


def not_seen(feed: FeedSubscription, drafts: Sequence[Draft], at: datetime) -> list[Draft]:
    """Return the items that are new or say something else now; note that the others are there."""
    by_id = {draft.origin.foreign_id: draft for draft in reversed(drafts)}
    seen = dict(
        feed.seen.filter(foreign_id__in=by_id).values_list("foreign_id", "fingerprint").order_by()
    )
    same = [key for key, print_ in seen.items() if by_id[key].origin.fingerprint == print_]
    with transaction.atomic():
        told = [_told_as(by_id[key]) for key in same]
        feed.seen.filter(foreign_id__in=(*same, *told)).update(seen_at=at)
        feed.seen.filter(seen_at__lt=at - FORGET).delete()
    unseen = {key: draft for key, draft in by_id.items() if key not in same}
    return list(reversed(unseen.values()))


def see(feed: FeedSubscription, drafts: Sequence[Draft], at: datetime) -> None:
    """Note that these items were looked at, as they are now."""
    items = {
        name: SeenItem(feed=feed, foreign_id=name, fingerprint=draft.origin.fingerprint, seen_at=at)
        for draft in drafts
        for name in (draft.origin.foreign_id, _told_as(draft))
    }
    keep_rows(list(items.values()), one_for=["feed", "foreign_id"])


def was_seen(feed: FeedSubscription, draft: Draft) -> bool:
    """Say whether an item was looked at before, in another version."""
    return feed.seen.filter(foreign_id=draft.origin.foreign_id).exists()


def is_kept(draft: Draft) -> bool:
    """Say whether the desk still has the story of an item; one it threw away stays away."""
    origin = draft.origin
    kept = ForeignId.objects.filter(
        source_kind=origin.kind, source_key=origin.key, foreign_id=origin.foreign_id
    )
    return kept.exclude(article__arrival__thrown_at__isnull=False).exists()


def told_elsewhere(feed: FeedSubscription, draft: Draft) -> bool:
    """Say whether another item is the story of this one.

    In one feed it is, under another id, if it has the same headline at the same address: some feeds
    name their items anew each time. In two feeds it is if both call it by an id that is meant for
    the whole world: an address, a tag, a URN.
    """
    if feed.seen.filter(foreign_id=_told_as(draft)).exists():
        return True
    named = draft.origin.foreign_id
    if not named.startswith(_OF_THE_WORLD):
        return False
    keys = [f"feed {pk}" for pk in FeedSubscription.objects.values_list("pk", flat=True)]
    known = ForeignId.objects.filter(
        source_kind=draft.origin.kind, source_key__in=keys, foreign_id=named
    )
    return known.exclude(source_key=draft.origin.key).exists()


def _told_as(draft: Draft) -> str:
    """Return the name under which an item is seen beside its id: what it tells, and where."""
    said = f"{draft.headline}\n{draft.source.url or draft.text}"
    return _TOLD_AS + blake2b(said.encode("utf-8", "replace"), digest_size=20).hexdigest()
