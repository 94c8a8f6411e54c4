"""Wiring: what an agency sends becomes a story of the desk, version by version, or ends it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from django.db import transaction
from django.utils.translation import gettext_noop as _

from harkara.intake.actions.arriving import arrive, tell
from harkara.intake.actions.photo_items import note_photos, take_photos_back, tell_of_photos, usable
from harkara.intake.actions.photo_recall import recall_photos
from harkara.intake.actions.receiving import Change
from harkara.intake.actions.wire_items import is_passed, last_of, locked, note_version
from harkara.intake.actions.wire_photos import GetPhoto, keep_photos
from harkara.intake.drafts import Draft, DraftSource, Notice
from harkara.intake.models import Arrival, ForeignId, WireService
from harkara.intake.refusals import Refused
from harkara.intake.sources.wires import Status, WireStory
from harkara.newsroom.actions import Withdraw, recall
from harkara.newsroom.models import ArticlePage

_WAS_LIVE = _("Its source took the story back. It was taken off the site.")
_WAS_NOT_LIVE = _("Its source took the story back. It must not be published.")


class Outcome(StrEnum):
    """What became of an item that was sent."""

    NEW = "new"
    UPDATED = "updated"
    WAITING = "waiting"  # the desk has edited the story: the version is among its revisions
    UNCHANGED = "unchanged"
    OLDER = "older"  # a newer version is here, or the item was taken back since
    KILLED = "killed"
    PHOTO = "photo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """An item that was taken in; `number` is that of its story, if it has one."""

    item_id: str
    outcome: Outcome
    number: int | None = None


def take(
    stories: Sequence[WireStory], service: WireService, *, at: datetime, get_photo: GetPhoto
) -> tuple[Taken, ...]:
    """Take in what an agency sent in one file, item by item, and return what became of each.

    Photos are fetched before anything is written, so nobody waits for a slow server. Raises Refused
    if a photo that was sent alone cannot be kept; the other items are taken in all the same.
    """
    taken: list[Taken] = []
    refused: Refused | None = None
    for story in stories:
        try:
            taken.append(_take_one(story, service, at, get_photo))
        except Refused as refusal:
            refused = refused or refusal
    if refused is not None:
        raise refused
    return tuple(taken)


def _take_one(story: WireStory, service: WireService, at: datetime, get_photo: GetPhoto) -> Taken:
    if story.status is not Status.USABLE:
        return _take_back(story, service, at)
    # What cannot take long is looked at once, where it is taken in.
    if story.photos and is_passed(last_of(service, story), story):
        return Taken(item_id=story.item_id, outcome=Outcome.OLDER)
    wanted = usable(story.photos, service) if service.photos else ()
    photos = keep_photos(wanted, service, get_photo)
    if story.is_photo:
        if not photos.kept:
            raise Refused(*photos.why_none)
        return _keep_alone(story, service, at, list(photos.kept))
    draft = photos.in_story(_of_service(story.draft, service))
    with transaction.atomic():
        last = locked(service.pk, story.item_id, at)
        if is_passed(last, story):
            # Another delivery was taken in while the photos came.
            return Taken(item_id=story.item_id, outcome=Outcome.OLDER)
        taken_back = take_photos_back(last, story, at)
        received = arrive(
            draft,
            at=at,
            section_id=service.section_id,
            picture_id=photos.lead,
            find_photo=photos.find,
        )
        tell_of_photos(taken_back, draft, at, story.note)
        note_photos(last, photos.kept, draft, at)
        note_version(last, story, at, killed=False)
    outcome = {
        Change.NEW: Outcome.NEW,
        Change.UPDATED: Outcome.UPDATED,
        Change.EDITED_HERE: Outcome.WAITING,
        Change.UNCHANGED: Outcome.UNCHANGED,
    }[received.change]
    return Taken(item_id=story.item_id, outcome=outcome, number=received.number)


@transaction.atomic
def _keep_alone(
    story: WireStory, service: WireService, at: datetime, photo_ids: list[int]
) -> Taken:
    """Note which photos of the archive a photo that came alone is, so that it can be taken back."""
    last = locked(service.pk, story.item_id, at)
    if is_passed(last, story):
        # It was taken back while its file came.
        if last.killed:
            recall_photos(photo_ids, _of_service(story.draft, service), at)
        return Taken(item_id=story.item_id, outcome=Outcome.OLDER)
    last.photo_ids = list(dict.fromkeys((*last.photo_ids, *photo_ids)))
    note_version(last, story, at, killed=False)
    return Taken(item_id=story.item_id, outcome=Outcome.PHOTO)


@transaction.atomic
def _take_back(story: WireStory, service: WireService, at: datetime) -> Taken:
    """Take an item's story, or its photo, off the site and off the schedule, and tell the desk.

    That an item was taken back is remembered even if it never came.
    """
    last = locked(service.pk, story.item_id, at)
    if is_passed(last, story):
        return Taken(item_id=story.item_id, outcome=Outcome.OLDER)
    photo_ids, last.photo_ids = last.photo_ids, []
    note_version(last, story, at, killed=True)
    recall_photos(photo_ids, _of_service(story.draft, service), at, story.note)
    article = ArticlePage.objects.filter(
        foreign_ids__source_kind=story.draft.origin.kind,
        foreign_ids__source_key=service.slug,
        foreign_ids__foreign_id=story.item_id,
    ).first()
    if article is None:
        return Taken(item_id=story.item_id, outcome=Outcome.KILLED)
    was_live = recall(Withdraw(article_id=article.pk))
    draft = _of_service(story.draft, service)
    notice = Notice(message=_WAS_LIVE if was_live else _WAS_NOT_LIVE)
    tell(
        article.pk,
        replace(draft, notices=(notice,)),
        Arrival.State.KILLED,
        at,
        note=story.note,
    )
    # Whatever comes next is a new version, though it may say the same as the last one.
    ForeignId.objects.filter(article=article, source_key=service.slug).update(fingerprint="")
    return Taken(item_id=story.item_id, outcome=Outcome.KILLED, number=article.number)


def _of_service(draft: Draft, service: WireService) -> Draft:
    return replace(
        draft,
        origin=replace(draft.origin, key=service.slug),
        source=DraftSource(name=service.name, credit=service.credit or service.name),
    )
