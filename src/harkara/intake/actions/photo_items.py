"""Photo items: what a wire calls the photos of its stories, so that it can take one back alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext_noop as _

from harkara.intake.actions.arriving import tell
from harkara.intake.actions.photo_recall import PHOTO_GONE, recall_photos
from harkara.intake.actions.wire_items import locked
from harkara.intake.drafts import Draft, Notice
from harkara.intake.models import Arrival, WireItem, WireService
from harkara.intake.sources.wires import WirePhoto, WireStory
from harkara.newsroom.actions.photos import withdraw_photo
from harkara.newsroom.queries.holding import stories_with

_ELSEWHERE = _("Its source left out a photo that other stories hold too: look whether it may stay.")


def usable(photos: Sequence[WirePhoto], service: WireService) -> tuple[WirePhoto, ...]:
    """Return the photos of an item that the wire has not taken back since."""
    ids = {one.item_id for one in photos} - {""}
    gone = WireItem.objects.filter(service=service, item_id__in=ids, killed=True)
    killed = set(gone.values_list("item_id", flat=True)) if ids else set()
    return tuple(one for one in photos if one.item_id not in killed)


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Stories that held photos which a version takes back: those these left, and may stay in."""

    left: tuple[int, ...]
    in_doubt: tuple[int, ...]


def take_photos_back(item: WireItem, story: WireStory, at: datetime) -> TakenBack:
    """Take away the photos that a version of a story takes back, or does not have any more.

    Part of the transaction that takes the version in, before it is: then its story still holds
    them. `item` is locked and is saved by the caller. A photo that a version leaves out and other
    stories hold too stays.
    """
    left: list[int] = []
    in_doubt: list[int] = []
    for item_id in sorted(set(story.taken_back)):
        photo = locked(item.service_id, item_id, at)
        for photo_id in photo.photo_ids:
            left += withdraw_photo(photo_id)
        photo.killed, photo.photo_ids = True, []
        photo.save(update_fields=["killed", "photo_ids"])
    named = {one.item_id for one in story.photos}
    missing = [name for name in item.shown if name not in named] if story.names_photos else []
    for name in missing:
        photo_id = item.shown.pop(name)
        holders = stories_with(photo_id)
        if len(holders) > 1:
            in_doubt += holders
        else:
            left += withdraw_photo(photo_id)
    return TakenBack(tuple(left), tuple(in_doubt))


def tell_of_photos(taken_back: TakenBack, draft: Draft, at: datetime, note: str) -> None:
    """Tell the desk of the stories that held photos which a version took back."""
    for stories, message in ((taken_back.in_doubt, _ELSEWHERE), (taken_back.left, PHOTO_GONE)):
        told = replace(draft, notices=(Notice(message=message),))
        for article_id in dict.fromkeys(stories):
            tell(article_id, told, Arrival.State.PHOTO, at, note=note)


def note_photos(item: WireItem, kept: Mapping[int, WirePhoto], draft: Draft, at: datetime) -> None:
    """Note which photos of the archive those of a version are, so that each can be taken back.

    Part of the transaction that takes the version in; `item` is locked and is saved by the caller.
    """
    ours = {one.item_id: pk for pk, one in kept.items() if one.item_id}
    for item_id, photo_id in sorted(ours.items()):
        photo = locked(item.service_id, item_id, at)
        if photo.killed:
            # It was taken back while its file came.
            recall_photos([photo_id], draft, at)
            continue
        photo.photo_ids = list(dict.fromkeys((*photo.photo_ids, photo_id)))
        photo.save(update_fields=["photo_ids"])
    item.shown = {**item.shown, **ours}
